import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { lineTotal } from '../../../shared/domain/cart/prices.ts';
import type { Order } from '../../../shared/domain/order/order.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { copyText } from '../../platform/copy-text.ts';
import { subscriptionPath } from '../../ui/paths.ts';
import { billingWords, subscriptionStatus, termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { BoughtLine } from './bought-lines.ts';

const useStyles = makeStyles({
  under: { paddingLeft: '16px' },
  note: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface OrderLinesProps {
  readonly order: Order;
  readonly customerId: CustomerTenantId;
  readonly lines: readonly BoughtLine[];
}

/** What was bought, line by line, each add-on under its base, with the subscription it became and who is credited. */
export function OrderLines({ order, customerId, lines }: OrderLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOurs = lines.some(({ confirmed }) => confirmed !== undefined);
  return (
    <Panel title={t('order.lines')}>
      <PlainTable
        label={t('order.lines')}
        rows={lines}
        rowKey={({ line }) => `${line.lineNumber}`}
        columns={[
          { id: 'name', header: t('catalogue.product'), canWrap: true, cell: (bought) => <Product bought={bought} /> },
          { id: 'quantity', header: t('subscription.quantity'), align: 'end', cell: ({ line }) => format.number(line.quantity) },
          { id: 'term', header: t('subscription.term'), cell: ({ line }) => termWords(t, line.termDuration) },
          { id: 'billing', header: t('subscription.billing'), cell: () => billingWords(t, order.billingCycle) },
          {
            id: 'partner', header: t('reseller.partnerId'),
            cell: ({ line }) => [line.partnerId, ...(line.additionalPartnerIds ?? [])].filter(Boolean).join(', ') || '–',
          },
          ...(isOurs
            ? [{
                id: 'price', header: t('order.confirmedPrice'), align: 'end', cell: ({ confirmed }: BoughtLine) =>
                  <MoneyText money={confirmed && lineTotal(confirmed)} />,
              } as const]
            : []),
          { id: 'subscription', header: t('order.subscription'), cell: (bought) => <Became customerId={customerId} bought={bought} /> },
        ]}
      />
    </Panel>
  );
}

function Product({ bought: { line, isUnder, confirmed } }: { readonly bought: BoughtLine }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const promotion = confirmed?.promotion?.name ?? line.promotionId;
  return (
    <div className={isUnder ? styles.under : undefined}>
      {line.friendlyName || line.offerId}
      {isUnder && <span className={styles.note}>{t('order.addonOf')}</span>}
      {promotion !== undefined && <span className={styles.note}>{t('order.promotion', { name: promotion })}</span>}
    </div>
  );
}

function Became({ customerId, bought: { line, subscription } }: { readonly customerId: CustomerTenantId; readonly bought: BoughtLine }) {
  const { t } = useTranslation();
  const { subscriptionId } = line;
  if (subscriptionId === undefined) return <>–</>;
  const copy = <CopyButton label={t('action.copySubscriptionId')} copy={() => copyText(subscriptionId)} />;
  if (subscription === undefined) return <>{subscriptionId}{copy}</>;
  const { sign, words } = subscriptionStatus(t, subscription.status);
  return (
    <>
      <TextLink to={subscriptionPath(customerId, subscriptionId)}>{t('outbox.result.openSubscription')}</TextLink>{' '}
      <StatusMark kind={sign}>{words}</StatusMark>{copy}
    </>
  );
}
