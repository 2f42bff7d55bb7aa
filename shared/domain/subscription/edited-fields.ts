import { editedFields, SubscriptionEdits } from './subscription-edits.ts';
import type { EditedField, SubscriptionFields } from './subscription-edits.ts';
import type { AtTermEnd, ScheduledChange } from './subscription.ts';

/** How the subscription stands once the edits are made. What follows its term is said only of one that does not renew itself. */
export function withEdits(fields: SubscriptionFields, { reseller, scheduled, ...plain }: SubscriptionEdits): SubscriptionFields {
  const { scheduled: before, atTermEnd: endBefore, ...rest } = fields;
  const next = scheduled === undefined ? before : (scheduled ?? undefined);
  const made = { ...rest, ...definedOf(plain) };
  const atTermEnd = plain.atTermEnd ?? (made.autoRenewEnabled ? undefined : endBefore);
  return { ...made, ...(atTermEnd && { atTermEnd }), ...(reseller && { partnerId: reseller.partnerId }), ...(next && { scheduled: next }) };
}

function definedOf({ quantity, autoRenewEnabled, atTermEnd, friendlyName, status }: Omit<SubscriptionEdits, 'reseller' | 'scheduled'>) {
  return {
    ...(quantity !== undefined && { quantity }),
    ...((autoRenewEnabled !== undefined || atTermEnd) && { autoRenewEnabled: autoRenewEnabled === true && !atTermEnd }),
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

/** What becomes of it at the end of its term; where nothing more is said, a term without renewal is followed by an extended one. */
export const endOf = ({ autoRenewEnabled, atTermEnd }: Pick<SubscriptionFields, 'autoRenewEnabled' | 'atTermEnd'>): AtTermEnd | 'renew' =>
  autoRenewEnabled ? 'renew' : (atTermEnd ?? 'extend');

/** Whether a field stands the same on both sides; the service writes its words in several letter cases. */
export function isSameField(field: EditedField, a: SubscriptionFields, b: SubscriptionFields): boolean {
  switch (field) {
    case 'reseller':
      return (a.partnerId ?? '') === (b.partnerId ?? '');
    case 'scheduled':
      return isSameScheduled(a.scheduled, b.scheduled);
    case 'atTermEnd':
      return endOf(a) === endOf(b);
    case 'status':
      return a.status.toLowerCase() === b.status.toLowerCase();
    default:
      return a[field] === b[field];
  }
}

/** Whether the edits stand on the subscription. */
export const areMade = (edits: SubscriptionEdits, server: SubscriptionFields): boolean =>
  fieldsEdited(edits).every((field) => isSameField(field, withEdits(server, edits), server));
