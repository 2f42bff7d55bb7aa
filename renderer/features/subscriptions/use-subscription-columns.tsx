import { useTranslation } from 'react-i18next';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import { billingWords, subscriptionStatus, termWords } from '../../text/commerce-words.ts';
import { operationSign, operationStatus } from '../../text/operation-words.ts';
import { useFormat } from '../../text/use-format.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { ListedSubscription } from './use-subscription-rows.ts';

/** The status; while a change is on its way, where that stands. */
function Status({ row: { subscription, change } }: { readonly row: ListedSubscription }) {
  const { t } = useTranslation();
  const { sign, words } = subscriptionStatus(t, subscription.status);
  if (change === undefined) return <StatusMark kind={sign}>{words}</StatusMark>;
  const status = `${words}. ${operationStatus(t, change)}`;
  return <span title={status}><StatusMark kind={operationSign(change)}>{status}</StatusMark></span>;
}

/** Columns of the list of subscriptions. */
export function useSubscriptionColumns(): readonly Column<ListedSubscription>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      id: 'name', header: t('subscription.name'), width: 'minmax(160px, 1.6fr)',
      cell: ({ subscription }) => subscriptionName(subscription),
    },
    { id: 'customer', header: t('order.customer'), width: 'minmax(130px, 1.2fr)', cell: (row) => row.customerName },
    {
      id: 'reseller', header: t('subscription.reseller'), width: 'minmax(130px, 1fr)',
      cell: ({ subscription, resellerName }) => resellerName ?? subscription.partnerId ?? t('subscription.noReseller'),
    },
    {
      id: 'quantity', header: t('subscription.quantity'), width: '80px', align: 'end',
      cell: ({ subscription }) => format.number(subscription.quantity),
    },
    { id: 'term', header: t('subscription.term'), width: '84px', cell: ({ subscription }) => termWords(t, subscription.termDuration) },
    { id: 'billing', header: t('subscription.billing'), width: '112px', cell: ({ subscription }) => billingWords(t, subscription.billingCycle) },
    { id: 'status', header: t('subscription.status'), width: 'minmax(110px, 1fr)', cell: (row) => <Status row={row} /> },
    { id: 'end', header: t('subscription.end'), width: '124px', cell: ({ subscription }) => <DateText instant={subscription.endsAt} as="date" /> },
  ];
}
