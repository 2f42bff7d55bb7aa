import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, isGuid, readBody, requiredText } from './call.ts';
import { checkCustomerRules } from './customer-rules.ts';
import { wholeCustomer } from './customer-resources.ts';
import { refuse } from './errors.ts';
import { passwordHash, refuseIdentifiers, temporaryPassword } from './idempotency.ts';
import { partnerByTenant } from './partners.ts';
import type { Customer } from './seed/customers.ts';
import { isDomainTaken } from './state.ts';

const optionalText = (max: number): z.ZodOptional<z.ZodString> => z.string().trim().max(max).optional();

/** The body of create-customer and create-customer-for-reseller, after null fields have gone. */
export const newCustomerSchema = z.object({
  companyProfile: z.object({ domain: requiredText(100), organizationRegistrationNumber: optionalText(50) }),
  billingProfile: z.object({
    email: z.email().max(254),
    culture: requiredText(20),
    language: z.string().regex(/^[a-z]{2}$/iu),
    companyName: requiredText(250),
    defaultAddress: z.object({
      country: z.string().regex(/^[a-z]{2}$/iu),
      city: requiredText(100),
      state: optionalText(100),
      addressLine1: requiredText(200),
      addressLine2: optionalText(200),
      postalCode: optionalText(20),
      firstName: requiredText(50),
      lastName: requiredText(50),
      middleName: optionalText(50),
      phoneNumber: optionalText(30),
    }),
  }),
  associatedPartnerId: z.string().optional(),
  enableGDAPByDefault: z.boolean().optional(),
  userCredentials: z.object({ password: z.unknown().optional() }).optional(),
});
/** A customer to be created. */
export type NewCustomer = z.output<typeof newCustomerSchema>;

/** The narrower scenario when a reseller is named. */
export function createCustomerVariant(call: Call): string | undefined {
  const { body } = call;
  return typeof body === 'object' && body !== null && 'associatedPartnerId' in body ? 'create-customer-for-reseller' : undefined;
}

function refuseReseller(call: Call, tenantId: string | undefined): Answer | undefined {
  if (tenantId === undefined) return undefined;
  if (!isGuid(tenantId)) return refuse(400, '3000', 'AssociatedPartnerId must be a GUID.', ['associatedPartnerId']);
  if (partnerByTenant(call.state, tenantId)?.isSuspended === false) return undefined;
  // the contract publishes the status only; 2032 is the general "access denied"
  return refuse(403, '2032', 'There is no active partnership with the indirect reseller.', ['associatedPartnerId']);
}

function refuseDomain(call: Call, domain: string): Answer | undefined {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,25}[a-z0-9])?\.onmicrosoft\.com$/iu.test(domain)) {
    return refuse(400, '3000', 'The domain must be a free name below onmicrosoft.com.', ['companyProfile.domain']);
  }
  return isDomainTaken(call.state, domain)
    ? refuse(400, '3000', 'The domain is already in use.', ['companyProfile.domain'])
    : undefined;
}

function customerOf(body: NewCustomer): Customer {
  const { companyProfile: company, billingProfile: billing } = body;
  const { middleName: _middleName, ...address } = billing.defaultAddress;
  return {
    tenantId: randomUUID(),
    commerceId: randomUUID(),
    companyName: billing.companyName,
    domain: company.domain,
    email: billing.email,
    culture: billing.culture,
    language: billing.language.toLowerCase(),
    address: { ...address, country: address.country.toUpperCase() },
    billingProfileId: randomUUID(),
    organizationRegistrationNumber: company.organizationRegistrationNumber,
    resellerTenantId: body.associatedPartnerId?.toLowerCase(),
  };
}

/** create-customer and create-customer-for-reseller: 201 with the credentials, which no later call gives again. */
export function createCustomer(call: Call): Answer {
  const read = readBody(newCustomerSchema, call.body);
  const refused = refuseIdentifiers(call);
  if (refused !== undefined) return refused;
  if (!read.ok) return read.refusal;
  const body = read.value;
  if (body.userCredentials?.password !== undefined) {
    return refuse(400, '3000', 'The password is made by the service and may not be given.', ['userCredentials.password']);
  }
  const refusal =
    refuseDomain(call, body.companyProfile.domain) ?? refuseReseller(call, body.associatedPartnerId) ?? checkCustomerRules(body);
  if (refusal !== undefined) return refusal;
  const customer = customerOf(body);
  const password = temporaryPassword(call.state.secret, call.requestId);
  const performed = {
    effect: 'created-customer',
    tenantId: customer.tenantId,
    events: [{ type: 'customer-created', customer, passwordHash: passwordHash(password) }],
  } as const;
  if (call.state.conditions.isCreationHalf) {
    // told only after the tenant was made, its domain taken for good
    return { ...refuse(400, '3000', 'The e-mail address of the contact is not valid.', ['billingProfile.email']), performed };
  }
  return {
    status: 201,
    body: {
      ...wholeCustomer(customer),
      relationshipToPartner: customer.resellerTenantId === undefined ? 'none' : 'reseller',
      userCredentials: { userName: 'admin', password },
    },
    performed,
  };
}
