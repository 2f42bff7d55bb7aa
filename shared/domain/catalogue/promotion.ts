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
});
export type Promotion = z.infer<typeof Promotion>;
