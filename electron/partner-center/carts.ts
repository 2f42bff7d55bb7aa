import type { CartLine } from '../../shared/domain/cart/cart-line.ts';
import { readCart, readCheckout } from '../../shared/partner-center/readers/carts.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { map } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

/** The server wants line ids 0..n-1 in order; ours may have gaps after a line was dropped. */
const wireLine = (line: CartLine, place: number): object => ({
  id: place,
  catalogItemId: line.catalogItemId,
  quantity: line.quantity,
  billingCycle: line.billingCycle,
  termDuration: line.termDuration,
  ...(line.partnerId === undefined ? {} : { participants: [{ key: 'transaction_reseller', value: line.partnerId }] }),
});

const withOwnIds = (cart: ServerCallOutput<'read-cart'>, lines: readonly CartLine[]): ServerCallOutput<'read-cart'> => ({
  ...cart,
  lines: cart.lines.map((line) => ({ ...line, id: lines[line.id]?.id ?? line.id })),
});

/** create-cart-for-reseller. A bad line does not fail the call: every line of the answer must be looked at. */
export async function createCart(
  connection: Connection, input: ServerCallInput<'create-cart'>, requestId: string,
): Promise<Answer<ServerCallOutput<'create-cart'>>> {
  const { customerId, lines, attestationAccepted } = input;
  const answer = await ask(connection, {
    method: 'POST',
    path: `/v1/customers/${customerId}/carts`,
    requestId,
    body: { PartnerOnRecordAttestationAccepted: attestationAccepted, lineItems: lines.map(wireLine) },
    read: readCart,
  });
  return map(answer, (cart) => withOwnIds(cart, lines));
}

/** checkout-cart: no body. Orders and errors may come at once. */
export async function checkoutCart(
  connection: Connection, { customerId, cartId }: ServerCallInput<'checkout'>, requestId: string,
): Promise<Answer<ServerCallOutput<'checkout'>>> {
  const path = `/v1/customers/${customerId}/carts/${encodeURIComponent(cartId)}/checkout`;
  return ask(connection, { method: 'POST', path, requestId, timeoutMs: 180_000, read: readCheckout });
}

/** get-cart; line ids are the server's. */
export async function readServerCart(
  connection: Connection, { customerId, cartId }: ServerCallInput<'read-cart'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-cart'>>> {
  const path = `/v1/customers/${customerId}/carts/${encodeURIComponent(cartId)}`;
  return ask(connection, { method: 'GET', path, requestId, read: readCart });
}
