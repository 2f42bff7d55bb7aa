import { useTranslation } from 'react-i18next';
import type { CustomerQuery } from '../../../shared/ports/mirror.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { allCustomers } from '../../platform/read-all-customers.ts';
import { useServices } from '../../platform/services.tsx';
import { useSaveTable } from '../../platform/use-save-table.ts';
import type { SaveTable } from '../../platform/use-save-table.ts';
import { operationStatus } from '../../text/operation-words.ts';
import type { ListRow } from './list-row.ts';
import type { CustomerCells } from './use-customer-cells.ts';

export interface CustomerExport extends Omit<SaveTable, 'save'> {
  readonly save: () => void;
}

/** What the list shows now. */
export interface ShownCustomers {
  readonly query: Omit<CustomerQuery, 'offset' | 'limit'>;
  readonly pending: readonly OperationOf<'create-customer'>[];
  readonly cells: CustomerCells;
}

/**
 * Saves the list as a CSV file, where the user chooses: every customer that matches, in the order and with the columns it has on
 * screen. Where some are not on the server yet, one more column says how they stand.
 */
export function useCustomerExport({ query, pending, cells: { chosen, textOf } }: ShownCustomers): CustomerExport {
  const { t } = useTranslation();
  const { mirror } = useServices();
  const { save: saveTable, ...file } = useSaveTable();
  const hasState = pending.length > 0;
  const rowOf = (line: ListRow): readonly string[] => [
    line.kind === 'pending' ? line.operation.payload.form.companyName : line.row.name,
    ...chosen.map((column) => textOf(line, column)),
    ...(hasState ? [line.kind === 'pending' ? operationStatus(t, line.operation) : ''] : []),
  ];
  async function* parts(): AsyncGenerator<readonly (readonly string[])[]> {
    yield pending.map((operation) => rowOf({ kind: 'pending', operation }));
    for await (const { rows } of allCustomers(mirror, query, { from: 0 })) yield rows.map((row) => rowOf({ kind: 'customer', row }));
  }
  const headings = [t('customer.name'), ...chosen.map((column) => t(`customer.${column}`)), ...(hasState ? [t('customer.pendingTitle')] : [])];
  return {
    ...file,
    save: () => {
      if (!file.isSaving) void saveTable({ name: t('nav.customers'), headings, rows: parts() });
    },
  };
}
