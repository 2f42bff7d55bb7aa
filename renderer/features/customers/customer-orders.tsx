import { useTranslation } from 'react-i18next';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { orderStatus } from '../../text/commerce-words.ts';
import { Age } from '../../ui/age.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { orderPath } from '../../ui/paths.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';

/** The customer's orders, as last read. */
export function CustomerOrders({ record }: { readonly record: CustomerRecord }) {
  const { t } = useTranslation();
  const { orders } = record;
  const title = t('nav.orders');
  if (orders === undefined || orders.length === 0) {
    return <Panel title={title}>{t(orders === undefined ? 'customer.notRead' : 'order.noneOfCustomer')}</Panel>;
  }
  return (
    <Panel title={title} actions={<Age instant={record.readAt?.orders ?? record.refreshedAt} />}>
      <PlainTable
        label={title}
        rows={orders}
        rowKey={(row) => row.id}
        columns={[
          { id: 'id', header: t('order.number'), cell: (row) => <TextLink to={orderPath(row.id)}>{row.id}</TextLink> },
          { id: 'date', header: t('order.date'), cell: (row) => <DateText instant={row.createdAt} /> },
          {
            id: 'what', header: t('order.products'), canWrap: true,
            cell: (row) => row.lines.map((line) => line.friendlyName).join(', '),
          },
          {
            id: 'status', header: t('order.status'),
            cell: (row) => {
              const { sign, words } = orderStatus(t, row.status);
              return <StatusMark kind={sign}>{words}</StatusMark>;
            },
          },
        ]}
      />
    </Panel>
  );
}
