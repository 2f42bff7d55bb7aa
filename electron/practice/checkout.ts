import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer, Call } from './call.ts';
import { hasLineErrors } from './cart-lines.ts';
import { type CartLine, type CartRecord, everyLine } from './cart-records.ts';
import { refuse } from './errors.ts';
import type { OrderLine, OrderRecord } from './order-records.ts';
import { orderResource } from './orders.ts';
import { refuseParticipants, resellerOn } from './participants.ts';
import { findItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import { agreementsOf, type State } from './state.ts';
import type { StateEvent } from './state-events.ts';

interface OrderError {
  readonly orderGroupId: string;
  readonly code: number;
  readonly description: string;
}

type Placed = Extract<StateEvent, { readonly type: 'order-placed' }>;

function skuOf(line: CartLine): { readonly productId: string; readonly skuId: string } {
  const [productId = '', skuId = ''] = line.catalogItemId.split(':');
  return { productId, skuId };
}

function failureOf(state: State, group: string, lines: readonly CartLine[]): OrderError | undefined {
  for (const fault of state.conditions.faults) {
    if (fault.kind !== 'fail-line') continue;
    const isHit = everyLine(lines).some((line) => {
      const { productId, skuId } = skuOf(line);
      return productId === fault.productId.toUpperCase() && skuId === fault.skuId;
    });
    if (isHit) return { orderGroupId: group, code: fault.code, description: fault.description };
  }
  return undefined;
}

interface Bought {
  readonly line: CartLine;
  readonly subscriptionId: string;
  readonly parentSubscriptionId?: string;
}

function boughtOf(lines: readonly CartLine[]): readonly Bought[] {
  return lines.flatMap((line) => {
    const subscriptionId = randomUUID();
    const addons = (line.addonItems ?? []).map((addon) => ({
      line: addon,
      subscriptionId: randomUUID(),
      parentSubscriptionId: subscriptionId,
    }));
    return [{ line, subscriptionId }, ...addons];
  });
}

function titleOf(line: CartLine): string {
  const { productId, skuId } = skuOf(line);
  return findItem(productId, skuId)?.title ?? line.catalogItemId;
}

function place(call: Call, customer: Customer, lines: readonly CartLine[]): Placed {
  const at = call.now.toISOString();
  const orderId = randomBytes(6).toString('hex');
  const bought = boughtOf(lines);
  const orderLines = bought.map(({ line, subscriptionId, parentSubscriptionId }, lineItemNumber): OrderLine => ({
    lineItemNumber,
    offerId: line.catalogItemId,
    subscriptionId,
    parentSubscriptionId,
    termDuration: line.termDuration ?? '',
    friendlyName: line.friendlyName ?? titleOf(line),
    quantity: line.quantity,
    partnerIdOnRecord: resellerOn(line.participants),
  }));
  const subscriptions = bought.map(({ line, subscriptionId, parentSubscriptionId }): SubscriptionRecord => ({
    id: subscriptionId,
    customerTenantId: customer.tenantId,
    catalogItemId: line.catalogItemId,
    title: titleOf(line),
    quantity: line.quantity,
    termDuration: line.termDuration ?? '',
    billingCycle: line.billingCycle,
    createdAt: at,
    orderId,
    partnerId: resellerOn(line.participants),
    friendlyName: line.friendlyName,
    customTermEndDate: line.customTermEndDate,
    parentSubscriptionId,
  }));
  const order: OrderRecord = {
    id: orderId,
    customerTenantId: customer.tenantId,
    billingCycle: lines[0]?.billingCycle ?? 'none',
    currencyCode: lines[0]?.currencyCode ?? 'EUR',
    createdAt: at,
    lines: orderLines,
  };
  return { type: 'order-placed', order, subscriptions };
}

function refuseCheckout(call: Call, customer: Customer, cart: CartRecord): Answer | undefined {
  if (cart.status === 'Ordered') return refuse(400, '800065', 'The cart has already been submitted.');
  if (hasLineErrors(cart.lineItems)) return refuse(400, '800009', 'There is an error in a cart item.');
  const isAgreed = agreementsOf(call.state, customer.tenantId).length > 0 || call.state.seed.isDirectSigned(customer.tenantId);
  if (!isAgreed) return refuse(403, '13605', 'The Microsoft Customer Agreement has not been confirmed for this customer.');
  return refuseParticipants(call.state, cart.lineItems);
}

/**
 * checkout-cart: one order an order group. A group that fails goes to orderErrors beside the orders of the others (partial
 * success); the cart is used up either way.
 */
export function checkout(call: Call, customer: Customer, cart: CartRecord): Answer {
  const refusal = refuseCheckout(call, customer, cart);
  if (refusal !== undefined) return refusal;
  const groups = Map.groupBy(cart.lineItems, (line) => line.orderGroup);
  const placed: Placed[] = [];
  const orderErrors: OrderError[] = [];
  for (const [group, lines] of groups) {
    const failure = failureOf(call.state, group, lines);
    if (failure === undefined) placed.push(place(call, customer, lines));
    else orderErrors.push(failure);
  }
  const orders = placed.map((one) => one.order);
  return {
    status: 201,
    body: {
      orders: orders.map(orderResource),
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
