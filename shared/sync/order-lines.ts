import { failure } from '../contract/failure.ts';
import type { Order } from '../domain/order/order.ts';
import { isBefore, plusSeconds } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { lineFailureCodeOf } from '../partner-center/error-codes.ts';
import type { CheckoutAnswer, ServerCart } from '../partner-center/server-call.ts';
import type { LineOutcome } from './difference.ts';

type CartLine = ServerCart['lines'][number];
type OrderLine = Order['lines'][number];

/** Our clock and the server's may differ by this much when "ordered after we sent" is asked. */
const clockToleranceSeconds = 300;

const productAndSku = (catalogItemId: string): string => catalogItemId.split(':').slice(0, 2).join(':');

function isSameLine(ours: CartLine, theirs: OrderLine): boolean {
  return (
    productAndSku(ours.catalogItemId) === productAndSku(theirs.offerId) &&
    ours.quantity === theirs.quantity &&
    (ours.termDuration ?? theirs.termDuration) === (theirs.termDuration ?? ours.termDuration) &&
    (ours.partnerId ?? theirs.partnerId) === (theirs.partnerId ?? ours.partnerId)
  );
}

interface Placed {
  readonly line: CartLine;
  readonly outcome: Extract<LineOutcome, { state: 'ordered' }>;
}

/**
 * Whether an order's line may be ours by what it hangs on: the same add-on may stand under two bases. A base whose
 * subscription is not known yet, or an order that names none, tells nothing (checkout-cart, notes: it may come later).
 */
function hangsAlike(ours: CartLine, theirs: OrderLine, placed: readonly Placed[]): boolean {
  if (theirs.parentSubscriptionId === undefined) return true;
  if (ours.addonOf === undefined && ours.parentSubscriptionId === undefined) return false;
  const base = placed.find(({ line }) => line.id === ours.addonOf)?.outcome.subscriptionId ?? ours.parentSubscriptionId;
  return base === undefined || base.toLowerCase() === theirs.parentSubscriptionId.toLowerCase();
}

/** Bases first: what they became tells their add-ons apart. */
const basesFirst = (lines: readonly OrderLine[]): OrderLine[] => [
  ...lines.filter(({ parentSubscriptionId }) => parentSubscriptionId === undefined),
  ...lines.filter(({ parentSubscriptionId }) => parentSubscriptionId !== undefined),
];

/** Pairs the lines of one order with cart lines that have no order yet; undefined when any line of it is not ours. */
function pairLines(order: Order, open: readonly CartLine[], before: readonly Placed[]): Placed[] | undefined {
  const left = [...open];
  const placed: Placed[] = [];
  for (const theirs of basesFirst(order.lines)) {
    const index = left.findIndex((ours) => isSameLine(ours, theirs) && hangsAlike(ours, theirs, [...before, ...placed]));
    const [line] = index < 0 ? [] : left.splice(index, 1);
    if (!line) return undefined;
    const { subscriptionId } = theirs;
    placed.push({ line, outcome: { lineId: line.id, state: 'ordered', orderId: order.id, ...(subscriptionId && { subscriptionId }) } });
  }
  return placed;
}

interface Pairing {
  readonly orders: Order[];
  readonly outcomes: LineOutcome[];
  readonly open: readonly CartLine[];
}

function pairOrders(orders: readonly Order[], lines: readonly CartLine[]): Pairing {
  const paired: Order[] = [];
  const all: Placed[] = [];
  let open = lines;
  for (const order of orders) {
    const placed = pairLines(order, open, all);
    if (!placed || placed.length === 0) continue;
    paired.push(order);
    all.push(...placed);
    open = open.filter((line) => !placed.some((one) => one.line === line));
  }
  return { orders: paired, outcomes: all.map(({ outcome }) => outcome), open };
}

const byLine = (outcomes: readonly LineOutcome[]): LineOutcome[] => outcomes.toSorted((a, b) => a.lineId - b.lineId);

/** All orders of a checkout's answer are ours: lines the server names differently pair up in order. */
function pairTheRest(orders: readonly Order[], open: readonly CartLine[]): LineOutcome[] {
  const theirs = orders.flatMap((order) => order.lines.map((line) => ({ orderId: order.id, subscriptionId: line.subscriptionId })));
  return open.slice(0, theirs.length).flatMap((line, index): LineOutcome[] => {
    const { orderId, subscriptionId } = theirs[index] ?? {};
    return orderId ? [{ lineId: line.id, state: 'ordered', orderId, ...(subscriptionId && { subscriptionId }) }] : [];
  });
}

/**
 * What became of each line of a checkout: one order per order group, and an answer may carry orders AND errors, matched
 * by order group (checkout-cart, notes). A line that is in neither is named as such, never guessed.
 */
export function checkoutOutcomes(cart: ServerCart, answer: CheckoutAnswer): LineOutcome[] {
  const errorOf = (line: CartLine): CheckoutAnswer['orderErrors'][number] | undefined =>
    answer.orderErrors.find(({ orderGroup }) => orderGroup === line.orderGroup);
  const { orders, outcomes, open } = pairOrders(answer.orders, cart.lines.filter((line) => !errorOf(line)));
  const rest = pairTheRest(answer.orders.filter((order) => !orders.includes(order)), open);
  const ordered = [...outcomes, ...rest];
  const refused = cart.lines
    .filter(({ id }) => !ordered.some(({ lineId }) => lineId === id))
    .map((line): LineOutcome => {
      const problem = errorOf(line);
      const details = problem && { serverCode: problem.code, serverText: problem.text.slice(0, 2000) };
      const code = problem ? lineFailureCodeOf(problem.code, 'order-not-created') : 'order-not-found';
      return { lineId: line.id, state: 'refused', failure: failure(code, details) };
    });
  return byLine([...ordered, ...refused]);
}

export interface Search {
  readonly cart: ServerCart;
  /** When the checkout may first have reached the server. */
  readonly sentAt: Instant;
  /** Orders known to belong to other operations. */
  readonly claimed: ReadonlySet<string>;
}

/** Orders of a lost checkout among the orders of the customer: same lines, quantities and Partner ID, and not older. */
export function findOrders(orders: readonly Order[], { cart, sentAt, claimed }: Search): Pairing {
  const since = plusSeconds(sentAt, -clockToleranceSeconds);
  const candidates = orders.filter(
    ({ id, createdAt }) => createdAt !== undefined && !isBefore(createdAt, since) && !claimed.has(id),
  );
  return pairOrders(candidates, cart.lines);
}

/** Outcomes of a search that is over: what was not found by now was not ordered, as far as anybody can know. */
export const searchOutcomes = ({ outcomes, open }: Pairing): LineOutcome[] =>
  byLine([
    ...outcomes,
    ...open.map((line): LineOutcome => ({ lineId: line.id, state: 'refused', failure: failure('order-not-found') })),
  ]);
