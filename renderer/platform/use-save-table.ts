import { useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import { bridge } from './bridge.ts';

export interface TableFile {
  /** Without its ending. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface SaveTable {
  readonly save: (table: TableFile) => Promise<void>;
  readonly savedAs: string | undefined;
  readonly problem: Failure | undefined;
}

/** Saves a table as a CSV file, where the user chooses; no cell of it runs in a spreadsheet. */
export function useSaveTable(): SaveTable {
  const [savedAs, setSavedAs] = useState<string>();
  const [problem, setProblem] = useState<Failure>();
  const save = async ({ name, headings, rows }: TableFile): Promise<void> => {
    setSavedAs(undefined);
    setProblem(undefined);
    // asked for now and then: the library is read then
    const { csvText } = await import('../../shared/domain/csv-text.ts');
    const fileName = `${name} ${new Date().toISOString().slice(0, 10)}.csv`;
    const answer = await bridge.call('files.saveTable', { fileName, text: csvText(headings, rows) });
    if (answer.ok) setSavedAs(answer.value.saved?.fileName);
    else setProblem(answer.error);
  };
  return { save, savedAs, problem };
}
