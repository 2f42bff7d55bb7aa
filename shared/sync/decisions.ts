import { failure } from '../contract/failure.ts';
import type { Failure } from '../contract/failure.ts';
import type { Decision } from '../ports/outbox-control.ts';
import { assertNever } from '../result.ts';
import { BillingCycle, TermDuration } from '../domain/cart/cart-line.ts';
import type { CartLine } from '../domain/cart/cart-line.ts';
import { decideChange, isChange } from './changes.ts';
import { linesFor } from './confirm.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { JournalNote } from './journal-note.ts';
import { ChangeResellerPayload, CreateCustomerPayload, PlaceOrderPayload, SetSupportContactPayload, isStuck } from './operation.ts';
import type { ChangeKind, Difference, Operation, OperationOf } from './operation.ts';
import { toDone } from './settle.ts';
import { isOutcomeOpen, newRun } from './steps.ts';
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

export function toCancelled(operation: Operation, who: string, { now }: Context): Transition {
  const problem = whyNotCancel(operation);
  if (problem) return declined(operation, problem);
  return moved({ ...operation, state: { name: 'cancelled', at: now } }, { who, what: 'cancelled', details: {} });
}

/** One line with the server's value taken; undefined when the line cannot go on as it is. */
function accepted(line: CartLine, difference: Difference): CartLine | undefined {
  if (difference.kind === 'price') {
    const { unitPrice: _, ...bare } = line;
    return { ...bare, ...(difference.after && { unitPrice: difference.after }) };
  }
  if (difference.kind !== 'line-changed') return undefined;
  const { after } = difference;
  switch (difference.field) {
    case 'quantity':
      return { ...line, quantity: Number(after) };
    case 'termDuration':
      return { ...line, termDuration: TermDuration.catch(line.termDuration).parse(after) };
    case 'billingCycle':
      return { ...line, billingCycle: BillingCycle.catch(line.billingCycle).parse(after) };
    case 'catalogItemId':
    case 'currency':
      return line;
    // The credit of another reseller cannot be taken over from a cart (failure stories F17, F18).
    case 'partnerId':
    case 'missing':
      return undefined;
    default:
      return assertNever(difference.field);
  }
}

function takeServerValues(operation: OperationOf<'place-order'>, differences: readonly Difference[]): PlaceOrderPayload | undefined {
  let { payload } = operation;
  for (const difference of differences) {
    if (difference.kind === 'reseller-not-ready') continue;
    const line = 'lineId' in difference ? payload.lines.find(({ id }) => id === difference.lineId) : undefined;
    const next = line && accepted(line, difference);
    if (!next) return undefined;
    const currency = difference.kind === 'line-changed' && difference.field === 'currency' ? difference.after : payload.currency;
    payload = { ...payload, currency, lines: payload.lines.map((one) => (one.id === next.id ? next : one)) };
  }
  return payload;
}

function decideOrder(operation: OperationOf<'place-order'>, decision: Decision, differences: readonly Difference[]): Operation | undefined {
  if (decision.kind === 'send-again') return isOrderLost(operation) ? newRun(operation) : undefined;
  if (isOrderLost(operation)) return undefined;
  if (decision.kind === 'accept') {
    const payload = takeServerValues(operation, differences);
    return payload && newRun({ ...operation, payload });
  }
  if (decision.kind !== 'drop-lines') return undefined;
  const kept = operation.payload.lines.filter(({ id }) => !decision.lineIds.includes(id));
  if (kept.length === 0 || kept.length === operation.payload.lines.length) return undefined;
  const payload = { ...operation.payload, lines: linesFor(operation.payload.reseller, kept) };
  return newRun({ ...operation, payload });
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

/** A person's answer to a difference. Everything is read, compared and sent anew, with new request ids. */
export function onDecide(operation: Operation, decision: Decision, context: Context): Transition {
  if (decision.kind === 'adopt-customer') return onAdopt(operation, decision, context);
  const { who } = context;
  if (operation.state.name !== 'needs-decision') return declined(operation, doesNotApply);
  const { differences } = operation.state;
  const next =
    operation.kind === 'create-customer' ? decideCustomer(operation, decision)
    : operation.kind === 'place-order' ? decideOrder(operation, decision, differences)
    : isChange(operation) ? decideChange(operation, decision, differences)
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
): Pick<ChangeResellerPayload, 'customer' | 'customerName' | 'subscriptionId' | 'subscriptionName'> {
  const { customer, customerName, subscriptionId, subscriptionName } = payload;
  return { customer, customerName, subscriptionId, subscriptionName };
}

function withPayload(operation: Operation, input: unknown): Operation | undefined {
  if (operation.kind === 'create-customer') {
    const payload = CreateCustomerPayload.safeParse(input);
    return payload.success ? { ...operation, payload: payload.data } : undefined;
  }
  if (operation.kind === 'change-reseller') {
    const parsed = ChangeResellerPayload.safeParse(input);
    return parsed.success ? { ...operation, payload: { ...parsed.data, ...aboutOf(operation) } } : undefined;
  }
  if (operation.kind === 'set-support-contact') {
    const parsed = SetSupportContactPayload.safeParse(input);
    return parsed.success ? { ...operation, payload: { ...parsed.data, ...aboutOf(operation) } } : undefined;
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
  const isUnderWay = state.name === 'sending' || state.name === 'unknown';
  return isUnderWay || isOutcomeOpen(operation) ? mayBeDone : undefined;
}

export function onEdit(operation: Operation, payload: unknown, { who }: Context): Transition {
  const problem = whyNotTouch(operation);
  const next = withPayload(operation, payload);
  if (problem || !next) return declined(operation, problem ?? doesNotApply);
  const fingerprint = fingerprintOf(next.kind, next.payload);
  return moved(newRun({ ...next, fingerprint }), { who, what: 'edited', details: {} });
}

export function onRetry(operation: Operation, { who }: Context): Transition {
  if (operation.state.name !== 'refused') return declined(operation, doesNotApply);
  return moved(newRun(operation), { who, what: 'decided', details: { decision: 'retry' } });
}
