import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { compareCommitments, leavingPrice } from '../../../shared/domain/cart/commitments.ts';
import { newLine, withPricesOf, withTerm } from '../../../shared/domain/cart/line-rules.ts';
import { firstCharge, lineTotal, retailTotal, unitAfterDiscount } from '../../../shared/domain/cart/prices.ts';
import { cartTotals } from '../../../shared/domain/cart/totals.ts';
import type { OfferTerm } from '../../../shared/domain/catalogue/offer.ts';
import { instantOf } from '../../../shared/instant.ts';
import { lineOf, now, offerOf, reseller } from './cart-fixtures.ts';

const at = (text: string) => instantOf(new Date(text));
const money = (amount: string, currency = 'EUR') => ({ amount, currency });
const line = (amount: string, discount?: string, currency = 'EUR', more: Partial<CartLine> = {}): CartLine => ({
  ...lineOf(offerOf('PLAN')), unitPrice: money(amount, currency),
  ...(discount === undefined ? {} : { promotion: { id: 'p', name: 'Spring', discount } }),
  ...more,
});

describe('the price of one seat after a promotion', () => {
  it.each([
    // exactly: 8.755, 4.675, 3.915, 283.05, 301.5, 0.83325, 0.8325, 0, 12.345
    ['10.30', '0.15', 'EUR', '8.76'],
    ['5.50', '0.15', 'EUR', '4.68'],
    ['4.35', '0.1', 'EUR', '3.92'],
    ['333', '0.15', 'JPY', '283'],
    ['335', '0.1', 'JPY', '302'],
    ['1.111', '0.25', 'KWD', '0.833'],
    ['1.110', '0.25', 'KWD', '0.833'],
    ['12.34', '1', 'EUR', '0.00'],
    ['12.345', '0', 'EUR', '12.35'],
  ])('%s less %s in %s is %s', (amount, discount, currency, expected) => {
    expect(unitAfterDiscount(line(amount, discount, currency))).toEqual(money(expected, currency));
  });

  it('is nothing at all over the seats of the promotion, and below them (story F21)', () => {
    const promotion = { id: 'p', name: 'Spring', discount: '0.15', minimumSeats: 5, maximumSeats: 20 };
    const unitFor = (quantity: number): unknown => unitAfterDiscount(line('10.00', '0.15', 'EUR', { quantity, promotion }));
    expect([4, 5, 20, 21].map(unitFor)).toEqual([money('10.00'), money('8.50'), money('8.50'), money('10.00')]);
  });

  it('is the price itself without one, unrounded, and missing without a price', () => {
    expect(unitAfterDiscount(line('0.3333'))).toEqual(money('0.3333'));
    const { unitPrice: _price, ...unpriced } = line('1', '0.5');
    expect(unitAfterDiscount(unpriced)).toBeUndefined();
    expect(lineTotal(unpriced)).toBeUndefined();
  });

  it('is rounded before it is multiplied: 7 seats of 8.755 are 61.32, not 61.29', () => {
    expect(lineTotal(line('10.30', '0.15', 'EUR', { quantity: 7 }))).toEqual(money('61.32'));
  });

  it('never leaves fractions of the smallest unit', () => {
    fc.assert(fc.property(fc.nat(9_999_999), fc.nat(100), fc.integer({ min: 1, max: 10_000 }), (cents, percent, quantity) => {
      const made = line(new Decimal(cents).div(100).toFixed(2), new Decimal(percent).div(100).toFixed(), 'EUR', { quantity });
      // half up in whole numbers
      const exact = (BigInt(cents) * BigInt(100 - percent) * 2n + 100n) / 200n;
      expect(lineTotal(made)).toEqual(money(new Decimal((exact * BigInt(quantity)).toString()).div(100).toFixed()));
    }));
  });
});

describe('provider cost and recommended price', () => {
  const retail = { retailPrice: money('12.90'), quantity: 10 };

  it('stand apart, each after the promotion', () => {
    expect(lineTotal(line('10.30', '0.15', 'EUR', retail))).toEqual(money('87.6'));
    // 12.90 x 0.85 = 10.965 -> 10.97
    expect(retailTotal(line('10.30', '0.15', 'EUR', retail))).toEqual(money('109.7'));
    expect(cartTotals([line('10.30', '0.15', 'EUR', retail), line('1.00', undefined, 'EUR', { quantity: 2 })], 'EUR')).toEqual([{
      billingCycle: 'monthly', total: money('89.6'), unpriced: 0, discount: money('15.4'), retail: money('109.7'), retailUnpriced: 1,
    }]);
  });

  it('come with a new line, with another term, and with a newer list', () => {
    const [monthly, yearly] = offerOf('PLAN').terms;
    if (monthly === undefined || yearly === undefined) throw new Error('two terms expected');
    const offer = offerOf('PLAN', { terms: [{ ...monthly, retailPrice: money('8') }, { ...yearly, retailPrice: money('7') }] });
    const made = newLine(offer, [], reseller);
    if (!made.ok) throw new Error(made.error);
    expect(made.value.retailPrice).toEqual(money('7'));
    expect(withTerm(made.value, offer, 'P1M', 'monthly').retailPrice).toEqual(money('8'));
    const dearer = offerOf('PLAN', { terms: [{ ...yearly, catalogItemId: 'NEW', unitPrice: money('6') }] });
    const repriced = withPricesOf({ ...made.value, quantity: 9 }, dearer);
    expect(repriced).toMatchObject({ quantity: 9, catalogItemId: 'NEW', unitPrice: money('6') });
    expect(repriced.retailPrice).toBeUndefined();
    expect(withPricesOf({ ...made.value, termDuration: 'P3Y' }, dearer).unitPrice).toEqual(money('5.50'));
  });

  it('keeps an end date only with its term', () => {
    const offer = offerOf('PLAN', { terms: [...offerOf('PLAN').terms, { termDuration: 'P1Y', billingCycle: 'annual', catalogItemId: 'A' }] });
    const ends = { ...lineOf(offer), customTermEnd: at('2027-03-31T00:00:00Z') };
    expect(withTerm(ends, offer, 'P1Y', 'annual').customTermEnd).toBe(ends.customTermEnd);
    expect(withTerm(ends, offer, 'P1M', 'monthly').customTermEnd).toBeUndefined();
  });
});

