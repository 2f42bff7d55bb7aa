import { Decimal } from 'decimal.js';
import type { Money } from '../../money.ts';
import type { CycleTotal } from './totals.ts';

/** What lies between the provider's cost and the recommended price, for one period. The reseller sets its own price. */
export interface Margin {
  readonly amount: Money;
  /** As a fraction of the recommended price, decimal text to a thousandth; undefined where that price is nothing. */
  readonly share: string | undefined;
}

export function marginOf({ total, retail }: Pick<CycleTotal, 'total' | 'retail'>): Margin {
  const difference = new Decimal(retail.amount).minus(total.amount);
  const share = new Decimal(retail.amount).isZero() ? undefined : difference.div(retail.amount).toDecimalPlaces(3).toFixed();
  return { amount: { amount: difference.toFixed(), currency: total.currency }, share };
}

export const isAboveZero = (money: Money): boolean => new Decimal(money.amount).gt(0);
