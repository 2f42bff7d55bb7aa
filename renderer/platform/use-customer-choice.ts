import { useRef, useState } from 'react';
import type { CustomerTenantId } from '../../shared/ids.ts';
import type { CustomerQuery } from '../../shared/ports/mirror.ts';
import { selectCustomers, useSelectedCustomers } from './customer-selection.ts';
import { allCustomers } from './read-all-customers.ts';
import { useServices } from './services.tsx';

export interface CustomerChoice {
  readonly ids: ReadonlySet<CustomerTenantId>;
  readonly toggle: (id: CustomerTenantId) => void;
  /** Chosen are those from place `anchor` to `to`; those from `anchor` to `from` no longer, unless they are among them. */
  readonly extend: (range: { readonly anchor: number; readonly from: number; readonly to: number }) => void;
  readonly selectAll: () => void;
  /** All of them are being looked up. */
  readonly isSelecting: boolean;
}

/** Choosing customers of a list, by their places in what the query finds: also those that are not drawn. */
export function useCustomerChoice(query: Omit<CustomerQuery, 'offset' | 'limit'>): CustomerChoice {
  const { account, mirror } = useServices();
  const ids = useSelectedCustomers();
  const [isSelecting, setSelecting] = useState(false);
  // One question after the other: each goes on from what the one before chose.
  const queue = useRef(Promise.resolve());
  const between = async (one: number, other: number): Promise<readonly CustomerTenantId[]> => {
    const to = Math.max(one, other);
    const found: CustomerTenantId[] = [];
    if (to < 0) return found;
    for await (const { rows } of allCustomers(mirror, query, { from: Math.max(0, Math.min(one, other)), to })) {
      found.push(...rows.map(({ id }) => id));
    }
    return found;
  };
  const all = async (): Promise<void> => {
    setSelecting(true);
    try {
      const found: CustomerTenantId[] = [];
      for await (const { rows } of allCustomers(mirror, query, { from: 0 })) found.push(...rows.map(({ id }) => id));
      selectCustomers(account.id, found);
    } finally {
      setSelecting(false);
    }
  };
  return {
    ids, isSelecting,
    toggle: (id) => selectCustomers(account.id, ids.has(id) ? [] : [id], ids.has(id) ? [id] : []),
    extend: ({ anchor, from, to }) => {
      queue.current = queue.current.then(async () => {
        const [dropped, chosen] = [await between(anchor, from), await between(anchor, to)];
        selectCustomers(account.id, chosen, dropped);
      });
    },
    selectAll: () => {
      queue.current = queue.current.then(all);
    },
  };
}
