import { failure } from '../../../../shared/contract/failure.ts';
import { Batch, BatchContent } from '../../../../shared/domain/bulk/batch.ts';
import type { OperationId } from '../../../../shared/ids.ts';
import type { BatchPlan } from '../../../../shared/ports/batch-store.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Confirmation } from '../../../../shared/sync/confirm.ts';
import { toCancelled } from '../../../../shared/sync/decisions.ts';
import { journalEntries } from '../../../../shared/sync/journal-note.ts';
import type { Operation } from '../../../../shared/sync/operation.ts';
import type { Transition } from '../../../../shared/sync/transition.ts';
import { writeChanges } from '../confirmations.ts';
import { readRow } from '../readable-rows.ts';
import type { WorkDatabase } from '../work-database.ts';

/** The operations that give way, given up; undefined when one of them was done, or sent again, meanwhile. */
function givenUp(ids: ReadonlySet<OperationId>, known: readonly Operation[], { account, now }: Confirmation): readonly Transition[] | undefined {
  const before = known.filter(({ id }) => ids.has(id));
  const isReplaceable = ({ state }: Operation): boolean => state.name === 'refused' || state.name === 'needs-decision';
  if (before.length < ids.size || !before.every(isReplaceable)) return undefined;
  const given = before.map((operation) => toCancelled(operation, account.userName, { now }));
  return given.some(({ problem }) => problem !== undefined) ? undefined : given;
}

async function operationsOf(database: WorkDatabase, plan: BatchPlan, context: Confirmation): Promise<Result<readonly Operation[]>> {
  const known = await database.known.all();
  const given = givenUp(new Set(plan.rows.flatMap(({ replaces }) => replaces)), known, context);
  if (given === undefined) return err(failure('change-open'));
  const after = new Map(given.map(({ operation }) => [operation.id, operation]));
  const changes = plan.rows.flatMap((row) => row.changes);
  const left = known.map((operation) => after.get(operation.id) ?? operation);
  const made = await writeChanges(database, changes, plan.ownPartnerId, left, { ...context, batchId: plan.id });
  if (!made.ok || given.length === 0) return made;
  await database.known.write([...after.values()]);
  await database.journal.bulkAdd(given.flatMap(({ operation, journal }) => journalEntries(operation, journal, context.now)));
  return made;
}

async function write(database: WorkDatabase, plan: BatchPlan, context: Confirmation): Promise<Result<Batch>> {
  const before = readRow(Batch, await database.batches.get(plan.id));
  if (before !== undefined) return ok(before);
  if (plan.rows.length === 0) return err(failure('invalid-input', { field: 'rows' }));
  const made = await operationsOf(database, plan, context);
  if (!made.ok) return made;
  const { id, kind, asked, undoes, leftOut } = plan;
  let place = 0;
  const rows = plan.rows.map(({ customerId, subscriptionId, changes }) => {
    const operationIds = made.value.slice(place, place + changes.length).map((operation) => operation.id);
    place += changes.length;
    return { customerId, subscriptionId, operationIds };
  });
  const batch = Batch.parse({
    id, accountId: context.account.id, kind, asked, createdAt: context.now, createdBy: context.account.userName,
    rows: rows.length, leftOut: leftOut.length, ...(undoes !== undefined && { undoes }),
  });
  await database.batches.add(batch);
  await database.batchContents.add(BatchContent.parse({ id, rows, leftOut }));
  return ok(batch);
}

/** Writes a bulk change with its operations, once. */
export function confirmBatch(database: WorkDatabase, plan: BatchPlan, context: Confirmation): Promise<Result<Batch>> {
  const { drafts, operations, journal, settings, batches, batchContents } = database;
  // an async function: by that the library knows to keep the transaction for what it waits for
  return database.transaction('rw', [drafts, operations, journal, settings, batches, batchContents], async () => write(database, plan, context));
}
