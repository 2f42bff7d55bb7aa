import { useTranslation } from 'react-i18next';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import { useServices } from '../../platform/services.tsx';
import { selectSubscriptions, useSelectedSubscriptions } from '../../platform/subscription-selection.ts';
import type { SubscriptionKey } from '../../platform/subscription-selection.ts';
import { rowsBetween } from '../../ui/rows-between.ts';
import type { RowSelection } from '../../ui/table-props.ts';
import type { ListedSubscription } from './use-subscription-rows.ts';

export interface SubscriptionChoice {
  readonly count: number;
  readonly rows: RowSelection<ListedSubscription>;
  readonly clear: () => void;
}

const nameOf = ({ customerId, subscriptionId }: SubscriptionKey): string => `${customerId} ${subscriptionId}`;
const keyOf = ({ customerId, subscription }: ListedSubscription): SubscriptionKey => ({ customerId, subscriptionId: subscription.id });

/** Which subscriptions are chosen, and choosing them with mouse and keyboard; a choice outlives another search. */
export function useSubscriptionChoice(rows: readonly ListedSubscription[]): SubscriptionChoice {
  const { account } = useServices();
  const { t } = useTranslation();
  const chosen = useSelectedSubscriptions();
  const names = new Set(chosen.map(nameOf));
  const choose = (added: readonly ListedSubscription[], dropped: readonly ListedSubscription[] = []): void => {
    const kept = new Map(chosen.map((key) => [nameOf(key), key]));
    for (const row of dropped) kept.delete(nameOf(keyOf(row)));
    for (const row of added) kept.set(nameOf(keyOf(row)), keyOf(row));
    selectSubscriptions(account.id, [...kept.values()]);
  };
  const isSelected = (row: ListedSubscription): boolean => names.has(nameOf(keyOf(row)));
  const clear = (): void => selectSubscriptions(account.id, []);
  return {
    count: chosen.length, clear,
    rows: {
      canSelect: () => true, isSelected,
      onToggle: (row) => (isSelected(row) ? choose([], [row]) : choose([row])),
      onExtend: ({ anchor, from, to }) => choose(rowsBetween(rows, anchor, to), rowsBetween(rows, anchor, from)),
      onSelectAll: () => choose(rows),
      onClear: clear,
      label: ({ subscription, customerName }) =>
        t('subscription.selection.one', { name: subscriptionName(subscription), customer: customerName }),
    },
  };
}
