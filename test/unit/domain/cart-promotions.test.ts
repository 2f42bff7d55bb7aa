import { describe, expect, it } from 'vitest';
import { cartProblems } from '../../../shared/domain/cart/cart-rules.ts';
import { withTerm } from '../../../shared/domain/cart/line-rules.ts';
import {
  promotionProblem, promotionsOf, promotionsOverLimit, splitAtPromotion, withPromotion,
} from '../../../shared/domain/cart/promotions.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { plusSeconds } from '../../../shared/instant.ts';
import { aroundOf, cartOf, lineOf, now, offerOf, subscriptionOf } from './cart-fixtures.ts';

const plan = offerOf('PLAN');
const line = lineOf(plan, [], { quantity: 10 });
const promotion = (more: Partial<Promotion> = {}): Promotion => ({
  id: 'PROMO:0001:A', name: 'Spring', description: '', isAutoApplicable: false,
  startsAt: plusSeconds(now, -60), endsAt: plusSeconds(now, 60), minimumSeats: 5, maximumSeats: 20,
  products: [{ productId: 'PLAN', skuId: '0001', termDuration: 'P1Y', billingCycle: 'monthly', discount: '0.15' }],
  ...more,
});
const names = (found: readonly Promotion[]): string[] => found.map((one) => one.id);

describe('the promotions of a line', () => {
  it('are for its product and pair, run now and allow its seats', () => {
    expect(names(promotionsOf(line, [promotion()], now))).toEqual(['PROMO:0001:A']);
    expect(promotionsOf({ ...line, productId: 'OTHER' }, [promotion()], now)).toEqual([]);
    expect(promotionsOf({ ...line, skuId: '0002' }, [promotion()], now)).toEqual([]);
    expect(promotionsOf({ ...line, termDuration: 'P1M' }, [promotion()], now)).toEqual([]);
    expect(promotionsOf({ ...line, billingCycle: 'annual' }, [promotion()], now)).toEqual([]);
    expect(promotionsOf(line, [promotion({ endsAt: now })], now)).toEqual([]);
    expect(promotionsOf(line, [promotion({ startsAt: plusSeconds(now, 1) })], now)).toEqual([]);
    expect(promotionsOf({ ...line, quantity: 4 }, [promotion()], now)).toEqual([]);
    expect(promotionsOf({ ...line, quantity: 21 }, [promotion()], now)).toEqual([]);
    expect(names(promotionsOverLimit({ ...line, quantity: 21 }, [promotion()], now))).toEqual(['PROMO:0001:A']);
    expect(promotionsOverLimit({ ...line, quantity: 4 }, [promotion()], now)).toEqual([]);
  });

  it('are put on and taken off it, and go with another pair', () => {
    const promoted = withPromotion(line, promotion());
    expect(promoted.promotion).toEqual({
      id: 'PROMO:0001:A', name: 'Spring', discount: '0.15', endsAt: plusSeconds(now, 60), minimumSeats: 5, maximumSeats: 20,
    });
    expect(withPromotion(promoted, undefined)).toEqual(line);
    expect(withPromotion({ ...line, productId: 'OTHER' }, promotion())).toEqual({ ...line, productId: 'OTHER' });
    expect(withTerm(promoted, plan, 'P1M', 'monthly').promotion).toBeUndefined();
    expect(withTerm(promoted, plan, 'P1Y', 'monthly')).toBe(promoted);
  });
});

describe('the promotion on a line', () => {
  const promoted = withPromotion(line, promotion());
  const codes = (quantity: number, promotions?: readonly Promotion[]): string[] =>
    cartProblems(cartOf({ lines: [{ ...promoted, quantity }] }), aroundOf([plan], { promotions })).map((problem) => problem.code);

  it('is checked for its end, its seats and for being there still (27007, story F21)', () => {
    expect(codes(10)).toEqual([]);
    expect(codes(4)).toEqual(['promotion-seats-below']);
    expect(codes(21)).toEqual(['promotion-seats-above']);
    expect(promotionProblem(promoted, plusSeconds(now, 60))).toBe('promotion-ended');
    expect(codes(10, [promotion()])).toEqual([]);
    const prolonged = promotion({ endsAt: plusSeconds(now, 600) });
    expect(promotionProblem(promoted, plusSeconds(now, 60), { promotions: [prolonged] })).toBeUndefined();
    expect(codes(10, [])).toEqual(['promotion-gone']);
    expect(codes(10, [promotion({ products: [] })])).toEqual(['promotion-gone']);
    expect(codes(10, [promotion({ endsAt: now })])).toEqual(['promotion-ended']);
    expect(codes(20, [promotion({ maximumSeats: 15 })])).toEqual(['promotion-seats-above']);
    expect(promotionProblem(line, now, { promotions: [] })).toBeUndefined();
  });

  it('is weighed against what the customer bought before (27007)', () => {
    const bought = (offerId: string, more: Partial<Subscription> = {}): Subscription => subscriptionOf('s', offerId, more);
    const withIt = bought('PLAN:0001:X', { promotionId: 'PROMO:0001:A', quantity: 11 });
    const problem = (more: Partial<Promotion>, subscriptions: readonly Subscription[]) =>
      promotionProblem(promoted, now, { promotions: [promotion(more)], subscriptions });
    // 10 seats and 11 before are more than 20
    expect(problem({}, [withIt])).toBe('promotion-used-up');
    expect(problem({}, [{ ...withIt, quantity: 10 }])).toBeUndefined();
    expect(problem({ maximumUses: 1 }, [{ ...withIt, quantity: 1 }])).toBe('promotion-used-up');
    expect(problem({ maximumUses: 2 }, [{ ...withIt, quantity: 1 }])).toBeUndefined();
    expect(problem({ isFirstPurchaseOnly: true }, [bought('plan:0001:Y', { status: 'deleted' })])).toBe('promotion-first-purchase');
    expect(problem({ isFirstPurchaseOnly: true }, [bought('PLAN:0002:Y')])).toBeUndefined();
    const owned = { ownedSkus: [['A:0001', 'B:0001'], ['C:0001']] };
    expect(problem(owned, [bought('B:0001:Y')])).toBe('promotion-needs-product');
    expect(problem(owned, [bought('B:0001:Y'), bought('C:0001:Y')])).toBeUndefined();
    expect(promotionProblem(promoted, now, { promotions: [promotion(owned)] })).toBeUndefined();
  });

  it('stays on as many seats as it allows when the line is split', () => {
    const second = { ...lineOf(offerOf('SECOND')), id: 1 };
    const split = splitAtPromotion({ ...promoted, quantity: 50 }, [{ ...promoted, quantity: 50 }, second]);
    expect(split?.map(({ id, quantity, promotion: on }) => [id, quantity, on?.id])).toEqual([
      [0, 20, 'PROMO:0001:A'], [2, 30, undefined], [1, 1, undefined],
    ]);
    expect(splitAtPromotion({ ...promoted, quantity: 20 }, [promoted])).toBeUndefined();
    expect(splitAtPromotion({ ...line, quantity: 50 }, [line])).toBeUndefined();
  });
});
