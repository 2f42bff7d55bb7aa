import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { canBuy, cartProblems, isSameOrder } from '../../../shared/domain/cart/cart-rules.ts';
import {
  newLine,
  offerTerm,
  ownedBusinessSeats,
  seatRange,
  withReseller,
  withTerm,
} from '../../../shared/domain/cart/line-rules.ts';
import { chosenReseller, customerResellerOf } from '../../../shared/domain/reseller/reseller-rules.ts';
import { cartTotals, lineTotal, priceChange, totalChange } from '../../../shared/domain/cart/totals.ts';
import { PlaceOrderPayload } from '../../../shared/sync/operation.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { OperationId, PartnerId, ResellerTenantId } from '../../../shared/ids.ts';
import { plusSeconds } from '../../../shared/instant.ts';
import { aroundOf, cartOf, now, offerOf, reseller, resellerId } from './cart-fixtures.ts';

const basic = offerOf('CFQ7TTC0LH18');
const premium = offerOf('CFQ7TTC0LCHC');
const exchange = offerOf('CFQ7TTC0LH16');

function lineOf(offer: Offer, lines: readonly CartLine[] = [], quantity = 1): CartLine {
  const made = newLine(offer, lines, reseller);
  if (!made.ok) throw new Error(made.error);
  return { ...made.value, quantity };
}
const codes = (...args: Parameters<typeof cartProblems>): string[] => cartProblems(...args).map((problem) => problem.code);

describe('a line of a cart', () => {
  it('starts with the usual term, the smallest number of seats and the reseller on it', () => {
    expect(lineOf(offerOf('A', { minimumQuantity: 5 }))).toMatchObject({
      id: 0,
      termDuration: 'P1Y',
      billingCycle: 'monthly',
      catalogItemId: 'A:0001:Y',
      quantity: 1,
      partnerId: '5390001',
    });
    const made = newLine(offerOf('A', { minimumQuantity: 5 }), [], reseller);
    expect(made.ok && made.value.quantity).toBe(5);
  });

  it('may stand twice only with another pair of term and billing cycle', () => {
    const first = lineOf(exchange);
    const second = lineOf(exchange, [first]);
    expect(second).toMatchObject({ id: 1, termDuration: 'P1M' });
    expect(newLine(exchange, [first, second], reseller)).toEqual({ ok: false, error: 'already-in-cart' });
    expect(newLine(offerOf('B', { terms: [] }), [], reseller)).toEqual({ ok: false, error: 'no-terms' });
    const trial = offerOf('T', { isTrial: true });
    expect(newLine(trial, [lineOf(trial)], reseller)).toEqual({ ok: false, error: 'already-in-cart' });
  });

  it('changes catalogue item and price with its term, and takes no pair that is not offered', () => {
    const line = lineOf(exchange);
    expect(withTerm(line, exchange, 'P1M', 'monthly')).toMatchObject({
      catalogItemId: 'CFQ7TTC0LH16:0001:M',
      unitPrice: { amount: '6.60' },
    });
    expect(withTerm(line, exchange, 'P3Y', 'triennial')).toEqual(line);
  });

  it('carries the Partner ID of its reseller, or none for a direct order', () => {
    const lines = [lineOf(exchange), lineOf(basic)];
    expect(withReseller(lines, { kind: 'direct', isConfirmed: true }).every((line) => line.partnerId === undefined)).toBe(true);
    expect(withReseller(withReseller(lines, undefined), reseller).map((line) => line.partnerId)).toEqual(['5390001', '5390001']);
  });
});

describe('seats', () => {
  it('stay within the limits of the product, and 25 for trials', () => {
    expect(seatRange(exchange, lineOf(exchange), [], 0)).toEqual({ minimum: 1, maximum: 10_000, reason: 'product' });
    const trial = offerOf('T', { isTrial: true });
    expect(seatRange(trial, lineOf(trial), [], 0)).toEqual({ minimum: 1, maximum: 25, reason: 'trial' });
  });

  it('are 300 in total across the business plans, with what the customer has (story F34)', () => {
    const first = lineOf(basic, [], 200);
    const second = lineOf(premium, [first], 80);
    expect(seatRange(premium, second, [first, second], 0)).toEqual({ minimum: 1, maximum: 100, reason: 'business-family' });
    expect(seatRange(premium, second, [first, second], 40)).toMatchObject({ maximum: 60 });
    expect(codes(cartOf({ lines: [first, second] }), aroundOf([basic, premium]))).toEqual([]);
    expect(codes(cartOf({ lines: [first, { ...second, quantity: 101 }] }), aroundOf([basic, premium]))).toEqual([
      'too-many-seats',
      'too-many-seats',
    ]);
    const subscription = {
      id: 's',
      offerId: 'CFQ7TTC0LDPB:0001:X',
      offerName: '',
      friendlyName: '',
      quantity: 30,
      status: 'active',
      autoRenewEnabled: true,
    };
    expect(
      ownedBusinessSeats([
        subscription,
        { ...subscription, status: 'deleted' },
        { ...subscription, offerId: 'CFQ7TTC0LH16:0001' },
      ]),
    ).toBe(30);
  });

  it('of business lines within their ranges never pass 300', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }), fc.nat(300), (wanted, owned) => {
        let lines: CartLine[] = [];
        for (const [index, quantity] of wanted.entries()) {
          const line = { ...lineOf(index % 2 === 0 ? basic : premium), id: index };
          const { minimum, maximum } = seatRange(basic, line, lines, owned);
          if (maximum >= minimum) lines = [...lines, { ...line, quantity: Math.min(quantity, maximum) }];
        }
        expect(lines.reduce((seats, line) => seats + line.quantity, owned)).toBeLessThanOrEqual(300);
      }),
    );
  });
});

