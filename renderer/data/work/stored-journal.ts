import { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalQuery } from '../../../shared/ports/work-store.ts';
import { readRow } from './readable-rows.ts';
import type { WorkDatabase } from './work-database.ts';

function mentions(entry: JournalEntry, text: string): boolean {
  const words = [entry.subject ?? '', entry.who, entry.what, ...Object.values(entry.details)];
  return words.some((word) => word.toLocaleLowerCase().includes(text));
}

/** Newest first; reads no further than the limit needs. */
export async function readJournal(database: WorkDatabase, query: JournalQuery): Promise<JournalEntry[]> {
  const found: JournalEntry[] = [];
  if (query.limit <= 0) return found;
  const text = query.text?.trim().toLocaleLowerCase() ?? '';
  const rows = query.operationId
    ? database.journal.where('operationId').equals(query.operationId)
    : database.journal.orderBy('id');
  rows.reverse();
  await rows
    .until(() => found.length >= query.limit)
    .each((raw) => {
      const entry = readRow(JournalEntry, raw);
      if (entry && found.length < query.limit && (text === '' || mentions(entry, text))) found.push(entry);
    });
  return found;
}
