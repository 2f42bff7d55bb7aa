import { readOrder } from '../../shared/partner-center/readers/orders.ts';
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
