import type { Failure } from '../contract/failure.ts';
import { isBefore, plusSeconds } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { assertNever } from '../result.ts';
import { isAwaitingAgreement } from './agreement-wait.ts';
import { callOf, isStale, stepNeeded } from './calls.ts';
import { onAcknowledge, onDecide, onEdit, onRetry, toCancelled } from './decisions.ts';
import { onHeard } from './heard.ts';
import { isBlind, lookFirst } from './looks.ts';
import { onItsOwn } from './subscription-edits.ts';
import type { CustomerRef, Operation, OperationState, Step } from './operation.ts';
import { newRun, newStep, stepOf, withStep } from './steps.ts';
import { byApp, moved, unchanged } from './transition.ts';
import type { Context, Effect, Facts, OperationEvent, Transition } from './transition.ts';

/*
 * The life of an operation (decision D3). Every arrow is stored before what it leads to is done, so a crash anywhere
 * finds one of these states on the disk.
 *
 *            confirmed     dependency, network, throttled, sign-in, server-trouble,
 *                │         agreement (the customer's: below)
 *                ▼  ◀──────────────── wake ────────────────┐
 *   ┌─────▶   ready ───────────────────────────────▶   waiting ◀──── not sent, throttled
 *   │            │ wake: step and request id stored,       ▲         (same step, same request id)
 *   │            ▼       then sent                         │
 *   │        sending ──────────────────────────────────────┘
 *   │         │ │ │ └── no answer to a write, or the app was killed ──▶ unknown ──┐
 *   │         │ │ │             ▲                                          │      │ a lost checkout that cannot be
 *   │         │ │ │             └── wake: same step, same request id ◀─────┘      │ repeated looks for its order
 *   │         │ │ │                 or a look what is there now: see below        │ every minute, for 15 minutes
 *   │ answered│ │ └── the server said no ──▶ refused ── retry, edit ──┐           │
 *   │ (next   │ │                                                     │           ▼
 *   │  step)  │ └──── differs from what was confirmed ──▶ needs-decision ◀── order not found
 *   └─────────┤                                              │        │
 *   ▲         ▼ last step                                    │ decide, edit, send again (a person only)
 *   │       done                                             │        │
 *   └────────── new run: new steps, new request ids ◀────────┴────────┘
 *
 *   A lost change of a subscription (reseller, support contact) that the server will not repeat, or that a repetition could
 *   do over somebody else's, a lost cancellation and a lost request of a qualification are not repeated: a look, still
 *   `unknown`, reads what is there now. As wanted: done. As the user saw it: sent anew, as a new step. Otherwise: needs-decision. A tag that was
 *   stale at the first try did nothing: a new run reads again.
 *
 *   A subscription on which the server still works (900278), that is not ready (800082) or was changed too often (900311) is
 *   not refused: it waits, ever longer, and goes again by itself. What the server took and finishes later (202) is looked for,
 *   ever more patiently, for a day, and sent anew only after that.
 *
 *   An order whose customer has not accepted the Microsoft Customer Agreement (asked to by letter, or the server refused the
 *   purchase for want of it: 13605) bought nothing. It waits for the agreement, looks after five minutes, in the end once an
 *   hour, or when a person asks, and goes on by itself in a new run once it is accepted.
 *
 *   cancelled: from any state but done, unless a write that cannot be taken back may have reached the server.
 */

const waitFor = (operation: Operation, reason: 'dependency' | 'network'): Transition => {
  const isThere = operation.state.name === 'waiting' && operation.state.reason === reason && !operation.state.until;
  return isThere ? unchanged(operation) : moved({ ...operation, state: { name: 'waiting', reason } });
};

/** Stores the step as sent, with its request id, and only then lets it go (decision D2). */
function send(operation: Operation, step: Step, { now }: Context): Transition {
  const call = callOf(operation, step.name);
  if (!call && operation.state.name === 'unknown') throw new Error(`Operation ${operation.id} lost what it had sent`);
  if (!call) return waitFor(operation, 'dependency');
  const about = operation.kind === 'create-customer' && step.name === 'create-customer' ? { domain: operation.payload.form.domain } : {};
  const sent: Step = { ...step, ...about, state: 'sent', attempts: step.attempts + 1, firstSentAt: step.firstSentAt ?? now };
  const { accountId, tenantId } = operation;
  const effect: Effect = {
    kind: 'send',
    outgoing: { accountId, tenantId, operationId: operation.id, stepId: step.id, requestId: step.requestId, ...call },
  };
  // Once a step: a server that cannot be reached for a weekend must not fill the journal.
  const isFirst = stepOf(operation, step.id) === undefined;
  const journal = isFirst ? [byApp('step-sent', { step: step.name, requestId: step.requestId })] : [];
  return { operation: { ...withStep(operation, sent), state: { name: 'sending', stepId: step.id } }, effects: [effect], journal };
}

function goOn(operation: Operation, facts: Facts, context: Context): Transition {
  const { dependencies } = facts;
  if (typeof dependencies === 'object') {
    const own = onItsOwn(operation, dependencies);
    const next = goOn(own, { ...facts, dependencies: 'met' }, context);
    const isLeft = dependencies.firsts.some(({ isMade }) => !isMade);
    return isLeft ? { ...next, journal: [byApp('on-its-own'), ...next.journal] } : next;
  }
  if (dependencies === 'cancelled') return toCancelled(operation, 'app', context);
  if (dependencies === 'unmet') return waitFor(operation, 'dependency');
  if (!facts.isOnline) return waitFor(operation, 'network');
  const current = isStale(operation, context.now) ? newRun(operation) : operation;
  const kept = current.steps.findLast(({ state }) => state === 'pending');
  const name = kept?.name ?? stepNeeded(current);
  // Every step has its answer and the operation is not done: only a bug, or a row written by hand, leads here.
  if (!name) throw new Error(`Operation ${operation.id} has nothing left to send`);
  return send(current, kept ?? newStep(name, context), context);
}

