import { failure } from '../contract/failure.ts';
import type { Failure } from '../contract/failure.ts';
import type { Decision } from '../ports/outbox-control.ts';
import { requestProblems } from '../domain/customer/qualification.ts';
import { withoutIdle } from '../domain/subscription/merge-edits.ts';
import { fieldsEdited } from '../domain/subscription/edited-fields.ts';
import { decideChange } from './changes.ts';
import { linesFor } from './confirm.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { JournalNote } from './journal-note.ts';
import {
  ChangeSubscriptionPayload, CreateCustomerPayload, PlaceOrderPayload, RequestQualificationPayload,
  SetSupportContactPayload, isChange, isStuck,
} from './operation.ts';
import type { ChangeKind, Operation, OperationOf } from './operation.ts';
import type { Difference } from './difference.ts';
import { conflictDecided } from './subscription-edits.ts';
import { toDone } from './settle.ts';
import { isOutcomeOpen, isUnderWay, newRun } from './steps.ts';
import { decidedPayload } from './take-over.ts';
import { declined, moved, unchanged } from './transition.ts';
import type { Context, Transition } from './transition.ts';

/** It may have been done, and nobody knows: the one thing that must not be repeated, changed or dropped blindly. */
const mayBeDone = failure('no-answer');
const doesNotApply = failure('invalid-input');

/** Its order did not show up within the listing delay after a checkout without an answer: it may exist all the same. */
export const isOrderLost = ({ state }: Operation): boolean =>
  state.name === 'needs-decision' && state.differences.some(({ kind }) => kind === 'order-not-found');

/**
 * Why an operation cannot be given up, or undefined. A lost order that did not show up within the listing delay can be,
 * and a change at whose outcome nobody may look: a person looked at it and decided.
 */
export function whyNotCancel(operation: Operation): Failure | undefined {
  if (operation.state.name === 'done' || operation.state.name === 'cancelled') return doesNotApply;
  return isOutcomeOpen(operation) && !isOrderLost(operation) && !isStuck(operation) ? mayBeDone : undefined;
}

/** The refused lines of a finished order were seen: nothing of it changes but that it asks for nobody any more. */
export function onAcknowledge(operation: Operation, { now, who }: Context): Transition {
  if (operation.state.name !== 'done') return declined(operation, doesNotApply);
  if (operation.acknowledgedAt !== undefined) return unchanged(operation);
  return moved({ ...operation, acknowledgedAt: now }, { who, what: 'acknowledged', details: {} });
}

export function toCancelled(operation: Operation, who: string, { now }: Pick<Context, 'now'>): Transition {
  const problem = whyNotCancel(operation);
  if (problem) return declined(operation, problem);
  const kept = operation.kind === 'change-subscription' ? conflictDecided(operation, [], who, now) : operation;
  return moved({ ...kept, state: { name: 'cancelled', at: now } }, { who, what: 'cancelled', details: {} });
}

function decideOrder(operation: OperationOf<'place-order'>, decision: Decision, differences: readonly Difference[]): Operation | undefined {
  if (decision.kind === 'send-again') return isOrderLost(operation) ? newRun(operation) : undefined;
  if (isOrderLost(operation)) return undefined;
  if (decision.kind !== 'accept' && decision.kind !== 'drop-lines') return undefined;
  const [taken, dropped] = decision.kind === 'accept' ? [differences, decision.dropLines ?? []] : [[], decision.lineIds];
  const payload = decidedPayload(operation, taken, dropped);
  return payload && newRun({ ...operation, payload });
}

function decideCustomer(operation: OperationOf<'create-customer'>, decision: Decision): Operation | undefined {
  const { payload } = operation;
  if (decision.kind === 'keep-address') return newRun({ ...operation, payload: { ...payload, keepAddress: true } });
  if (decision.kind !== 'use-address') return undefined;
  return newRun({ ...operation, payload: { ...payload, form: { ...payload.form, address: decision.address } } });
}

/** Refused because its domain is taken, and perhaps by the customer that an earlier try of this very operation made. */
export const mayBeMade = ({ state }: Operation): boolean =>
  state.name === 'refused' && state.failure.code === 'domain-taken' && state.failure.values?.['mayBeOurs'] === 'true';

/**
 * The domain was taken by an earlier try of this very operation, a person looked the customer up and it is ours: the
 * operation is done with it. Its first password was never told to us, so it has to be reset (failure story F16).
 */
function onAdopt(operation: Operation, { customerId, domain }: Extract<Decision, { kind: 'adopt-customer' }>, context: Context): Transition {
  if (operation.kind !== 'create-customer' || !mayBeMade(operation)) return declined(operation, doesNotApply);
  if (domain.toLowerCase() !== operation.payload.form.domain.toLowerCase()) return declined(operation, doesNotApply);
  const done = toDone(operation, { kind: 'create-customer', customerId, domain, credentials: 'missing' }, context);
  const note: JournalNote = { who: context.who, what: 'decided', details: { decision: 'adopt-customer' } };
  return { ...done, journal: [note, ...done.journal] };
}

