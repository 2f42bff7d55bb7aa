import { failure } from '../contract/failure.ts';
import type { Failure, FailureCode } from '../contract/failure.ts';
import { isBefore, plusSeconds } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { takenLook } from './backoff.ts';
import { toRefused } from './settle.ts';
import { answerOf, newStep, withStep } from './steps.ts';
import { byApp, moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';
import type { Operation, OperationOf, Step } from './operation.ts';

/** How an operation whose write may not be repeated blindly learns what is there now. */
const lookOf = {
  'change-subscription': 'read-subscription',
  'set-support-contact': 'read-support-contact',
  'cancel-subscription': 'read-subscription',
  'transition-subscription': 'list-transitions',
  'request-qualification': 'read-qualifications',
} as const;
export type LookedAt = OperationOf<keyof typeof lookOf>;

/** A resource that is always "changed meanwhile" must not be read for ever. */
export const mostWrites = 3;
/** A look that was refused, or that came to nothing, goes again; also what the server gets to finish what it began. */
export const lookEverySeconds = 60;

/** There is nothing, or nothing of ours, that could have been changed (get-subscription, errors 20003, 60003, 20002). */
export const goneCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'subscription-not-found', 'customer-not-found', 'no-customer-relationship', 'not-found',
]);

/** Whether what became of a lost write is looked at, in place of a repetition. */
export const isLookedAt = (operation: Operation): operation is LookedAt => operation.kind in lookOf;

/** The writes that may have done something. */
export const writesOf = ({ kind, steps }: LookedAt): Step[] => steps.filter(({ name, refusal }) => name === kind && refusal === undefined);
/** How often the server said for certain, and for that reason, that a write did nothing. */
export const refusedTimes = ({ kind, steps }: LookedAt, code: FailureCode): number =>
  steps.filter(({ name, refusal }) => name === kind && refusal === code).length;
export const hasWritten = (operation: LookedAt): boolean => writesOf(operation).some(({ attempts }) => attempts > 0);

/**
 * Looks what is there before anything else is sent, as a new step. Whether the write before it was performed is not
 * known meanwhile, so its step stays `sent`: nobody can cancel or edit what may have been done.
 */
export function lookAt(operation: LookedAt, write: Step, retryAt: Instant, context: Context, reason?: Failure): Transition {
  const look = newStep(lookOf[operation.kind], context);
  const since = write.firstSentAt ?? context.now;
  const state = { name: 'unknown', stepId: look.id, since, retryAt, ...(reason && { failure: reason }) } as const;
  return moved({ ...withStep(withStep(operation, { ...write, state: 'sent' }), look), state });
}

/**
 * The look itself was refused, or does not see yet what the server took: what became of the write is as unknown as before. Looks
 * in vain leave but their number.
 */
export function lookAgain(
  operation: LookedAt, look: Step, reason: Failure, context: Context, retryAt = plusSeconds(context.now, lookEverySeconds),
): Transition {
  const write = writesOf(operation).at(-1);
  const rest = { ...operation, steps: operation.steps.filter(({ id }) => id !== look.id) };
  if (!write) return toRefused(operation, look, reason);
  const next = lookAt(rest, write, retryAt, context, reason);
  const steps = next.operation.steps.map((step) => (step.state === 'pending' ? { ...step, attempts: look.attempts } : step));
  return { ...next, operation: { ...next.operation, steps } };
}

/** The server gets a day to finish what it took (reference, limits: pendingOperation). */
const mostSecondsTaken = 86_400;
const stillWorking = failure('change-in-progress');

/** The server took the write and finishes it later (202): it is looked for, and not sent again meanwhile. */
export function changeTaken(operation: LookedAt, step: Step, reason: Failure, context: Context): Transition {
  const taken = { ...step, takenAt: step.takenAt ?? context.now };
  const next = lookAt(operation, taken, takenLook(0, context), context, reason);
  return { ...next, journal: [byApp('change-taken', { step: step.name })] };
}

/** A look that does not see yet what the server took looks again; undefined once the server had its time. */
export function lookLater(operation: LookedAt, look: Step, context: Context): Transition | undefined {
  const takenAt = writesOf(operation).findLast(({ state }) => state === 'sent')?.takenAt;
  if (takenAt === undefined || !isBefore(context.now, plusSeconds(takenAt, mostSecondsTaken))) return undefined;
  return lookAgain(operation, look, stillWorking, context, takenLook(look.attempts, context));
}

/** What a look saw settles every write before it: either it is there, or it is not and may be sent anew. */
export function settled<Some extends LookedAt>(operation: Some): Some {
  const steps = operation.steps.map((step): Step => (step.name === operation.kind ? { ...step, state: 'answered' } : step));
  return { ...operation, steps };
}

/**
 * Whether repeating a write could overwrite what somebody else did since, or ask for the same twice. The tag of a
 * subscription protects (change-subscription-reseller, notes); what has none is always looked at first, and so is what cannot
 * be taken back (cancel-subscription, notes).
 */
export function isBlind(operation: Operation, step: Step): operation is LookedAt {
  if (!isLookedAt(operation) || step.name !== operation.kind || step.state !== 'sent') return false;
  return operation.kind !== 'change-subscription' || answerOf(operation, 'read-subscription')?.etag === undefined;
}

/** Instead of a repetition that could overwrite something. */
export const lookFirst = (operation: LookedAt, write: Step, context: Context): Transition =>
  lookAt(operation, write, context.now, context);

/** "Done" that is not what was asked says nothing certain: it is looked at, and after some tries refused. */
export function oddlyDone(operation: LookedAt, step: Step, context: Context): Transition {
  const reason = failure('malformed-answer');
  if (writesOf(operation).length >= mostWrites) return toRefused(operation, step, reason);
  const { answer: _, ...write } = step;
  return lookAt(operation, write, plusSeconds(context.now, lookEverySeconds), context, reason);
}
