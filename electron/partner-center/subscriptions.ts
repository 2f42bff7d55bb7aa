import { readLicenses } from '../../shared/partner-center/readers/licenses.ts';
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

/** list-subscription-addons. One that names no base is of the one it was asked for. */
export async function listAddons(
  connection: Connection, { customerId, subscriptionId }: ServerCallInput<'list-addons'>, requestId: string,
): Promise<Answer<ServerCallOutput<'list-addons'>>> {
  const path = `/v1/customers/${customerId}/subscriptions/${encodeURIComponent(subscriptionId)}/addons`;
  const answer = await askAll(connection, { path, requestId, area: 'subscription' }, readSubscription);
  return map(answer, (addons) => ({ subscriptions: addons.map((addon) => ({ parentSubscriptionId: subscriptionId, ...addon })) }));
}

/** The seats in use, by product ("Get a list of available licenses"); it asks for a role the provider may not have at the customer. */
export async function readCustomerLicenses(
  connection: Connection, { customerId }: ServerCallInput<'read-licenses'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-licenses'>>> {
  const asked = { path: `/v1/customers/${customerId}/subscribedskus`, requestId } as const;
  return map(await askAll(connection, asked, readLicenses), (licenses) => ({ licenses: [...licenses] }));
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
