import { z } from 'zod';
import { AccountId, ProviderTenantId, RemovalId, ResellerTenantId } from '../../ids.ts';
import { Instant } from '../../instant.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';

/** What the portal's confirmation says, and the person attests point by point (portal task T6). */
export const removalPoints = ['customers-stay', 'rights-stay', 'tell-parties', 'good-faith', 'hold-harmless', 'own-notice'] as const;
export const RemovalPoint = z.enum(removalPoints);
export type RemovalPoint = z.infer<typeof RemovalPoint>;

/** The numbers the person saw when attesting. */
export const RemovalImpact = z.object({
  customers: z.number().int(),
  /** How many of the customers had been read: what is known of the others is nothing. Missing in old attestations. */
  customersRead: z.number().int().optional(),
  subscriptions: z.number().int(),
  supportContacts: z.number().int(),
  drafts: z.number().int(),
  operations: z.number().int(),
});
export type RemovalImpact = z.infer<typeof RemovalImpact>;

/** Not every customer had been read, or nobody knows how many: there may be more than the numbers say. */
export const isPartialImpact = ({ customers, customersRead = 0 }: RemovalImpact): boolean => customersRead < customers;

/**
 * The end of a partnership. There is no call for it: it is attested here, done in the portal, and seen in the list
 * (contract: remove-reseller-partnership).
 *
 *   attested ──▶ portal-opened ──▶ gone
 *       └─────────────┴──────────▶ withdrawn
 */
export const Removal = z.object({
  id: RemovalId,
  accountId: AccountId,
  tenantId: ProviderTenantId,
  resellerId: ResellerTenantId,
  name: z.string(),
  partnerId: z.string(),
  points: z.array(RemovalPoint),
  impact: RemovalImpact,
  state: z.enum(['attested', 'portal-opened', 'gone', 'withdrawn']),
  attestedAt: Instant,
  attestedBy: z.string(),
  portalOpenedAt: Instant.optional(),
  /** When the person said that the notice was sent. */
  resellerToldAt: Instant.optional(),
  customersToldAt: Instant.optional(),
  goneAt: Instant.optional(),
  withdrawnAt: Instant.optional(),
});
export type Removal = z.infer<typeof Removal>;

export const isRemovalOpen = ({ state }: Removal): boolean => state === 'attested' || state === 'portal-opened';

export type RemovalStep =
  | { readonly name: 'portal-opened' }
  | { readonly name: 'told'; readonly whom: 'reseller' | 'customers' }
  /** The reseller is no longer in the list. */
  | { readonly name: 'gone' }
  | { readonly name: 'withdrawn' };

/** What a step makes of a removal; `not-possible` when it does not fit. Notices may be sent after the end too. */
export function stepRemoval(removal: Removal, step: RemovalStep, now: Instant): Result<Removal, 'not-possible'> {
  if (step.name === 'told') {
    return ok(step.whom === 'reseller' ? { ...removal, resellerToldAt: now } : { ...removal, customersToldAt: now });
  }
  if (!isRemovalOpen(removal)) return err('not-possible');
  switch (step.name) {
    case 'portal-opened':
      return ok({ ...removal, state: 'portal-opened', portalOpenedAt: now });
    case 'gone':
      return ok({ ...removal, state: 'gone', goneAt: now });
    case 'withdrawn':
      return ok({ ...removal, state: 'withdrawn', withdrawnAt: now });
  }
}
