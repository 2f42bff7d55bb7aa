import { useTranslation } from 'react-i18next';
import type { Operation } from '../../../shared/sync/operation.ts';
import { useSaveTable } from '../../platform/use-save-table.ts';
import type { SaveTable } from '../../platform/use-save-table.ts';
import type { OrderListRow } from './order-list-row.ts';
import { orderCellsOf, orderColumns } from './order-table.ts';

export interface Export extends Pick<SaveTable, 'savedAs' | 'problem'> {
  readonly save: () => Promise<void>;
}

/** Saves what the list shows as a CSV file, where the user chooses. */
export function useExport(rows: readonly OrderListRow[], operations: readonly Operation[]): Export {
  const { t } = useTranslation();
  const file = useSaveTable();
  const save = (): Promise<void> => file.save({
    name: t('nav.orders'),
    headings: orderColumns.map((name) => t(`order.column.${name}`)),
    rows: orderCellsOf(rows, operations, t('order.filter.waiting')),
  });
  return { save, savedAs: file.savedAs, problem: file.problem };
}
