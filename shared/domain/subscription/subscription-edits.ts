import { z } from 'zod';
import { PartnerId, ResellerTenantId } from '../../ids.ts';
import { AtTermEnd, ScheduledChange } from './subscription.ts';
import type { Subscription } from './subscription.ts';

/** What a person may change of a subscription by sending it back whole (the PATCH scenarios of the contract); absent: left as it is. */
export const SubscriptionEdits = z.object({
  quantity: z.number().int().min(1).optional(),
  autoRenewEnabled: z.boolean().optional(),
  /** Only of one that does not renew itself: auto-renew goes off with it. */
  atTermEnd: AtTermEnd.optional(),
  friendlyName: z.string().trim().min(1).max(200).optional(),
  status: z.enum(['active', 'suspended']).optional(),
  /** One that is not in the list has no id, and until it was verified no name (portal page, step "Reseller (Partner ID)"). */
  reseller: z.object({ id: ResellerTenantId.optional(), partnerId: PartnerId, name: z.string() }).optional(),
  /** `null` takes back what was scheduled. */
  scheduled: ScheduledChange.nullable().optional(),
});
export type SubscriptionEdits = z.infer<typeof SubscriptionEdits>;
export type EditedField = keyof SubscriptionEdits;
/** In the order in which people read them. */
export const editedFields = [
  'quantity', 'status', 'autoRenewEnabled', 'atTermEnd', 'scheduled', 'reseller', 'friendlyName',
] as const satisfies readonly EditedField[];
export const EditedFieldName = z.enum(editedFields);

/** How a subscription stands in the fields that can be edited: as the user saw it, or as the server has it. */
export const SubscriptionFields = z.object({
  quantity: z.number().int(),
  autoRenewEnabled: z.boolean(),
  atTermEnd: AtTermEnd.optional(),
  friendlyName: z.string(),
  status: z.string(),
  partnerId: z.string().optional(),
  scheduled: ScheduledChange.optional(),
});
export type SubscriptionFields = z.infer<typeof SubscriptionFields>;

/** The editable fields of a subscription as it was read. */
export function fieldsOf(
  { quantity, autoRenewEnabled, atTermEnd, friendlyName, status, partnerId, scheduled }: Subscription,
): SubscriptionFields {
  return {
    quantity, autoRenewEnabled, friendlyName, status, ...(atTermEnd && { atTermEnd }), ...(partnerId !== undefined && { partnerId }),
    ...(scheduled && { scheduled }),
  };
}
