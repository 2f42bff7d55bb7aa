import { PartnerId } from '../../ids.ts';
import type { SubscriptionRow } from '../../ports/mirror.ts';
import { fieldsEdited, withoutFields } from '../subscription/edited-fields.ts';
import type { EditedField, SubscriptionEdits, SubscriptionFields } from '../subscription/subscription-edits.ts';
import type { SupportContact } from '../subscription/subscription.ts';
import type { ResultRow } from './outcomes.ts';
import { targetKey } from './plan.ts';
import type { Target } from './plan.ts';
import type { Wish } from './wish.ts';

const wishes: Readonly<Record<EditedField, readonly (keyof Wish)[]>> = {
  quantity: ['seats'], autoRenewEnabled: ['autoRenew'], atTermEnd: ['autoRenew'], friendlyName: ['name'], status: ['status'],
  reseller: ['reseller'], scheduled: [],
};

/** The renewal of before, and what followed without it: off alone would extend what was to end. */
function endBefore(edits: SubscriptionEdits, base: SubscriptionFields): Wish {
  // off by somebody else already: of the end alone it is ours
  const autoRenew = edits.autoRenewEnabled !== undefined && base.autoRenewEnabled;
  const atTermEnd = autoRenew ? undefined : (base.atTermEnd ?? (edits.atTermEnd && 'extend'));
  return { autoRenew, ...(atTermEnd && { atTermEnd }) };
}

/** What takes back edits that were made, as far as what was before is known and can be asked for. */
function wishBefore(edits: SubscriptionEdits, base: SubscriptionFields, nameOf: (partnerId: string) => string): Wish | undefined {
  const before = PartnerId.safeParse(base.partnerId);
  const status = base.status.toLowerCase();
  const wanted: Wish = {
    ...(edits.quantity !== undefined && { seats: { how: 'set', count: base.quantity } }),
    ...((edits.autoRenewEnabled !== undefined || edits.atTermEnd !== undefined) && endBefore(edits, base)),
    ...(edits.friendlyName !== undefined && base.friendlyName !== '' && { name: base.friendlyName }),
    ...(edits.status !== undefined && (status === 'active' || status === 'suspended') && { status }),
    ...(edits.reseller !== undefined && before.success && { reseller: { partnerId: before.data, name: nameOf(before.data) } }),
  };
  // what was scheduled is no part of a bulk change
  const isAll = fieldsEdited(edits).every((field) => wishes[field].some((name) => name in wanted));
  return isAll ? wanted : undefined;
}

interface Undone {
  readonly wish: Wish;
  readonly isUnknownBefore: boolean;
  readonly expected: NonNullable<Target['expected']>;
}
const nothing: Undone = { wish: {}, isUnknownBefore: false, expected: {} };

function undoneBy({ operations }: ResultRow, nameOf: (partnerId: string) => string): Undone {
  return operations.reduce<Undone>((undone, operation) => {
    const { state } = operation;
    // what stood there already, or was never done, is not ours to take back
    if (state.name !== 'done' || !('wasThere' in state.result) || state.result.wasThere) return undone;
    if (operation.kind === 'change-subscription') {
      const { base } = operation.payload;
      // nor is a field that stood as wanted already when the rest was sent
      const edits = withoutFields(operation.payload.edits, (state.result.kind === operation.kind && state.result.stood) || []);
      const wish = wishBefore(edits, base, nameOf);
      return {
        wish: { ...undone.wish, ...wish }, expected: { ...undone.expected, fields: edits },
        isUnknownBefore: undone.isUnknownBefore || wish === undefined,
      };
    }
    if (operation.kind !== 'set-support-contact') return undone;
    const { contact, before } = operation.payload;
    return {
      wish: { ...undone.wish, ...(before !== undefined && { contact: before }) }, expected: { ...undone.expected, contact },
      isUnknownBefore: undone.isUnknownBefore || before === undefined,
    };
  }, nothing);
}

export interface UndoFacts {
  /** How the subscriptions stand now, as far as they were read. */
  readonly rows: readonly SubscriptionRow[];
  readonly contactOf: (row: SubscriptionRow) => SupportContact | undefined;
  /** The reseller behind a Partner ID; empty where it is not known. */
  readonly nameOf: (partnerId: string) => string;
}

/**
 * What would put the subscriptions of a bulk change back to what they were before it. The preview compares it with how they
 * stand now: what somebody changed since is left alone, and seats come down only within their window.
 */
export function undoTargets(results: readonly ResultRow[], { rows, contactOf, nameOf }: UndoFacts): readonly Target[] {
  const byKey = new Map(rows.map((row) => [targetKey(row), row]));
  return results.flatMap((result) => {
    const row = byKey.get(result.key);
    const { wish, isUnknownBefore, expected } = undoneBy(result, nameOf);
    if (row === undefined || Object.keys(expected).length === 0) return [];
    const contact = contactOf(row);
    return [{ row, wish, expected, ...(isUnknownBefore && { isUnknownBefore }), ...(contact !== undefined && { contact }) }];
  });
}
