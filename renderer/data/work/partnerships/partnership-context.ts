import type { Table } from 'dexie';
import type { Account } from '../../../../shared/domain/account.ts';
import { JournalEntry } from '../../../../shared/domain/journal/journal-entry.ts';
import type { JournalEvent } from '../../../../shared/domain/journal/journal-entry.ts';
import { newJournalId } from '../../../../shared/ids.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { WorkDatabase } from '../work-database.ts';

/** What the stores of requests, contacts, verdicts, sightings and removals work with. */
export interface PartnershipContext {
  readonly database: WorkDatabase;
  readonly account: Account;
  readonly clock: Clock;
}

/** What is remembered of one change; never the text of a letter. */
export interface PartnershipNote {
  readonly at: Instant;
  /** User name of the account, or `app` for what was noticed by itself. */
  readonly who: string;
  readonly what: JournalEvent;
  /** Name of the reseller. */
  readonly subject: string | undefined;
  readonly details: Readonly<Record<string, string>>;
}

/** Writes rows, if there are any. */
export async function putRows(table: Table<unknown, string>, rows: readonly unknown[]): Promise<void> {
  if (rows.length > 0) await table.bulkPut(rows);
}

/** Writes notes into the journal; only ever called inside the transaction of the change they tell of. */
export async function addNotes({ database, account }: PartnershipContext, notes: readonly PartnershipNote[]): Promise<void> {
  const entries = notes.map(({ subject, ...note }): JournalEntry => JournalEntry.parse({
    ...note, id: newJournalId(), accountId: account.id, ...(subject === undefined ? {} : { subject }),
  }));
  await putRows(database.journal, entries);
}
