import { partnerByTenant, resellersOf } from '../partners.ts';
import { provider } from '../seed/provider.ts';
import type { Reseller } from '../seed/resellers.ts';
import { askDomain, type AskDomain, withDomain } from './domain-form.ts';
import { html } from './html.ts';
import { isCode } from './links.ts';
import { notice, type PortalPage, type PortalRoute, unknownLink, type Visit } from './page.ts';

function ask(visit: Visit, reseller: Reseller | undefined): AskDomain {
  const { say } = visit;
  const text =
    reseller === undefined
      ? say.customerText(provider.companyName)
      : say.customerReseller(provider.companyName, reseller.name);
  return askDomain(visit, say.customerTitle, html`<p>${text}</p>`);
}

const accept = (visit: Visit, reseller: Reseller | undefined): PortalPage => withDomain(visit, ask(visit, reseller), (customer) => {
  const { say, state, now } = visit;
  const seller = reseller?.name ?? provider.companyName;
  // every customer of the practice tenant is the provider's already
  const isKnown =
    reseller === undefined || resellersOf(state, customer).some(({ tenantId }) => tenantId === reseller.tenantId);
  if (isKnown)
    return notice(409, say.alreadyRelatedTitle, say.alreadyRelated(customer.companyName, seller), say.closePage);
  return {
    ...notice(200, say.relatedTitle, say.related(customer.companyName, seller), say.closePage),
    events: [
      {
        type: 'customer-associated',
        customerTenantId: customer.tenantId,
        resellerTenantId: reseller.tenantId,
        at: now.toISOString(),
      },
    ],
  };
});

/** The code of the link is made for one reseller, so that the address cannot be changed to another. */
function guarded(answer: (visit: Visit, reseller: Reseller | undefined) => PortalPage): (visit: Visit) => PortalPage {
  return (visit) => {
    const wanted = visit.query.indirectresellerid;
    if (!isCode(visit.state, 'customer', visit.params.code ?? '', wanted)) return unknownLink(visit);
    if (wanted === undefined) return answer(visit, undefined);
    const reseller = partnerByTenant(visit.state, wanted);
    return reseller === undefined ? unknownLink(visit) : answer(visit, reseller);
  };
}

const PATH = '/portal/relationship/:code';

/** What a customer sees who opens the provider's link (get-customer-relationship-url). */
export const relationshipRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, answer: guarded((visit, reseller) => ask(visit, reseller)()) },
  { method: 'POST', path: PATH, answer: guarded(accept) },
];
