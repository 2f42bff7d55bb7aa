import type { Account } from '../../../shared/domain/account.ts';
import { Draft } from '../../../shared/domain/draft.ts';
import { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { newJournalId, newOperationId } from '../../../shared/ids.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { WorkStore } from '../../../shared/ports/work-store.ts';
import type { Confirmation } from '../../../shared/sync/confirm.ts';
import { Operation } from '../../../shared/sync/operation.ts';
import { storedBatches } from './batches/stored-batches.ts';
import { storedPartnerships } from './partnerships/stored-partnerships.ts';
import { storedQuotes } from './quotes/stored-quotes.ts';
import { giveRevisions } from './operation-rows.ts';
import { parkUnreadableRows, readRow, readRows } from './readable-rows.ts';
import { readJournal } from './stored-journal.ts';
import { commitChange } from './stored-operations.ts';
import { settingValue } from './setting-value.ts';
import { watchChanges } from './watch-changes.ts';
import { WorkDatabase, workDatabaseName } from './work-database.ts';
import type { ParkedRow } from './work-database.ts';

/** The store, and what only its owner needs. */
export interface OpenWorkStore extends WorkStore {
  /** Rows that cannot be read, kept as they were found. */
  parkedRows(): Promise<readonly ParkedRow[]>;
  close(): void;
}

/** Nobody confirms anything in the first moments: that code is not waited for at the start. */
const confirming = () => import('./confirmations.ts');

function draftsIn(database: WorkDatabase): Pick<WorkStore, 'drafts' | 'draft' | 'saveDraft' | 'dropDraft'> {
  const isConfirmed = (raw: unknown): boolean => readRow(Draft, raw)?.state === 'confirmed';
  return {
    drafts: async () => readRows(Draft, await database.drafts.toArray()),
    draft: async (id) => readRow(Draft, await database.drafts.get(id)),
    saveDraft: (draft) =>
      database.transaction('rw', database.drafts, async () => {
        // A form that saves itself a moment late must not open again what was confirmed in between.
        if (draft.state === 'open' && isConfirmed(await database.drafts.get(draft.id))) return;
        await database.drafts.put(Draft.parse(draft));
      }),
    dropDraft: (id) =>
      database.transaction('rw', database.drafts, async () => {
        if (!isConfirmed(await database.drafts.get(id))) await database.drafts.delete(id);
      }),
  };
}

function storeOver(database: WorkDatabase, account: Account, clock: Clock): OpenWorkStore {
  const confirmation = (): Confirmation => ({ account, now: clock.now(), newId: newOperationId });
  return {
    ...draftsIn(database),
    partnerships: storedPartnerships({ database, account, clock }),
    quotes: storedQuotes(database, account, clock),
    operations: () => database.known.all(),
    batches: storedBatches(database, confirmation),
    operation: async (id) => readRow(Operation, await database.operations.get(id)),
    confirmCustomer: async (draft, payload) => (await confirming()).confirmCustomer(database, draft, payload, confirmation()),
    confirmCart: async (draft) => (await confirming()).confirmCart(database, draft, confirmation()),
    confirmChange: async (changes, ownPartnerId, batchId) =>
      (await confirming()).confirmChange(database, changes, ownPartnerId, { ...confirmation(), ...(batchId && { batchId }) }),
    confirmReset: async (payload) => (await confirming()).confirmReset(database, payload, confirmation()),
    confirmQualification: async (payload) => (await confirming()).confirmQualification(database, payload, confirmation()),
    commit: (change) => commitChange(database, change),
    journal: (query) => readJournal(database, query),
    addJournal: async (entry) => {
      const whole = { ...entry, id: newJournalId(), at: clock.now(), accountId: account.id };
      await database.journal.add(JournalEntry.parse(whole));
    },
    setting: async (name) => settingValue(await database.settings.get(name)),
    saveSetting: async (name, value) => {
      await database.settings.put({ name, value });
    },
    watch: watchChanges,
    parked: () => database.parked.count(),
    parkedRows: () => database.parked.toArray(),
    close: () => database.close(),
  };
}

/** Asks the browser never to evict this data (failure story F8). It may say no; then the profile folder is all there is. */
async function askForPersistence(): Promise<void> {
  if ('storage' in navigator) await navigator.storage.persist().catch(() => false);
}

/** Opens the unsent work of one account, bringing its tables up to date. */
export async function openWorkStore(account: Account, clock: Clock): Promise<OpenWorkStore> {
  await askForPersistence();
  const database = new WorkDatabase(workDatabaseName(account.id));
  await database.open();
  await giveRevisions(database);
  await database.known.all();
  await parkUnreadableRows(database, clock.now());
  return storeOver(database, account, clock);
}
