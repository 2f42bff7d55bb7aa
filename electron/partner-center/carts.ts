import { readCart, readCheckout } from '../../shared/partner-center/readers/carts.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { map } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import { wireLines, withOwnIds } from './cart-lines.ts';
import type { Connection } from './http.ts';

/** create-cart-for-reseller. A bad line does not fail the call: every line of the answer must be looked at. */
export async function createCart(
  connection: Connection, input: ServerCallInput<'create-cart'>, requestId: string,
): Promise<Answer<ServerCallOutput<'create-cart'>>> {
  const { customerId, lines, attestationAccepted } = input;
  const answer = await ask(connection, {
    method: 'POST',
    path: `/v1/customers/${customerId}/carts`,
    requestId,
    body: { PartnerOnRecordAttestationAccepted: attestationAccepted, lineItems: wireLines(input) },
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
