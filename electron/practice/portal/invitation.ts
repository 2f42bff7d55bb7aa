import { randomUUID } from 'node:crypto';
import { companiesWithoutPartnership, companyByMpnId, isPartner } from '../partners.ts';
import { folded, seedCountries } from '../seed/places.ts';
import { advisorMpnId, otherRegionMpnId, provider } from '../seed/provider.ts';
import type { Reseller } from '../seed/resellers.ts';
import { html, type Html } from './html.ts';
import { countryName } from './language.ts';
import { isCode } from './links.ts';
import { notice, type PortalPage, type PortalRoute, problemBox, unknownLink, type Visit } from './page.ts';

const OTHER = 'other';
const fields = ['company', 'name', 'mpnId', 'country'] as const;
/** What was entered, so that the form shows it again. */
type Entered = Readonly<Record<(typeof fields)[number], string>>;

function enteredIn({ form }: Visit): Entered {
  const text = (name: (typeof fields)[number]): string => (form.get(name) ?? '').trim().slice(0, 200);
  return { company: text('company'), name: text('name'), mpnId: text('mpnId'), country: text('country') };
}

function option(value: string, text: string, chosen: string): Html {
  return value === chosen
    ? html`<option value="${value}" selected>${text}</option>`
    : html`<option value="${value}">${text}</option>`;
}

function otherFields({ say, language }: Visit, entered: Entered): Html {
  return html`<fieldset>
<legend>${say.otherLegend}</legend>
<p class="hint">${say.otherHelp}</p>
<label for="name">${say.companyName}</label>
<input id="name" name="name" maxlength="100" autocomplete="off" value="${entered.name}">
<label for="mpnId">${say.partnerIdDigits}</label>
<input id="mpnId" name="mpnId" maxlength="7" inputmode="numeric" autocomplete="off" value="${entered.mpnId}">
<label for="country">${say.country}</label>
<select id="country" name="country">
${option('', say.chooseCountry, entered.country)}
${seedCountries.map((iso2) => option(iso2, countryName(language, iso2), entered.country))}
</select>
</fieldset>`;
}

function formPage(visit: Visit, entered: Entered, problem?: string): PortalPage {
  const { say, state, language } = visit;
  const companies = companiesWithoutPartnership(state).map((company) =>
    option(
      company.mpnId,
      `${company.name}, ${say.partnerId} ${company.mpnId}, ${countryName(language, company.country)}`,
      entered.company,
    ),
  );
  return {
    status: problem === undefined ? 200 : 422,
    title: say.invitationTitle,
    body: html`${problemBox(say, problem)}<p>${say.invitationText(provider.companyName)}</p>
<p>${say.invitationEffect}</p>
<h2>${say.whoAreYou}</h2>
<form method="post">
<label for="company">${say.yourCompany}</label>
<select id="company" name="company">
${option('', say.choose, entered.company)}
${companies}
${option(OTHER, say.otherCompany, entered.company)}
</select>
${otherFields(visit, entered)}
<div class="actions">
<button class="main" type="submit" name="answer" value="accept">${say.accept}</button>
<button type="submit" name="answer" value="decline">${say.decline}</button>
</div>
</form>`,
  };
}

function problemOfOther({ say, state }: Visit, { name, mpnId, country }: Entered): string | undefined {
  if (name === '' || name.length > 100 || /\p{Cc}/u.test(name)) return say.badName;
  if (!/^[1-9]\d{6}$/u.test(mpnId)) return say.badPartnerId;
  if (!seedCountries.some((iso2) => iso2 === country)) return say.badCountry;
  const owner = companyByMpnId(state, mpnId);
  const isForeign = owner !== undefined && folded(owner.name) !== folded(name);
  return isForeign || [provider.mpnId, advisorMpnId, otherRegionMpnId].includes(mpnId) ? say.takenPartnerId : undefined;
}

function companyOf(visit: Visit, entered: Entered): Reseller | string {
  const { say, state } = visit;
  if (entered.company === '') return say.missingCompany;
  if (entered.company !== OTHER) return companyByMpnId(state, entered.company) ?? say.unknownCompany;
  const { name, mpnId, country } = entered;
  return (
    problemOfOther(visit, entered) ??
    companyByMpnId(state, mpnId) ?? {
      tenantId: randomUUID(),
      mpnId,
      name,
      country,
      isSuspended: false,
      agreement: 'signed',
    }
  );
}

function accept(visit: Visit, entered: Entered): PortalPage {
  const { say, state, now } = visit;
  const company = companyOf(visit, entered);
  if (typeof company === 'string') return formPage(visit, entered, company);
  if (isPartner(state, company.tenantId))
    return notice(409, say.alreadyTitle, say.already(company.name, provider.companyName), say.closePage);
  return {
    ...notice(200, say.acceptedTitle, say.accepted(company.name, provider.companyName), say.closePage),
    events: [{ type: 'partnership-accepted', reseller: company, at: now.toISOString() }],
  };
}

function decline(visit: Visit, entered: Entered): PortalPage {
  const { say, state, now } = visit;
  // whoever declines need not say who it is
  const name = entered.company === OTHER ? entered.name : (companyByMpnId(state, entered.company)?.name ?? '');
  return {
    ...notice(200, say.declinedTitle, say.declined(provider.companyName), say.closePage),
    events: [{ type: 'partnership-declined', name, at: now.toISOString() }],
  };
}

function answered(visit: Visit): PortalPage {
  const entered = enteredIn(visit);
  const answer = visit.form.get('answer');
  if (answer === 'accept') return accept(visit, entered);
  return answer === 'decline' ? decline(visit, entered) : formPage(visit, entered, visit.say.badAnswer);
}

function guarded(answer: (visit: Visit) => PortalPage): (visit: Visit) => PortalPage {
  return (visit) => (isCode(visit.state, 'invitation', visit.params.code ?? '') ? answer(visit) : unknownLink(visit));
}

const PATH = '/portal/invitation/:code';

/** What an indirect reseller sees who opens the provider's link (request-reseller-partnership). */
export const invitationRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, answer: guarded((visit) => formPage(visit, enteredIn(visit))) },
  { method: 'POST', path: PATH, answer: guarded(answered) },
];
