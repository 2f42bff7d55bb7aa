import type { Failure } from '../contract/failure.ts';
import type { Edited } from '../domain/subscription/merge-edits.ts';
import type { SubscriptionFields } from '../domain/subscription/subscription-edits.ts';
import type { CustomerTenantId, OperationId, RequestId, StepId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Decision } from '../ports/outbox-control.ts';
import type { Incoming, Outgoing } from './exchange.ts';
import type { JournalNote } from './journal-note.ts';
import type { EditedPayload, Operation } from './operation.ts';

/** What became of the edits that an edit of the same subscription came after: made, or left to a person and not made. */
export interface Followed {
  readonly firsts: readonly (Edited & { readonly id: OperationId; readonly isMade: boolean; readonly now: SubscriptionFields })[];
}

/** What the machine may know about the world when it looks for something to do. */
export interface Facts {
  readonly isOnline: boolean;
  /** `cancelled` when any of them was given up; an edit of a subscription outlives the one before it. */
  readonly dependencies: 'met' | 'unmet' | 'cancelled' | Followed;
  /** The network came back or a person asked: guessed waiting times are over. A server's Retry-After never is. */
  readonly isUrgent: boolean;
}

export type OperationEvent =
  | { readonly name: 'wake'; readonly facts: Facts }
  /** How the exchange of this step ended. */
  | { readonly name: 'heard'; readonly stepId: StepId; readonly incoming: Incoming }
  /** Nobody is sending, so what is found `sending` was cut short: it may have reached the server. */
  | { readonly name: 'restarted' }
  | { readonly name: 'cancel' }
  | { readonly name: 'decide'; readonly decision: Decision }
  | { readonly name: 'edit'; readonly payload: EditedPayload }
  | { readonly name: 'retry' }
  /** A person saw the refused lines of a finished order. */
  | { readonly name: 'acknowledge' }
  /** The customer this one waited for has a tenant id now (decision D6). */
  | { readonly name: 'dependency-done'; readonly operationId: OperationId; readonly customerId: CustomerTenantId };

/** All that is not in the operation: given, so that the same input always gives the same output. */
export interface Context {
  readonly now: Instant;
  /** From 0 up to 1: spreads retries. */
  readonly jitter: number;
  /** The person at the desk, for the journal. */
  readonly who: string;
  readonly newStepId: () => StepId;
  readonly newRequestId: () => RequestId;
  /** Orders other operations are known to have made: a lost checkout never claims one of those. */
  readonly claimedOrderIds: ReadonlySet<string>;
  /** Another order of the same customer was sent and has no answer yet: an order that shows up may be that one's. */
  readonly hasRival: boolean;
}

/** Performed only after the operation is on the disk. */
export type Effect = { readonly kind: 'send'; readonly outgoing: Outgoing };

export interface Transition {
  readonly operation: Operation;
  readonly effects: readonly Effect[];
  readonly journal: readonly JournalNote[];
  /** Why what a person asked for was not done; the operation is then unchanged. */
  readonly problem?: Failure;
}

export const unchanged = (operation: Operation): Transition => ({ operation, effects: [], journal: [] });
export const declined = (operation: Operation, problem: Failure): Transition => ({ ...unchanged(operation), problem });
export const moved = (operation: Operation, ...journal: readonly JournalNote[]): Transition => ({
  operation,
  effects: [],
  journal,
});
/** Its next step may be taken. */
export const goOn = (operation: Operation): Transition => moved({ ...operation, state: { name: 'ready' } });
export const byApp = (what: JournalNote['what'], details: JournalNote['details'] = {}): JournalNote => ({
  who: 'app',
  what,
  details,
});
