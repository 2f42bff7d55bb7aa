import { describe, expect, it } from 'vitest';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { cartProblems } from '../../../shared/domain/cart/cart-rules.ts';
import type { CartSurroundings } from '../../../shared/domain/cart/cart-rules.ts';
import { PartnerId } from '../../../shared/ids.ts';
import { aroundOf, cartOf, lineOf, offerOf, subscriptionOf } from './cart-fixtures.ts';

const plan = offerOf('PLAN');
const trial = offerOf('PLAN', { key: 'IT:PLAN:0002', skuId: '0002', isTrial: true });
const secondTrial = offerOf('PLAN', { key: 'IT:PLAN:0003', skuId: '0003', isTrial: true });
const school = offerOf('SCHOOL', { segment: 'education' });
const sworn = offerOf('SWORN', { needsAttestation: true });
const offers = [plan, trial, secondTrial, school, sworn];
const codes = (lines: readonly CartLine[], more: Partial<CartSurroundings> = {}, cart: Partial<CartDraft> = {}): string[] =>
  cartProblems(cartOf({ lines: [...lines], ...cart }), aroundOf(offers, more)).map((problem) => problem.code);

describe('a trial', () => {
  it('is had once per product, in the cart and ever, with at most 25 seats', () => {
    const line = lineOf(trial);
    expect(codes([line])).toEqual([]);
    expect(codes([{ ...line, quantity: 26 }])).toEqual(['quantity-above']);
    expect(codes([line, { ...lineOf(secondTrial), id: 1 }])).toEqual(['trial-once', 'trial-once']);
    expect(codes([line, { ...lineOf(plan), id: 1 }])).toEqual([]);
    expect(codes([line], { subscriptions: [subscriptionOf('s', 'plan:0002:X', { isTrial: true, status: 'deleted' })] })).toEqual(['trial-once']);
    expect(codes([line], { subscriptions: [subscriptionOf('s', 'PLAN:0001:X')] })).toEqual([]);
  });

  it('alone says what it becomes', () => {
    expect(codes([{ ...lineOf(trial), renewsTo: 'P1Y' }])).toEqual([]);
    expect(codes([{ ...lineOf(plan), renewsTo: 'P1Y' }])).toEqual(['renews-only-trial']);
  });
});

describe('an offer', () => {
  it('of another segment needs the qualification, which is only warned of while it was not read (800086)', () => {
    const line = lineOf(school);
    expect(codes([line], { qualifications: ['Education'] })).toEqual([]);
    expect(codes([line], { qualifications: ['Nonprofit'] })).toEqual(['segment-not-qualified']);
    expect(cartProblems(cartOf({ lines: [line] }), aroundOf(offers))).toMatchObject([{ code: 'segment-unchecked', stops: false }]);
  });

  it('may ask for a statement of its own (900203)', () => {
    expect(codes([lineOf(sworn)])).toEqual(['offer-attestation-missing']);
    expect(codes([{ ...lineOf(sworn), attestationAccepted: true }])).toEqual([]);
  });
});

describe('further resellers', () => {
  const ids = (...texts: readonly string[]) => texts.map((text) => PartnerId.parse(text));
  const additional = (additionalPartnerIds: CartDraft['additionalPartnerIds'], more: Partial<CartDraft> = {}): string[] =>
    codes([lineOf(plan)], {}, { additionalPartnerIds, ...more });

  it('are different ones, at most five, beside the one who is credited, never the provider', () => {
    expect(additional([])).toEqual([]);
    expect(additional(ids('5390002', '5390003', '5390004', '5390005', '5390006'))).toEqual([]);
    expect(additional(ids('5390002', '5390003', '5390004', '5390005', '5390006', '5390007'))).toEqual(['additional-too-many']);
    expect(additional(ids('5390002', '5390002'))).toEqual(['additional-twice']);
    expect(additional(ids('5380000'))).toEqual(['additional-own']);
    expect(additional(ids('5390001'))).toEqual(['additional-is-reseller']);
    const { partnerId: _id, ...line } = lineOf(plan);
    expect(codes([line], {}, { additionalPartnerIds: ids('5390002'), reseller: { kind: 'direct', isConfirmed: true } })).toEqual([
      'additional-without-reseller',
    ]);
  });

  it('are for the EU and the EFTA: not for the United Kingdom', () => {
    const british = { ...plan, key: 'GB:PLAN:0001' };
    const problems = cartProblems(
      cartOf({ lines: [lineOf(plan)], market: 'GB', additionalPartnerIds: ids('5390002') }), aroundOf([british]),
    );
    expect(problems.map((problem) => problem.code)).toEqual(['additional-region']);
    expect(additional(ids('5390002'), { market: 'IT' })).toEqual([]);
  });
});

describe('a cart', () => {
  it('has at most 500 lines', () => {
    const lines = Array.from({ length: 501 }, (_unused, id) => ({ ...lineOf(plan), id }));
    expect(codes(lines.slice(0, 500))).toEqual([]);
    expect(codes(lines)).toEqual(['too-many-lines']);
  });
});
