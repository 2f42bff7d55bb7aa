import { describe, expect, it } from 'vitest';
import { addonBases, linesInOrder, newAddonLine, withoutLine } from '../../../shared/domain/cart/addons.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { cartProblems } from '../../../shared/domain/cart/cart-rules.ts';
import { newLine } from '../../../shared/domain/cart/line-rules.ts';
import { aroundOf, cartOf, lineOf, offerOf, reseller, subscriptionOf } from './cart-fixtures.ts';

const plan = offerOf('PLAN');
const other = offerOf('OTHER');
const storage = offerOf('STORAGE', { isAddon: true, prerequisiteSkus: ['PLAN:0001'] });
const base = lineOf(plan);

function addon(lines: readonly CartLine[], lineId: number): CartLine {
  const made = newAddonLine(storage, { kind: 'line', lineId }, lines, reseller);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}
const onSubscription = (subscriptionId: string): CartLine => {
  const made = newAddonLine(storage, { kind: 'subscription', subscriptionId, name: 'n' }, [], reseller);
  if (!made.ok) throw new Error(made.error);
  return made.value;
};
const codes = (lines: readonly CartLine[], more: Parameters<typeof aroundOf>[1] = {}): string[] =>
  cartProblems(cartOf({ lines: [...lines] }), aroundOf([plan, other, storage], more)).map((problem) => problem.code);

describe('the bases of an add-on', () => {
  it('are fitting lines of the cart and active subscriptions, no add-ons among them', () => {
    const lines = [base, { ...lineOf(other), id: 1 }];
    const subscriptions = [
      subscriptionOf('fits', 'plan:0001:X'),
      subscriptionOf('other', 'OTHER:0001:X'),
      subscriptionOf('gone', 'PLAN:0001:X', { status: 'suspended' }),
      subscriptionOf('child', 'PLAN:0001:X', { parentSubscriptionId: 'fits' }),
    ];
    expect(addonBases(storage, lines, subscriptions)).toEqual([
      { kind: 'line', lineId: 0 },
      { kind: 'subscription', subscriptionId: 'fits', name: 'Name of fits' },
    ]);
    expect(addonBases(plan, lines, subscriptions)).toEqual([]);
    expect(addonBases({ ...storage, prerequisiteSkus: [] }, lines, [])).toHaveLength(2);
  });

  it('are asked for: an add-on is no line of its own', () => {
    expect(newLine(storage, [base], reseller)).toEqual({ ok: false, error: 'needs-base' });
    expect(newAddonLine(storage, { kind: 'line', lineId: 7 }, [base], reseller)).toEqual({ ok: false, error: 'wrong-base' });
    expect(newAddonLine(storage, { kind: 'line', lineId: 0 }, [lineOf(other)], reseller)).toEqual({ ok: false, error: 'wrong-base' });
    expect(newAddonLine(plan, { kind: 'line', lineId: 0 }, [base], reseller)).toEqual({ ok: false, error: 'wrong-base' });
  });
});

describe('a line for an add-on', () => {
  it('takes the pair of its base, and the reseller', () => {
    const monthly = lineOf(plan, [], { termDuration: 'P1M' });
    expect(addon([monthly], 0)).toMatchObject({ id: 1, termDuration: 'P1M', addonOf: { kind: 'line', lineId: 0 }, partnerId: '5390001' });
    expect(addon([base], 0)).toMatchObject({ termDuration: 'P1Y' });
  });

  it('may stand under several bases, but under one only with different pairs', () => {
    const first = addon([base], 0);
    const second = addon([base, first], 0);
    expect(second.termDuration).toBe('P1M');
    expect(newAddonLine(storage, { kind: 'line', lineId: 0 }, [base, first, second], reseller)).toMatchObject({ error: 'already-in-cart' });
    const twice = { ...base, id: 3 };
    expect(addon([base, first, second, twice], 3)).toMatchObject({ id: 4, termDuration: 'P1Y' });
  });
});

describe('lines with add-ons', () => {
  const first = { ...base, id: 0 };
  const second = { ...lineOf(other), id: 1 };
  const under = { ...addon([first], 0), id: 2 };
  const free = { ...onSubscription('s'), id: 3 };

  it('stand with each add-on after its base, and lose none', () => {
    expect(linesInOrder([first, second, under, free]).map((line) => line.id)).toEqual([0, 2, 1, 3]);
    const orphan: CartLine = { ...under, addonOf: { kind: 'line', lineId: 9 } };
    const self: CartLine = { ...under, addonOf: { kind: 'line', lineId: 2 } };
    expect(linesInOrder([orphan, second]).map((line) => line.id)).toEqual([2, 1]);
    expect(linesInOrder([self, second]).map((line) => line.id)).toEqual([2, 1]);
  });

  it('lose the add-ons with their base', () => {
    expect(withoutLine([first, second, under, free], 0).map((line) => line.id)).toEqual([1, 3]);
    expect(withoutLine([first, second, under, free], 2).map((line) => line.id)).toEqual([0, 1, 3]);
  });
});

describe('an add-on of a cart', () => {
  const under = addon([base], 0);

  it('needs a base of this cart that it fits, and nothing else may hang on one', () => {
    expect(codes([base, under])).toEqual([]);
    expect(codes([under])).toEqual(['addon-base-missing']);
    expect(codes([{ ...under, addonOf: { kind: 'line', lineId: under.id } }])).toEqual(['addon-base-missing']);
    const { addonOf: _base, ...alone } = under;
    expect(codes([base, alone])).toEqual(['addon-base-missing']);
    expect(codes([{ ...lineOf(other), id: 0 }, under])).toEqual(['addon-base-wrong']);
    expect(codes([base, { ...base, id: 1, addonOf: { kind: 'line', lineId: 0 } }])).toEqual(['addon-base-wrong']);
    expect(codes([base, under, { ...under, id: 5, addonOf: { kind: 'line', lineId: 1 } }])).toEqual(['addon-base-wrong']);
    // fits everything, yet no add-on carries another
    const anywhere = offerOf('ANYWHERE', { isAddon: true });
    const onAddon: CartLine = { ...lineOf({ ...anywhere, isAddon: false }), id: 5, addonOf: { kind: 'line', lineId: under.id } };
    expect(cartProblems(cartOf({ lines: [base, under, onAddon] }), aroundOf([plan, storage, anywhere]))).toMatchObject([
      { code: 'addon-base-wrong', lineId: 5, stops: true },
    ]);
    expect(newAddonLine(anywhere, { kind: 'line', lineId: under.id }, [base, under], reseller)).toMatchObject({ error: 'wrong-base' });
    expect(addonBases(anywhere, [base, under], [])).toEqual([{ kind: 'line', lineId: base.id }]);
  });

  it('needs an active subscription it fits, as far as those are known', () => {
    const line = onSubscription('s');
    const known = (more: Partial<ReturnType<typeof subscriptionOf>>, offerId = 'PLAN:0001:X') =>
      codes([line], { subscriptions: [subscriptionOf('s', offerId, more)] });
    expect(known({})).toEqual([]);
    expect(known({ status: 'suspended' })).toEqual(['addon-base-wrong']);
    expect(known({}, 'OTHER:0001:X')).toEqual(['addon-base-wrong']);
    expect(codes([line], { subscriptions: [] })).toEqual(['addon-base-missing']);
    const [unread] = cartProblems(cartOf({ lines: [line] }), aroundOf([storage]));
    expect(unread).toMatchObject({ code: 'addon-base-unchecked', stops: false });
  });
});
