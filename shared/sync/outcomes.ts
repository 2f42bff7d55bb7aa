import { failure } from '../contract/failure.ts';
import type { Failure } from '../contract/failure.ts';
import type { Money } from '../money.ts';
import type { CheckoutAnswer, ServerCart } from '../partner-center/server-call.ts';
import { lineFailureCodeOf } from '../partner-center/error-codes.ts';
import { agreementLooked, agreementMissing } from './agreement-wait.ts';
import { changeAnswered } from './changes.ts';
import { linesToSend, promotedLines } from './calls.ts';
import { compareCart } from './compare-cart.ts';
import { compareOffers } from './compare-offers.ts';
import { comparePromotions } from './compare-promotions.ts';
import type { JournalNote } from './journal-note.ts';
import type { Operation, OperationOf, Step } from './operation.ts';
import type { Difference } from './difference.ts';
import { checkoutOutcomes } from './order-lines.ts';
import { qualificationAnswered } from './qualification.ts';
import { resellerProblem } from './reseller-check.ts';
import { beginSearch, searchAnswered } from './search.ts';
import { domainTaken, toDecision, toDone, toOrdered, toRefused } from './settle.ts';
import { answerOf } from './steps.ts';
import { byApp, goOn } from './transition.ts';
import type { Context, Transition } from './transition.ts';

type PlaceOrder = OperationOf<'place-order'>;

const decideOrGoOn = (operation: Operation, step: Step, differences: Difference[]): Transition =>
  differences.length > 0 ? toDecision(operation, step, differences) : goOn(operation);

/** Only these two are safe without asking (validate-address, notes). */
const safeAddress: ReadonlySet<string> = new Set(['Verified', 'VerifiedShippable']);

function customerAnswered(operation: OperationOf<'create-customer'>, step: Step, context: Context): Transition {
  const made = answerOf(operation, 'create-customer');
  if (made && step.name === 'create-customer') return toDone(operation, { kind: 'create-customer', ...made }, context);
  const domain = answerOf(operation, 'check-domain');
  if (step.name === 'check-domain' && domain && !domain.isFree) {
    return toRefused(operation, step, domainTaken(operation, step, failure('domain-taken')));
  }
  const verdict = answerOf(operation, 'check-address');
  const isAddressOpen = step.name === 'check-address' && verdict && !safeAddress.has(verdict.status);
  if (!isAddressOpen || operation.payload.keepAddress) return goOn(operation);
  return toDecision(operation, step, [{ kind: 'address', status: verdict.status, suggestions: verdict.suggestions }]);
}

function agreementAnswered(operation: OperationOf<'confirm-agreement'>, step: Step, context: Context): Transition {
  const made = answerOf(operation, 'confirm-agreement');
  const isDone = made && step.name === 'confirm-agreement';
  return isDone ? toDone(operation, { kind: 'confirm-agreement', dateAgreed: made.dateAgreed }, context) : goOn(operation);
}

/** A reseller that may not buy holds the order; it does not fail it (failure story F19). */
function resellerAnswered(operation: PlaceOrder, step: Step): Transition {
  const problem = resellerProblem(answerOf(operation, 'check-reseller'));
  return decideOrGoOn(operation, step, problem ? [{ kind: 'reseller-not-ready', failure: problem }] : []);
}

/** What was taken without asking is told: nothing of an order changes unseen. */
const withNotes = (transition: Transition, notes: readonly JournalNote[]): Transition => ({
  ...transition, journal: [...notes, ...transition.journal],
});
const priceText = ({ amount, currency }: Money): string => `${amount} ${currency}`;

function offersAnswered(operation: PlaceOrder, step: Step): Transition {
  const offers = answerOf(operation, 'read-offers');
  if (!offers) return goOn(operation);
  const { differences, taken } = compareOffers(operation.payload, offers);
  const notes = taken.map(({ line, before, after }) =>
    byApp('price-taken', { title: line.title, before: priceText(before), after: priceText(after) }));
  // What the promotions have become is asked too, so that a person decides on everything at once.
  const isMore = promotedLines(operation).length > 0;
  return withNotes(isMore ? goOn(operation) : decideOrGoOn(operation, step, [...differences]), notes);
}

