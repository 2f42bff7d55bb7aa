import { randomUUID } from 'node:crypto';
import { type Answer, type Call, type Read, readBody, type Route } from './call.ts';
import { storedLines } from './cart-lines.ts';
import type { CartLine, CartRecord } from './cart-records.ts';
import { refuseCart } from './cart-refusals.ts';
import { cartSchema } from './cart-requests.ts';
import { checkout } from './checkout.ts';
import { link } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import { refuseParticipants } from './participants.ts';
import type { Customer } from './seed/customers.ts';
import { provider } from './seed/provider.ts';

/** A cart lives seven days from its creation; an update does not add to it (create-cart, 09/2021). */
const LIFETIME_MS = 7 * 86_400_000;

function wireLine({ discount: _kept, addonItems, ...line }: CartLine): object {
  return { ...line, ...(addonItems === undefined ? {} : { addonItems: addonItems.map(wireLine) }) };
}

function wire(cart: CartRecord): object {
  const { customerTenantId, ...body } = cart;
  return {
    ...body,
    lineItems: cart.lineItems.map(wireLine),
    lastModifiedUser: provider.userId,
    links: { self: link(`/customers/${customerTenantId}/carts/${cart.id}`) },
    attributes: { objectType: 'Cart' },
  };
}

function readLines(call: Call, customer: Customer, cartId?: string): Read<readonly CartLine[]> {
  const read = readBody(cartSchema, call.body);
  if (!read.ok) return read;
  if (cartId !== undefined && read.value.id !== undefined && read.value.id.toLowerCase() !== cartId) {
    return { ok: false, refusal: refuse(400, '800002', 'The id of the body is not the id of the cart.', ['id']) };
  }
  const lines = storedLines(call, customer, read.value);
  const refusal = refuseCart(call, customer, read.value) ?? refuseParticipants(call.state, lines);
  return refusal === undefined ? { ok: true, value: lines } : { ok: false, refusal };
}

function stored(cart: CartRecord, status: number, effect: string): Answer {
  return {
    status,
    body: wire(cart),
    performed: { effect, tenantId: cart.customerTenantId, events: [{ type: 'cart-stored', cart }] },
  };
}

/** create-cart: 201 even when a line is wrong; the line says so. */
function create(call: Call, customer: Customer): Answer {
  const lines = readLines(call, customer);
  if (!lines.ok) return lines.refusal;
  const at = call.now.toISOString();
  return stored(
    {
      id: randomUUID(),
      customerTenantId: customer.tenantId,
      creationTimestamp: at,
      lastModifiedTimestamp: at,
      expirationTimestamp: new Date(call.now.getTime() + LIFETIME_MS).toISOString(),
      status: 'Active',
      lineItems: lines.value,
    },
    201,
    'created-cart',
  );
}

function withCart(answer: (call: Call, customer: Customer, cart: CartRecord) => Answer): (call: Call) => Answer {
  return withCustomer((call, customer) => {
    const cart = call.state.carts.get(call.params.cartId?.toLowerCase() ?? '');
    const isLive = cart?.customerTenantId === customer.tenantId && Date.parse(cart.expirationTimestamp) > call.now.getTime();
    return isLive ? answer(call, customer, cart) : refuse(404, '800008', 'The cart was not found or has expired.');
  });
}

/** update-cart: lines left out are gone; the expiry stays. */
function update(call: Call, customer: Customer, cart: CartRecord): Answer {
  if (cart.status === 'Ordered') return refuse(400, '800065', 'The cart has already been submitted.');
  const lines = readLines(call, customer, cart.id);
  if (!lines.ok) return lines.refusal;
  return stored({ ...cart, lastModifiedTimestamp: call.now.toISOString(), lineItems: lines.value }, 200, 'updated-cart');
}

function variantOf(call: Call): string | undefined {
  const text = JSON.stringify(call.body ?? null);
  if (text.includes('"participants":[{')) return 'create-cart-for-reseller';
  return text.includes('"addonItems":[{') ? 'create-cart-with-addons' : undefined;
}

const CARTS = '/v1/customers/:customerId/carts';

/** Carts of a customer and their checkout. */
export const cartRoutes: readonly Route[] = [
  { method: 'POST', path: CARTS, scenario: 'create-cart', variant: variantOf, answer: withCustomer(create) },
  {
    method: 'GET',
    path: `${CARTS}/:cartId`,
    scenario: 'get-cart',
    answer: withCart((_call, _customer, cart) => ({ status: 200, body: wire(cart) })),
  },
  { method: 'PUT', path: `${CARTS}/:cartId`, scenario: 'update-cart', answer: withCart(update) },
  { method: 'POST', path: `${CARTS}/:cartId/checkout`, scenario: 'checkout-cart', answer: withCart(checkout) },
];
