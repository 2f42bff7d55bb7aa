import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/domain/order/order.ts';
import { copyText } from '../../platform/copy-text.ts';
import { termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';

/** What was bought, line by line, with the subscription each line became and the Partner ID it is credited to. */
export function OrderLines({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  const copied = (id: string) => <>{id}<CopyButton label={t('action.copySubscriptionId')} copy={() => copyText(id)} /></>;
  return (
    <Panel title={t('order.lines')}>
      <PlainTable
        label={t('order.lines')}
        rows={order.lines}
        rowKey={(line) => `${line.lineNumber}`}
        columns={[
          { id: 'name', header: t('catalogue.product'), canWrap: true, cell: (line) => line.friendlyName || line.offerId },
          { id: 'quantity', header: t('subscription.quantity'), align: 'end', cell: (line) => format.number(line.quantity) },
          { id: 'term', header: t('subscription.term'), cell: (line) => termWords(t, line.termDuration) },
          { id: 'partner', header: t('reseller.partnerId'), cell: (line) => line.partnerId ?? '–' },
          {
            id: 'subscription', header: t('order.subscription'),
            cell: (line) => (line.subscriptionId === undefined ? '–' : copied(line.subscriptionId)),
          },
        ]}
      />
    </Panel>
  );
}
