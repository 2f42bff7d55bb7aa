import { failure } from '../contract/failure.ts';
import type { Failure, FailureCode } from '../contract/failure.ts';
import type { SupportContact } from '../domain/subscription/subscription.ts';
import { plusSeconds } from '../instant.ts';
import type { Instant } from '../instant.ts';
import type { Decision } from '../ports/outbox-control.ts';
import { resellerCodes, resellerProblem } from './reseller-check.ts';
import { toDecision, toDone, toRefused } from './settle.ts';
import { answerOf, isOutcomeOpen, newRun, newStep, withStep } from './steps.ts';
import { moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';
import type { ChangeKind, Difference, Operation, OperationOf, Step } from './operation.ts';

type Change = OperationOf<ChangeKind>;

/** How a change learns what is there now. */
const lookOf = { 'change-reseller': 'read-subscription', 'set-support-contact': 'read-support-contact' } as const;
/** A resource that is always "changed meanwhile" must not be read for ever. */
const mostWrites = 3;
/** A look that was refused, or that came to nothing, goes again; also what the server gets to finish what it began. */
const lookEverySeconds = 60;
/** A change that the server does not finish for hours is looked at less and less often. */
const mostMinutes = 15;

export const isChange = (operation: Operation): operation is Change => operation.kind in lookOf;

/** There is nothing, or nothing of ours, that could have been changed (get-subscription, errors 20003, 60003, 20002). */
const goneCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'subscription-not-found', 'customer-not-found', 'no-customer-relationship', 'not-found',
]);

const writesOf = ({ kind, steps }: Change): Step[] => steps.filter(({ name }) => name === kind);

/**
 * Looks what is there before anything else is sent, as a new step. Whether the write before it was performed is not
 * known meanwhile, so its step stays `sent`: nobody can cancel or edit what may have been done.
 */
function lookAt(operation: Change, write: Step, retryAt: Instant, context: Context, reason?: Failure): Transition {
  const look = newStep(lookOf[operation.kind], context);
  const since = write.firstSentAt ?? context.now;
  const state = { name: 'unknown', stepId: look.id, since, retryAt, ...(reason && { failure: reason }) } as const;
  return moved({ ...withStep(withStep(operation, { ...write, state: 'sent' }), look), state });
}

/** The look itself was refused: what became of the write is as unknown as before. Looks in vain leave but their number. */
function lookAgain(operation: Change, look: Step, reason: Failure, context: Context): Transition {
  const write = writesOf(operation).at(-1);
  const rest = { ...operation, steps: operation.steps.filter(({ id }) => id !== look.id) };
  if (!write) return toRefused(operation, look, reason);
  const next = lookAt(rest, write, plusSeconds(context.now, lookEverySeconds), context, reason);
  const steps = next.operation.steps.map((step) => (step.state === 'pending' ? { ...step, attempts: look.attempts } : step));
  return { ...next, operation: { ...next.operation, steps } };
}

/** What a look saw settles every write before it: either it is there, or it is not and may be sent anew. */
function settled<Some extends Change>(operation: Some): Some {
  const steps = operation.steps.map((step): Step => (step.name === operation.kind ? { ...step, state: 'answered' } : step));
  return { ...operation, steps };
}

/**
 * Whether repeating a write could overwrite what somebody else did since. The tag of a subscription protects
 * (change-subscription-reseller, notes); a support contact has none, so it is always looked at first.
 */
export function isBlind(operation: Operation, step: Step): operation is Change {
  if (!isChange(operation) || step.name !== operation.kind || step.state !== 'sent') return false;
  return operation.kind !== 'change-reseller' || answerOf(operation, 'read-subscription')?.etag === undefined;
}

/** Instead of a repetition that could overwrite something. */
export const lookFirst = (operation: Change, write: Step, context: Context): Transition =>
  lookAt(operation, write, context.now, context);

const hasWritten = (operation: Change): boolean => writesOf(operation).some(({ attempts }) => attempts > 0);

/** The whole resource was only for the change: it is not kept for ever with what is done. */
const withoutResource = (operation: Change): Change => ({
  ...operation,
  steps: operation.steps.map(({ answer, ...step }) => (answer === undefined || step.name === 'read-subscription' ? step : { ...step, answer })),
});

const goOn = (operation: Change): Transition => moved({ ...operation, state: { name: 'ready' } });

/** The subscription as it is now: credited as wanted already, as the user saw it, or otherwise. */
function subscriptionRead(before: OperationOf<'change-reseller'>, step: Step, context: Context): Transition {
  const operation = settled(before);
  const read = answerOf(operation, 'read-subscription');
  if (!read) return goOn(operation);
  const { payload } = operation;
  const [seen, now] = [payload.before ?? '', read.subscription.partnerId ?? ''];
  if (now === payload.reseller.partnerId) {
    const result = { kind: 'change-reseller', subscription: read.subscription, wasThere: !hasWritten(operation) } as const;
    return toDone(withoutResource(operation), result, context);
  }
  return seen === now ? goOn(operation) : toDecision(operation, step, [{ kind: 'partner-changed', before: seen, after: now }]);
}

