import { useState } from 'react';
import { useNavigate } from 'react-router';
import { failure } from '../../../../shared/contract/failure.ts';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { leftOutOf, leftOutOfLine } from '../../../../shared/domain/bulk/change-table.ts';
import { changesOfRow } from '../../../../shared/domain/bulk/plan.ts';
import type { PlannedRow } from '../../../../shared/domain/bulk/plan.ts';
import type { BatchPlan } from '../../../../shared/ports/batch-store.ts';
import { err } from '../../../../shared/result.ts';
import { useServices } from '../../../platform/services.tsx';
import type { BulkChoice } from './bulk-choice.ts';
import { forgetChoice } from './bulk-choice.ts';
import type { Preview } from './use-preview.ts';

/** What a preview is confirmed as: the rows that will be done, each with exactly what it shows, and why the others are not. */
export function batchPlanOf(
  choice: BulkChoice, asked: BatchPlan['asked'], { rows, unmatched }: Pick<Preview, 'rows' | 'unmatched'>, ownPartnerId: string | undefined,
): BatchPlan {
  const isDone = ({ problem, key }: PlannedRow): boolean => problem === undefined && !choice.takenOut.has(key);
  return {
    id: choice.batchId, kind: choice.kind, asked, ownPartnerId,
    ...(choice.undoes !== undefined && { undoes: choice.undoes }),
    rows: rows.filter(isDone).map((row) => ({
      customerId: row.target.row.customerId, subscriptionId: row.target.row.subscription.id, changes: changesOfRow(row), replaces: row.replaces,
    })),
    leftOut: [
      ...rows.filter((row) => !isDone(row)).map((row) => leftOutOf(row)),
      ...unmatched.map(({ line, problem }) => leftOutOfLine(line, problem)),
    ],
  };
}

export interface ConfirmBatch {
  readonly confirm: (plan: BatchPlan) => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: Failure | undefined;
}

/** From the preview to the outbox: one transaction for all rows; pressing twice finds what was made. */
export function useConfirmBatch(): ConfirmBatch {
  const { work, outbox } = useServices();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const confirm = async (plan: BatchPlan): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    // of a writing that failed nothing was kept: it may be pressed again
    const made = await work.batches.confirm(plan).catch((error: unknown) =>
      err(failure('storage-failed', { serverText: String(error).slice(0, 2000) })));
    setBusy(false);
    if (!made.ok) {
      setProblem(made.error);
      return;
    }
    outbox.wake();
    forgetChoice();
    await navigate(`/subscriptions/bulk/${made.value.id}`);
  };
  return { confirm, isBusy, problem };
}
