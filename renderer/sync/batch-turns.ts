import type { BatchId } from '../../shared/ids.ts';
import { isBefore } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import { wakesAt } from '../../shared/sync/machine.ts';
import { isOpen } from '../../shared/sync/operation.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import type { BatchGate } from './batch-gate.ts';
import { batchBudget, pausedAmong } from './batch-settings.ts';
import type { OutboxParts } from './sync-runner.ts';

/**
 * Whether looking at the operation could come to anything: deciding takes far longer than this, and of thousands most wait for a
 * moment or for a person.
 */
export function mayMove(operation: Operation, now: Instant, isUrgent: boolean): boolean {
  const { name } = operation.state;
  if (!isOpen(operation) || name === 'refused' || name === 'needs-decision') return false;
  const moment = isUrgent ? undefined : wakesAt(operation, now);
  return moment === undefined || !isBefore(now, moment);
}

/** Operations one of which may be sent, those to be looked at first in front; or when that may be. */
type Turn = { readonly groups: readonly (readonly Operation[])[] } | { readonly opensAt: Instant | undefined };

const nothing: Turn = { opensAt: undefined };

/** Whose turn it is among the operations of bulk changes, when nothing else can be sent. */
export interface BatchTurns {
  next(all: readonly Operation[], isUrgent: boolean): Promise<Turn>;
  /** Of this group one was taken. */
  taken(group: readonly Operation[]): void;
}

export function batchTurns({ work, clock, connectivity }: OutboxParts, gate: BatchGate): BatchTurns {
  let wasLate = false;
  return {
    next: async (all, isUrgent) => {
      const now = clock.now();
      const [fresh, late, ids]: [Operation[], Operation[], Set<BatchId>] = [[], [], new Set()];
      for (const one of all) {
        if (one.batchId === undefined || !mayMove(one, now, isUrgent)) continue;
        (one.state.name === 'ready' ? fresh : late).push(one);
        ids.add(one.batchId);
      }
      // not even told that they wait for the network: thousands of writings, and as many when it is back
      if (ids.size === 0 || !connectivity.getState().isOnline) return nothing;
      const paused = await pausedAmong(work, ids);
      if (paused.size === ids.size) return nothing;
      const opensAt = gate.opensAt(await batchBudget(work));
      if (opensAt) return { opensAt };
      // in turn: what comes to nothing again and again keeps back no other, and what had no answer does not wait for all others
      const groups = wasLate ? [fresh, late] : [late, fresh];
      const isFree = ({ batchId }: Operation): boolean => batchId === undefined || !paused.has(batchId);
      return { groups: paused.size === 0 ? groups : groups.map((group) => group.filter(isFree)) };
    },
    taken: (group) => {
      wasLate = group[0] !== undefined && group[0].state.name !== 'ready';
    },
  };
}
