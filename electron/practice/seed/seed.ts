import {
  customerAt,
  customerIndexOfDomain,
  customerIndexOfTenant,
  customerListingAt,
  resellerIndexOfCustomer,
  type Customer,
  type CustomerListing,
} from './customers.ts';
import { numberFor } from './numbers.ts';
import { customerAgreementTemplateId } from './provider.ts';
import { PROSPECTS, resellerAt, resellerIndexOfMpnId, resellerIndexOfTenant, type Reseller } from './resellers.ts';
import { isSupportedByReseller, smallSeedSubscriptionCount, softwareAt, subscriptionsAt, type SubscriptionRecord } from './subscriptions.ts';

/** How much data the practice tenant starts with. */
export type SeedSize = 'small' | 'large';

/** An acceptance of an agreement on file. */
export interface AgreementRecord {
  readonly customerTenantId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phoneNumber?: string | undefined;
  readonly dateAgreed: string;
  readonly templateId: string;
  readonly type: string;
}

/** A qualification that a customer has from the start (get-customer-qualifications). */
export type SeedQualification = 'Education' | 'Nonprofit';

/** The data a practice tenant starts with. Everything is computed from an index on request; nothing is kept. */
export interface Seed {
  readonly size: SeedSize;
  readonly resellerCount: number;
  readonly customerCount: number;
  /** The reseller with an index; from `resellerCount` on come the companies of {@link prospects}. */
  resellerAt(index: number): Reseller;
  /** Companies without a partnership at the start. */
  readonly prospects: readonly Reseller[];
  /** A reseller or a prospect. */
  companyByMpnId(mpnId: string): Reseller | undefined;
  companyByTenant(tenantId: string): Reseller | undefined;
  listingAt(index: number): CustomerListing;
  /** Index of the customer's reseller, undefined for a direct customer. */
  resellerIndexOf(customerIndex: number): number | undefined;
  /** Index of a company that is a partner from the start; undefined for a prospect. */
  resellerIndexByTenant(tenantId: string): number | undefined;
  customerByTenant(tenantId: string): Customer | undefined;
  customerIndexByTenant(tenantId: string): number | undefined;
  customerByDomain(domain: string): Customer | undefined;
  subscriptionsOf(tenantId: string): readonly SubscriptionRecord[];
  /** True for every fifth subscription: its reseller, if it has one, gives support. */
  isSupportedByReseller(subscriptionId: string): boolean;
  agreementsOf(tenantId: string): readonly AgreementRecord[];
  isDirectSigned(tenantId: string): boolean;
  /** Approved long ago; undefined for most customers. */
  qualificationOf(tenantId: string): SeedQualification | undefined;
}

const sizes: Readonly<Record<SeedSize, { readonly resellers: number; readonly customers: number }>> = {
  small: { resellers: 40, customers: 400 },
  large: { resellers: 2_000, customers: 100_000 },
};

// of twenty-five customers one is a school and one a charity
function qualificationAt(index: number): SeedQualification | undefined {
  if (index % 25 === 6) return 'Education';
  return index % 25 === 13 ? 'Nonprofit' : undefined;
}

// of ten customers seven have an attestation on file, one accepted directly, two have accepted nothing yet
const hasAttestation = (index: number): boolean => index % 10 < 7;

function agreementOf(customer: Customer, index: number): AgreementRecord {
  return {
    customerTenantId: customer.tenantId,
    firstName: customer.address.firstName ?? '',
    lastName: customer.address.lastName ?? '',
    email: customer.email,
    phoneNumber: customer.address.phoneNumber,
    dateAgreed: new Date(Date.UTC(2022, numberFor(index, 91) % 24, 1 + (numberFor(index, 92) % 28))).toISOString(),
    templateId: customerAgreementTemplateId,
    type: 'MicrosoftCustomerAgreement',
  };
}

/** The seed of a size: `small` 40 resellers and 400 customers, `large` 2,000 and 100,000 with ten subscriptions each. */
export function createSeed(size: SeedSize): Seed {
  const { resellers, customers } = sizes[size];
  const indexOf = (tenantId: string): number | undefined => customerIndexOfTenant(tenantId, customers);
  const resellerOf = (index: number): Reseller | undefined => {
    const reseller = resellerIndexOfCustomer(index, resellers);
    return reseller === undefined ? undefined : resellerAt(reseller);
  };
  const found = (index: number | undefined): Reseller | undefined => (index === undefined ? undefined : resellerAt(index));
  const companies = resellers + PROSPECTS;
  const customerWith = (index: number | undefined): Customer | undefined =>
    index === undefined ? undefined : customerAt(index, resellerOf(index)?.tenantId);
  return {
    size,
    resellerCount: resellers,
    customerCount: customers,
    resellerAt,
    prospects: Array.from({ length: PROSPECTS }, (_unused, place) => resellerAt(resellers + place)),
    companyByMpnId: (mpnId) => found(resellerIndexOfMpnId(mpnId, companies)),
    companyByTenant: (tenantId) => found(resellerIndexOfTenant(tenantId, companies)),
    listingAt: customerListingAt,
    resellerIndexOf: (index) => resellerIndexOfCustomer(index, resellers),
    resellerIndexByTenant: (tenantId) => resellerIndexOfTenant(tenantId, resellers),
    customerByTenant: (tenantId) => customerWith(indexOf(tenantId)),
    customerIndexByTenant: indexOf,
    customerByDomain: (domain) => customerWith(customerIndexOfDomain(domain, customers)),
    subscriptionsOf: (tenantId) => {
      const index = indexOf(tenantId);
      if (index === undefined) return [];
      const [id, reseller] = [tenantId.toLowerCase(), resellerOf(index)?.mpnId];
      if (size === 'large') return subscriptionsAt(index, 10, id, reseller);
      return [...subscriptionsAt(index, smallSeedSubscriptionCount(index), id, reseller), ...softwareAt(index, id, reseller)];
    },
    isSupportedByReseller,
    agreementsOf: (tenantId) => {
      const index = indexOf(tenantId);
      return index === undefined || !hasAttestation(index) ? [] : [agreementOf(customerAt(index, undefined), index)];
    },
    isDirectSigned: (tenantId) => {
      const index = indexOf(tenantId);
      return index !== undefined && index % 10 === 7;
    },
    qualificationOf: (tenantId) => {
      const index = indexOf(tenantId);
      return index === undefined ? undefined : qualificationAt(index);
    },
  };
}
