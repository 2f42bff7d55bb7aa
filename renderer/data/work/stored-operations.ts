import { Draft } from '../../../shared/domain/draft.ts';
import { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { OperationChange } from '../../../shared/ports/work-store.ts';
import { canonicalJson } from '../../../shared/sync/fingerprint.ts';
import { Operation } from '../../../shared/sync/operation.ts';
import type { CustomerRef } from '../../../shared/sync/operation.ts';
import { readRow, readRows } from './readable-rows.ts';
import type { WorkDatabase } from './work-database.ts';

/** Open carts of a customer that has just got its tenant id name it by that id from now on (decision D6). */
async function renameInDrafts(database: WorkDatabase, after: readonly Operation[]): Promise<void> {
  const customers = new Map<string, CustomerRef>();
  for (const { id, state } of after) {
    if (state.name !== 'done' || state.result.kind !== 'create-customer') continue;
    customers.set(id, { kind: 'tenant', customerId: state.result.customerId });
  }
  if (customers.size === 0) return;
  for (const draft of readRows(Draft, await database.drafts.toArray())) {
    if (draft.kind !== 'cart' || draft.customer.kind !== 'pending') continue;
    const customer = customers.get(draft.customer.operationId);
    if (customer) await database.drafts.put({ ...draft, customer });
  }
}

/** Whether what is stored is the operation the machine started from, or neither is there. */
function isStored({ known }: WorkDatabase, before: Operation | undefined, raw: unknown): boolean {
  const isSame = before && known.isSame(before, raw);
  if (isSame !== undefined) return isSame;
  const row = readRow(Operation, raw);
  return row === undefined || before === undefined ? row === before : canonicalJson(row) === canonicalJson(Operation.parse(before));
}

/** Compare and set: nothing is written unless every operation is still the one the machine started from. */
export const commitChange = (database: WorkDatabase, change: OperationChange): Promise<'stored' | 'stale'> =>
  database.transaction('rw', [database.drafts, database.operations, database.journal], async () => {
    const before = new Map(change.before.map((operation) => [operation.id, operation]));
    const ids = [...new Set([...before.keys(), ...change.after.map(({ id }) => id)])];
    const stored = await database.operations.bulkGet(ids);
    if (!ids.every((id, index) => isStored(database, before.get(id), stored[index]))) return 'stale';
    await database.known.write(change.after);
    await database.journal.bulkAdd(change.journal.map((entry) => JournalEntry.parse(entry)));
    await renameInDrafts(database, change.after);
    return 'stored';
  });
