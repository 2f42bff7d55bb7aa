import type { z } from 'zod';
import { Batch, BatchContent } from '../../../shared/domain/bulk/batch.ts';
import { Draft } from '../../../shared/domain/draft.ts';
import { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { Removal } from '../../../shared/domain/partnership/removal.ts';
import { PartnershipRequest } from '../../../shared/domain/partnership/request.ts';
import { ResellerContact } from '../../../shared/domain/partnership/reseller-contact.ts';
import { Sighting } from '../../../shared/domain/partnership/sighting.ts';
import { Verdict } from '../../../shared/domain/partnership/verdict.ts';
import { Quote } from '../../../shared/domain/quote/quote.ts';
import type { Instant } from '../../../shared/instant.ts';
import { Operation } from '../../../shared/sync/operation.ts';
import type { ParkedRow, WorkDatabase } from './work-database.ts';

/** The tables whose rows are parsed when read. */
const schemas = {
  drafts: Draft,
  operations: Operation,
  journal: JournalEntry,
  requests: PartnershipRequest,
  contacts: ResellerContact,
  verdicts: Verdict,
  sightings: Sighting,
  removals: Removal,
  quotes: Quote,
  batches: Batch,
  batchContents: BatchContent,
} as const;
type ParsedTable = keyof typeof schemas;
const parsedTables = Object.keys(schemas) as readonly ParsedTable[];

/** A journal of years is read in parts: no part keeps the window, or somebody who writes, waiting. */
const rowsAtOnce = 500;

/** The row, or undefined when it cannot be read: such a row never blocks the others (failure story F11). */
export function readRow<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.infer<Schema> | undefined {
  const row = schema.safeParse(raw);
  return row.success ? row.data : undefined;
}

export const readRows = <Schema extends z.ZodType>(schema: Schema, raw: readonly unknown[]): z.infer<Schema>[] =>
  raw.map((row) => readRow(schema, row)).filter((row) => row !== undefined);

/** Every table here keeps its rows under `id`. */
const keyOf = (raw: unknown): string | undefined =>
  typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id : undefined;

async function unreadableRows(database: WorkDatabase, table: ParsedTable, now: Instant): Promise<ParkedRow[]> {
  const found: ParkedRow[] = [];
  const rows = database.table<unknown, string>(table);
  let part = await rows.toCollection().limit(rowsAtOnce).toArray();
  for (;;) {
    for (const raw of part) {
      const key = keyOf(raw);
      if (key === undefined || (table === 'operations' && database.known.has(key))) continue;
      if (!schemas[table].safeParse(raw).success) found.push({ table, key, raw, parkedAt: now });
    }
    const last = keyOf(part.at(-1));
    if (last === undefined || part.length < rowsAtOnce) return found;
    part = await rows.where(':id').above(last).limit(rowsAtOnce).toArray();
  }
}

/**
 * Copies rows that cannot be read into `parked`; operations that are known were read already. The rows stay where they are as
 * well: an app that knows their shape reads them again, and its sweep takes the copies away.
 */
export async function parkUnreadableRows(database: WorkDatabase, now: Instant): Promise<void> {
  const found = (await Promise.all(parsedTables.map((table) => unreadableRows(database, table, now)))).flat();
  await database.transaction('rw', database.parked, async () => {
    const known = await database.parked.bulkGet(found.map(({ table, key }) => [table, key] as [string, string]));
    const stillBad = new Set(found.map(({ table, key }) => `${table}/${key}`));
    const readAgain = (await database.parked.toArray()).filter(({ table, key }) => !stillBad.has(`${table}/${key}`));
    await database.parked.bulkDelete(readAgain.map(({ table, key }) => [table, key] as [string, string]));
    await database.parked.bulkPut(found.map((row, index) => ({ ...row, parkedAt: known[index]?.parkedAt ?? row.parkedAt })));
  });
}
