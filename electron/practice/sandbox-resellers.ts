import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, isGuid, readBody, requiredText, type Route } from './call.ts';
import { refuse } from './errors.ts';
import { refuseIdentifiers, temporaryPassword } from './idempotency.ts';
import { companyByMpnId, companyByTenant } from './partners.ts';
import { findCountry } from './seed/countries.ts';
import { advisorMpnId, otherRegionMpnId, provider, valueAddedResellerAgreementId } from './seed/provider.ts';
import type { Reseller } from './seed/resellers.ts';
import { isDomainTaken } from './state.ts';

/** A sandbox provider has five at most (reference, limits). */
const LIMIT = 5;

const countryCode = z
  .string()
  .refine((text) => findCountry(text) !== undefined, 'unknown country')
  .transform((text) => text.toUpperCase());

const bodySchema = z.object({
  mpnId: z.string().regex(/^\d{7}$/u, 'not a Partner ID'),
  tenant: z.object({
    domainPrefix: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,25}[a-z0-9])?$/iu, 'not the start of a domain'),
    name: requiredText(250),
    displayName: requiredText(250),
    adminUserName: requiredText(64),
    adminFirstName: requiredText(50),
    adminLastName: requiredText(50),
    adminAlternateEmail: z.email().max(254),
    country: countryCode,
    culture: requiredText(20),
  }),
  legalBusinessProfile: z.object({
    companyName: requiredText(250),
    address: z.object({ country: countryCode, city: requiredText(100), addressLine1: requiredText(200) }),
    primaryContact: z.object({ firstName: requiredText(50), lastName: requiredText(50), email: z.email().max(254) }),
    culture: requiredText(20),
  }),
  organizationProfileLanguage: z.string().regex(/^[a-z]{2}$/iu),
});
type NewReseller = z.output<typeof bodySchema>;

function isProduction(call: Call, mpnId: string): boolean {
  if ([provider.mpnId, advisorMpnId, otherRegionMpnId].includes(mpnId)) return true;
  const company = companyByMpnId(call.state, mpnId);
  return company !== undefined && !call.state.partnerships.sandbox.has(company.tenantId);
}

function refuseReseller(call: Call, { mpnId }: NewReseller, domain: string): Answer | undefined {
  if (call.state.partnerships.sandbox.size >= LIMIT)
    return refuse(400, '800018', `A sandbox has ${LIMIT} indirect resellers at most.`);
  if (isProduction(call, mpnId))
    return refuse(400, '3000', 'The Partner ID is one of production: the sandbox takes its own only.', ['mpnId']);
  return isDomainTaken(call.state, domain)
    ? refuse(400, '3000', 'The domain is already in use.', ['tenant.domainPrefix'])
    : undefined;
}

function answerBody(call: Call, body: NewReseller, reseller: Reseller): object {
  const { tenant } = body;
  return {
    accountId: reseller.tenantId,
    mpnId: reseller.mpnId,
    tenant: {
      id: reseller.tenantId,
      adminUserAccount: `${tenant.adminUserName}@${tenant.domainPrefix}.onmicrosoft.com`,
      password: temporaryPassword(call.state.secret, call.requestId),
    },
    agreementSignature: {
      id: randomUUID(),
      accountId: reseller.tenantId,
      agreementId: valueAddedResellerAgreementId,
      agreementType: 'ValueAddedReseller',
      dateSigned: call.now.toISOString(),
      signedByFirstName: provider.firstName,
      signedByUserPrincipalName: provider.userName,
      signedByUserObjectId: provider.userId,
      signedByUserTenantId: provider.tenantId,
      attributes: { objectType: 'AgreementSignatureResponse' },
    },
    partnerRelationship: {
      id: provider.tenantId,
      name: provider.companyName,
      relationshipType: 'is_indirect_reseller_of',
      state: 'Active',
      mpnId: reseller.mpnId,
      attributes: { objectType: 'PartnerRelationshipResponse' },
    },
  };
}

/** create-sandbox-indirect-reseller: an active partner at once; the password is given to this request only. */
function create(call: Call): Answer {
  const refused = refuseIdentifiers(call);
  if (refused !== undefined) return refused;
  const read = readBody(bodySchema, call.body);
  if (!read.ok) return read.refusal;
  const { mpnId, tenant, legalBusinessProfile } = read.value;
  const domain = `${tenant.domainPrefix}.onmicrosoft.com`.toLowerCase();
  const refusal = refuseReseller(call, read.value, domain);
  if (refusal !== undefined) return refusal;
  const reseller: Reseller = {
    tenantId: randomUUID(),
    mpnId,
    name: legalBusinessProfile.companyName,
    country: tenant.country,
    isSuspended: false,
    agreement: 'signed',
  };
  return {
    status: 200,
    body: answerBody(call, read.value, reseller),
    performed: {
      effect: 'created-sandbox-reseller',
      tenantId: reseller.tenantId,
      events: [{ type: 'sandbox-reseller-created', reseller, domain }],
    },
  };
}

function hasCustomers({ state }: Call, tenantId: string): boolean {
  const created = [...state.customers.values()].some((customer) => customer.resellerTenantId === tenantId);
  return created || [...state.partnerships.associations.values()].some((resellers) => resellers.includes(tenantId));
}

/** delete-sandbox-indirect-reseller. The contract publishes no code for a reseller that still has customers. */
function remove(call: Call): Answer {
  const id = call.params.resellerId?.toLowerCase() ?? '';
  if (!isGuid(id)) return refuse(400, '2000', 'The reseller id must be a GUID.');
  if (companyByTenant(call.state, id) === undefined) return refuse(404, '3000', `No indirect reseller with id ${id}.`);
  if (!call.state.partnerships.sandbox.has(id))
    return refuse(403, '2032', 'The reseller is not one of the integration sandbox.');
  if (hasCustomers(call, id))
    return refuse(400, '900141', 'The reseller still has customers: suspend their subscriptions and delete them first.');
  return {
    status: 204,
    performed: {
      effect: 'deleted-sandbox-reseller',
      tenantId: id,
      events: [{ type: 'sandbox-reseller-deleted', tenantId: id }],
    },
  };
}

// the documentation prints the path with a double slash: both are answered
const bases = ['/v1/sandboxIndirectReseller', '/v1//sandboxIndirectReseller'] as const;

/** Indirect resellers of the integration sandbox. */
export const sandboxResellerRoutes: readonly Route[] = bases.flatMap((path): readonly Route[] => [
  { method: 'POST', path, scenario: 'create-sandbox-indirect-reseller', answer: create },
  { method: 'DELETE', path: `${path}/:resellerId`, scenario: 'delete-sandbox-indirect-reseller', answer: remove },
]);
