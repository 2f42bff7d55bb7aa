import { z } from 'zod';
import { PartnerId, ResellerTenantId } from '../../ids.ts';
import { ScheduledChange } from './subscription.ts';
import type { Subscription } from './subscription.ts';

/** What a person may change of a subscription by sending it back whole (the PATCH scenarios of the contract); absent: left as it is. */
export const SubscriptionEdits = z.object({
  quantity: z.number().int().min(1).optional(),
  autoRenewEnabled: z.boolean().optional(),
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
  'quantity', 'status', 'autoRenewEnabled', 'scheduled', 'reseller', 'friendlyName',
] as const satisfies readonly EditedField[];
export const EditedFieldName = z.enum(editedFields);

/** How a subscription stands in the fields that can be edited: as the user saw it, or as the server has it. */
export const SubscriptionFields = z.object({
  quantity: z.number().int(),
  autoRenewEnabled: z.boolean(),
  friendlyName: z.string(),
  status: z.string(),
  partnerId: z.string().optional(),
  scheduled: ScheduledChange.optional(),
});
export type SubscriptionFields = z.infer<typeof SubscriptionFields>;

/** The editable fields of a subscription as it was read. */
export function fieldsOf({ quantity, autoRenewEnabled, friendlyName, status, partnerId, scheduled }: Subscription): SubscriptionFields {
  return {
    quantity, autoRenewEnabled, friendlyName, status, ...(partnerId !== undefined && { partnerId }), ...(scheduled && { scheduled }),
  };
}

/** How the subscription stands once the edits are made. */
export function withEdits(fields: SubscriptionFields, { reseller, scheduled, ...plain }: SubscriptionEdits): SubscriptionFields {
  const { scheduled: before, ...rest } = fields;
  const next = scheduled === undefined ? before : (scheduled ?? undefined);
  return { ...rest, ...definedOf(plain), ...(reseller && { partnerId: reseller.partnerId }), ...(next && { scheduled: next }) };
}

function definedOf({ quantity, autoRenewEnabled, friendlyName, status }: Omit<SubscriptionEdits, 'reseller' | 'scheduled'>) {
  return {
    ...(quantity !== undefined && { quantity }),
    ...(autoRenewEnabled !== undefined && { autoRenewEnabled }),
    ...(friendlyName !== undefined && { friendlyName }),
    ...(status !== undefined && { status }),
  };
}

/** The fields that are edited, in reading order. */
export const fieldsEdited = (edits: SubscriptionEdits): EditedField[] => editedFields.filter((field) => edits[field] !== undefined);

/** The edits without some of their fields. */
export const withoutFields = (edits: SubscriptionEdits, fields: readonly EditedField[]): SubscriptionEdits =>
  SubscriptionEdits.parse(Object.fromEntries(Object.entries(edits).filter(([name]) => !fields.some((field) => field === name))));

function isSameScheduled(a: ScheduledChange | undefined, b: ScheduledChange | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const keyOf = ({ product: p, quantity, customTermEndsAt }: ScheduledChange): string =>
    [p.productId, p.skuId, p.availabilityId, p.termDuration, p.billingCycle, p.promotionId ?? '', quantity, customTermEndsAt ?? '']
      .join('|').toLowerCase();
  return keyOf(a) === keyOf(b);
}

/** Whether a field stands the same on both sides; the service writes its words in several letter cases. */
export function isSameField(field: EditedField, a: SubscriptionFields, b: SubscriptionFields): boolean {
  switch (field) {
    case 'reseller':
      return (a.partnerId ?? '') === (b.partnerId ?? '');
    case 'scheduled':
      return isSameScheduled(a.scheduled, b.scheduled);
    case 'status':
      return a.status.toLowerCase() === b.status.toLowerCase();
    default:
      return a[field] === b[field];
  }
}

/** Whether the edits stand on the subscription. */
export const areMade = (edits: SubscriptionEdits, server: SubscriptionFields): boolean =>
  fieldsEdited(edits).every((field) => isSameField(field, withEdits(server, edits), server));
