import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { orderTolerance, toleranceOf } from '../../../shared/domain/cart/price-tolerance.ts';
import { PlaceOrderPayload } from '../../../shared/sync/operation.ts';

describe('the price tolerance', () => {
  it.each([['0', '0.00'], ['5', '0.05'], ['2.5', '0.025'], ['2,5', '0.025'], [' 12.75 ', '0.1275'], ['99.99', '0.9999']])(
    'of %s percent is %s', (typed, fraction) => expect(toleranceOf(typed)).toBe(fraction),
  );

  it.each(['', '-1', '100', '1e3', '5 %', '1.234', 'a', '.5'])('is not taken from "%s"', (typed) => {
    expect(toleranceOf(typed)).toBeUndefined();
    expect(orderTolerance(typed)).toBeUndefined();
  });

  it('is none where nothing was set, or nothing is tolerated', () => {
    for (const setting of [undefined, '0', '0.00', '0,0']) expect(orderTolerance(setting)).toBeUndefined();
    expect(orderTolerance('0.01')).toBe('0.0001');
  });

  it('is a hundredth of what was typed, as an order may carry it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (hundredths) => {
      const fraction = orderTolerance(new Decimal(hundredths).div(100).toFixed());
      expect(PlaceOrderPayload.shape.priceTolerance.safeParse(fraction).success).toBe(true);
      expect(new Decimal(fraction ?? 0).eq(new Decimal(hundredths).div(10_000))).toBe(true);
    }));
  });
});
