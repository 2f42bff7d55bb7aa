import { readSubscription } from '../../shared/partner-center/readers/subscriptions.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { map } from './answer.ts';
import type { Answer } from './answer.ts';
import { askAll } from './collections.ts';
import type { Connection } from './http.ts';

/** list-subscriptions */
export async function listSubscriptions(
  connection: Connection, { customerId }: ServerCallInput<'list-subscriptions'>, requestId: string,
): Promise<Answer<ServerCallOutput<'list-subscriptions'>>> {
  const asked = { path: `/v1/customers/${customerId}/subscriptions`, requestId, area: 'subscription' } as const;
  return map(await askAll(connection, asked, readSubscription), (subscriptions) => ({ subscriptions: [...subscriptions] }));
}
