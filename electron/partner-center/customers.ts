import type { Failure } from '../../shared/contract/failure.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { CustomerForm } from '../../shared/domain/customer/customer-form.ts';
import { wirePart, wireRecord, wireText } from '../../shared/partner-center/readers/case.ts';
import { readCustomerDetail, readCustomerListRow } from '../../shared/partner-center/readers/customers.ts';
import { readReseller } from '../../shared/partner-center/readers/relationships.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { wireAddress } from './addresses.ts';
import { map } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import { askAll } from './collections.ts';
import type { Connection } from './http.ts';

/** The answer to create-customer with what must never leave the main process. */
export interface CreatedCustomer {
  readonly customerId: ServerCallOutput<'create-customer'>['customerId'];
  readonly domain: string;
  readonly credentials: { readonly userName: string; readonly password: string } | undefined;
}

/** check-domain-availability: 404 is the good answer, 200 means taken; neither has a body. */
export async function checkDomain(
  connection: Connection, { domain }: ServerCallInput<'check-domain'>, requestId: string,
): Promise<Answer<ServerCallOutput<'check-domain'>>> {
  return ask<ServerCallOutput<'check-domain'>>(connection, {
    method: 'HEAD',
    path: `/v1/domains/${encodeURIComponent(domain)}`,
    requestId,
    read: () => ({ isFree: false }),
    settle: (refusal) => (refusal.httpStatus === 404 ? { isFree: true } : undefined),
  });
}

/** search-customers: the filter knows beginnings only, so what merely begins with the domain is left out here. */
export async function findCustomer(
  connection: Connection, { domain }: ServerCallInput<'find-customer'>, requestId: string,
): Promise<Answer<ServerCallOutput<'find-customer'>>> {
  const filter = encodeURIComponent(JSON.stringify({ Field: 'Domain', Value: domain, Operator: 'starts_with' }));
  const asked = { path: `/v1/customers?filter=${filter}`, requestId };
  return map(await askAll(connection, asked, readCustomerListRow), (rows) => ({
    customers: rows.filter((row) => row.domain.toLowerCase() === domain.toLowerCase()),
  }));
}

/** The body of create-customer(-for-reseller), in the spelling of its sample; empty optional parts are left out. */
function newCustomer(form: CustomerForm, reseller: ServerCallInput<'create-customer'>['reseller']): object {
  const { registrationNumber, phoneNumber, firstName, lastName } = form;
  return {
    CompanyProfile: {
      Domain: form.domain,
      ...(registrationNumber === '' ? {} : { OrganizationRegistrationNumber: registrationNumber }),
    },
    BillingProfile: {
      Email: form.email,
      Culture: form.culture,
      Language: form.language,
      CompanyName: form.companyName,
      DefaultAddress: {
        ...wireAddress(form.address),
        FirstName: firstName,
        LastName: lastName,
        ...(phoneNumber === '' ? {} : { PhoneNumber: phoneNumber }),
      },
    },
    ...(reseller.kind === 'reseller' ? { AssociatedPartnerId: reseller.id } : {}),
  };
}

const formFields: ReadonlyMap<string, string> = new Map([
  ['organizationregistrationnumber', 'registrationNumber'], ['companyname', 'companyName'], ['email', 'email'],
  ['culture', 'culture'],
  ['language', 'language'], ['firstname', 'firstName'], ['lastname', 'lastName'], ['phonenumber', 'phoneNumber'],
  ['addressline1', 'address.addressLine1'], ['addressline2', 'address.addressLine2'], ['city', 'address.city'],
  ['state', 'address.state'], ['postalcode', 'address.postalCode'], ['country', 'address.country'],
]);

/** The server names properties as the body does, e.g. `billingProfile.defaultAddress.city`; the form has its own names. */
const formField = (property: string): string => formFields.get(property.toLowerCase().split('.').at(-1) ?? '') ?? property;

/** A refusal in the words of this call: a taken domain and a missing partnership have no code of their own. */
function reword(refusal: Failure, { form, reseller }: ServerCallInput<'create-customer'>): Failure {
  const about = refusal.field?.toLowerCase() ?? '';
  if (refusal.code === 'invalid-property' && about.endsWith('domain')) {
    return { ...refusal, ...failure('domain-taken', { field: 'domain', values: { domain: form.domain } }) };
  }
  const isAboutReseller = about.endsWith('associatedpartnerid') || refusal.serverCode === undefined;
  if (refusal.httpStatus === 403 && reseller.kind === 'reseller' && isAboutReseller) {
    return { ...refusal, ...failure('reseller-not-partner', { values: { reseller: reseller.name } }) };
  }
  return refusal.field === undefined ? refusal : { ...refusal, field: formField(refusal.field) };
}

function readCreated(body: unknown): CreatedCustomer | undefined {
  const detail = readCustomerDetail(body);
  if (detail === undefined) return undefined;
  const credentials = wirePart(wireRecord(body), 'userCredentials');
  const [userName, password] = [wireText(credentials, 'userName'), wireText(credentials, 'password')];
  const isWhole = userName !== undefined && password !== undefined;
  return { customerId: detail.id, domain: detail.domain, credentials: isWhole ? { userName, password } : undefined };
}

/** create-customer-for-reseller, or create-customer when the user chose a direct customer. */
export async function createCustomer(
  connection: Connection, input: ServerCallInput<'create-customer'>, requestId: string,
): Promise<Answer<CreatedCustomer>> {
  return ask(connection, {
    method: 'POST',
    path: '/v1/customers',
    requestId,
    body: newCustomer(input.form, input.reseller),
    read: readCreated,
    reword: (refusal) => reword(refusal, input),
  });
}

/** get-customer */
export async function readCustomer(
  connection: Connection, { customerId }: ServerCallInput<'read-customer'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-customer'>>> {
  return ask(connection, { method: 'GET', path: `/v1/customers/${customerId}`, requestId, read: readCustomerDetail });
}

/** list-resellers-of-customer */
export async function listResellersOfCustomer(
  connection: Connection, { customerId }: ServerCallInput<'list-resellers-of-customer'>, requestId: string,
): Promise<Answer<ServerCallOutput<'list-resellers-of-customer'>>> {
  const asked = { path: `/v1/customers/${customerId}/relationships`, requestId };
  return map(await askAll(connection, asked, readReseller), (resellers) => ({
    resellers: resellers.map(({ id, name, partnerId }) => ({ id, name, ...(partnerId === '' ? {} : { partnerId }) })),
  }));
}
