import type { ResellerTenantId } from '../../shared/ids.ts';
import { wireRecord, wireText } from '../../shared/partner-center/readers/case.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

/** get-customer-relationship-url: the link that invites a customer to the provider and, where one is named, its reseller. */
export async function readRelationshipLink(
  connection: Connection, resellerId: ResellerTenantId | undefined,
): Promise<Answer<string>> {
  const query = resellerId === undefined ? '' : `?indirectResellerId=${resellerId}`;
  return ask(connection, {
    method: 'GET',
    path: `/v1/customers/relationshiprequests${query}`,
    read: (body) => wireText(wireRecord(body), 'url'),
  });
}
