import type { Connectivity } from '../../shared/contract/contract.ts';
import type { Instant } from '../../shared/instant.ts';
import { isBefore } from '../../shared/instant.ts';
import type { CollectionName, MirrorStatus } from '../../shared/ports/mirror.ts';
import { isOpen, needsPerson } from '../../shared/sync/operation.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import { outboxUnits } from '../../shared/sync/outbox-units.ts';

/** What the sync pill says; one at a time, the most pressing first. */
export type SyncState =
  | { readonly kind: 'needs-you'; readonly count: number }
  | { readonly kind: 'offline'; readonly since: Instant | undefined; readonly isChosen: boolean }
  | { readonly kind: 'pulling'; readonly done: number; readonly total: number | undefined; readonly collection: CollectionName }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'up-to-date'; readonly at: Instant }
  | { readonly kind: 'never-pulled' };

const listed: readonly CollectionName[] = ['resellers', 'customers', 'catalogue'];

/** When the lists were last complete: the oldest of them. Undefined while one of them never was. */
export function dataAge(status: MirrorStatus): Instant | undefined {
  let oldest: Instant | undefined;
  for (const name of listed) {
    const { pulledAt } = status.collections[name];
    if (pulledAt === undefined) return undefined;
    if (oldest === undefined || isBefore(pulledAt, oldest)) oldest = pulledAt;
  }
  return oldest;
}

/** Whether every list has been complete once, so that the app is of use without a network. */
export const isComplete = (status: MirrorStatus): boolean => dataAge(status) !== undefined;

export function syncStateOf(connectivity: Connectivity, status: MirrorStatus, operations: readonly Operation[]): SyncState {
  const asking = outboxUnits(operations.filter(needsPerson)).length;
  if (asking > 0) return { kind: 'needs-you', count: asking };
  const at = dataAge(status);
  if (!connectivity.isOnline) return { kind: 'offline', since: at, isChosen: connectivity.reason === 'work-offline' };
  if (status.pull !== undefined) {
    const { done, total, collection } = status.pull;
    return { kind: 'pulling', done, total, collection };
  }
  const waiting = outboxUnits(operations.filter(isOpen)).length;
  if (waiting > 0) return { kind: 'waiting', count: waiting };
  return at === undefined ? { kind: 'never-pulled' } : { kind: 'up-to-date', at };
}
