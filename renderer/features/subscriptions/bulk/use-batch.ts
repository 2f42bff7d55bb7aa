import type { Batch, BatchContent } from '../../../../shared/domain/bulk/batch.ts';
import { resultRows } from '../../../../shared/domain/bulk/outcomes.ts';
import type { ResultRow } from '../../../../shared/domain/bulk/outcomes.ts';
import type { BatchId } from '../../../../shared/ids.ts';
import { useLive } from '../../../platform/services.tsx';
import { isBatchPaused } from '../../../sync/batch-settings.ts';

export interface KnownBatch {
  readonly batch: Batch;
  readonly rows: readonly ResultRow[];
  readonly leftOut: BatchContent['leftOut'];
  readonly isPaused: boolean;
  /** A later bulk change took this one back. */
  readonly undoneBy: Batch | undefined;
}

/** A bulk change with what became of its rows, live; undefined while it is read, null when there is none. */
export function useBatch(id: BatchId | undefined): KnownBatch | null | undefined {
  const known = useLive(async (work) => {
    if (id === undefined) return null;
    const [batch, content, all, isPaused] = await Promise.all([
      work.batches.get(id), work.batches.content(id), work.batches.all(), isBatchPaused(work, id),
    ]);
    return batch === undefined || content === undefined ? null : { batch, content, isPaused, undoneBy: all.find(({ undoes }) => undoes === id) };
  }, [id]);
  const operations = useLive((work) => work.operations(), []);
  if (known === undefined || operations === undefined) return undefined;
  if (known === null) return null;
  const { batch, content, isPaused, undoneBy } = known;
  return { batch, isPaused, undoneBy, rows: resultRows(content, operations), leftOut: content.leftOut };
}
