import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { isFailed } from '../../../../shared/domain/bulk/outcomes.ts';
import { bridge } from '../../../platform/bridge.ts';
import { whyWords } from './bulk-words.ts';
import { outcomeWords, reasonWords } from './result-words.ts';
import type { KnownBatch } from './use-batch.ts';

export interface BatchFile {
  /** Saves all rows, or only those that were not done, with the reason; what is corrected in it can be imported again. */
  readonly save: (part: 'all' | 'failed') => Promise<void>;
  readonly savedAs: string | undefined;
  readonly problem: Failure | undefined;
}

/** The rows of a bulk change as a CSV file, where the user chooses. */
export function useBatchFile({ batch, rows, leftOut }: KnownBatch): BatchFile {
  const { t } = useTranslation();
  const [savedAs, setSavedAs] = useState<string>();
  const [problem, setProblem] = useState<Failure>();
  const save = async (part: 'all' | 'failed'): Promise<void> => {
    setSavedAs(undefined);
    setProblem(undefined);
    // asked for now and then: the library is read then
    const [{ csvText }, { changeTable, isCorrectable, tableColumns }] = await Promise.all([
      import('../../../../shared/domain/csv-text.ts'), import('../../../../shared/domain/bulk/change-table.ts'),
    ]);
    const table = changeTable(part === 'all' ? rows : rows.filter(isFailed), part === 'all' ? leftOut : leftOut.filter(isCorrectable), {
      resultOf: (row) => outcomeWords(t, row), reasonOf: (row) => reasonWords(t, row), leftOut: t('bulk.outcome.left-out'),
      whyOf: (why) => whyWords(t, why),
    });
    const text = csvText(tableColumns.map((column) => t(`bulk.column.${column}`)), table);
    const fileName = `${t(part === 'all' ? 'bulk.file.nameAll' : 'bulk.file.nameFailed')} ${batch.createdAt.slice(0, 10)}.csv`;
    const answer = await bridge.call('files.saveTable', { fileName, text });
    if (answer.ok) setSavedAs(answer.value.saved?.fileName);
    else setProblem(answer.error);
  };
  return { save, savedAs, problem };
}
