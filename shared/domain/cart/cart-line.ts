import { z } from 'zod';
import { PartnerId } from '../../ids.ts';
import { Money } from '../../money.ts';

/** Wire values: reference.json enums.termDuration and enums.billingCycle. */
export const TermDuration = z.enum(['P1M', 'P1Y', 'P3Y']);
export type TermDuration = z.infer<typeof TermDuration>;
export const BillingCycle = z.enum(['monthly', 'annual', 'triennial', 'one_time', 'none']);
export type BillingCycle = z.infer<typeof BillingCycle>;

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
});
export type CartLine = z.infer<typeof CartLine>;