describe('a cart', () => {
  const full = cartOf({ lines: [lineOf(exchange)] });
  const around = aroundOf([exchange]);

  it('can be bought when nothing is missing', () => {
    expect(cartProblems(full, around)).toEqual([]);
    expect(canBuy([])).toBe(true);
  });

  it('names everything that is missing, in the order of the steps', () => {
    const { reseller: _reseller, agreement: _agreement, ...bare } = cartOf({ attestationAccepted: false });
    expect(codes(bare, around)).toEqual(['no-lines', 'reseller-missing', 'agreement-missing', 'attestation-missing']);
  });

  it('refuses the own Partner ID, lines without the ID and removed resellers; warns of suspended ones (F17 to F19)', () => {
    const own = { ...reseller, partnerId: PartnerId.parse('5380000') };
    expect(codes({ ...full, reseller: own, lines: withReseller(full.lines, own) }, around)).toEqual(['partner-id-own']);
    expect(codes({ ...full, lines: withReseller(full.lines, undefined) }, around)).toEqual(['partner-id-missing']);
    const [known] = around.resellers;
    if (known === undefined) throw new Error('no reseller in the fixture');
    expect(codes(full, { ...around, resellers: [{ ...known, state: 'Suspended' }] })).toEqual(['reseller-not-active']);
    expect(canBuy(cartProblems(full, { ...around, resellers: [{ ...known, state: 'Suspended' }] }))).toBe(true);
    const other = { ...known, id: ResellerTenantId.parse('b0000000-0000-4000-8000-000000000009') };
    expect(codes(full, { ...around, resellers: [other] })).toEqual(['reseller-not-partner']);
    expect(codes(full, { ...around, resellers: [] })).toEqual([]);
  });

  it('checks every line against the catalogue: gone, term, seats, price, currency', () => {
    const [line] = full.lines;
    if (line === undefined) throw new Error('no line in the fixture');
    const of = (changed: Partial<CartLine>): string[] => codes({ ...full, lines: [{ ...line, ...changed }] }, around);
    expect(codes(full, aroundOf([]))).toEqual(['offer-gone']);
    expect(of({ termDuration: 'P3Y' })).toEqual(['term-not-offered']);
    expect(of({ quantity: 10_001 })).toEqual(['quantity-above']);
    expect(of({ unitPrice: { amount: '1', currency: 'USD' } })).toEqual(['currency-mixed']);
    const { unitPrice: _price, ...unpriced } = line;
    expect(cartProblems({ ...full, lines: [unpriced] }, around)).toMatchObject([{ code: 'price-missing', stops: false }]);
    const atLeast = aroundOf([offerOf('CFQ7TTC0LH16', { minimumQuantity: 5 })]);
    expect(codes(full, atLeast)).toEqual(['quantity-below']);
  });

  it('wants to know who accepted the agreement, not in the future', () => {
    const contact = { firstName: 'Anna', lastName: 'Rossi', email: 'anna@caffe.example', phoneNumber: '' };
    const of = (dateAgreed: typeof now, email = contact.email): string[] =>
      codes({ ...full, agreement: { kind: 'to-confirm', contact: { ...contact, email }, dateAgreed } }, around);
    expect(of(now)).toEqual([]);
    expect(of(plusSeconds(now, 60))).toEqual(['agreement-date-future']);
    expect(of(now, 'anna')).toEqual(['agreement-contact']);
  });

  it('knows the same order again, in any order of lines, and not another one', () => {
    const lines = [lineOf(exchange), { ...lineOf(basic), id: 1 }];
    const cart = cartOf({ lines });
    const payload = PlaceOrderPayload.parse({ ...cart, attestationAccepted: true, lines: lines.toReversed() });
    expect(isSameOrder(cart, payload)).toBe(true);
    expect(isSameOrder(cart, { ...payload, lines: [{ ...lineOf(exchange), quantity: 2 }] })).toBe(false);
    expect(
      isSameOrder(
        { ...cart, customer: { kind: 'pending', operationId: OperationId.parse('0193a000-0000-7000-8000-000000000009') } },
        payload,
      ),
    ).toBe(false);
  });
});

