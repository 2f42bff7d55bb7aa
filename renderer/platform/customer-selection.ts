import { create } from 'zustand';
import type { AccountId, CustomerTenantId } from '../../shared/ids.ts';
import { useServices } from './services.tsx';

/** Customers that are chosen for something to be done with all of them. Ids alone: the records stay in the copy. */
interface CustomerSelection {
  /** Whose customers they are: with another account nothing is chosen. */
  readonly accountId: AccountId | undefined;
  readonly ids: ReadonlySet<CustomerTenantId>;
}

const none: ReadonlySet<CustomerTenantId> = new Set();
const useStored = create<CustomerSelection>(() => ({ accountId: undefined, ids: none }));

const idsOf = ({ accountId, ids }: CustomerSelection, account: AccountId): ReadonlySet<CustomerTenantId> => (accountId === account ? ids : none);

/** The customers of the open account that are chosen. */
export function useSelectedCustomers(): ReadonlySet<CustomerTenantId> {
  const { account } = useServices();
  return useStored((stored) => idsOf(stored, account.id));
}

/** Chooses customers of an account, and no longer others, in one turn. */
export const selectCustomers = (accountId: AccountId, chosen: Iterable<CustomerTenantId>, dropped: Iterable<CustomerTenantId> = []): void =>
  useStored.setState((stored) => {
    const ids = new Set(idsOf(stored, accountId));
    for (const id of dropped) ids.delete(id);
    for (const id of chosen) ids.add(id);
    return { accountId, ids };
  });

export const clearSelectedCustomers = (): void => useStored.setState({ accountId: undefined, ids: none });
