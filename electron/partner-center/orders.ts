import { readOrder } from '../../shared/partner-center/readers/orders.ts';
import { readLineProvisioning } from '../../shared/partner-center/readers/provisioning.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { map } from './answer.ts';
import type { Answer } from './answer.ts';
import { askAll } from './collections.ts';
import type { Connection } from './http.ts';

/** list-orders: up to 15 minutes late. */
export async function listOrders(
  connection: Connection, { customerId }: ServerCallInput<'list-orders'>, requestId: string,
): Promise<Answer<ServerCallOutput<'list-orders'>>> {
  const answer = await askAll(connection, { path: `/v1/customers/${customerId}/orders`, requestId }, readOrder);
  return map(answer, (orders) => ({ orders: [...orders] }));
}

/** get-order-provisioning-status: an order younger than 15 minutes may not be found yet. */
export async function readProvisioning(
  connection: Connection, { customerId, orderId }: ServerCallInput<'read-provisioning'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-provisioning'>>> {
  const path = `/v1/customers/${customerId}/orders/${encodeURIComponent(orderId)}/provisioningstatus`;
  return map(await askAll(connection, { path, requestId }, readLineProvisioning), (lines) => ({ lines: [...lines] }));
}
