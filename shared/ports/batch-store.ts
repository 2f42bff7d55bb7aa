import type { Batch, BatchContent, BatchRow, LeftOut } from '../domain/bulk/batch.ts';
import type { BatchId, OperationId } from '../ids.ts';
import type { Result } from '../result.ts';
import type { SubscriptionChange } from '../sync/operation.ts';

/** A row as it is confirmed. */
export interface ConfirmedRow extends Omit<BatchRow, 'operationIds'> {
  readonly changes: readonly SubscriptionChange[];
  /** Refused changes that give way to it. */
  readonly replaces: readonly OperationId[];
}

export interface BatchPlan extends Pick<Batch, 'kind' | 'asked' | 'undoes'> {
  /** Made when the preview was opened: confirming the same preview twice is one bulk change. */
  readonly id: BatchId;
  readonly rows: readonly ConfirmedRow[];
  readonly leftOut: readonly LeftOut[];
  readonly ownPartnerId: string | undefined;
}

/** The bulk changes that were confirmed. What becomes of their rows is told by their operations. */
export interface BatchStore {
  /** Newest first. */
  all(): Promise<readonly Batch[]>;
  get(id: BatchId): Promise<Batch | undefined>;
  content(id: BatchId): Promise<BatchContent | undefined>;
  /** Writes the bulk change, its operations and their journal entries, and gives up what they replace, in one transaction. */
  confirm(plan: BatchPlan): Promise<Result<Batch>>;
}
