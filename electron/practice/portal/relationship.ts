import { partnerByTenant, resellersOf } from '../partners.ts';
import { provider } from '../seed/provider.ts';
import type { Reseller } from '../seed/resellers.ts';
import { findCustomerByDomain } from '../state.ts';
import { html } from './html.ts';
import { isCode } from './links.ts';
import { notice, type PortalPage, type PortalRoute, problemBox, unknownLink, type Visit } from './page.ts';

function formPage({ say }: Visit, reseller: Reseller | undefined, domain = '', problem?: string): PortalPage {
  const text =
    reseller === undefined
      ? say.customerText(provider.companyName)
      : say.customerReseller(provider.companyName, reseller.name);
  return {
    status: problem === undefined ? 200 : 422,
    title: say.customerTitle,
    body: html`${problemBox(say, problem)}<p>${text}</p>
<form method="post">
<label for="domain">${say.domain}</label>
<input id="domain" name="domain" maxlength="253" autocomplete="off" spellcheck="false" value="${domain}"
aria-describedby="domain-help">
<p class="hint" id="domain-help">${say.domainHelp}</p>
<div class="actions">
<button class="main" type="submit" name="answer" value="accept">${say.accept}</button>
</div>
</form>`,
  };
}

function accept(visit: Visit, reseller: Reseller | undefined): PortalPage {
  const { say, state, form, now } = visit;
  const domain = (form.get('domain') ?? '').trim().slice(0, 253);
  if (domain === '') return formPage(visit, reseller, domain, say.badDomain);
  const customer = findCustomerByDomain(state, domain);
  if (customer === undefined) return formPage(visit, reseller, domain, say.unknownDomain);
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
}

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
  { method: 'GET', path: PATH, answer: guarded((visit, reseller) => formPage(visit, reseller)) },
  { method: 'POST', path: PATH, answer: guarded(accept) },
];
