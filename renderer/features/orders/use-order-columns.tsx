import { useTranslation } from 'react-i18next';
import { orderStatus } from '../../text/commerce-words.ts';
import { operationSign, operationStatus } from '../../text/operation-words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { OrderListRow } from './order-list-row.ts';

function Status({ line }: { readonly line: OrderListRow }) {
  const { t } = useTranslation();
  if (line.kind === 'pending') {
    const words = operationStatus(t, line.operation);
    return <span title={words}><StatusMark kind={operationSign(line.operation)}>{words}</StatusMark></span>;
  }
  const { sign, words } = orderStatus(t, line.row.order.status);
  return <StatusMark kind={sign}>{words}</StatusMark>;
}

/** Columns of the list of orders. */
export function useOrderColumns(): readonly Column<OrderListRow>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'number', header: t('order.number'), width: 'minmax(130px, 0.8fr)',
      cell: (line) => (line.kind === 'pending' ? t('order.noNumberYet') : line.row.order.id),
    },
    {
      id: 'customer', header: t('order.customer'), width: 'minmax(150px, 1.2fr)',
      cell: (line) => (line.kind === 'pending' ? line.operation.payload.customerName : line.row.customerName),
    },
    {
      id: 'products', header: t('order.products'), width: 'minmax(180px, 2.2fr)',
      cell: (line) =>
        line.kind === 'pending'
          ? line.operation.payload.lines.map((each) => each.title).join(', ')
          : line.row.order.lines.map((each) => each.friendlyName).join(', '),
    },
    {
      id: 'date', header: t('order.date'), width: '130px',
      cell: (line) => <DateText instant={line.kind === 'pending' ? line.operation.createdAt : line.row.order.createdAt} />,
    },
    { id: 'status', header: t('order.status'), width: 'minmax(130px, 1fr)', cell: (line) => <Status line={line} /> },
  ];
}
