import { Batch, BatchContent } from '../../../../shared/domain/bulk/batch.ts';
import type { BatchStore } from '../../../../shared/ports/batch-store.ts';
import type { Confirmation } from '../../../../shared/sync/confirm.ts';
import { readRow, readRows } from '../readable-rows.ts';
import type { WorkDatabase } from '../work-database.ts';

/** Bulk changes, each written once with its operations. The code that writes them is read when one is confirmed. */
export const storedBatches = (database: WorkDatabase, confirmation: () => Confirmation): BatchStore => ({
  all: async () => readRows(Batch, await database.batches.orderBy('id').toArray()).toReversed(),
  get: async (id) => readRow(Batch, await database.batches.get(id)),
  content: async (id) => readRow(BatchContent, await database.batchContents.get(id)),
  confirm: async (plan) => {
    const { confirmBatch } = await import('./confirm-batch.ts');
    return confirmBatch(database, plan, confirmation());
  },
});