function resellerChanged(operation: OperationOf<'change-reseller'>, step: Step, context: Context): Transition {
  const subscription = answerOf(operation, 'change-reseller')?.subscription;
  if (subscription?.partnerId === operation.payload.reseller.partnerId) {
    return toDone(withoutResource(operation), { kind: 'change-reseller', subscription, wasThere: false }, context);
  }
  return oddlyDone(operation, step, context);
}

function resellerChecked(operation: OperationOf<'change-reseller'>, step: Step): Transition {
  const problem = resellerProblem(answerOf(operation, 'check-reseller'));
  return problem ? toDecision(operation, step, [{ kind: 'reseller-not-ready', failure: problem }]) : goOn(operation);
}

/** Tenant ids are GUIDs: case does not tell two apart. */
const isSameContact = (a: SupportContact, b: SupportContact): boolean =>
  a.tenantId.toLowerCase() === b.tenantId.toLowerCase() && a.partnerId === b.partnerId;

function contactRead(before: OperationOf<'set-support-contact'>, step: Step, context: Context): Transition {
  const operation = settled(before);
  const now = answerOf(operation, 'read-support-contact');
  if (!now) return goOn(operation);
  const { contact, before: seen } = operation.payload;
  if (isSameContact(now, contact)) {
    return toDone(operation, { kind: 'set-support-contact', contact: now, wasThere: !hasWritten(operation) }, context);
  }
  // What was there when the first write went is what a later look is compared with.
  if (!seen) return goOn({ ...operation, payload: { ...operation.payload, before: now } });
  return isSameContact(now, seen) ? goOn(operation) : toDecision(operation, step, [{ kind: 'contact-changed', before: seen, after: now }]);
}

/** "Done" that is not what was asked says nothing certain: it is looked at, and after some tries refused. */
function oddlyDone(operation: Change, step: Step, context: Context): Transition {
  const reason = failure('malformed-answer');
  if (writesOf(operation).length >= mostWrites) return toRefused(operation, step, reason);
  const { answer: _, ...write } = step;
  return lookAt(operation, write, plusSeconds(context.now, lookEverySeconds), context, reason);
}

function contactSet(operation: OperationOf<'set-support-contact'>, step: Step, context: Context): Transition {
  const contact = answerOf(operation, 'set-support-contact');
  const isAsAsked = contact !== undefined && isSameContact(contact, operation.payload.contact);
  return isAsAsked ? toDone(operation, { kind: 'set-support-contact', contact, wasThere: false }, context) : oddlyDone(operation, step, context);
}

/** Where a change stands after a step was answered; the answer is already stored with its step. */
export function changeAnswered(operation: Change, step: Step, context: Context): Transition {
  if (operation.kind === 'set-support-contact') {
    return step.name === 'set-support-contact' ? contactSet(operation, step, context) : contactRead(operation, step, context);
  }
  if (step.name === 'check-reseller') return resellerChecked(operation, step);
  return step.name === 'change-reseller' ? resellerChanged(operation, step, context) : subscriptionRead(operation, step, context);
}

/** The server said no to a step of a change; nothing was done by this try. */
export function changeRefused(operation: Change, step: Step, reason: Failure, context: Context): Transition {
  if (step.name !== operation.kind) {
    if (isOutcomeOpen(operation) && !goneCodes.has(reason.code)) return lookAgain(operation, step, reason, context);
    const difference: Difference = { kind: 'reseller-not-ready', failure: reason };
    const isHeld = step.name === 'check-reseller' && resellerCodes.has(reason.code);
    return isHeld ? toDecision(operation, step, [difference]) : toRefused(settled(operation), step, reason);
  }
  if (step.attempts > 1) {
    // A refused repetition says nothing certain about the try before it; a stale tag may be our own doing: look at once.
    const wait = reason.code === 'resource-changed' ? 0 : lookEverySeconds;
    return lookAt(operation, step, plusSeconds(context.now, wait), context, reason);
  }
  const writes = writesOf(operation).length;
  if (reason.code === 'change-in-progress' && writes > 1) {
    // A write before it is being done although the look did not see it yet: most likely our own.
    return lookAt(operation, step, plusSeconds(context.now, lookEverySeconds * Math.min(writes, mostMinutes)), context, reason);
  }
  if (resellerCodes.has(reason.code)) return toDecision(operation, step, [{ kind: 'reseller-not-ready', failure: reason }]);
  // Changed by somebody else since it was read: read and compared again, never overwritten blindly.
  const mayReadAgain = reason.code === 'resource-changed' && writes < mostWrites;
  return mayReadAgain ? moved(newRun(operation)) : toRefused(operation, step, reason);
}

/** A person takes what the server has now as the starting point, or has the reseller checked again. */
export function decideChange(operation: Change, decision: Decision, differences: readonly Difference[]): Operation | undefined {
  if (decision.kind !== 'accept') return undefined;
  const changed = differences.find(({ kind }) => kind === 'partner-changed' || kind === 'contact-changed');
  if (operation.kind === 'change-reseller' && changed?.kind === 'partner-changed') {
    const { before: _, ...payload } = operation.payload;
    return newRun({ ...operation, payload: { ...payload, ...(changed.after !== '' && { before: changed.after }) } });
  }
  if (operation.kind === 'set-support-contact' && changed?.kind === 'contact-changed') {
    return newRun({ ...operation, payload: { ...operation.payload, before: changed.after } });
  }
  return newRun(operation);
}
