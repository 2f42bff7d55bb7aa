import { z } from 'zod';
import { agreementLanguagesOf } from '../../shared/domain/customer/agreement-languages.ts';
import { type Answer, type Call, readBody, requiredText, type Route } from './call.ts';
import { collection } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse, refuseExtended } from './errors.ts';
import type { Customer } from './seed/customers.ts';
import { cloudAgreementTemplateId, customerAgreementTemplateId, provider } from './seed/provider.ts';
import type { AgreementRecord } from './seed/seed.ts';
import { agreementDocumentLink } from './portal/links.ts';
import { agreementsOf, isDirectSigned } from './state.ts';

const MCA = 'MicrosoftCustomerAgreement';
const templates = [
  {
    templateId: customerAgreementTemplateId,
    agreementType: MCA,
    agreementLink: 'https://aka.ms/customeragreement',
    versionRank: 0,
  },
  {
    templateId: cloudAgreementTemplateId,
    agreementType: 'MicrosoftCloudAgreement',
    agreementLink: 'https://aka.ms/cloudagreement',
    versionRank: 0,
  },
];

const confirmationSchema = z.object({
  primaryContact: z.object({
    firstName: requiredText(50),
    lastName: requiredText(50),
    email: z.email(),
    phoneNumber: z.string().trim().max(30).optional(),
  }),
  dateAgreed: z.string().refine((text) => /^\d{4}-\d\d-\d\d/u.test(text) && !Number.isNaN(Date.parse(text)), 'not a date'),
  templateId: z.literal(customerAgreementTemplateId, 'unknown template'),
  type: z.literal(MCA),
});

const wantedType = (call: Call, whenAbsent: string): string => (call.query.agreementtype ?? whenAbsent).toLowerCase();
const isKnownType = (type: string): boolean =>
  type === '*' || templates.some((template) => template.agreementType.toLowerCase() === type);

/** get-agreement-metadata: without a type the old agreement, as the contract says. */
function metadata(call: Call): Answer {
  const type = wantedType(call, 'MicrosoftCloudAgreement');
  if (!isKnownType(type)) return refuse(400, '900126', 'Unknown agreementType.', ['agreementType']);
  const items = templates.filter((template) => type === '*' || template.agreementType.toLowerCase() === type);
  return { status: 200, body: collection(items, '/agreements') };
}

/** get-agreement-template: a link that is dead after five minutes. Country and language are case-sensitive there. */
function template(call: Call): Answer {
  const { country = 'US', language = 'en-US' } = call.query;
  if (call.params.templateId !== customerAgreementTemplateId) return refuse(404, '1000', 'Unknown agreement template.');
  if (!agreementLanguagesOf(country).includes(language))
    return refuse(400, '3000', `The agreement is not there for ${country} in ${language}.`, ['language']);
  const link = agreementDocumentLink(call.state, call.origin, { country, language }, call.now);
  return { status: 200, body: { downloadUri: link, displayUri: link, language, country } };
}

function attestation(agreement: AgreementRecord): object {
  const { firstName, lastName, email, phoneNumber, templateId, dateAgreed, type } = agreement;
  return { primaryContact: { firstName, lastName, email, phoneNumber }, templateId, dateAgreed, type };
}

function list(call: Call, customer: Customer): Answer {
  const type = wantedType(call, '*');
  if (!isKnownType(type)) return refuse(400, '900126', 'Unknown agreementType.', ['agreementType']);
  const items = agreementsOf(call.state, customer.tenantId).filter((one) => type === '*' || one.type.toLowerCase() === type);
  const listed = items.map((one) => ({ ...attestation(one), agreementLink: 'https://aka.ms/customeragreement' }));
  return { status: 200, body: collection(listed, `/customers/${customer.tenantId}/agreements`) };
}

const contactOf = (one: AgreementRecord): string =>
  [one.firstName, one.lastName, one.email, one.phoneNumber ?? ''].join('\n').toLowerCase();

/** confirm-customer-agreement: 600061 when the same contact has already been attested. */
function confirm(call: Call, customer: Customer): Answer {
  const read = readBody(confirmationSchema, call.body);
  if (!read.ok) return read.refusal;
  const { primaryContact, dateAgreed, templateId, type } = read.value;
  if (Date.parse(dateAgreed) > call.now.getTime())
    return refuse(400, '3000', 'dateAgreed may not be in the future.', ['dateAgreed']);
  const agreement: AgreementRecord = {
    customerTenantId: customer.tenantId,
    ...primaryContact,
    dateAgreed: new Date(dateAgreed).toISOString(),
    templateId,
    type,
  };
  const isKnown = agreementsOf(call.state, customer.tenantId).some((one) => contactOf(one) === contactOf(agreement));
  if (isKnown)
    return refuseExtended(400, 600061, 'AgreementAlreadyExists', 'The same contact has already confirmed this agreement.');
  return {
    status: 201,
    body: { userId: provider.userId, ...attestation(agreement) },
    performed: {
      effect: 'confirmed-agreement',
      tenantId: customer.tenantId,
      events: [{ type: 'agreement-confirmed', agreement }],
    },
  };
}

const PATH = '/v1/customers/:customerId';

/** Agreements: templates, attestations on file, attesting, direct acceptance. */
export const agreementRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/agreements', scenario: 'get-agreement-metadata', answer: metadata },
  { method: 'GET', path: '/v1/agreementtemplates/:templateId/document', scenario: 'get-agreement-template', answer: template },
  { method: 'GET', path: `${PATH}/agreements`, scenario: 'list-customer-agreements', answer: withCustomer(list) },
  { method: 'POST', path: `${PATH}/agreements`, scenario: 'confirm-customer-agreement', answer: withCustomer(confirm) },
  {
    method: 'GET',
    path: `${PATH}/directSignedMicrosoftCustomerAgreementStatus`,
    scenario: 'get-direct-sign-status',
    answer: withCustomer((call, customer) => ({
      status: 200,
      body: { isSigned: isDirectSigned(call.state, customer.tenantId) },
    })),
  },
];
