import { z } from 'zod';
import { ResellerTenantId } from '../../ids.ts';

/** A reseller with whom the provider has a partnership (list-indirect-resellers). */
export const Reseller = z.object({
  id: ResellerTenantId,
  name: z.string(),
  /** Empty when the service sends none: such a reseller cannot be put on an order. */
  partnerId: z.string(),
  state: z.string(),
  /** ISO 3166-1 alpha-2. */
  location: z.string(),
});
export type Reseller = z.infer<typeof Reseller>;

export const isActive = (reseller: Reseller): boolean => reseller.state.toLowerCase() === 'active';
