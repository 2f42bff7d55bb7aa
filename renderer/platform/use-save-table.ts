import { useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import { bridge } from './bridge.ts';

type Rows = readonly (readonly string[])[];

export interface TableFile {
  /** Without its ending. */
  readonly name: string;
  readonly headings: readonly string[];
  /** All of them, or part after part: the window answers between two. */
  readonly rows: Rows | AsyncIterable<Rows>;
}

export interface SaveTable {
  readonly save: (table: TableFile) => Promise<void>;
  /** The file is being put together, or the user is asked where. */
  readonly isSaving: boolean;
  readonly savedAs: string | undefined;
  readonly problem: Failure | undefined;
}

async function textOf({ headings, rows }: TableFile): Promise<string> {
  // asked for now and then: the library is read then
  const { csvLines, csvText } = await import('../../shared/domain/csv-text.ts');
  if (!(Symbol.asyncIterator in rows)) return csvText(headings, rows);
  const parts = [csvLines([headings])];
  for await (const part of rows) if (part.length > 0) parts.push(csvLines(part));
  return parts.join('\r\n');
}

/** Saves a table as a CSV file, where the user chooses; no cell of it runs in a spreadsheet. */
export function useSaveTable(): SaveTable {
  const [isSaving, setSaving] = useState(false);
  const [savedAs, setSavedAs] = useState<string>();
  const [problem, setProblem] = useState<Failure>();
  const write = async (table: TableFile): Promise<void> => {
    const text = await textOf(table);
    const fileName = `${table.name} ${new Date().toISOString().slice(0, 10)}.csv`;
    const answer = await bridge.call('files.saveTable', { fileName, text });
    if (answer.ok) setSavedAs(answer.value.saved?.fileName);
    else setProblem(answer.error);
  };
  const save = async (table: TableFile): Promise<void> => {
    setSavedAs(undefined);
    setProblem(undefined);
    setSaving(true);
    await write(table).finally(() => setSaving(false));
  };
  return { save, isSaving, savedAs, problem };
}