function promotionsAnswered(operation: PlaceOrder, step: Step): Transition {
  const offers = answerOf(operation, 'read-offers');
  const promotions = answerOf(operation, 'check-promotions');
  if (!offers || !promotions) return goOn(operation);
  const { payload } = operation;
  return decideOrGoOn(operation, step, [...compareOffers(payload, offers).differences, ...comparePromotions(payload, promotions)]);
}

function cartAnswered(operation: PlaceOrder, step: Step): Transition {
  const cart = answerOf(operation, 'create-cart');
  const sent = linesToSend(operation);
  if (!cart || !sent) return goOn(operation);
  const notes = sent.flatMap((line): JournalNote[] => {
    const promotionId = cart.lines.find(({ id }) => id === line.id)?.promotionId;
    return promotionId && !line.promotion ? [byApp('promotion-applied', { title: line.title, promotionId })] : [];
  });
  return withNotes(decideOrGoOn(operation, step, compareCart(operation.payload, sent, cart)), notes);
}

const reasonsOf = ({ orderErrors }: CheckoutAnswer): Failure[] => orderErrors.map(({ code, text }) =>
  failure(lineFailureCodeOf(code, 'order-not-created'), { serverCode: code, serverText: text.slice(0, 2000) }));

/** Nothing at all was bought: every order of the cart, one per order group, is named among the errors (checkout-cart, notes). */
const isAllRefused = ({ lines }: ServerCart, { orderErrors }: CheckoutAnswer): boolean =>
  orderErrors.length > 0 && lines.every((line) => orderErrors.some(({ orderGroup }) => orderGroup === (line.orderGroup ?? '')));

function checkoutAnswered(operation: PlaceOrder, step: Step, answer: CheckoutAnswer, context: Context): Transition {
  const cart = answerOf(operation, 'create-cart');
  if (cart && answer.orders.length > 0) return toOrdered(operation, checkoutOutcomes(cart, answer), context);
  const reasons = reasonsOf(answer);
  // Waiting cures a missing agreement, and nothing else that is in the way.
  const reason = reasons.find(({ code }) => code !== 'agreement-missing') ?? reasons[0] ?? failure('malformed-answer');
  // Orders in neither list may have been made, and refused lines of a repetition say nothing certain about the try before it.
  if (!cart || !isAllRefused(cart, answer) || step.attempts > 1) return beginSearch(operation, context, reason);
  return reason.code === 'agreement-missing' ? agreementMissing(operation, step, reason, context) : toRefused(operation, step, reason);
}

function orderAnswered(operation: PlaceOrder, step: Step, context: Context): Transition {
  if (step.name === 'read-agreement-state') return agreementLooked(operation, step, context);
  if (step.name === 'check-reseller') return resellerAnswered(operation, step);
  if (step.name === 'read-offers') return offersAnswered(operation, step);
  if (step.name === 'check-promotions') return promotionsAnswered(operation, step);
  if (step.name === 'create-cart') return cartAnswered(operation, step);
  const listed = step.name === 'list-orders' ? answerOf(operation, 'list-orders') : undefined;
  if (listed) return searchAnswered(operation, step, listed, context);
  const bought = step.name === 'checkout' ? answerOf(operation, 'checkout') : undefined;
  return bought ? checkoutAnswered(operation, step, bought, context) : goOn(operation);
}

/** Where an operation stands after a step was answered; the answer is already stored with its step. */
export function afterAnswer(operation: Operation, step: Step, context: Context): Transition {
  switch (operation.kind) {
    case 'create-customer':
      return customerAnswered(operation, step, context);
    case 'confirm-agreement':
      return agreementAnswered(operation, step, context);
    case 'place-order':
      return orderAnswered(operation, step, context);
    case 'change-subscription':
    case 'set-support-contact':
    case 'cancel-subscription':
    case 'transition-subscription':
      return changeAnswered(operation, step, context);
    case 'reset-password':
      return toDone(operation, { kind: 'reset-password', userName: operation.payload.userName }, context);
    case 'request-qualification':
      return qualificationAnswered(operation, step, context);
  }
}
