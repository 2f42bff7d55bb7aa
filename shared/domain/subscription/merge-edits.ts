import { editedFields, fieldsEdited, isSameField, withEdits, withoutFields } from './subscription-edits.ts';
import type { EditedField, SubscriptionEdits, SubscriptionFields } from './subscription-edits.ts';

export interface Merge {
  /** Edits that still have to be sent; none when all of it stands already. */
  readonly left: SubscriptionEdits;
  /** Fields that somebody else changed since the user saw them, and that do not stand as the user wants them. */
  readonly conflicts: readonly EditedField[];
}

/** What a change before the end of the term deletes without a word (schedule-next-term-changes, notes). */
const isMidTerm = (edits: SubscriptionEdits): boolean => edits.quantity !== undefined || edits.status !== undefined;

/** Fields the decision of the user rested on although it does not change them. */
function leanedOn(edits: SubscriptionEdits, field: EditedField): boolean {
  if (edits[field] !== undefined || field === 'status') return true;
  if (field === 'autoRenewEnabled') return edits.scheduled !== undefined;
  return field === 'scheduled' && (isMidTerm(edits) || edits.autoRenewEnabled === false);
}

/**
 * Three versions of a subscription: as the user saw it (`base`), as the user wants it (`edits`), as the server has it now.
 * What somebody else changed meanwhile is never overwritten and never dropped: it is a conflict that a person decides on. With
 * `isWide` any editable field that changed is one, because the user looked at the whole of it; without, only what the edits change
 * or rest on (a change of many, where nobody looked at each).
 */
export function mergeEdits(base: SubscriptionFields, edits: SubscriptionEdits, server: SubscriptionFields, isWide: boolean): Merge {
  const wanted = withEdits(server, edits);
  const made = fieldsEdited(edits).filter((field) => isSameField(field, wanted, server));
  const conflicts = editedFields.filter((field) => {
    if (isSameField(field, base, server)) return false;
    if (edits[field] !== undefined && isSameField(field, wanted, server)) return false;
    return isWide || leanedOn(edits, field);
  });
  return { left: withoutFields(edits, made), conflicts };
}

/**
 * Two edits of the same subscription become one: the later one wins field by field, what it takes back is not sent at all, and
 * each field is compared with what the user saw when it was last edited.
 */
export function coalesce(
  earlier: { readonly base: SubscriptionFields; readonly edits: SubscriptionEdits },
  later: { readonly base: SubscriptionFields; readonly edits: SubscriptionEdits },
): { readonly base: SubscriptionFields; readonly edits: SubscriptionEdits } {
  const first = fieldsEdited(earlier.edits).filter((field) => later.edits[field] === undefined);
  const base = first.reduce((fields, field) => withField(fields, earlier.base, field), later.base);
  const edits = { ...earlier.edits, ...later.edits };
  const idle = fieldsEdited(edits).filter((field) => isSameField(field, withEdits(base, edits), base));
  return { base, edits: withoutFields(edits, idle) };
}

/** `fields` with one of them as it stands in `other`. */
export function withField(fields: SubscriptionFields, other: SubscriptionFields, field: EditedField): SubscriptionFields {
  if (field === 'reseller') {
    const { partnerId: _, ...rest } = fields;
    return { ...rest, ...(other.partnerId !== undefined && { partnerId: other.partnerId }) };
  }
  if (field === 'scheduled') {
    const { scheduled: _, ...rest } = fields;
    return { ...rest, ...(other.scheduled && { scheduled: other.scheduled }) };
  }
  return { ...fields, [field]: other[field] };
}
