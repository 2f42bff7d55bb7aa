import type { Answer, Call } from './call.ts';
import { hasLineErrors } from './cart-lines.ts';
import { refusePromotion } from './cart-promotions.ts';
import { type CartLine, type CartRecord, everyLine } from './cart-records.ts';
import { refuse } from './errors.ts';
import { hadTrial, isFamilyWithin, isOfFamily, type Wanted } from './cart-limits.ts';
import { itemOfLine, type Placed, place } from './order-placing.ts';
import { orderResource } from './orders.ts';
import { refuseParticipants } from './participants.ts';
import type { Customer } from './seed/customers.ts';
import { agreementsOf, isDirectSigned, type State } from './state.ts';

interface OrderError {
  readonly orderGroupId: string;
  readonly code: number;
  readonly description: string;
}

interface Group {
  readonly id: string;
  readonly lines: readonly CartLine[];
}

function faultOf(state: State, { id, lines }: Group): OrderError | undefined {
  for (const fault of state.conditions.faults) {
    if (fault.kind === 'credit-limit' && fault.asOrderErrors)
      return { orderGroupId: id, code: 800_023, description: 'The credit line of the partner is too low.' };
    if (fault.kind !== 'fail-line') continue;
    const isHit = everyLine(lines).some((line) => {
      const item = itemOfLine(line);
      return item?.productId === fault.productId.toUpperCase() && item.skuId === fault.skuId;
    });
    if (isHit) return { orderGroupId: id, code: fault.code, description: fault.description };
  }
  return undefined;
}

const wantedOf = (lines: readonly CartLine[]): readonly Wanted[] =>
  everyLine(lines).flatMap((line): Wanted[] => {
    const item = itemOfLine(line);
    return item === undefined ? [] : [{ item, quantity: line.quantity }];
  });

/** A promotion that ended, or was used up, since the cart was made: it is not sold without it (27007). */
function promotionOf(call: Call, customer: Customer, group: Group): OrderError | undefined {
  const isLost = everyLine(group.lines).some((line) => {
    const item = itemOfLine(line);
    return item !== undefined && refusePromotion(call, customer, line, item) !== undefined;
  });
  return isLost ? { orderGroupId: group.id, code: 27_007, description: 'The promotion is no longer valid.' } : undefined;
}

/** What the cart could not know: seats and trials bought since it was made, by another cart. */
function limitOf(call: Call, customer: Customer, group: Group, bought: readonly Wanted[]): OrderError | undefined {
  const wanted = wantedOf(group.lines);
  const isFamily = wanted.some(({ item }) => isOfFamily(item));
  if (isFamily && !isFamilyWithin(call.state, customer, [...bought, ...wanted], call.now))
    return { orderGroupId: group.id, code: 2002, description: 'The business plans may have 300 seats together.' };
  const isTrialHad = wanted.some(({ item }) => item.isTrial && hadTrial(call.state, customer, item.productId, call.now));
  return isTrialHad
    ? { orderGroupId: group.id, code: 900_419, description: 'The customer has had a trial of this product.' }
    : undefined;
}

const reviewWords = {
  800_073: 'The account of the customer is under review.',
  800_074: 'The account of the customer is under review.',
  800_075: 'The account of the customer was not approved.',
} as const;

function refuseCheckout(call: Call, customer: Customer, cart: CartRecord): Answer | undefined {
  if (cart.status === 'Ordered') return refuse(400, '800065', 'The cart has already been submitted.');
  if (hasLineErrors(cart.lineItems)) return refuse(400, '800009', 'There is an error in a cart item.');
  const isAgreed = agreementsOf(call.state, customer.tenantId).length > 0 || isDirectSigned(call.state, customer.tenantId);
  if (!isAgreed) return refuse(403, '13605', 'The Microsoft Customer Agreement has not been confirmed for this customer.');
  for (const fault of call.state.conditions.faults) {
    if (fault.kind === 'credit-limit' && !fault.asOrderErrors)
      return refuse(403, '800023', 'The credit line of the partner is too low.');
    if (fault.kind === 'customer-review' && fault.customerId.toLowerCase() === customer.tenantId)
      return refuse(403, String(fault.code), reviewWords[fault.code]);
  }
  return refuseParticipants(call.state, cart.lineItems);
}

/**
 * checkout-cart: one order an order group. A group that fails goes to orderErrors beside the orders of the others (partial
 * success); the cart is used up either way.
 */
export function checkout(call: Call, customer: Customer, cart: CartRecord): Answer {
  const refusal = refuseCheckout(call, customer, cart);
  if (refusal !== undefined) return refusal;
  const placed: Placed[] = [];
  const bought: Wanted[] = [];
  const orderErrors: OrderError[] = [];
  for (const [id, lines] of Map.groupBy(cart.lineItems, (line) => line.orderGroup)) {
    const group = { id, lines };
    const failure = faultOf(call.state, group) ?? promotionOf(call, customer, group) ?? limitOf(call, customer, group, bought);
    if (failure !== undefined) {
      orderErrors.push(failure);
      continue;
    }
    placed.push(place(call, customer, lines));
    bought.push(...wantedOf(lines));
  }
  const orders = placed.map((one) => one.order);
  return {
    status: 201,
    body: {
      orders: orders.map((order) => orderResource(call.state, call.now, order)),
      ...(orderErrors.length === 0 ? {} : { orderErrors }),
      attributes: { objectType: 'CartCheckoutResult' },
    },
    performed: {
      effect: 'checked-out',
      tenantId: customer.tenantId,
      orders: orders.map((order) => order.id),
      events: [
        ...placed,
        { type: 'cart-stored', cart: { ...cart, status: 'Ordered', lastModifiedTimestamp: call.now.toISOString() } },
      ],
    },
  };
}
