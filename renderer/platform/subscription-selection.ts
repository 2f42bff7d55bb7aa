import { create } from 'zustand';
import type { AccountId, CustomerTenantId } from '../../shared/ids.ts';
import { useServices } from './services.tsx';

/** A subscription by its ids. */
export interface SubscriptionKey {
  readonly customerId: CustomerTenantId;
  readonly subscriptionId: string;
}

interface Stored {
  /** Whose they are: with another account nothing is chosen. */
  readonly accountId: AccountId | undefined;
  readonly keys: readonly SubscriptionKey[];
}

const none: readonly SubscriptionKey[] = [];
const useStored = create<Stored>(() => ({ accountId: undefined, keys: none }));

/** The subscriptions of the open account that are chosen for something to be done with all of them. Ids alone. */
export function useSelectedSubscriptions(): readonly SubscriptionKey[] {
  const { account } = useServices();
  return useStored(({ accountId, keys }) => (accountId === account.id ? keys : none));
}

/** Puts these in the place of those that were chosen. */
export const selectSubscriptions = (accountId: AccountId, keys: readonly SubscriptionKey[]): void => useStored.setState({ accountId, keys });
