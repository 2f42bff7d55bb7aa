import { useTranslation } from 'react-i18next';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { subscriptionPath } from '../../ui/paths.ts';
import { billingWords, subscriptionStatus, termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';

/** What the customer has, as last read. */
export function CustomerSubscriptions({ record }: { readonly record: CustomerRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { subscriptions } = record;
  const title = t('nav.subscriptions');
  if (subscriptions === undefined || subscriptions.length === 0) {
    return <Panel title={title}>{t(subscriptions === undefined ? 'customer.notRead' : 'subscription.none')}</Panel>;
  }
  return (
    <Panel title={title} actions={<Age instant={record.readAt?.subscriptions ?? record.refreshedAt} />}>
      <PlainTable
        label={title}
        rows={subscriptions}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'name', header: t('subscription.name'), canWrap: true,
            cell: (row) => (
              <TextLink to={subscriptionPath(record.row.id, row.id)}>{row.friendlyName || row.offerName}</TextLink>
            ),
          },
          { id: 'quantity', header: t('subscription.quantity'), align: 'end', cell: (row) => format.number(row.quantity) },
          { id: 'term', header: t('subscription.term'), cell: (row) => termWords(t, row.termDuration) },
          { id: 'billing', header: t('subscription.billing'), cell: (row) => billingWords(t, row.billingCycle) },
          {
            id: 'status', header: t('subscription.status'),
            cell: (row) => {
              const { sign, words } = subscriptionStatus(t, row.status);
              return <StatusMark kind={sign}>{words}</StatusMark>;
            },
          },
          { id: 'end', header: t('subscription.end'), cell: (row) => <DateText instant={row.endsAt} as="date" /> },
        ]}
      />
    </Panel>
  );
}
