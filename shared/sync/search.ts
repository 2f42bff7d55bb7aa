import { failure } from '../contract/failure.ts';
import type { Failure } from '../contract/failure.ts';
import { isBefore, plusSeconds } from '../instant.ts';
import type { Instant } from '../instant.ts';
import type { ServerCallOutput } from '../partner-center/server-call.ts';
import type { OperationOf, Step } from './operation.ts';
import { findOrders, searchOutcomes } from './order-lines.ts';
import { toDecision, toOrdered } from './settle.ts';
import { answerOf, newStep, withStep } from './steps.ts';
import { moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';

type PlaceOrder = OperationOf<'place-order'>;

/** New orders are listed up to 15 minutes late (list-orders, notes; failure story F4). */
export const listingDelaySeconds = 15 * 60;
/** "Do not poll hard" (list-orders, notes). */
const lookEverySeconds = 60;

const earlier = (a: Instant, b: Instant): Instant => (isBefore(a, b) ? a : b);
const sentAtOf = (operation: PlaceOrder, context: Context): Instant =>
  operation.steps.findLast(({ name }) => name === 'checkout')?.firstSentAt ?? context.now;

/**
 * When the orders of a lost checkout must be listed: the delay counts from the first look, not from the first sending,
 * because a repetition hours later may be the one that the server acted on.
 */
function lookUntil(operation: PlaceOrder, { now }: Context): Instant {
  const firstLook = operation.steps.find(({ name, firstSentAt }) => name === 'list-orders' && firstSentAt)?.firstSentAt;
  return plusSeconds(firstLook ?? now, listingDelaySeconds);
}

/** A look that is over keeps its place in the list, not the customer's orders: there may be many looks, and many orders. */
function emptied({ answer, ...step }: Step): Step {
  return step.name === 'list-orders' || answer === undefined ? step : { ...step, answer };
}

/** Looks (again) for the order at the given moment, as a new step. The checkout's fate stays unknown meanwhile. */
function lookAt(operation: PlaceOrder, retryAt: Instant, context: Context, reason?: Failure): PlaceOrder {
  const step = newStep('list-orders', context);
  const since = sentAtOf(operation, context);
  const state = { name: 'unknown', stepId: step.id, since, retryAt, ...(reason && { failure: reason }) } as const;
  return { ...withStep({ ...operation, steps: operation.steps.map(emptied) }, step), state };
}

/** The checkout cannot be repeated, and may have been performed: begin to look for its order. */
export const beginSearch = (operation: PlaceOrder, context: Context, reason?: Failure): Transition =>
  moved(lookAt(operation, context.now, context, reason));

/** The look itself was refused: the order's fate is as unknown as before. */
export const searchAgain = (operation: PlaceOrder, context: Context, reason: Failure): Transition =>
  moved(lookAt(operation, plusSeconds(context.now, lookEverySeconds), context, reason));

/** What the list of orders says about a lost checkout. */
export function searchAnswered(
  operation: PlaceOrder,
  step: Step,
  { orders }: ServerCallOutput<'list-orders'>,
  context: Context,
): Transition {
  const cart = answerOf(operation, 'create-cart');
  if (!cart) return searchAgain(operation, context, failure('internal'));
  const search = { cart, sentAt: sentAtOf(operation, context), claimed: context.claimedOrderIds };
  const found = findOrders(orders, search);
  // The orders found take the place of the checkout's answer that was lost.
  const kept = withStep(operation, { ...step, answer: { orders: found.orders } });
  const next = plusSeconds(context.now, lookEverySeconds);
  // What was found may be the rival's: the rival repeats its own checkout, and its answer tells.
  if (context.hasRival) return moved(lookAt(operation, next, context));
  if (found.open.length === 0) return toOrdered(kept, searchOutcomes(found), context);
  const until = lookUntil(operation, context);
  if (isBefore(context.now, until)) return moved(lookAt(operation, earlier(next, until), context));
  if (found.orders.length > 0) return toOrdered(kept, searchOutcomes(found), context);
  return toDecision(operation, step, [{ kind: 'order-not-found', waitedUntil: context.now }]);
}
