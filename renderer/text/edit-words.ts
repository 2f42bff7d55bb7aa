import type { TFunction } from 'i18next';
import type { EditedField, SubscriptionEdits, SubscriptionFields } from '../../shared/domain/subscription/subscription-edits.ts';
import { fieldsEdited, withEdits } from '../../shared/domain/subscription/subscription-edits.ts';
import type { ScheduledChange } from '../../shared/domain/subscription/subscription.ts';
import { subscriptionStatus } from './commerce-words.ts';

/** What stands in one field of a subscription, but for what is scheduled, which needs names from the offline copy. */
export function fieldWords(t: TFunction, fields: SubscriptionFields, field: Exclude<EditedField, 'scheduled'>): string {
  switch (field) {
    case 'quantity':
      return String(fields.quantity);
    case 'status':
      return subscriptionStatus(t, fields.status).words;
    case 'autoRenewEnabled':
      return t(fields.autoRenewEnabled ? 'edit.on' : 'edit.off');
    case 'friendlyName':
      return fields.friendlyName;
    case 'reseller':
      return fields.partnerId === undefined ? t('edit.none') : t('resellerChoice.partnerId', { partnerId: fields.partnerId });
  }
}

interface Payload {
  readonly base: SubscriptionFields;
  readonly edits: SubscriptionEdits;
}

/** The reseller that is wanted, by name, or by Partner ID while the name is not known. */
export const wantedReseller = (t: TFunction, { name, partnerId }: { readonly name: string; readonly partnerId: string }): string =>
  name === '' ? t('resellerChoice.partnerId', { partnerId }) : name;

/** The first edit in short: "Licenses 5 → 7". */
export function editTitle(t: TFunction, { base, edits }: Payload): string {
  const [field = 'quantity'] = fieldsEdited(edits);
  if (field === 'scheduled') return t(edits.scheduled === null ? 'operation.edit.unscheduled' : 'operation.edit.scheduled');
  const before = fieldWords(t, base, field);
  const after = field === 'reseller' && edits.reseller ? wantedReseller(t, edits.reseller) : fieldWords(t, withEdits(base, edits), field);
  return t(`operation.edit.${field}`, { before, after });
}

/** The product a scheduled change names. */
export const skuOf = ({ product }: ScheduledChange): string => `${product.productId}:${product.skuId}`;
