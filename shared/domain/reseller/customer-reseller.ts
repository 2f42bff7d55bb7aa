import { z } from 'zod';
import { PartnerId, ResellerTenantId } from '../../ids.ts';

/**
 * Who a customer or an order belongs to. There is no third case and no default: leaving the reseller out makes a
 * direct customer of the provider, silently (story F17; create-customer-for-reseller, notes), so "direct" is a
 * choice the user makes and confirms.
 */
export const CustomerReseller = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reseller'), id: ResellerTenantId, partnerId: PartnerId, name: z.string().min(1) }),
  z.object({ kind: z.literal('direct'), isConfirmed: z.literal(true) }),
]);
export type CustomerReseller = z.infer<typeof CustomerReseller>;
