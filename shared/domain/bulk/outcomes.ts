import type { OperationId } from '../../ids.ts';
import { isChange, isStuck } from '../../sync/operation.ts';
import type { ChangeKind, Operation, OperationOf } from '../../sync/operation.ts';
import type { BatchContent, BatchRow } from './batch.ts';

/** What became of a row, the one that asks most first; the sentence is `bulk.outcome.<outcome>`. */
export const rowOutcomes = ['refused', 'decision', 'unknown', 'waiting', 'stopped', 'done', 'there', 'lost'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

type Change = OperationOf<ChangeKind>;

export interface ResultRow {
  readonly key: string;
  readonly row: BatchRow;
  /** Those that can be read. */
  readonly operations: readonly Change[];
  readonly outcome: RowOutcome;
}

function outcomeOf(operation: Operation): RowOutcome {
  const { state } = operation;
  switch (state.name) {
    case 'refused':
      return 'refused';
    case 'needs-decision':
      return 'decision';
    case 'unknown':
      return isStuck(operation) ? 'decision' : 'unknown';
    case 'cancelled':
      return 'stopped';
    case 'done':
      return 'wasThere' in state.result && state.result.wasThere ? 'there' : 'done';
    case 'ready':
    case 'waiting':
    case 'sending':
      return 'waiting';
  }
}

/** The rows of a bulk change with what became of each. */
export function resultRows({ rows }: Pick<BatchContent, 'rows'>, operations: readonly Operation[]): readonly ResultRow[] {
  const byId = new Map<OperationId, Operation>(operations.map((one) => [one.id, one]));
  return rows.map((row) => {
    const own = row.operationIds.map((id) => byId.get(id)).filter((one) => one !== undefined).filter(isChange);
    const outcomes = new Set<RowOutcome>([...own.map(outcomeOf), ...(own.length < row.operationIds.length ? ['lost' as const] : [])]);
    return {
      key: `${row.customerId} ${row.subscriptionId}`, row, operations: own, outcome: rowOutcomes.find((one) => outcomes.has(one)) ?? 'lost',
    };
  });
}

export type OutcomeCounts = Readonly<Record<RowOutcome, number>>;

export function countOutcomes(rows: readonly ResultRow[]): OutcomeCounts {
  const counts: Record<RowOutcome, number> = { refused: 0, decision: 0, unknown: 0, waiting: 0, stopped: 0, done: 0, there: 0, lost: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** Rows that nothing more will become of by itself. */
export const endedOf = ({ done, there, stopped, refused, decision, lost }: OutcomeCounts): number =>
  done + there + stopped + refused + decision + lost;

/** Whether the person has something to correct: the row was not done, and not because it was so already. */
export const isFailed = ({ outcome }: ResultRow): boolean => outcome === 'refused' || outcome === 'decision' || outcome === 'stopped';