describe('the first charge', () => {
  // bought on 24 November 2026: a month is 30 days to 24 December, a year 365 days
  it.each([
    ['monthly', '2026-11-30T00:00:00Z', '30.00', '6.00', [6, 30]],
    ['monthly', '2026-12-31T00:00:00Z', '30.00', '30', [30, 30]],
    ['annual', '2027-06-30T00:00:00Z', '365.00', '218.00', [218, 365]],
    ['annual', '2026-12-31T00:00:00Z', '100.00', '10.14', [37, 365]],
  ] as const)('of a %s line that ends on %s', (billingCycle, end, price, amount, [days, ofDays]) => {
    const made = line(price, undefined, 'EUR', { billingCycle, customTermEnd: at(end) });
    expect(firstCharge(made, now)).toEqual({ amount: money(amount), days, ofDays });
  });

  it('is a whole period without an end date, after the promotion, and none for what is paid once', () => {
    expect(firstCharge(line('10.00', '0.1'), now)).toEqual({ amount: money('9'), days: 30, ofDays: 30 });
    expect(firstCharge(line('10.00', undefined, 'EUR', { billingCycle: 'one_time' }), now)).toBeUndefined();
  });
});

describe('the comparison of commitments', () => {
  const term = (termDuration: OfferTerm['termDuration'], billingCycle: OfferTerm['billingCycle'], amount?: string): OfferTerm => ({
    termDuration, billingCycle, catalogItemId: 'x', ...(amount === undefined ? {} : { unitPrice: money(amount) }),
  });
  const offer = offerOf('PLAN', {
    terms: [
      term('P3Y', 'triennial', '324.00'), term('P1Y', 'annual', '120.00'), term('P1M', 'monthly', '12.00'),
      term('P1Y', 'monthly', '10.50'), term('P3Y', 'annual'), term('P1Y', 'none', '1'),
    ],
  });

  it('tells cost over 12 and 36 months, per month, and when it pays off', () => {
    expect(compareCommitments(offer, 10)).toEqual([
      { termDuration: 'P1M', billingCycle: 'monthly', over12: money('1440.00'), over36: money('4320.00'), perMonth: money('120.00') },
      {
        // 12 x 10.50 = 126 a seat; 126 / 12 = 10.5 months
        termDuration: 'P1Y', billingCycle: 'monthly', over12: money('1260.00'), over36: money('3780.00'), perMonth: money('105.00'),
        breakEven: { months: '10.5', month: 11 },
      },
      {
        termDuration: 'P1Y', billingCycle: 'annual', over12: money('1200.00'), over36: money('3600.00'), perMonth: money('100.00'),
        breakEven: { months: '10', month: 10 },
      },
      {
        // a year of a three-year term binds to all three
        termDuration: 'P3Y', billingCycle: 'triennial', over12: money('3240.00'), over36: money('3240.00'), perMonth: money('90.00'),
        breakEven: { months: '27', month: 27 },
      },
    ]);
  });

  it('names no month where committing never pays off, or there is no monthly price', () => {
    const dear = offerOf('PLAN', { terms: [term('P1M', 'monthly', '5'), term('P1Y', 'annual', '61')] });
    expect(compareCommitments(dear, 1)[1]?.breakEven).toBeUndefined();
    expect(compareCommitments(offerOf('PLAN', { terms: [term('P1Y', 'annual', '61')] }), 1)[0]?.breakEven).toBeUndefined();
    expect(compareCommitments(offerOf('PLAN', { terms: [term('P1M', 'monthly', '5'), term('P1Y', 'annual', '60')] }), 1)[1]?.breakEven)
      .toEqual({ months: '12', month: 12 });
  });

  it.each([
    // 10 seats: by the month nothing is owed; 5 of 12 months used: 7 x 105 are; paid upfront: nothing more, 7/12 of 1200 unused
    ['P1M', 'monthly', 5, '0.00', '0.00'],
    ['P1Y', 'monthly', 5, '735.00', '735.00'],
    ['P1Y', 'annual', 5, '0.00', '700.00'],
    ['P1Y', 'annual', 12, '0.00', '0.00'],
    ['P1Y', 'monthly', 13, '1155.00', '1155.00'],
    ['P3Y', 'triennial', 18, '0.00', '1620.00'],
    ['P1Y', 'monthly', 0, '1155.00', '1155.00'],
  ] as const)('leaving %s billed %s after %i months costs %s, and %s for nothing', (termDuration, billingCycle, month, owed, unused) => {
    expect(leavingPrice(offer, 10, { termDuration, billingCycle }, month)).toEqual({ owed: money(owed), unused: money(unused) });
  });

  it('has no price of leaving for a pair without a price', () => {
    expect(leavingPrice(offer, 10, { termDuration: 'P3Y', billingCycle: 'annual' }, 3)).toBeUndefined();
  });
});
