import { type Answer, type Call, isGuid, type Route } from './call.ts';
import { refuse } from './errors.ts';
import { partnerByTenant } from './partners.ts';
import { customerLink } from './portal/links.ts';

/**
 * get-customer-relationship-url: the link a CUSTOMER opens to accept the provider, and the reseller named, if one is. It
 * leads to the practice portal, with the query of the published sample.
 */
function relationshipUrl(call: Call): Answer {
  const wanted = call.query.indirectresellerid ?? '';
  const reseller = isGuid(wanted) ? partnerByTenant(call.state, wanted) : undefined;
  if (wanted !== '' && reseller === undefined)
    return refuse(400, '900126', 'indirectResellerId is not a reseller with a partnership.', ['indirectResellerId']);
  return {
    status: 200,
    body: {
      url: customerLink(call.state, call.origin, reseller?.tenantId),
      attributes: { objectType: 'RelationshipRequest' },
    },
  };
}

/** The invitation of a customer. */
export const relationshipRequestRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/customers/relationshiprequests',
    scenario: 'get-customer-relationship-url',
    answer: relationshipUrl,
  },
];
