import { readSubscription } from '../../shared/partner-center/readers/subscriptions.ts';
import { readSupportContact } from '../../shared/partner-center/readers/support-contacts.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { map } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import { askAll } from './collections.ts';
import type { Connection } from './http.ts';

/** list-subscriptions */
export async function listSubscriptions(
  connection: Connection, { customerId }: ServerCallInput<'list-subscriptions'>, requestId: string,
): Promise<Answer<ServerCallOutput<'list-subscriptions'>>> {
  const asked = { path: `/v1/customers/${customerId}/subscriptions`, requestId, area: 'subscription' } as const;
  return map(await askAll(connection, asked, readSubscription), (subscriptions) => ({ subscriptions: [...subscriptions] }));
}

/** get-support-contact: the provider itself unless a reseller was named. */
export async function readContact(
  connection: Connection, { customerId, subscriptionId }: ServerCallInput<'read-support-contact'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-support-contact'>>> {
  return ask(connection, {
    method: 'GET',
    path: `/v1/customers/${customerId}/subscriptions/${encodeURIComponent(subscriptionId)}/supportcontact`,
    requestId,
    area: 'subscription',
    read: readSupportContact,
  });
}
