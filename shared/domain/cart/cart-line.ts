import { z } from 'zod';
import { PartnerId } from '../../ids.ts';
import { Instant } from '../../instant.ts';
import { Money } from '../../money.ts';

/** Wire values: reference.json enums.termDuration and enums.billingCycle. */
export const TermDuration = z.enum(['P1M', 'P1Y', 'P3Y']);
export type TermDuration = z.infer<typeof TermDuration>;
export const BillingCycle = z.enum(['monthly', 'annual', 'triennial', 'one_time', 'none']);
export type BillingCycle = z.infer<typeof BillingCycle>;

/**
 * What an add-on belongs to: a base line of the same cart (sent inside it as `addonItems`), or a subscription the customer
 * has (sent as ParentSubscriptionId of the provisioning context). Source: create-cart-with-addons.
 */
export const AddonBase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), lineId: z.number().int().min(0) }),
  z.object({ kind: z.literal('subscription'), subscriptionId: z.string().min(1), name: z.string() }),
]);
export type AddonBase = z.infer<typeof AddonBase>;

/**
 * A promotion as it was seen when it was chosen. Whether this customer may have it is asked just before sending and never
 * trusted from here (verify-promotion-eligibility; facts.md, "Promotions").
 */
export const LinePromotion = z.object({
  /** product:sku:availability of the promotion */
  id: z.string().min(1),
  name: z.string(),
  /** Fraction of the price as decimal text: `0.15` is 15 percent (list-promotions, notes). */
  discount: z.string().regex(/^0(\.\d+)?$|^1(\.0+)?$/),
  endsAt: Instant.optional(),
  minimumSeats: z.number().int().optional(),
  maximumSeats: z.number().int().optional(),
});
export type LinePromotion = z.infer<typeof LinePromotion>;

/** One line of a cart, as prepared here. `id` is unique in the cart and becomes the server's line id. */
export const CartLine = z.object({
  id: z.number().int().min(0),
  productId: z.string().min(1),
  skuId: z.string().min(1),
  /** product:sku:availability as last seen; read again just before the cart is made (list-availabilities, notes). */
  catalogItemId: z.string().min(1),
  title: z.string().min(1),
  quantity: z.number().int().min(1),
  termDuration: TermDuration,
  billingCycle: BillingCycle,
  /** Cost of one seat for one billing period from the market's price sheet; missing when no list was pulled. */
  unitPrice: Money.optional(),
  /** The reseller credited for this line: on every line, or the incentive is lost (create-cart-for-reseller, notes). */
  partnerId: PartnerId.optional(),
  /** Estimated retail price (ERP) of one seat for one billing period, from the same list. */
  retailPrice: Money.optional(),
  addonOf: AddonBase.optional(),
  promotion: LinePromotion.optional(),
  /** Where the first term ends when it is aligned: a month's end or the end of an active subscription (900242). */
  customTermEnd: Instant.optional(),
  /** What a trial becomes at its end (create-cart, renewsTo); absent: it ends. */
  renewsTo: z.enum(['P1M', 'P1Y']).optional(),
  /** The attestation that the offer itself asks for (900203). */
  attestationAccepted: z.boolean().optional(),
});
export type CartLine = z.infer<typeof CartLine>;
