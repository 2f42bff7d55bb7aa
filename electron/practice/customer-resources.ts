import { etagOf, link } from './collection.ts';
import type { Customer, CustomerListing } from './seed/customers.ts';

const path = (tenantId: string): string => `/customers/${tenantId}`;

/** A customer as lists show it: no billing profile, no reseller (list-customers). */
export function listedCustomer(listing: CustomerListing): object {
  return {
    id: listing.tenantId,
    companyProfile: {
      tenantId: listing.tenantId,
      domain: listing.domain,
      companyName: listing.companyName,
      links: { self: link(`${path(listing.tenantId)}/profiles/company`) },
      attributes: { objectType: 'CustomerCompanyProfile' },
    },
    relationshipToPartner: 'reseller',
    links: { self: link(path(listing.tenantId)) },
    attributes: { objectType: 'Customer' },
  };
}

/** get-customer-company-profile. */
export function companyProfile(customer: Customer): object {
  const { firstName: _firstName, lastName: _lastName, ...address } = customer.address;
  return {
    tenantId: customer.tenantId,
    domain: customer.domain,
    companyName: customer.companyName,
    address,
    email: customer.email,
    organizationRegistrationNumber: customer.organizationRegistrationNumber,
    links: { self: link(`${path(customer.tenantId)}/profiles/company`) },
    attributes: { objectType: 'CustomerCompanyProfile' },
  };
}

/** get-customer-billing-profile. */
export function billingProfile(customer: Customer): object {
  return {
    id: customer.billingProfileId,
    firstName: customer.address.firstName,
    lastName: customer.address.lastName,
    email: customer.email,
    culture: customer.culture,
    language: customer.language,
    companyName: customer.companyName,
    defaultAddress: customer.address,
    links: { self: link(`${path(customer.tenantId)}/profiles/billing`) },
    attributes: { etag: etagOf(customer.billingProfileId, customer.companyName), objectType: 'CustomerBillingProfile' },
  };
}

/** get-customer; credentials are never part of it. */
export function wholeCustomer(customer: Customer): object {
  return {
    id: customer.tenantId,
    commerceId: customer.commerceId,
    companyProfile: companyProfile(customer),
    billingProfile: billingProfile(customer),
    relationshipToPartner: 'reseller',
    allowDelegatedAccess: true,
    customDomains: [customer.domain],
    associatedPartnerId: customer.resellerTenantId,
    links: { self: link(path(customer.tenantId)) },
    attributes: { objectType: 'Customer' },
  };
}