function isReached(operation: Operation, now: Instant): boolean {
  const moment = wakesAt(operation, now);
  return moment === undefined || !isBefore(now, moment);
}

type Waiting = Extract<OperationState, { name: 'waiting' }>;

function isOver(operation: Operation, { reason }: Waiting, facts: Facts, now: Instant): boolean {
  return isReached(operation, now) || (facts.isUrgent && facts.isOnline && reason !== 'throttled' && reason !== 'subscription');
}

/** A pause the server asked for, or needs to finish what it began, is not over because the network is back. */
const isPauseAsked = (reason: Failure | undefined): boolean => reason?.code === 'throttled' || reason?.code === 'change-in-progress';

function onWake(operation: Operation, facts: Facts, context: Context): Transition {
  const { state } = operation;
  switch (state.name) {
    case 'ready':
      return goOn(operation, facts, context);
    case 'waiting':
      // What it waits for does not come with the network, and it is the one thing to be said about it.
      if (isAwaitingAgreement(operation) && !facts.isOnline) return unchanged(operation);
      return isOver(operation, state, facts, context.now) ? goOn(operation, facts, context) : unchanged(operation);
    case 'unknown': {
      const step = stepOf(operation, state.stepId);
      const isUrgent = facts.isUrgent && !isPauseAsked(state.failure);
      const isTime = isUrgent || isReached(operation, context.now);
      if (!step || !facts.isOnline || !isTime) return unchanged(operation);
      return isBlind(operation, step) ? lookFirst(operation, step, context) : send(operation, step, context);
    }
    case 'sending':
    case 'refused':
    case 'needs-decision':
    case 'done':
    case 'cancelled':
      return unchanged(operation);
    default:
      return assertNever(state);
  }
}

function onRestart(operation: Operation, { now }: Context): Transition {
  if (operation.state.name !== 'sending') return unchanged(operation);
  const { stepId } = operation.state;
  const since = stepOf(operation, stepId)?.firstSentAt ?? now;
  return moved({ ...operation, state: { name: 'unknown', stepId, since, retryAt: now } });
}

function withCustomer(operation: Exclude<Operation, { kind: 'create-customer' }>, customer: CustomerRef): Operation {
  switch (operation.kind) {
    case 'confirm-agreement':
      return { ...operation, payload: { ...operation.payload, customer } };
    case 'place-order':
      return { ...operation, payload: { ...operation.payload, customer } };
    case 'change-subscription':
      return { ...operation, payload: { ...operation.payload, customer } };
    case 'set-support-contact':
      return { ...operation, payload: { ...operation.payload, customer } };
    case 'cancel-subscription':
      return { ...operation, payload: { ...operation.payload, customer } };
    case 'transition-subscription':
      return { ...operation, payload: { ...operation.payload, customer } };
    case 'reset-password':
      return { ...operation, payload: { ...operation.payload, customer } };
    case 'request-qualification':
      return { ...operation, payload: { ...operation.payload, customer } };
    default:
      return assertNever(operation);
  }
}

function onCustomerKnown(operation: Operation, event: Extract<OperationEvent, { name: 'dependency-done' }>): Transition {
  if (operation.kind === 'create-customer') return unchanged(operation);
  const { customer } = operation.payload;
  if (customer.kind !== 'pending' || customer.operationId !== event.operationId) return unchanged(operation);
  const known = { kind: 'tenant', customerId: event.customerId } as const;
  return moved(withCustomer(operation, known));
}

/**
 * What an event makes of an operation: its next state, what to do once that is stored, and what to remember. Pure: the
 * same operation, event and context always give the same answer. An event that does not fit changes nothing.
 */
export function step(operation: Operation, event: OperationEvent, context: Context): Transition {
  switch (event.name) {
    case 'wake':
      return onWake(operation, event.facts, context);
    case 'heard':
      return onHeard(operation, event.stepId, event.incoming, context);
    case 'restarted':
      return onRestart(operation, context);
    case 'cancel':
      return toCancelled(operation, context.who, context);
    case 'decide':
      return onDecide(operation, event.decision, context);
    case 'edit':
      return onEdit(operation, event.payload, context);
    case 'retry':
      return onRetry(operation, context);
    case 'acknowledge':
      return onAcknowledge(operation, context);
    case 'dependency-done':
      return onCustomerKnown(operation, event);
    default:
      return assertNever(event);
  }
}

/**
 * The longest wait there is (backoff.ts): what is taken or held, or a pause that the server asked for; and any other. With a margin for
 * their spreading.
 */
const longestAsked = 95_040;
const longestOther = 4000;

/**
 * When time alone may give the operation something to do. A moment that is further from `now` than any wait was reckoned by a clock that
 * was ahead, and nobody knows when it was: it counts as come.
 */
export function wakesAt({ state }: Operation, now?: Instant): Instant | undefined {
  if (state.name !== 'unknown' && state.name !== 'waiting') return undefined;
  const moment = state.name === 'unknown' ? state.retryAt : state.until;
  if (moment === undefined || now === undefined) return moment;
  const isAsked = isPauseAsked(state.failure) || (state.name === 'waiting' && state.reason === 'subscription');
  return isBefore(plusSeconds(now, isAsked ? longestAsked : longestOther), moment) ? now : moment;
}
