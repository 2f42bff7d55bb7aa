import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { needsPerson } from '../../../shared/sync/operation.ts';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import { usePartners } from '../../platform/use-partners.ts';
import { billingWords, subscriptionStatus, termWords } from '../../text/commerce-words.ts';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { subscriptionPath } from '../../ui/paths.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import type { PlainColumn } from '../../ui/plain-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { SubscriptionLine } from './use-customer-subscriptions.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface SubscriptionTableProps {
  readonly label: string;
  readonly customerId: CustomerTenantId;
  readonly lines: readonly SubscriptionLine[];
}

const keyOf = (line: SubscriptionLine): string => (line.kind === 'listed' ? line.subscription.id : `${line.operation.id} ${line.line.id}`);

const toneOf = (line: SubscriptionLine): 'plain' | 'waiting' | 'attention' => {
  if (line.kind === 'listed') return 'plain';
  return needsPerson(line.operation) ? 'attention' : 'waiting';
};

/** Subscriptions of a customer, and what is on its way to become one: seats, term, status, end, reseller, waiting changes. */
export function SubscriptionTable({ label, customerId, lines }: SubscriptionTableProps) {
  const columns = useColumns(customerId);
  const hasChanges = lines.some((line) => line.kind === 'listed' && line.changes.length > 0);
  return (
    <PlainTable
      label={label} rows={lines} rowKey={keyOf} tone={toneOf} columns={columns.filter(({ id }) => id !== 'changes' || hasChanges)}
    />
  );
}

/** Who is credited by a Partner ID, by name where it is one of the list. */
function useCreditWords(): (partnerId: string | undefined) => string {
  const { t } = useTranslation();
  const partners = usePartners();
  const names = useMemo(() => new Map<string, string>(partners?.rows.map(({ partnerId, name }) => [partnerId, name])), [partners]);
  return (partnerId = '') => {
    if (partnerId === '') return t('subscription.noReseller');
    if (partnerId === partners?.ownPartnerId) return t('access.credit.own');
    return names.get(partnerId) ?? t('reseller.partnerIdIs', { id: partnerId });
  };
}

function useColumns(customerId: CustomerTenantId): readonly PlainColumn<SubscriptionLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const creditWords = useCreditWords();
  return [
    {
      id: 'name', header: t('subscription.name'), canWrap: true,
      cell: (line) =>
        line.kind === 'listed' ? (
          <TextLink to={subscriptionPath(customerId, line.subscription.id)}>{subscriptionName(line.subscription)}</TextLink>
        ) : (
          <TextLink to={`/outbox/${line.operation.id}`}>{line.line.title}</TextLink>
        ),
    },
    { id: 'quantity', header: t('subscription.quantity'), align: 'end', cell: (line) => format.number(factsOf(line).quantity) },
    { id: 'term', header: t('subscription.term'), cell: (line) => termWords(t, factsOf(line).termDuration) },
    { id: 'billing', header: t('subscription.billing'), cell: (line) => billingWords(t, factsOf(line).billingCycle) },
    { id: 'status', header: t('subscription.status'), cell: (line) => <Status line={line} /> },
    {
      id: 'end', header: t('subscription.end'),
      cell: (line) => (line.kind === 'listed' ? <DateText instant={line.subscription.endsAt} as="date" /> : '–'),
    },
    { id: 'reseller', header: t('resellerChoice.resellerLabel'), canWrap: true, cell: (line) => creditWords(factsOf(line).partnerId) },
    { id: 'changes', header: t('subscription.waitingChanges'), canWrap: true, cell: (line) => <Changes line={line} /> },
  ];
}

const factsOf = (line: SubscriptionLine) => (line.kind === 'listed' ? line.subscription : line.line);

/** As the server names it; of what is not listed yet, where its order stands. */
function Status({ line }: { readonly line: SubscriptionLine }) {
  const { t } = useTranslation();
  if (line.kind === 'listed') {
    const { sign, words } = subscriptionStatus(t, line.subscription.status);
    return <StatusMark kind={sign}>{words}</StatusMark>;
  }
  if (line.isBought) return <StatusMark kind="waiting">{t('subscription.boughtUnlisted')}</StatusMark>;
  return <StatusMark kind={operationSign(line.operation)}>{operationStatus(t, line.operation)}</StatusMark>;
}

/** What waits here to change the subscription, each leading to its place in the outbox. */
function Changes({ line }: { readonly line: SubscriptionLine }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (line.kind === 'expected' || line.changes.length === 0) return null;
  return (
    <ul className={styles.list}>
      {line.changes.map((operation) => (
        <li key={operation.id}>
          <StatusMark kind={operationSign(operation)}>
            <TextLink to={`/outbox/${operation.id}`}>{operationTitle(t, operation)}</TextLink> {operationStatus(t, operation)}
          </StatusMark>
        </li>
      ))}
    </ul>
  );
}
