import type { TFunction } from 'i18next';
import type { EditedField, SubscriptionEdits, SubscriptionFields } from '../../shared/domain/subscription/subscription-edits.ts';
import { partnerName, subscriptionStatus } from './commerce-words.ts';

/** What becomes of it at the end of its term; where the server does not say, no more than that it does not renew. */
export const endWords = (t: TFunction, { autoRenewEnabled, atTermEnd }: Pick<SubscriptionFields, 'autoRenewEnabled' | 'atTermEnd'>): string =>
  t(`edit.atEnd.${autoRenewEnabled ? 'renew' : (atTermEnd ?? 'off')}`);

/** What stands in one field of a subscription, but for what is scheduled, which needs names from the offline copy. */
export function fieldWords(t: TFunction, fields: SubscriptionFields, field: Exclude<EditedField, 'scheduled'>): string {
  switch (field) {
    case 'quantity':
      return String(fields.quantity);
    case 'status':
      return subscriptionStatus(t, fields.status).words;
    case 'autoRenewEnabled':
      return t(fields.autoRenewEnabled ? 'edit.on' : 'edit.off');
    case 'atTermEnd':
      return endWords(t, fields);
    case 'friendlyName':
      return fields.friendlyName;
    case 'reseller':
      return fields.partnerId === undefined ? t('edit.none') : t('resellerChoice.partnerId', { partnerId: fields.partnerId });
  }
}

/** In the order in which people read them; that it does not renew goes without saying where its end was chosen. */
const reading: readonly EditedField[] = ['quantity', 'status', 'atTermEnd', 'autoRenewEnabled', 'scheduled', 'reseller', 'friendlyName'];

/** How many edits there are, and the first of them in short: "Licenses 5 → 7". */
export function editsTitle(
  t: TFunction, { base, edits }: { readonly base: SubscriptionFields; readonly edits: SubscriptionEdits },
): { readonly count: number; readonly edit: string } {
  const edited = reading.filter((field) => edits[field] !== undefined && (field !== 'autoRenewEnabled' || !edits.atTermEnd));
  const [field = 'quantity'] = edited;
  const count = edited.length;
  if (field === 'scheduled') return { count, edit: t(edits.scheduled === null ? 'operation.edit.unscheduled' : 'operation.edit.scheduled') };
  const { quantity = base.quantity, status = base.status, atTermEnd, friendlyName = base.friendlyName } = edits;
  const { autoRenewEnabled = !atTermEnd && base.autoRenewEnabled } = edits;
  const after = field === 'reseller' && edits.reseller
    ? partnerName(t, edits.reseller)
    : fieldWords(t, { quantity, status, autoRenewEnabled, friendlyName, ...(atTermEnd && { atTermEnd }) }, field);
  return { count, edit: t(`operation.edit.${field}`, { before: fieldWords(t, base, field), after }) };
}
