import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartnerId } from '../../../shared/ids.ts';
import { coalesce, mergeEdits, rebased, withField } from '../../../shared/domain/subscription/merge-edits.ts';
import { areMade, fieldsEdited, isSameField, withEdits } from '../../../shared/domain/subscription/edited-fields.ts';
import { editedFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { SubscriptionEdits, SubscriptionFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { ScheduledChange } from '../../../shared/domain/subscription/subscription.ts';

const change = (quantity: number): ScheduledChange => ({
  product: { productId: 'CFQ7TTC0LH18', skuId: '0001', availabilityId: 'A', billingCycle: 'annual', termDuration: 'P1Y' }, quantity,
});
const partnerIds = ['4847383', '1111111'];
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const scheduled = fc.constantFrom(change(3), change(4));
const termEnd = fc.constantFrom('extend' as const, 'cancel' as const);

const fields: fc.Arbitrary<SubscriptionFields> = fc.record({
  quantity: fc.integer({ min: 1, max: 3 }), autoRenewEnabled: fc.boolean(), friendlyName: fc.constantFrom('One', 'Two'),
  status: fc.constantFrom('active', 'suspended', 'Active'), partnerId: optional(fc.constantFrom(...partnerIds)), scheduled: optional(scheduled),
  atTermEnd: optional(termEnd),
}).map(({ partnerId, scheduled: planned, atTermEnd, ...rest }) => ({
  ...rest, ...(atTermEnd && !rest.autoRenewEnabled && { atTermEnd }), ...(partnerId && { partnerId }), ...(planned && { scheduled: planned }),
}));
const edits: fc.Arbitrary<SubscriptionEdits> = fc.record({
  quantity: fc.integer({ min: 1, max: 3 }), autoRenewEnabled: fc.boolean(), friendlyName: fc.constantFrom('One', 'Two'),
  status: fc.constantFrom('active' as const, 'suspended' as const),
  reseller: fc.constantFrom(...partnerIds).map((partnerId) => ({ partnerId: PartnerId.parse(partnerId), name: '' })),
  scheduled: fc.constantFrom(change(3), change(4), null), atTermEnd: termEnd,
}, { requiredKeys: [] })
  .map(({ atTermEnd, ...rest }) => ({ ...rest, ...(atTermEnd && rest.autoRenewEnabled === false && { atTermEnd }) }))
  .filter(({ autoRenewEnabled, scheduled: planned }) => autoRenewEnabled !== false || !planned);

const differing = (a: SubscriptionFields, b: SubscriptionFields) => editedFields.filter((field) => !isSameField(field, a, b));

describe('three versions of a subscription', () => {
  it('never lose what somebody else changed, and send nothing that stands', () => {
    fc.assert(fc.property(fields, edits, fields, fc.boolean(), (base, mine, server, isWide) => {
      const wanted = withEdits(server, mine);
      const { left, conflicts } = mergeEdits(base, mine, server, isWide);
      // What is sent is wanted and does not stand yet; all that is not sent stands as wanted.
      for (const field of fieldsEdited(mine)) {
        const isOpen = !isSameField(field, wanted, server);
        // A schedule that stands goes along: any other change would delete it.
        const isTaken = field === 'scheduled' && Boolean(mine.scheduled) && fieldsEdited(left).some((one) => one !== 'scheduled');
        expect(left[field] !== undefined).toBe(isOpen || isTaken);
      }
      const unseen = differing(base, server);
      // that it renews again, or no more, is one change; an end that was not said was not seen
      const isOfRenewal = (field: string): boolean => field === 'atTermEnd'
        && ((!base.autoRenewEnabled && !base.atTermEnd) || (unseen.includes('autoRenewEnabled') && !server.atTermEnd));
      // What would be written over something the user did not see is a conflict.
      expect(conflicts).toEqual(expect.arrayContaining(unseen.filter((field) => left[field] !== undefined && !isSameField(field, wanted, server))));
      // A schedule the user did not see would be erased by any other edit.
      const isErased = mine.scheduled === undefined && server.scheduled !== undefined && unseen.includes('scheduled');
      expect(conflicts.includes('scheduled') || !isErased).toBe(true);
      // Only what differs from what the user saw is one; with a wide look, all of that which is not as wanted.
      expect(unseen).toEqual(expect.arrayContaining([...conflicts]));
      expect(isWide ? unseen.filter((field) => !conflicts.includes(field) && mine[field] === undefined && !isOfRenewal(field)) : []).toEqual([]);
    }));
  });

  it('are no conflict once the person took the server as the base', () => {
    fc.assert(fc.property(edits, fields, fc.boolean(), (mine, server, isWide) => {
      expect(mergeEdits(server, mine, server, isWide).conflicts).toEqual([]);
    }));
  });
});

describe('two edits that become one', () => {
  it('leave the subscription as the two after each other would, and say nothing that the user saw already', () => {
    fc.assert(fc.property(fields, edits, edits, (base, first, second) => {
      const both = coalesce({ base, edits: first }, { base, edits: second });
      const after = withEdits(withEdits(base, first), second);
      const isRenewed = first.autoRenewEnabled !== false || !second.scheduled;
      for (const field of editedFields) {
        if (field === 'scheduled' && second.autoRenewEnabled === false) continue;
        if ((field === 'autoRenewEnabled' || field === 'atTermEnd') && !isRenewed) continue;
        // a renewal that is taken back before it was sent leaves the end that stood
        if (field === 'atTermEnd' && first.autoRenewEnabled === true && second.autoRenewEnabled === false && !second.atTermEnd) continue;
        expect(isSameField(field, withEdits(base, both.edits), after)).toBe(true);
      }
      for (const field of fieldsEdited(both.edits)) expect(isSameField(field, withEdits(base, both.edits), base)).toBe(false);
    }));
  });

  it('are compared field by field with what was seen when each was last edited, and take each other back', () => {
    fc.assert(fc.property(fields, fields, edits, edits, (before, now, first, second) => {
      const { base, edits: both } = coalesce({ base: before, edits: first }, { base: now, edits: second });
      for (const field of fieldsEdited(both)) {
        // what follows the term goes with the renewal it was said of
        const isLater = second[field] !== undefined || (field === 'atTermEnd' && second.autoRenewEnabled !== undefined);
        expect(isSameField(field, base, !isLater && first[field] !== undefined ? before : now)).toBe(true);
      }
    }));
    const seen = { quantity: 5, autoRenewEnabled: true, friendlyName: 'One', status: 'active' };
    expect(coalesce({ base: seen, edits: { quantity: 7 } }, { base: seen, edits: { quantity: 5 } }).edits).toEqual({});
  });

  it('never schedule a change for a renewal that does not come: the later wish holds', () => {
    const seen = { quantity: 5, autoRenewEnabled: true, friendlyName: 'One', status: 'active' };
    const off = { base: seen, edits: { autoRenewEnabled: false } };
    const planned = { base: seen, edits: { scheduled: change(3) } };
    expect(coalesce(planned, off).edits).toEqual({ autoRenewEnabled: false });
    expect(coalesce(off, planned).edits).toEqual({ scheduled: change(3) });
    const gone = { ...seen, autoRenewEnabled: false };
    expect(coalesce({ ...off, base: gone }, { ...planned, base: gone }).edits).toEqual({ autoRenewEnabled: true, scheduled: change(3) });
  });
});

describe('what is chosen for the end of a term', () => {
  const seen: SubscriptionFields = { quantity: 5, autoRenewEnabled: true, friendlyName: 'One', status: 'active' };
  const end: SubscriptionEdits = { autoRenewEnabled: false, atTermEnd: 'cancel' };

  it('goes with a renewal that is asked for, and asks for none', () => {
    expect(withEdits({ ...seen, autoRenewEnabled: false, atTermEnd: 'cancel' }, { autoRenewEnabled: true })).toEqual(seen);
    expect(coalesce({ base: seen, edits: end }, { base: seen, edits: { autoRenewEnabled: true } }).edits).toEqual({});
    expect(coalesce({ base: seen, edits: end }, { base: seen, edits: { scheduled: change(3) } }).edits).toEqual({ scheduled: change(3) });
    expect(coalesce({ base: seen, edits: { scheduled: change(3) } }, { base: seen, edits: end }).edits).toEqual(end);
    const off = { ...seen, autoRenewEnabled: false };
    expect(coalesce({ base: off, edits: { atTermEnd: 'cancel' } }, { base: off, edits: { atTermEnd: 'extend' } }).edits).toEqual({});
  });

  it('is a conflict where somebody else chose otherwise, and not made by a server that says nothing', () => {
    const other = { ...seen, autoRenewEnabled: false, atTermEnd: 'extend' } as const;
    expect(mergeEdits(seen, end, other, false)).toEqual({ left: { atTermEnd: 'cancel' }, conflicts: ['atTermEnd'] });
    const off = { ...seen, autoRenewEnabled: false };
    expect(mergeEdits(off, { atTermEnd: 'cancel' }, seen, false).conflicts).toContain('autoRenewEnabled');
    expect(mergeEdits(seen, { quantity: 6 }, { ...off, atTermEnd: 'cancel' }, true).conflicts).toEqual(['autoRenewEnabled', 'atTermEnd']);
    // an operation of before the app read the end kept nothing of it: only what has to do with the end asks
    const gone = { ...off, atTermEnd: 'cancel' } as const;
    expect(mergeEdits(off, { quantity: 6, friendlyName: 'Two' }, gone, true)).toEqual({ left: { quantity: 6, friendlyName: 'Two' }, conflicts: [] });
    for (const isWide of [true, false]) expect(mergeEdits(off, { autoRenewEnabled: true }, gone, isWide).conflicts).toEqual(['atTermEnd']);
    expect([areMade(end, off), areMade(end, { ...off, atTermEnd: 'cancel' })]).toEqual([false, true]);
  });
});

describe('an edit that came after another', () => {
  it('goes by what became of that one, and still finds what somebody else changed', () => {
    fc.assert(fc.property(fields, edits, edits, fc.boolean(), (base, first, second, isMade) => {
      const expected = withEdits(base, first);
      const now = isMade ? expected : base;
      const seen = rebased(expected, { base, edits: first }, now);
      expect(differing(seen, now)).toEqual([]);
      expect(mergeEdits(seen, second, now, true).conflicts).toEqual([]);
    }));
    const seen = { quantity: 5, autoRenewEnabled: true, friendlyName: 'One', status: 'active' };
    const renamed = withField(seen, { ...seen, friendlyName: 'Other' }, 'friendlyName');
    expect(rebased(renamed, { base: seen, edits: { quantity: 7 } }, { ...seen, quantity: 7 }).friendlyName).toBe('Other');
  });
});
