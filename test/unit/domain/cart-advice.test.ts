import { describe, expect, it } from 'vitest';
import { commitmentAdvice } from '../../../shared/domain/cart/commitment-advice.ts';
import { compareCommitments } from '../../../shared/domain/cart/commitments.ts';
import { isAboveZero, marginOf } from '../../../shared/domain/cart/margin.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { offerOf } from './cart-fixtures.ts';

const euro = (amount: string): { readonly amount: string; readonly currency: string } => ({ amount, currency: 'EUR' });
const offer = (prices: readonly (readonly ['P1M' | 'P1Y' | 'P3Y', 'monthly' | 'annual', string])[]): Offer =>
  offerOf('P', {
    terms: prices.map(([termDuration, billingCycle, amount]) => ({
      termDuration, billingCycle, catalogItemId: `P:0001:${termDuration}`, unitPrice: euro(amount),
    })),
  });
const advice = (...prices: Parameters<typeof offer>[0]): ReturnType<typeof commitmentAdvice> =>
  commitmentAdvice(compareCommitments(offer(prices), 3));

describe('what a comparison of commitments comes to', () => {
  it('names the cheapest year and what it saves against twelve months, exactly', () => {
    const found = advice(['P1M', 'monthly', '12.10'], ['P1Y', 'monthly', '10.10'], ['P1Y', 'annual', '115.15']);
    expect(found?.year).toMatchObject({ isCheaper: true, saved: euro('90.15'), commitment: { termDuration: 'P1Y', billingCycle: 'annual' } });
    expect(found?.cheapest).toMatchObject({ termDuration: 'P1Y', billingCycle: 'annual' });
  });

  it('says that a year is no cheaper when it is not, and names the shorter of two equal ways', () => {
    const found = advice(['P1M', 'monthly', '10.00'], ['P1Y', 'monthly', '10.00']);
    expect(found?.year).toMatchObject({ isCheaper: false, saved: euro('0') });
    expect(found?.cheapest.termDuration).toBe('P1M');
  });

  it('compares no year with months that are not sold, and nothing with one way alone', () => {
    const found = advice(['P1Y', 'monthly', '10.00'], ['P3Y', 'annual', '100.00']);
    expect([found?.cheapest.termDuration, found?.year]).toEqual(['P3Y', undefined]);
    expect(advice(['P1Y', 'monthly', '10.00'])).toBeUndefined();
  });
});

describe('the difference between cost and recommended price', () => {
  it('is exact, and a share of the recommended price to a thousandth', () => {
    expect(marginOf({ total: euro('66.60'), retail: euro('79.92') })).toEqual({ amount: euro('13.32'), share: '0.167' });
    expect(marginOf({ total: euro('10'), retail: euro('8') })).toEqual({ amount: euro('-2'), share: '-0.25' });
    expect(marginOf({ total: euro('0'), retail: euro('0') })).toEqual({ amount: euro('0'), share: undefined });
    expect([euro('0.00'), euro('-0.01'), euro('0.01')].map(isAboveZero)).toEqual([false, false, true]);
  });
});
