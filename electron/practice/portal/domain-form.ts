import type { Customer } from '../seed/customers.ts';
import { findCustomerByDomain } from '../state.ts';
import { html, type Html } from './html.ts';
import { type PortalPage, problemBox, type Visit } from './page.ts';

/** A page on which a customer says who it is, by its domain, and accepts; with the problem of what was sent before. */
export type AskDomain = (domain?: string, problem?: string) => PortalPage;

/** Such a page, with what is accepted above the form. */
export const askDomain = ({ say }: Visit, title: string, text: Html): AskDomain => (domain = '', problem) => ({
  status: problem === undefined ? 200 : 422,
  title,
  body: html`${problemBox(say, problem)}${text}
<form method="post">
<label for="domain">${say.domain}</label>
<input id="domain" name="domain" maxlength="253" autocomplete="off" spellcheck="false" value="${domain}"
aria-describedby="domain-help">
<p class="hint" id="domain-help">${say.domainHelp}</p>
<div class="actions">
<button class="main" type="submit" name="answer" value="accept">${say.accept}</button>
</div>
</form>`,
});

/** Goes on with the customer whose domain was sent; asks again where there is none. */
export function withDomain({ say, state, form }: Visit, ask: AskDomain, accept: (customer: Customer) => PortalPage): PortalPage {
  const domain = (form.get('domain') ?? '').trim().slice(0, 253);
  if (domain === '') return ask(domain, say.badDomain);
  const customer = findCustomerByDomain(state, domain);
  return customer === undefined ? ask(domain, say.unknownDomain) : accept(customer);
}
