import { create } from 'zustand';
import type { CustomerTenantId } from '../../../shared/ids.ts';

/** Customers whose row stands open in the list; kept while other screens are open. */
export const useExpandedCustomers = create<{ readonly ids: ReadonlySet<CustomerTenantId> }>(() => ({ ids: new Set() }));

export const toggleCustomer = (id: CustomerTenantId): void =>
  useExpandedCustomers.setState(({ ids }) => {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    return { ids: next };
  });

export const closeAllCustomers = (): void => useExpandedCustomers.setState({ ids: new Set() });
