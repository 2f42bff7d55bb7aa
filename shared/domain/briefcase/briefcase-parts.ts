import type { CustomerTenantId, ResellerTenantId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';

/** What is read of each customer that is taken along. */
export const customerParts = ['detail', 'subscriptions', 'support-contacts', 'upgrades', 'orders', 'agreement', 'qualifications'] as const;
export type CustomerPart = (typeof customerParts)[number];

/** What is chosen: resellers stand for all their customers. */
export interface BriefcaseQuery {
  readonly resellerIds: readonly ResellerTenantId[];
  readonly customerIds: readonly CustomerTenantId[];
}

/** A moment at which something ends, and what. */
export interface NamedEnd {
  readonly at: Instant;
  readonly name: string;
}

/** How far one customer is in the offline copy. */
export interface CustomerParts {
  readonly id: CustomerTenantId;
  /** Empty for one that no list names. */
  readonly name: string;
  readonly resellerIds: readonly ResellerTenantId[];
  /** ISO code, of a customer that was read. */
  readonly country?: string;
  /** When each part was read; a part that is not whole is missing. */
  readonly readAt: Readonly<Partial<Record<CustomerPart, Instant>>>;
  /** The first end of a term that was still to come when the subscriptions were read. */
  readonly nextEnd?: NamedEnd;
  readonly subscriptions: number;
  readonly orders: number;
  /** Partner IDs that its subscriptions credit. */
  readonly partnerIds: readonly string[];
  /** Bytes of its record as it is stored. */
  readonly bytes: number;
}

/** How far what is sold in one country is in the offline copy. */
export interface MarketParts {
  readonly country: string;
  readonly catalogue?: { readonly readAt?: Instant; readonly offers: number; readonly bytes: number };
  /** The newest price sheet. */
  readonly priceList?: { readonly month: string; readonly readAt: Instant; readonly until: Instant; readonly bytes: number };
  readonly promotions?: { readonly count: number; readonly readAt?: Instant; readonly nextEnd?: NamedEnd };
}

/** What the offline copy holds of what is chosen, and beside it. */
export interface BriefcaseContent {
  /** By name. */
  readonly customers: readonly CustomerParts[];
  /** Of the countries of those customers. */
  readonly markets: readonly MarketParts[];
  /** Customers that were read and are not chosen. */
  readonly others: { readonly customers: number; readonly bytes: number };
}
