import { fieldsEdited, isSameField, withEdits, withoutFields } from './edited-fields.ts';
import { editedFields } from './subscription-edits.ts';
import type { EditedField, SubscriptionEdits, SubscriptionFields } from './subscription-edits.ts';

export interface Merge {
  /** Edits that still have to be sent; none when all of it stands already. */
  readonly left: SubscriptionEdits;
  /** Fields that somebody else changed since the user saw them, and that do not stand as the user wants them. */
  readonly conflicts: readonly EditedField[];
}

/**
 * Fields the decision of the user rested on although it does not change them. What is scheduled for the renewal is deleted without
 * a word by any change before it (schedule-next-term-changes, notes): one that the user did not see must not go like that.
 */
function leanedOn(edits: SubscriptionEdits, field: EditedField, server: SubscriptionFields): boolean {
  if (edits[field] !== undefined || field === 'status') return true;
  if (field === 'atTermEnd') return edits.autoRenewEnabled !== undefined && server.atTermEnd === 'cancel';
  if (field === 'autoRenewEnabled') return Boolean(edits.scheduled ?? edits.atTermEnd);
  return field === 'scheduled' && server.scheduled !== undefined;
}

const isEndUnsaid = ({ autoRenewEnabled, atTermEnd }: SubscriptionFields): boolean => !autoRenewEnabled && atTermEnd === undefined;
const isOfEnd = ({ autoRenewEnabled, atTermEnd, scheduled }: SubscriptionEdits): boolean =>
  autoRenewEnabled !== undefined || atTermEnd !== undefined || Boolean(scheduled);

/**
 * Three versions of a subscription: as the user saw it (`base`), as the user wants it (`edits`), as the server has it now.
 * What somebody else changed meanwhile is never overwritten and never dropped: it is a conflict that a person decides on. With
 * `isWide` any editable field that changed is one, because the user looked at the whole of it; without, only what the edits change
 * or rest on (a change of many, where nobody looked at each).
 */
export function mergeEdits(base: SubscriptionFields, edits: SubscriptionEdits, server: SubscriptionFields, isWide: boolean): Merge {
  const wanted = withEdits(server, edits);
  const stand = fieldsEdited(edits).filter((field) => isSameField(field, wanted, server));
  // Sent with the rest although it stands: any other change would delete it.
  const made = stand.length < fieldsEdited(edits).length && edits.scheduled ? stand.filter((field) => field !== 'scheduled') : stand;
  const conflicts = editedFields.filter((field) => {
    if (isSameField(field, base, server)) return false;
    // said by the renewal itself: only an end that somebody else chose is more
    if (field === 'atTermEnd' && !edits.atTermEnd && base.autoRenewEnabled !== server.autoRenewEnabled && !server.atTermEnd) return false;
    // a server that said nothing of it, or an app that did not read it yet, showed no end: what has nothing to do with that goes on
    if (field === 'atTermEnd' && isEndUnsaid(base) && !isOfEnd(edits)) return false;
    if (edits[field] !== undefined && isSameField(field, wanted, server)) return false;
    return isWide || leanedOn(edits, field, server);
  });
  return { left: withoutFields(edits, made), conflicts };
}

/**
 * Whether Microsoft deletes what is scheduled for the renewal when it makes the edits: any change before then does, but for another
 * name and for renewing after all (schedule-next-term-changes and set-auto-renew, notes).
 */
export const deletesSchedule = ({ quantity, status, reseller, autoRenewEnabled, atTermEnd }: SubscriptionEdits): boolean =>
  quantity !== undefined || status !== undefined || reseller !== undefined || autoRenewEnabled === false || atTermEnd !== undefined;

export interface Edited {
  /** What the user saw. */
  readonly base: SubscriptionFields;
  readonly edits: SubscriptionEdits;
}

/** Edits that say no more than what the user saw are none. */
export const withoutIdle = ({ base, edits }: Edited): SubscriptionEdits =>
  withoutFields(edits, fieldsEdited(edits).filter((field) => isSameField(field, withEdits(base, edits), base)));

/** Nothing is scheduled for a renewal that does not come (set-auto-renew, notes); none comes where the end was chosen: the later wish holds. */
function together(earlier: SubscriptionEdits, later: SubscriptionEdits): SubscriptionEdits {
  const isRenewed = later.autoRenewEnabled === true || Boolean(later.scheduled);
  const kept = isRenewed ? withoutFields(earlier, ['atTermEnd']) : earlier;
  const all = { ...kept, ...later, ...(later.atTermEnd && { autoRenewEnabled: false }) };
  if (!all.scheduled || all.autoRenewEnabled !== false) return all;
  if (later.scheduled && later.autoRenewEnabled === undefined) return { ...all, autoRenewEnabled: true };
  return later.scheduled ? all : withoutFields(all, ['scheduled']);
}

/**
 * Two edits of the same subscription become one: the later one wins field by field, what it takes back is not sent at all, and
 * each field is compared with what the user saw when it was last edited.
 */
export function coalesce(earlier: Edited, later: Edited): Edited {
  // what follows the term is said of the renewal it goes with
  const isLater = (field: EditedField): boolean => later.edits[field === 'atTermEnd' ? 'autoRenewEnabled' : field] !== undefined;
  const first = fieldsEdited(earlier.edits).filter((field) => later.edits[field] === undefined && !isLater(field));
  const base = first.reduce((fields, field) => withField(fields, earlier.base, field), later.base);
  return { base, edits: withoutIdle({ base, edits: together(earlier.edits, later.edits) }) };
}

/**
 * What a later edit was compared with, once it is known what became of the one before it: where it counted on what that one
 * would leave, it goes by what is there `now`. What the user saw otherwise stays, so that a change by somebody else is found.
 */
export function rebased(base: SubscriptionFields, first: Edited, now: SubscriptionFields): SubscriptionFields {
  const expected = withEdits(first.base, first.edits);
  const counted = editedFields.filter((field) => isSameField(field, base, expected) || isSameField(field, base, first.base));
  return counted.reduce((fields, field) => withField(fields, now, field), base);
}

/** `fields` with one of them as it stands in `other`. */
export function withField(fields: SubscriptionFields, other: SubscriptionFields, field: EditedField): SubscriptionFields {
  if (field === 'reseller') {
    const { partnerId: _, ...rest } = fields;
    return { ...rest, ...(other.partnerId !== undefined && { partnerId: other.partnerId }) };
  }
  if (field === 'atTermEnd') {
    const { atTermEnd: _, ...rest } = fields;
    return { ...rest, ...(other.atTermEnd && { atTermEnd: other.atTermEnd }) };
  }
  if (field === 'scheduled') {
    const { scheduled: _, ...rest } = fields;
    return { ...rest, ...(other.scheduled && { scheduled: other.scheduled }) };
  }
  return { ...fields, [field]: other[field] };
}
