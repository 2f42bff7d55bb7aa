import { z } from 'zod';
import { Instant } from '../../instant.ts';
import { BillingCycle, TermDuration } from '../cart/cart-line.ts';

/** A product a promotion is for, with the pair it asks for and what it takes off (list-promotions, requiredProducts). */
export const PromotedProduct = z.object({
  productId: z.string(),
  skuId: z.string(),
  termDuration: TermDuration,
  billingCycle: BillingCycle,
  /** Fraction of the price as decimal text: `0.15` is 15 percent. */
  discount: z.string(),
});
export type PromotedProduct = z.infer<typeof PromotedProduct>;

/** An active promotion of one country, commercial segment only (list-promotions; constraints from get-promotion). */
export const Promotion = z.object({
  /** product:sku:availability of the promotion, with colons. */
  id: z.string().min(1),
  name: z.string(),
  description: z.string().default(''),
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  /** Applied by the server without being named; it may still be refused for a customer. */
  isAutoApplicable: z.boolean().default(false),
  products: z.array(PromotedProduct),
  /** Over the maximum nothing is discounted at all (facts.md, "Promotions"; story F21). */
  minimumSeats: z.number().int().optional(),
  maximumSeats: z.number().int().optional(),
  /** How many purchases of one customer may have it. */
  maximumUses: z.number().int().optional(),
  /** Only for customers who never bought the offer. */
  isFirstPurchaseOnly: z.boolean().optional(),
  /** The customer must own one SKU of each group, `productId:skuId` each. */
  ownedSkus: z.array(z.array(z.string())).optional(),
  /** get-promotion could not be read: it may have limits that are not shown. */
  areLimitsUnknown: z.boolean().optional(),
});
export type Promotion = z.infer<typeof Promotion>;

/** Why a purchase may not have a promotion (reference, promotionEligibilityError); `Other` for a reason of a newer edition. */
export const PromotionRefusal = z.enum([
  'InvalidCatalogItemId', 'InvalidPromotion', 'PrerequisiteProductOwnership', 'RedemptionLimit', 'SeatCount',
  'OfferPurchasedPreviously', 'Term', 'NoPromotionsAvailable', 'Other',
]);
export type PromotionRefusal = z.infer<typeof PromotionRefusal>;

/** The server's judgement on one promotion for one purchase of one customer (verify-promotion-eligibility). */
export const PromotionEligibility = z.object({
  /** Missing where there is none to name, e.g. `NoPromotionsAvailable`. */
  promotionId: z.string().optional(),
  isEligible: z.boolean(),
  /** What it takes off this product and pair now, a fraction as decimal text (get-promotion); missing where that is not told. */
  discount: z.string().optional(),
  errors: z.array(
    z.object({
      type: PromotionRefusal,
      /** The server's own words. */
      text: z.string(),
      minimumSeats: z.number().int().optional(),
      maximumSeats: z.number().int().optional(),
      /** Of the maximum, what the customer has left over all partners. */
      availableSeats: z.number().int().optional(),
    }),
  ),
});
export type PromotionEligibility = z.infer<typeof PromotionEligibility>;
