import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerQuery } from '../../../shared/ports/mirror.ts';
import { clearSelectedCustomers, selectCustomers, useSelectedCustomers } from '../../platform/customer-selection.ts';
import { allCustomers } from '../../platform/read-all-customers.ts';
import { useServices } from '../../platform/services.tsx';
import type { RowSelection } from '../../ui/table-props.ts';
import type { ListRow } from './list-row.ts';

export interface ListSelection {
  readonly ids: ReadonlySet<CustomerTenantId>;
  readonly rows: RowSelection<ListRow>;
  readonly selectAll: () => void;
  /** All of them are being looked up. */
  readonly isSelecting: boolean;
}

/** Which customers are chosen, and choosing them: `pendingCount` lines of the list stand before the first customer. */
export function useCustomerSelection(query: Omit<CustomerQuery, 'offset' | 'limit'>, pendingCount: number): ListSelection {
  const { account, mirror } = useServices();
  const { t } = useTranslation();
  const ids = useSelectedCustomers();
  const [isSelecting, setSelecting] = useState(false);
  // One question after the other: each goes on from what the one before chose.
  const queue = useRef(Promise.resolve());
  const at = async (one: number, other: number): Promise<readonly CustomerTenantId[]> => {
    const [from, to] = [Math.min(one, other) - pendingCount, Math.max(one, other) - pendingCount];
    const found: CustomerTenantId[] = [];
    if (to < 0) return found;
    for await (const { rows } of allCustomers(mirror, query, { from: Math.max(0, from), to })) found.push(...rows.map(({ id }) => id));
    return found;
  };
  const extend = async (anchor: number, from: number, to: number): Promise<void> => {
    const [dropped, chosen] = [await at(anchor, from), await at(anchor, to)];
    selectCustomers(account.id, chosen, dropped);
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
  const selectAll = (): void => {
    queue.current = queue.current.then(all);
  };
  return {
    ids, selectAll, isSelecting,
    rows: {
      canSelect: (line) => line.kind === 'customer',
      isSelected: (line) => line.kind === 'customer' && ids.has(line.row.id),
      onToggle: (line) => {
        if (line.kind !== 'customer') return;
        if (ids.has(line.row.id)) selectCustomers(account.id, [], [line.row.id]);
        else selectCustomers(account.id, [line.row.id]);
      },
      onExtend: ({ anchor, from, to }) => {
        queue.current = queue.current.then(() => extend(anchor, from, to));
      },
      onSelectAll: selectAll,
      onClear: clearSelectedCustomers,
      label: (line) => t('customer.selection.one', { name: line.kind === 'customer' ? line.row.name : '' }),
    },
  };
}
