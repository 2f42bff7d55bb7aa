import type { BatchId } from '../ids.ts';
import type { Operation } from './operation.ts';

/** One thing in the outbox as people count it: an operation, or a bulk change with all of its operations. */
export interface OutboxUnit {
  /** The oldest of them. */
  readonly operation: Operation;
  readonly count: number;
}

/** Operations as people count them, in their order: those of one bulk change are one thing, or thousands would bury all else. */
export function outboxUnits(operations: readonly Operation[]): readonly OutboxUnit[] {
  const units: { operation: Operation; count: number }[] = [];
  const places = new Map<BatchId, { operation: Operation; count: number }>();
  for (const operation of operations) {
    const { batchId } = operation;
    const known = batchId && places.get(batchId);
    if (known) {
      known.count += 1;
      continue;
    }
    const unit = { operation, count: 1 };
    units.push(unit);
    if (batchId) places.set(batchId, unit);
  }
  return units;
}
