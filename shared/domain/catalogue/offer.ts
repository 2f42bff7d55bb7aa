import { z } from 'zod';
import { Instant } from '../../instant.ts';
import { Money } from '../../money.ts';
import { BillingCycle, TermDuration } from '../cart/cart-line.ts';

/** One allowed pair of term and billing cycle with its price (availability.terms, price sheet row). Never hard-coded. */
export const OfferTerm = z.object({
  termDuration: TermDuration,
  billingCycle: BillingCycle,
  catalogItemId: z.string(),
  /** What the provider pays for one seat for one billing period; missing when the list has no row. */
  unitPrice: Money.optional(),
  /** Estimated retail price (ERP) for the same. */
  retailPrice: Money.optional(),
});
export type OfferTerm = z.infer<typeof OfferTerm>;

/** Whom an offer is for (reference, targetSegment). All but commercial need a qualification of the customer. */
export const Segment = z.enum(['commercial', 'education', 'government', 'nonprofit']);
export type Segment = z.infer<typeof Segment>;

/** A SKU that can be bought in one country, with all that a cart line needs offline. */
export const Offer = z.object({
  /** `country:productId:skuId` */
  key: z.string(),
  country: z.string(),
  productId: z.string(),
  skuId: z.string(),
  title: z.string(),
  description: z.string().default(''),
  minimumQuantity: z.number().int(),
  maximumQuantity: z.number().int(),
  isTrial: z.boolean(),
  needsCustomerAgreement: z.boolean(),
  segment: Segment.default('commercial'),
  /** Bought only with, or for, one of its bases: `productId:skuId` each (list-skus, dynamicAttributes). */
  isAddon: z.boolean().default(false),
  prerequisiteSkus: z.array(z.string()).default([]),
  /** The offer asks for an attestation of its own on the line (900203). */
  needsAttestation: z.boolean().default(false),
  terms: z.array(OfferTerm),
  /** Start of validity of the price list the prices came from. */
  listDate: Instant.optional(),
  /** True when the list marks the prices as invented practice prices. */
  isPracticePrice: z.boolean(),
});
export type Offer = z.infer<typeof Offer>;
