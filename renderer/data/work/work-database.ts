import { Dexie } from 'dexie';
import type { Table, Transaction } from 'dexie';
import type { AccountId } from '../../../shared/ids.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { partnerships } from './migrations/0002-partnerships.ts';
import { quotes } from './migrations/0003-quotes.ts';
import { operationRevisions } from './migrations/0004-operation-revisions.ts';
import { operationRows } from './operation-rows.ts';
import type { OperationRows } from './operation-rows.ts';
import { batches } from './migrations/0005-batches.ts';

/** One version of the work database. Frozen once released: what changes is a new one. */
export interface WorkMigration {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  /** Carries old rows over. Never drops one (decision D1). */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/** Oldest first; a test walks the folder and compares. */
export const workMigrations: readonly WorkMigration[] = [firstTables, partnerships, quotes, operationRevisions, batches];

/** A row that could not be read, as it was found: kept for the day when it can be (failure story F11). */
export interface ParkedRow {
  readonly table: string;
  readonly key: string;
  readonly raw: unknown;
  readonly parkedAt: string;
}

export const workDatabaseName = (accountId: AccountId): string => `work-${accountId}`;

/**
 * Unsent work of one account. Rows are `unknown` until parsed: an older or newer version of the app may have written
 * them. Strict durability: a commit is on the disk before it is reported (decision D1, failure story F7).
 */
export class WorkDatabase extends Dexie {
  declare readonly drafts: Table<unknown, string>;
  declare readonly operations: Table<unknown, string>;
  declare readonly journal: Table<unknown, string>;
  declare readonly settings: Table<unknown, string>;
  declare readonly requests: Table<unknown, string>;
  declare readonly contacts: Table<unknown, string>;
  declare readonly verdicts: Table<unknown, string>;
  declare readonly sightings: Table<unknown, string>;
  declare readonly removals: Table<unknown, string>;
  declare readonly quotes: Table<unknown, string>;
  declare readonly batches: Table<unknown, string>;
  declare readonly batchContents: Table<unknown, string>;
  declare readonly parked: Table<ParkedRow, [string, string]>;

  /** The only way to read and to write many operations: each is parsed once. */
  readonly known: OperationRows = operationRows(this);

  constructor(name: string, migrations: readonly WorkMigration[] = workMigrations) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const { version, stores, upgrade } of migrations) {
      const next = this.version(version).stores({ ...stores });
      if (upgrade) next.upgrade(upgrade);
    }
  }
}