/** Of the edits of a subscription the person keeps none: there is nothing to send any more. */
const isNothingLeft = (operation: Operation, decision: Decision): boolean =>
  operation.kind === 'change-subscription' && decision.kind === 'keep-fields' &&
  fieldsEdited(operation.payload.edits).every((field) => !decision.fields.includes(field));

/** A person's answer to a difference. Everything is read, compared and sent anew, with new request ids. */
export function onDecide(operation: Operation, decision: Decision, context: Context): Transition {
  if (decision.kind === 'adopt-customer') return onAdopt(operation, decision, context);
  const { who } = context;
  if (operation.state.name !== 'needs-decision') return declined(operation, doesNotApply);
  const { differences } = operation.state;
  if (isNothingLeft(operation, decision)) return toCancelled(operation, who, context);
  const next =
    operation.kind === 'create-customer' ? decideCustomer(operation, decision)
    : operation.kind === 'place-order' ? decideOrder(operation, decision, differences)
    : isChange(operation) ? decideChange(operation, decision, differences, context)
    : undefined;
  if (!next) return declined(operation, doesNotApply);
  const note: JournalNote = decision.kind === 'send-again'
    ? { who, what: 'sent-again', details: {} }
    : { who, what: 'decided', details: { decision: decision.kind } };
  return moved(next, note);
}

/** What a change is about is not edited. */
function aboutOf(
  { payload }: OperationOf<ChangeKind>,
): Pick<ChangeSubscriptionPayload, 'customer' | 'customerName' | 'subscriptionId' | 'subscriptionName'> {
  const { customer, customerName, subscriptionId, subscriptionName } = payload;
  return { customer, customerName, subscriptionId, subscriptionName };
}

function withPayload(operation: Operation, input: unknown): Operation | undefined {
  if (operation.kind === 'create-customer') {
    const payload = CreateCustomerPayload.safeParse(input);
    return payload.success ? { ...operation, payload: payload.data } : undefined;
  }
  if (operation.kind === 'change-subscription') {
    const parsed = ChangeSubscriptionPayload.safeParse(input);
    if (!parsed.success) return undefined;
    const edits = withoutIdle(parsed.data);
    if (fieldsEdited(edits).length === 0) return undefined;
    return { ...operation, payload: { ...parsed.data, edits, ...aboutOf(operation) } };
  }
  if (operation.kind === 'set-support-contact') {
    const parsed = SetSupportContactPayload.safeParse(input);
    return parsed.success ? { ...operation, payload: { ...parsed.data, ...aboutOf(operation) } } : undefined;
  }
  if (operation.kind === 'request-qualification') {
    const parsed = RequestQualificationPayload.safeParse(input);
    const { customer, customerName } = operation.payload;
    if (!parsed.success || requestProblems(parsed.data).length > 0) return undefined;
    return { ...operation, payload: { ...parsed.data, customer, customerName } };
  }
  if (operation.kind !== 'place-order') return undefined;
  const parsed = PlaceOrderPayload.safeParse(input);
  if (!parsed.success) return undefined;
  const { reseller, lines } = parsed.data;
  // The customer is not edited: it may have got its tenant id while the form was open.
  const { customer, customerName } = operation.payload;
  return { ...operation, payload: { ...parsed.data, customer, customerName, lines: linesFor(reseller, lines) } };
}

/** Whether a person may change or repeat the operation: nothing of it may have been done without our knowing. */
function whyNotTouch(operation: Operation): Failure | undefined {
  const { state } = operation;
  if (state.name === 'done' || state.name === 'cancelled') return doesNotApply;
  return isUnderWay(operation) ? mayBeDone : undefined;
}

export function onEdit(operation: Operation, payload: unknown, { who }: Context): Transition {
  const problem = whyNotTouch(operation);
  const next = withPayload(operation, payload);
  if (problem || !next) return declined(operation, problem ?? doesNotApply);
  const fingerprint = fingerprintOf(next.kind, next.payload);
  return moved(newRun({ ...next, fingerprint }), { who, what: 'edited', details: {} });
}

/** A subscription that could not be changed just now may be tried before its time when a person says so. */
const isTriable = ({ state }: Operation): boolean =>
  state.name === 'refused' || (state.name === 'waiting' && state.reason === 'subscription');

export function onRetry(operation: Operation, { who }: Context): Transition {
  if (!isTriable(operation)) return declined(operation, doesNotApply);
  return moved(newRun(operation), { who, what: 'decided', details: { decision: 'retry' } });
}
