import { failure } from '../contract/failure.ts';
import type { Failure, FailureCode } from '../contract/failure.ts';
import type { StepId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { isWrite, serverCalls } from '../partner-center/server-call.ts';
import { assertNever } from '../result.ts';
import { isAwaitingAgreement } from './agreement-wait.ts';
import { afterThrottle, nextTry, secondLook } from './backoff.ts';
import type { Incoming } from './exchange.ts';
import { changeTaken, isLookedAt } from './looks.ts';
import type { Operation, Step, WaitReason } from './operation.ts';
import { afterAnswer } from './outcomes.ts';
import { afterRefusal } from './refusals.ts';
import { toRefused } from './settle.ts';
import { isLook, stepOf, withStep } from './steps.ts';
import { byApp, moved, unchanged } from './transition.ts';
import type { Context, Transition } from './transition.ts';

const signInCodes: ReadonlySet<FailureCode> = new Set<FailureCode>(['sign-in-needed', 'mfa-needed']);
const networkCodes: ReadonlySet<FailureCode> = new Set<FailureCode>(['offline', 'unreachable', 'no-answer']);

type Throttled = Extract<Incoming, { outcome: 'throttled' }>;

/** Who may ask is looked at before what was asked: such a "no" to a repetition says nothing about the try before it. */
const accessCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'role-missing', 'wrong-tenant', 'own-agreement-missing', 'program-not-active', 'user-role-missing',
]);

interface Pause {
  readonly reason: WaitReason;
  readonly until: Instant;
  readonly failure: Failure;
}

/** The same step with the same request id goes again at `until`; whether an earlier try got through is not known. */
function stayUnknown(operation: Operation, step: Step, { until, failure: reason }: Pause, { now }: Context): Operation {
  const since = step.firstSentAt ?? now;
  return {
    ...withStep(operation, { ...step, state: 'sent' }),
    state: { name: 'unknown', stepId: step.id, since, retryAt: until, failure: reason },
  };
}

/** Certainly nothing happened: the same step, with the same request id, goes again when the pause is over. */
function wait(operation: Operation, step: Step, { reason, until, failure: why }: Pause): Operation {
  const { firstSentAt: _, ...unsent } = step;
  return { ...withStep(operation, { ...unsent, state: 'pending' }), state: { name: 'waiting', reason, until, failure: why } };
}

/**
 * This try did nothing. Only when no earlier try may have reached the server either does the operation merely wait;
 * `attempts` counts just those that may have.
 */
function nothingHappened(operation: Operation, sent: Step, pause: Pause, context: Context): Operation {
  const step = { ...sent, attempts: Math.max(sent.attempts - 1, 0) };
  const isOpen = isLook(operation, step) || (isWrite(step.name) && step.attempts > 0);
  return isOpen ? stayUnknown(operation, step, pause, context) : wait(operation, step, pause);
}

function notSent(operation: Operation, step: Step, reason: Failure, context: Context): Transition {
  const until = secondLook(context);
  if (signInCodes.has(reason.code)) {
    return moved(nothingHappened(operation, step, { reason: 'sign-in', until, failure: reason }, context));
  }
  const held = nothingHappened(operation, step, { reason: 'network', until, failure: reason }, context);
  if (networkCodes.has(reason.code) || held.state.name === 'unknown') return moved(held);
  // Nothing that time would cure (wrong tenant, no keychain): a person must look.
  return toRefused(withStep(operation, { ...step, state: 'answered' }), step, reason);
}

function throttled(operation: Operation, step: Step, incoming: Throttled, context: Context): Transition {
  const until = afterThrottle(incoming.retryAfterSeconds, context);
  const pause = { reason: 'throttled', until, failure: { ...incoming.failure, code: 'throttled' } } as const;
  return moved(nothingHappened(operation, step, pause, context), byApp('step-throttled', { step: step.name, until }));
}

function noAnswer(operation: Operation, step: Step, reason: Failure, context: Context): Transition {
  if (reason.code === 'change-in-progress' && isLookedAt(operation) && step.name === operation.kind) {
    return changeTaken(operation, step, reason, context);
  }
  const pause = { reason: 'server-trouble', until: nextTry(step.attempts, context), failure: reason } as const;
  const isOpen = isWrite(step.name) || isLook(operation, step);
  const held = isOpen ? stayUnknown(operation, step, pause, context) : wait(operation, step, pause);
  // Once: a server that is down for a weekend must not fill the journal.
  return step.attempts > 1 ? moved(held) : moved(held, byApp('step-no-answer', { step: step.name, code: reason.code }));
}

function refused(operation: Operation, step: Step, reason: Failure, context: Context): Transition {
  // Nobody was let in, so nothing was asked: not a refusal of what was confirmed (failure story F30).
  if (signInCodes.has(reason.code)) return notSent(operation, step, reason, context);
  // A change looks instead (changes.ts): who may not write may still see what is there.
  if (isWrite(step.name) && step.attempts > 1 && accessCodes.has(reason.code) && !isLookedAt(operation)) {
    const pause = { reason: 'server-trouble', until: nextTry(step.attempts, context), failure: reason } as const;
    return moved(stayUnknown(operation, step, pause, context));
  }
  return afterRefusal(withStep(operation, { ...step, state: 'answered' }), step, reason, context);
}

function answered(operation: Operation, sent: Step, value: unknown, correlationId: string, context: Context): Transition {
  const answer = serverCalls[sent.name].out.safeParse(value);
  if (!answer.success) return noAnswer(operation, sent, failure('malformed-answer', { correlationId }), context);
  const step: Step = { ...sent, state: 'answered', answer: answer.data };
  const after = afterAnswer(withStep(operation, step), step, context);
  // Once: an agreement that takes weeks, or a change that takes a day, must not fill the journal.
  const isWaitingStill = isAwaitingAgreement(after.operation) || (isLook(operation, step) && after.operation.state.name === 'unknown');
  if (step.attempts > 1 && isWaitingStill) return after;
  return { ...after, journal: [byApp('step-answered', { step: step.name, correlationId }), ...after.journal] };
}

/** Whether an answer to this step still matters: duplicates and answers to steps of the past do not. */
function isAwaited({ state }: Operation, step: Step, incoming: Incoming): boolean {
  if (step.state !== 'sent') return false;
  if (state.name === 'sending') return state.stepId === step.id;
  // A late "done" is true whenever it comes; anything else that comes late says nothing new.
  return state.name === 'unknown' && state.stepId === step.id && incoming.outcome === 'answered';
}

/** How the exchange of a step ended, told apart by what it means for "sent or not" (exchange.ts). */
export function onHeard(operation: Operation, stepId: StepId, incoming: Incoming, context: Context): Transition {
  const step = stepOf(operation, stepId);
  if (!step || !isAwaited(operation, step, incoming)) return unchanged(operation);
  switch (incoming.outcome) {
    case 'answered':
      return answered(operation, step, incoming.value, incoming.correlationId, context);
    case 'refused':
      return refused(operation, step, incoming.failure, context);
    case 'not-sent':
      return notSent(operation, step, incoming.failure, context);
    case 'throttled':
      return throttled(operation, step, incoming, context);
    case 'no-answer':
      return noAnswer(operation, step, incoming.failure, context);
    default:
      return assertNever(incoming);
  }
}
