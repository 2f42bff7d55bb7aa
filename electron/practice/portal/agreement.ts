import { agreementLanguagesOf } from '../../../shared/domain/customer/agreement-languages.ts';
import { provider } from '../seed/provider.ts';
import { isDirectSigned } from '../state.ts';
import { askDomain, type AskDomain, withDomain } from './domain-form.ts';
import { html } from './html.ts';
import { countryName } from './language.ts';
import { aboutDocument, isCode } from './links.ts';
import { notice, type PortalPage, type PortalRoute, unknownLink, type Visit } from './page.ts';

const ask = (visit: Visit): AskDomain =>
  askDomain(visit, visit.say.agreementTitle, html`<p>${visit.say.agreementIntro(provider.companyName)}</p>
<p>${visit.say.agreementEffect}</p>`);

const accept = (visit: Visit): PortalPage => withDomain(visit, ask(visit), (customer) => {
  const { say, state, now } = visit;
  if (isDirectSigned(state, customer.tenantId))
    return notice(409, say.alreadyAgreedTitle, say.alreadyAgreed(customer.companyName), say.closePage);
  return {
    ...notice(200, say.agreedTitle, say.agreed(customer.companyName), say.closePage),
    events: [{ type: 'agreement-accepted', customerTenantId: customer.tenantId, at: now.toISOString() }],
  };
});

function guarded(answer: (visit: Visit) => PortalPage): (visit: Visit) => PortalPage {
  return (visit) => (isCode(visit.state, 'agreement', visit.params.code ?? '') ? answer(visit) : unknownLink(visit));
}

/** The document a link of get-agreement-template leads to: an invented text, for five minutes. */
function document(visit: Visit): PortalPage {
  const { say, language, now, query, state, params } = visit;
  const { country = '', language: text = '', until = '' } = query;
  const isOurs = isCode(state, 'document', params.code ?? '', aboutDocument({ country, language: text }, until));
  if (!isOurs || !agreementLanguagesOf(country).includes(text)) return unknownLink(visit);
  if (!(Number(until) > now.getTime())) return notice(410, say.documentOverTitle, say.documentOver);
  const title = say.documentTitle(countryName(language, country), new Intl.DisplayNames([language], { type: 'language' }).of(text) ?? text);
  return notice(200, title, ...say.documentText);
}

const PATH = '/portal/agreement/:code';

/** Where a customer accepts the Microsoft Customer Agreement, and the text it accepts. */
export const agreementPageRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, answer: guarded((visit) => ask(visit)()) },
  { method: 'POST', path: PATH, answer: guarded(accept) },
  { method: 'GET', path: '/portal/agreement-document/:code', answer: document },
];
