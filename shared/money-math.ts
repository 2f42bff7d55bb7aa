import { Decimal } from 'decimal.js';
import type { Money } from './money.ts';

/* Apart from the shape: what only reads stored amounts need not load the decimal arithmetic. */

/** Unit price times seats. Exact: rounding happens only where an amount is shown. */
export const times = (price: Money, quantity: number): Money => ({
  amount: new Decimal(price.amount).mul(quantity).toFixed(),
  currency: price.currency,
});

/** Sum of amounts of one currency. Two currencies in one sum are a bug of the caller. */
export function sum(amounts: readonly Money[], currency: string): Money {
  let total = new Decimal(0);
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new Error(`Cannot add ${amount.currency} to ${currency}`);
    total = total.add(amount.amount);
  }
  return { amount: total.toFixed(), currency };
}

export const sameMoney = (a: Money, b: Money): boolean =>
  a.currency === b.currency && new Decimal(a.amount).equals(b.amount);
