import { z } from 'zod';
import { PartnerId, ResellerTenantId } from '../../ids.ts';

const direct = z.object({ kind: z.literal('direct'), isConfirmed: z.literal(true) });
/**
 * Who a customer or an order belongs to. There is no third case and no default: leaving the reseller out makes a
 * direct customer of the provider, silently (story F17; create-customer-for-reseller, notes), so "direct" is a
 * choice the user makes and confirms.
 */
export const CustomerReseller = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reseller'), id: ResellerTenantId, partnerId: PartnerId, name: z.string().min(1) }),
  direct,
]);
export type CustomerReseller = z.infer<typeof CustomerReseller>;

/**
 * Who is credited for an order. It names a Partner ID alone (create-cart-for-reseller), so that a reseller that is not in the list
 * of partnerships can be entered by it (portal task T5): it has no tenant id here, and its Partner ID for a name until it is known.
 */
export const OrderReseller = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reseller'), id: ResellerTenantId.optional(), partnerId: PartnerId, name: z.string().min(1) }),
  direct,
]);
export type OrderReseller = z.infer<typeof OrderReseller>;
