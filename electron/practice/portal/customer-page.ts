import { resellersOf } from '../partners.ts';
import { findCustomer } from '../state.ts';
import { html } from './html.ts';
import { countryName } from './language.ts';
import { isCode } from './links.ts';
import { type PortalPage, type PortalRoute, unknownLink, type Visit } from './page.ts';

/** One customer as the portal shows it to the provider: for reading only, what is done is done through the calls. */
function customerPage(visit: Visit): PortalPage {
  const { say, state, params, language } = visit;
  if (!isCode(state, 'provider', params.code ?? '')) return unknownLink(visit);
  const customer = findCustomer(state, params.customerId ?? '');
  if (customer === undefined) return { status: 404, title: say.customerUnknownTitle, body: html`<p>${say.customerUnknown}</p>` };
  const resellers = resellersOf(state, customer).map(({ name, mpnId }) => `${name} (${mpnId})`);
  return {
    status: 200,
    title: customer.companyName,
    body: html`<dl>
<dt>${say.customerMicrosoftId}</dt><dd>${customer.tenantId}</dd>
<dt>${say.customerDomain}</dt><dd>${customer.domain}</dd>
<dt>${say.country}</dt><dd>${countryName(language, customer.address.country)}</dd>
<dt>${say.listTitle}</dt><dd>${resellers.length === 0 ? '–' : resellers.join(', ')}</dd>
</dl>`,
  };
}

/** The page of a customer, beside the provider's list of resellers. */
export const customerPageRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/portal/provider/:code/customers/:customerId', answer: customerPage },
];
