import { isBefore, plusSeconds } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { sameMoney } from '../../money-math.ts';
import { isOpen } from '../../sync/operation.ts';
import type { OperationOf } from '../../sync/operation.ts';
import type { CartLine } from '../cart/cart-line.ts';
import { isSameCustomer } from '../cart/cart-rules.ts';
import { businessFamily, businessFamilySeats, offerKeyOf, offerTerm, ownedBusinessSeats } from '../cart/line-rules.ts';
import { skuKey, skuOf } from '../catalogue/sku.ts';
import { isActiveSubscription } from '../subscription/subscription.ts';
import type { DepartureCheck } from './departure.ts';
import type { DepartureFacts } from './departure-facts.ts';

const day = 24 * 3600;
/** Microsoft's lists are monthly (get-price-sheet, month): one read longer ago has had a successor. */
const listOldAfterSeconds = 31 * day;
const promotionSoonSeconds = 7 * day;
/** How long an order of the same product still looks like the same order twice. */
const recentOrderSeconds = 14 * day;

type PlaceOrder = OperationOf<'place-order'>;

/** Orders of the same customer that wait or are under way. */
const openOrders = ({ cart, others }: DepartureFacts): readonly PlaceOrder[] =>
  others.flatMap((one) => (one.kind === 'place-order' && isOpen(one) && isSameCustomer(cart.customer, one.payload.customer) ? [one] : []));

const businessSeats = (lines: readonly CartLine[]): number =>
  lines.filter(({ productId }) => businessFamily.has(productId)).reduce((seats, line) => seats + line.quantity, 0);

/** Story F34: the 300 seats of the business family count over all orders that wait, not over this cart alone. */
export function seatChecks(facts: DepartureFacts): readonly DepartureCheck[] {
  const { cart, customer, problems } = facts;
  const own = businessSeats(cart.lines);
  if (own === 0 || problems.some(({ code }) => code === 'too-many-seats')) return [];
  const orders = openOrders(facts);
  const waiting = orders.reduce((seats, { payload }) => seats + businessSeats(payload.lines), 0);
  const owned = ownedBusinessSeats(customer?.subscriptions ?? []);
  const [first] = orders.filter(({ payload }) => businessSeats(payload.lines) > 0);
  if (first === undefined || own + waiting + owned <= businessFamilySeats) return [];
  const values = { seats: String(own + waiting + owned), maximum: String(businessFamilySeats) };
  return [{ topic: 'seats', colour: 'amber', what: { finding: 'seats-with-others' }, values, fix: { kind: 'operation', operationId: first.id } }];
}

/** Story F21: a price that changed since the draft is found here, before it is found after buying. */
export function priceChecks({ cart, offers, pricesReadAt, now }: DepartureFacts): readonly DepartureCheck[] {
  const checks = cart.lines.flatMap((line): DepartureCheck[] => {
    const offer = offers.get(offerKeyOf(cart.market, line));
    const term = offer && offerTerm(offer, line.termDuration, line.billingCycle);
    const isSame = term?.unitPrice === undefined || line.unitPrice === undefined || sameMoney(term.unitPrice, line.unitPrice);
    if (offer === undefined || isSame) return [];
    const values = { title: line.title, before: line.unitPrice?.amount ?? '', after: term?.unitPrice?.amount ?? '', currency: cart.currency };
    return [{
      topic: 'price', colour: 'amber', what: { finding: 'price-changed' }, values, lineId: line.id, fix: { kind: 'take-prices' },
      ...(pricesReadAt === undefined ? {} : { at: pricesReadAt }),
    }];
  });
  if (pricesReadAt === undefined || isBefore(plusSeconds(pricesReadAt, listOldAfterSeconds), now)) {
    const age = pricesReadAt === undefined ? {} : { at: pricesReadAt };
    return [...checks, { topic: 'price', colour: 'amber', what: { finding: 'price-list-old' }, ...age, fix: { kind: 'update-catalogue' } }];
  }
  return checks.length > 0 ? checks : [{ topic: 'price', colour: 'green', what: { finding: 'price-current' }, at: pricesReadAt }];
}

/** A promotion is never promised: the server is asked when the order is sent (verify-promotion-eligibility). */
export function promotionChecks({ cart, problems, now }: DepartureFacts): readonly DepartureCheck[] {
  return cart.lines.flatMap((line): DepartureCheck[] => {
    const { promotion } = line;
    const isSaid = problems.some(({ code, lineId }) => lineId === line.id && code.startsWith('promotion-'));
    if (promotion === undefined || isSaid) return [];
    const values = { title: line.title, promotion: promotion.name };
    const { endsAt } = promotion;
    if (endsAt === undefined || !isBefore(endsAt, plusSeconds(now, promotionSoonSeconds))) {
      return [{ topic: 'promotion', colour: 'green', what: { finding: 'promotion-running' }, values, lineId: line.id }];
    }
    return [{
      topic: 'promotion', colour: 'amber', what: { finding: 'promotion-ends-soon' }, values: { ...values, until: endsAt }, lineId: line.id,
      fix: { kind: 'step', step: 'products' },
    }];
  });
}

function duplicateOf(line: CartLine, facts: DepartureFacts): DepartureCheck | undefined {
  const { cart, customer, now } = facts;
  const sku = skuKey(line.productId, line.skuId);
  const about = { topic: 'duplicate', colour: 'amber', lineId: line.id } as const;
  const waiting = openOrders(facts).find(({ payload }) => payload.lines.some((other) => skuKey(other.productId, other.skuId) === sku));
  if (waiting !== undefined) {
    const fix = { kind: 'operation', operationId: waiting.id } as const;
    return { ...about, what: { finding: 'has-open-order' }, values: { title: line.title }, at: waiting.createdAt, fix };
  }
  const isRecent = (at: Instant | undefined): boolean => at !== undefined && isBefore(now, plusSeconds(at, recentOrderSeconds));
  const order = customer?.orders?.find((one) => isRecent(one.createdAt) && one.lines.some(({ offerId }) => skuOf(offerId) === sku));
  if (order?.createdAt !== undefined) {
    const fix = { kind: 'order', orderId: order.id } as const;
    return { ...about, what: { finding: 'has-recent-order' }, values: { title: line.title }, at: order.createdAt, fix };
  }
  const owned = customer?.subscriptions?.find((one) => isActiveSubscription(one) && skuOf(one.offerId ?? '') === sku);
  if (owned === undefined || cart.customer.kind !== 'tenant') return undefined;
  const values = { title: line.title, count: String(line.quantity), seats: String(owned.quantity) };
  const { customerId } = cart.customer;
  const fix = { kind: 'subscription', customerId, subscriptionId: owned.id, seats: owned.quantity + line.quantity } as const;
  return { ...about, what: { finding: 'has-subscription' }, values, fix, ...(customer?.readAt === undefined ? {} : { at: customer.readAt }) };
}

/** The same product already there, just ordered, or waiting to be: perhaps seats were meant, perhaps it is a second time. */
export function duplicateChecks(facts: DepartureFacts): readonly DepartureCheck[] {
  const { cart, customer } = facts;
  if (cart.customer.kind === 'tenant' && customer?.subscriptions === undefined) {
    const fix = { kind: 'read-customer', customerId: cart.customer.customerId } as const;
    return [{ topic: 'duplicate', colour: 'amber', what: { finding: 'subscriptions-unread' }, fix }];
  }
  return cart.lines.flatMap((line) => duplicateOf(line, facts) ?? []);
}
