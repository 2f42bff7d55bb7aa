import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { bridge } from '../../platform/bridge.ts';
import type { OrderListRow } from './order-list-row.ts';
import { orderCellsOf, orderColumns } from './order-table.ts';

export interface Export {
  readonly save: () => Promise<void>;
  readonly savedAs: string | undefined;
  readonly problem: Failure | undefined;
}

/** Saves what the list shows as a CSV file, where the user chooses. */
export function useExport(rows: readonly OrderListRow[], operations: readonly Operation[]): Export {
  const { t } = useTranslation();
  const [savedAs, setSavedAs] = useState<string>();
  const [problem, setProblem] = useState<Failure>();
  const save = async (): Promise<void> => {
    setSavedAs(undefined);
    setProblem(undefined);
    // asked for now and then: the library is read then
    const { csvText } = await import('../../../shared/domain/csv-text.ts');
    const text = csvText(orderColumns.map((name) => t(`order.column.${name}`)), orderCellsOf(rows, operations, t('order.filter.waiting')));
    const fileName = `${t('nav.orders')} ${new Date().toISOString().slice(0, 10)}.csv`;
    const answer = await bridge.call('files.saveTable', { fileName, text });
    if (answer.ok) setSavedAs(answer.value.saved?.fileName);
    else setProblem(answer.error);
  };
  return { save, savedAs, problem };
}
