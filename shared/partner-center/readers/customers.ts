import { CustomerDetail } from '../../domain/customer/customer-form.ts';
import { CustomerTenantId } from '../../ids.ts';
import { present, wirePart, wireRecord, wireText } from './case.ts';
import type { WireRecord } from './case.ts';

/** What a list of customers tells of one: no address, no reseller (list-customers, notes). */
export interface CustomerListRow {
  readonly id: CustomerTenantId;
  readonly name: string;
  readonly domain: string;
  readonly relationship: string;
}

const idOf = (customer: WireRecord | undefined, profile: WireRecord | undefined): CustomerTenantId | undefined => {
  const text = wireText(customer, 'id') ?? wireText(profile, 'tenantId');
  const parsed = CustomerTenantId.safeParse(text?.toLowerCase());
  return parsed.success ? parsed.data : undefined;
};

/** One item of list-customers, search-customers or list-customers-of-reseller. Undefined when it names no tenant. */
export function readCustomerListRow(item: unknown): CustomerListRow | undefined {
  const customer = wireRecord(item);
  const profile = wirePart(customer, 'companyProfile');
  const id = idOf(customer, profile);
  if (id === undefined) return undefined;
  return {
    id,
    name: wireText(profile, 'companyName') ?? '',
    domain: wireText(profile, 'domain') ?? '',
    relationship: wireText(customer, 'relationshipToPartner') ?? '',
  };
}

const addressOf = (address: WireRecord | undefined): CustomerDetail['address'] =>
  address === undefined
    ? undefined
    : present({
        addressLine1: wireText(address, 'addressLine1'),
        addressLine2: wireText(address, 'addressLine2'),
        city: wireText(address, 'city'),
        state: wireText(address, 'state') ?? wireText(address, 'region'),
        postalCode: wireText(address, 'postalCode'),
        country: wireText(address, 'country')?.toUpperCase(),
      });

function contactOf(profile: WireRecord | undefined, billing: WireRecord | undefined): CustomerDetail['contact'] {
  const address = wirePart(billing, 'defaultAddress');
  const contact = present({
    firstName: wireText(billing, 'firstName') ?? wireText(address, 'firstName'),
    lastName: wireText(billing, 'lastName') ?? wireText(address, 'lastName'),
    email: wireText(billing, 'email') ?? wireText(profile, 'email'),
    phoneNumber: wireText(address, 'phoneNumber') ?? wireText(wirePart(profile, 'address'), 'phoneNumber'),
  });
  return Object.keys(contact).length === 0 ? undefined : contact;
}

/**
 * A whole customer (get-customer, also the reply of create-customer). Without delegated rights the company's address
 * and e-mail are left out by the service: the billing profile's stand in. Undefined when it names no tenant.
 */
export function readCustomerDetail(body: unknown): CustomerDetail | undefined {
  const customer = wireRecord(body);
  const profile = wirePart(customer, 'companyProfile');
  const billing = wirePart(customer, 'billingProfile');
  const id = idOf(customer, profile);
  if (id === undefined) return undefined;
  const address = addressOf(wirePart(profile, 'address') ?? wirePart(billing, 'defaultAddress'));
  const read = CustomerDetail.safeParse({
    id,
    companyName: wireText(profile, 'companyName') ?? wireText(billing, 'companyName') ?? '',
    domain: wireText(profile, 'domain') ?? '',
    relationship: wireText(customer, 'relationshipToPartner') ?? '',
    ...present({
      country: address?.country ?? wireText(wirePart(billing, 'defaultAddress'), 'country')?.toUpperCase(),
      address,
      contact: contactOf(profile, billing),
      language: wireText(billing, 'language'),
      culture: wireText(billing, 'culture'),
      registrationNumber: wireText(profile, 'organizationRegistrationNumber'),
      associatedPartnerId: wireText(customer, 'associatedPartnerId'),
    }),
  });
  return read.success ? read.data : undefined;
}
