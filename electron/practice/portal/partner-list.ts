import { partnerByTenant, partners } from '../partners.ts';
import { folded } from '../seed/places.ts';
import type { Reseller } from '../seed/resellers.ts';
import { html, type Html } from './html.ts';
import { countryName } from './language.ts';
import { isCode } from './links.ts';
import { type PortalPage, type PortalRoute, unknownLink, type Visit } from './page.ts';

const listPath = ({ params }: Visit): string => `/portal/provider/${encodeURIComponent(params.code ?? '')}/resellers`;

function row(visit: Visit, reseller: Reseller): Html {
  const { say, language } = visit;
  return html`<tr>
<th scope="row">${reseller.name}</th>
<td>${reseller.mpnId}</td>
<td>${countryName(language, reseller.country)}</td>
<td>${reseller.isSuspended ? say.suspended : say.active}</td>
<td><a href="${listPath(visit)}/${reseller.tenantId}/remove" aria-label="${say.removeOf(reseller.name)}">${say.remove}</a></td>
</tr>`;
}

function table(visit: Visit, found: readonly Reseller[]): Html {
  const { say } = visit;
  if (found.length === 0) return html`<p role="status">${say.noneFound}</p>`;
  return html`<table>
<caption>${say.count(found.length)}</caption>
<thead><tr><th scope="col">${say.company}</th><th scope="col">${say.partnerId}</th><th scope="col">${say.country}</th>
<th scope="col">${say.state}</th><th scope="col">${say.remove}</th></tr></thead>
<tbody>
${found.map((reseller) => row(visit, reseller))}
</tbody>
</table>`;
}

function list(visit: Visit): PortalPage {
  const { say, state, query } = visit;
  const wanted = (query.q ?? '').trim().slice(0, 100);
  const found = partners(state).filter(({ name, mpnId }) => folded(name).includes(folded(wanted)) || mpnId === wanted);
  return {
    status: 200,
    title: say.listTitle,
    body: html`<form class="find" method="get" role="search">
<div><label for="q">${say.listSearch}</label>
<input id="q" name="q" type="search" maxlength="100" value="${wanted}"></div>
<button type="submit">${say.search}</button>
</form>
${table(visit, found)}`,
  };
}

const backLink = (visit: Visit): Html => html`<p><a href="${listPath(visit)}">${visit.say.back}</a></p>`;

function withPartner(answer: (visit: Visit, reseller: Reseller) => PortalPage): (visit: Visit) => PortalPage {
  return (visit) => {
    const reseller = partnerByTenant(visit.state, visit.params.tenantId ?? '');
    if (reseller !== undefined) return answer(visit, reseller);
    const { say } = visit;
    return { status: 404, title: say.notPartnerTitle, body: html`<p>${say.notPartner}</p>${backLink(visit)}` };
  };
}

function question(visit: Visit, reseller: Reseller): PortalPage {
  const { say } = visit;
  return {
    status: 200,
    title: say.removeTitle,
    body: html`<p>${say.removeQuestion(reseller.name)}</p>
<p class="hint">${say.partnerId} ${reseller.mpnId}</p>
<ul>
${say.removePoints.map((point) => html`<li>${point}</li>`)}
</ul>
<form method="post">
<div class="actions">
<button class="main" type="submit">${say.remove}</button>
<a href="${listPath(visit)}">${say.cancel}</a>
</div>
</form>`,
  };
}

function removed(visit: Visit, { name, tenantId }: Reseller): PortalPage {
  const { say, now } = visit;
  return {
    status: 200,
    title: say.removedTitle,
    body: html`<p>${say.removed(name)}</p>${backLink(visit)}`,
    events: [{ type: 'partnership-removed', tenantId, at: now.toISOString() }],
  };
}

function guarded(answer: (visit: Visit) => PortalPage): (visit: Visit) => PortalPage {
  return (visit) => (isCode(visit.state, 'provider', visit.params.code ?? '') ? answer(visit) : unknownLink(visit));
}

const LIST = '/portal/provider/:code/resellers';
const REMOVE = `${LIST}/:tenantId/remove`;

/** The provider's list of indirect resellers, and the end of a partnership (remove-reseller-partnership). */
export const partnerListRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: LIST, answer: guarded(list) },
  { method: 'GET', path: REMOVE, answer: guarded(withPartner(question)) },
  { method: 'POST', path: REMOVE, answer: guarded(withPartner(removed)) },
];
