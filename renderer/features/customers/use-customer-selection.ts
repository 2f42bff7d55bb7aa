import { useTranslation } from 'react-i18next';
import type { CustomerQuery } from '../../../shared/ports/mirror.ts';
import { clearSelectedCustomers } from '../../platform/customer-selection.ts';
import { useCustomerChoice } from '../../platform/use-customer-choice.ts';
import type { CustomerChoice } from '../../platform/use-customer-choice.ts';
import type { RowSelection } from '../../ui/table-props.ts';
import type { ListRow } from './list-row.ts';

export interface ListSelection extends CustomerChoice {
  readonly rows: RowSelection<ListRow>;
}

/** Which customers are chosen, and choosing them: `pendingCount` lines of the list stand before the first customer. */
export function useCustomerSelection(query: Omit<CustomerQuery, 'offset' | 'limit'>, pendingCount: number): ListSelection {
  const { t } = useTranslation();
  const choice = useCustomerChoice(query);
  return {
    ...choice,
    rows: {
      canSelect: (line) => line.kind === 'customer',
      isSelected: (line) => line.kind === 'customer' && choice.ids.has(line.row.id),
      onToggle: (line) => line.kind === 'customer' && choice.toggle(line.row.id),
      onExtend: ({ anchor, from, to }) => choice.extend({ anchor: anchor - pendingCount, from: from - pendingCount, to: to - pendingCount }),
      onSelectAll: choice.selectAll,
      onClear: clearSelectedCustomers,
      label: (line) => t('customer.selection.one', { name: line.kind === 'customer' ? line.row.name : '' }),
    },
  };
}
