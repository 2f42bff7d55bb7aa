import { Decimal } from 'decimal.js';
import type { Money } from '../../money.ts';
import { sum, times } from '../../money-math.ts';
import type { BillingCycle, CartLine } from './cart-line.ts';

/** What all lines of one billing cycle cost for one of its periods. */
export interface CycleTotal {
  readonly billingCycle: BillingCycle;
  readonly total: Money;
  /** Lines without a price: the total is not complete, and the screen says so. */
  readonly unpriced: number;
}

const cycleOrder: readonly BillingCycle[] = ['monthly', 'annual', 'triennial', 'one_time', 'none'];

/** Price of one seat for one period times seats; missing when the list had no row for it. */
export const lineTotal = (line: CartLine): Money | undefined =>
  line.unitPrice === undefined ? undefined : times(line.unitPrice, line.quantity);

/** Totals by billing cycle, shortest first. Amounts of different periods are never added up: they are no sum of anything. */
export function cartTotals(lines: readonly CartLine[], currency: string): readonly CycleTotal[] {
  return cycleOrder.flatMap((billingCycle) => {
    const ofCycle = lines.filter((line) => line.billingCycle === billingCycle);
    if (ofCycle.length === 0) return [];
    const priced = ofCycle.map(lineTotal).filter((amount) => amount !== undefined && amount.currency === currency);
    return [{ billingCycle, total: sum(priced.filter((amount) => amount !== undefined), currency), unpriced: ofCycle.length - priced.length }];
  });
}

/**
 * What another price per seat comes to for all seats and one period, with its sign; undefined when either price is
 * missing or the currencies differ.
 */
export function priceChange(before: Money | undefined, after: Money | undefined, seats: number): Money | undefined {
  if (before === undefined || after === undefined || before.currency !== after.currency) return undefined;
  const amount = new Decimal(after.amount).minus(before.amount).mul(seats).toFixed();
  return { amount, currency: after.currency };
}
