import { makeStyles } from '@fluentui/react-components';
import { Receipt20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { OrderRow } from '../../../shared/ports/mirror.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useMirror } from '../../platform/services.tsx';
import { billingWords, orderStatus } from '../../text/commerce-words.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderOrigin } from './order-origin.tsx';

const useStyles = makeStyles({ column: { display: 'flex', flexDirection: 'column', gap: '16px' } });

/** One order: its lines and subscriptions, and where it came from. */
export function OrderPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const answer = useMirror(['orders'], async (mirror) => {
    const found = await mirror.orders({ text: id, limit: 50 });
    return { row: found.find((candidate) => candidate.order.id === id) };
  }, [id]);
  if (answer === undefined) return null;
  if (answer.row === undefined) {
    return (
      <Page title={t('order.notFound')} breadcrumbs={[{ label: t('nav.orders'), to: '/orders' }]}>
        <EmptyState icon={<Receipt20Regular />} title={t('order.notFound')} text={t('order.notFoundHint')} />
      </Page>
    );
  }
  return <KnownOrder key={id} row={answer.row} />;
}

function KnownOrder({ row: { order, customerName } }: { readonly row: OrderRow }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const status = orderStatus(t, order.status);
  return (
    <Page
      title={t('order.title', { id: order.id })}
      subtitle={customerName}
      breadcrumbs={[{ label: t('nav.orders'), to: '/orders' }]}
      actions={<CopyButton isWide label={t('action.copyOrderNumber')} copy={() => copyText(order.id)} />}
    >
      <div className={styles.column}>
        <Panel title={t('order.facts')}>
          <FactList
            facts={[
              { label: t('order.customer'), value: <TextLink to={`/customers/${order.customerId}`}>{customerName}</TextLink> },
              { label: t('order.status'), value: <StatusMark kind={status.sign}>{status.words}</StatusMark> },
              { label: t('order.date'), value: <DateText instant={order.createdAt} as="exact" /> },
              { label: t('subscription.billing'), value: billingWords(t, order.billingCycle) },
              { label: t('order.currency'), value: order.currencyCode },
            ]}
          />
        </Panel>
        <OrderLines order={order} />
        <OrderOrigin orderId={order.id} />
      </div>
    </Page>
  );
}