describe('totals', () => {
  it('stand per billing cycle and are exact', () => {
    const price = fc.integer({ min: 0, max: 999_999 }).map((cents) => new Decimal(cents).div(100).toFixed(2));
    const cycle = fc.constantFrom('monthly', 'annual', 'triennial');
    const row = fc.record({ amount: price, quantity: fc.integer({ min: 1, max: 5000 }), billingCycle: cycle });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const lines = rows.map(({ amount, ...rest }, id) => ({
          ...lineOf(exchange),
          ...rest,
          id,
          unitPrice: { amount, currency: 'EUR' },
        }));
        const totals = cartTotals(lines, 'EUR');
        for (const { billingCycle, total } of totals) {
          const cents = rows
            .filter((one) => one.billingCycle === billingCycle)
            .reduce((all, one) => all + BigInt(one.amount.replace('.', '')) * BigInt(one.quantity), 0n);
          expect(new Decimal(total.amount).mul(100).toFixed(0)).toBe(cents.toString());
        }
        expect(new Set(totals.map((one) => one.billingCycle))).toEqual(new Set(rows.map((one) => one.billingCycle)));
      }),
    );
  });

  it('say when a price is missing, and never round', () => {
    const { unitPrice: _price, ...unpriced } = lineOf(exchange);
    expect(lineTotal(unpriced)).toBeUndefined();
    const third = { ...lineOf(exchange), unitPrice: { amount: '0.3333', currency: 'EUR' }, quantity: 3 };
    expect(cartTotals([unpriced, third], 'EUR')).toEqual([
      {
        billingCycle: 'monthly',
        total: { amount: '0.9999', currency: 'EUR' },
        unpriced: 1,
        discount: { amount: '0', currency: 'EUR' },
        retail: { amount: '0', currency: 'EUR' },
        retailUnpriced: 2,
      },
    ]);
    expect(offerTerm(exchange, 'P3Y', 'annual')).toBeUndefined();
  });

  it('tell what another price comes to for all seats', () => {
    const euros = (amount: string) => ({ amount, currency: 'EUR' });
    expect(priceChange(euros('5.50'), euros('5.40'), 10)).toEqual(euros('-1'));
    expect(priceChange(euros('0.1'), euros('0.3'), 3)).toEqual(euros('0.6'));
    expect(priceChange(undefined, euros('1'), 1)).toBeUndefined();
    expect(priceChange(euros('1'), { amount: '1', currency: 'USD' }, 1)).toBeUndefined();
  });

  it('tell what a change of a line comes to for all seats and one period, its promotion included', () => {
    const euros = (amount: string) => ({ amount, currency: 'EUR' });
    const line: CartLine = { ...lineOf(exchange), quantity: 10, unitPrice: euros('5.50') };
    expect(totalChange(line, { ...line, unitPrice: euros('5.40') })).toEqual(euros('-1'));
    expect(totalChange(line, { ...line, quantity: 12 })).toEqual(euros('11'));
    const promoted: CartLine = { ...line, promotion: { id: 'P:0001:A', name: 'Spring', discount: '0.10' } };
    expect(totalChange(promoted, line)).toEqual(euros('5.5'));
    const { unitPrice: _price, ...unpriced } = line;
    expect(totalChange(unpriced, line)).toBeUndefined();
    expect(totalChange(line, { ...line, unitPrice: { amount: '1', currency: 'USD' } })).toBeUndefined();
    expect(totalChange(line, { ...line, billingCycle: 'annual' })).toBeUndefined();
  });
});

describe('a reseller to be credited', () => {
  it('has a Partner ID that is not our own (story F18)', () => {
    const [known] = aroundOf([]).resellers;
    if (known === undefined) throw new Error('no reseller in the fixture');
    expect(customerResellerOf(known, '5380000')).toEqual({ ok: true, value: reseller });
    expect(customerResellerOf(known, '5390001')).toEqual({ ok: false, error: 'own-partner-id' });
    expect(customerResellerOf({ ...known, partnerId: '' }, undefined)).toEqual({ ok: false, error: 'no-partner-id' });
  });
});

describe('the choice of a reseller', () => {
  const listed = aroundOf([]).resellers;
  const picked = { isDirect: false, isDirectConfirmed: false, resellerId };
  const none = { isDirect: false, isDirectConfirmed: false };

  it('never becomes a direct sale by leaving it out (story F17)', () => {
    expect(chosenReseller(none, listed, undefined)).toEqual({ ok: false, error: 'missing' });
    expect(chosenReseller({ ...picked, isDirect: true }, listed, undefined)).toEqual({ ok: false, error: 'not-confirmed' });
    expect(chosenReseller({ ...none, isDirect: true, isDirectConfirmed: true }, listed, undefined)).toMatchObject({
      value: { kind: 'direct' },
    });
  });

  it('counts while the reseller is in the list, or the list was never read', () => {
    expect(chosenReseller(picked, listed, undefined)).toEqual({ ok: true, value: reseller });
    expect(chosenReseller({ ...picked, resellerId: 'gone' }, listed, undefined, reseller)).toEqual({
      ok: false,
      error: 'not-in-list',
    });
    expect(chosenReseller(picked, [], undefined, reseller)).toEqual({ ok: true, value: reseller });
    expect(chosenReseller(picked, [], '5390001', reseller)).toEqual({ ok: false, error: 'own-partner-id' });
    expect(chosenReseller(picked, [], undefined)).toEqual({ ok: false, error: 'not-in-list' });
  });
});
