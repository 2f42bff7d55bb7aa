import type { Failure, FailureCode } from '../contract/failure.ts';
import { isCancelled } from '../domain/subscription/subscription.ts';
import type { SupportContact } from '../domain/subscription/subscription.ts';
import { plusSeconds } from '../instant.ts';
import type { Decision } from '../ports/outbox-control.ts';
import { heldUntil, isHeldCode } from './backoff.ts';
import type { HeldCode } from './backoff.ts';
import {
  changeTaken, goneCodes, hasWritten, lookAgain, lookAt, lookEverySeconds, lookLater, mostWrites, oddlyDone, refusedTimes, settled, writesOf,
} from './looks.ts';
import { resellerCodes } from './reseller-check.ts';
import { toDecision, toDone, toRefused } from './settle.ts';
import { decideUpgrade, upgradeAnswered } from './subscription-upgrade.ts';
import { decideEdits, editsAnswered } from './subscription-edits.ts';
import { answerOf, isOutcomeOpen, newRun, withoutResource } from './steps.ts';
import { byApp, goOn, moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';
import type { ChangeKind, Operation, OperationOf, Step } from './operation.ts';
import type { Difference } from './difference.ts';

type Change = OperationOf<ChangeKind>;

const mostMarks = 8;

/** The subscription to be cancelled as it is now: ended already, as the user saw it, or otherwise. */
function cancellableRead(before: OperationOf<'cancel-subscription'>, step: Step, context: Context): Transition {
  const operation = settled(before);
  const read = answerOf(operation, 'read-subscription');
  if (!read) return goOn(operation);
  const { subscription } = read;
  if (isCancelled(subscription)) {
    return toDone(withoutResource(operation), { kind: 'cancel-subscription', subscription, wasThere: !hasWritten(operation) }, context);
  }
  const later = lookLater(before, step, context);
  if (later) return later;
  const seen = { status: operation.payload.before.status, quantity: operation.payload.before.quantity };
  const now = { status: subscription.status, quantity: subscription.quantity };
  const isAsSeen = seen.status === now.status && seen.quantity === now.quantity;
  return isAsSeen ? goOn(operation) : toDecision(operation, step, [{ kind: 'subscription-changed', before: seen, after: now }]);
}

function subscriptionCancelled(operation: OperationOf<'cancel-subscription'>, step: Step, context: Context): Transition {
  const subscription = answerOf(operation, 'cancel-subscription')?.subscription;
  if (!subscription || !isCancelled(subscription)) return oddlyDone(operation, step, context);
  return toDone(withoutResource(operation), { kind: 'cancel-subscription', subscription, wasThere: false }, context);
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
  if (operation.kind === 'change-subscription') return editsAnswered(operation, step, context);
  if (operation.kind === 'transition-subscription') return upgradeAnswered(operation, step, context);
  return step.name === 'cancel-subscription' ? subscriptionCancelled(operation, step, context) : cancellableRead(operation, step, context);
}

/** The steps with the reason why this, their only try, did nothing. */
function marked(operation: Change, step: Step, refusal: FailureCode): Change {
  const marks = refusedTimes(operation, refusal);
  // Waits of days must not make the operation grow: the wait is at its longest by then.
  const oldest = marks < mostMarks ? undefined : operation.steps.find((one) => one.name === step.name && one.refusal === refusal);
  const steps = operation.steps.filter(({ id }) => id !== oldest?.id);
  return { ...operation, steps: steps.map((one) => (one.id === step.id ? { ...one, refusal } : one)) };
}

/** It cannot be changed just now, and time alone cures that: it waits by the class of the refusal (failure story F28). */
function hold(operation: Change, step: Step, reason: Failure & { readonly code: HeldCode }, context: Context): Transition {
  const until = heldUntil(reason.code, refusedTimes(operation, reason.code) + 1, context);
  const next = newRun(marked(operation, step, reason.code));
  const isNews = refusedTimes(operation, reason.code) === 0;
  const notes = isNews ? [byApp('subscription-awaited', { step: step.name, code: reason.code })] : [];
  return moved({ ...next, state: { name: 'waiting', reason: 'subscription', until, failure: reason } }, ...notes);
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
  // A write before it is being done although the look did not see it yet: most likely our own.
  if (reason.code === 'change-in-progress' && writes > 1) return changeTaken(operation, step, reason, context);
  const { code } = reason;
  if (isHeldCode(code)) return hold(operation, step, { ...reason, code }, context);
  const unwritten = marked(operation, step, code);
  if (resellerCodes.has(code)) return toDecision(unwritten, step, [{ kind: 'reseller-not-ready', failure: reason }]);
  // Changed by somebody else since it was read: read and compared again, never overwritten blindly.
  // Deleted since it was read: what is there now says whether that is what was wanted (cancel-subscription, error 2011).
  const isOver = operation.kind === 'cancel-subscription' && reason.code === 'subscription-over';
  const mayReadAgain = (reason.code === 'resource-changed' || isOver) && refusedTimes(operation, reason.code) + writes < mostWrites;
  return mayReadAgain ? moved(newRun(unwritten)) : toRefused(unwritten, step, reason);
}

/** A person takes what the server has now as the starting point, or has the reseller checked again. */
export function decideChange(
  operation: Change, decision: Decision, differences: readonly Difference[], context: Context,
): Operation | undefined {
  if (operation.kind === 'change-subscription') return decideEdits(operation, decision, differences, context);
  if (decision.kind !== 'accept') return undefined;
  const changed = differences.find(({ kind }) => kind === 'contact-changed' || kind === 'subscription-changed');
  if (operation.kind === 'set-support-contact' && changed?.kind === 'contact-changed') {
    return newRun({ ...operation, payload: { ...operation.payload, before: changed.after } });
  }
  if (operation.kind === 'cancel-subscription' && changed?.kind === 'subscription-changed') {
    return newRun({ ...operation, payload: { ...operation.payload, before: { ...operation.payload.before, ...changed.after } } });
  }
  return operation.kind === 'transition-subscription' ? decideUpgrade(operation, differences) : newRun(operation);
}
