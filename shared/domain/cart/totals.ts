import { Decimal } from 'decimal.js';
import type { Money } from '../../money.ts';
import { sum } from '../../money-math.ts';
import type { BillingCycle, CartLine } from './cart-line.ts';
import { lineTotal, retailTotal, undiscountedTotal } from './prices.ts';

export { lineTotal } from './prices.ts';

/** What all lines of one billing cycle cost for one of its periods. */
export interface CycleTotal {
  readonly billingCycle: BillingCycle;
  /** What the provider pays, after promotions. */
  readonly total: Money;
  /** Lines without a price: the total is not complete, and the screen says so. */
  readonly unpriced: number;
  /** What the promotions of these lines take off. */
  readonly discount: Money;
  /** Recommended price (ERP) of those lines that have one. Never added to the cost, nor mixed with it. */
  readonly retail: Money;
  readonly retailUnpriced: number;
}

/** Billing periods as they are listed: the shortest first. */
export const cycleOrder: readonly BillingCycle[] = ['monthly', 'annual', 'triennial', 'one_time', 'none'];

/** Amounts of one currency only: another one cannot be added, and its line counts as one without a price. */
const ofCurrency = (amounts: readonly (Money | undefined)[], currency: string): readonly Money[] =>
  amounts.filter((amount) => amount !== undefined).filter((amount) => amount.currency === currency);

/** Totals by billing cycle, shortest first. Amounts of different periods are never added up: they are no sum of anything. */
export function cartTotals(lines: readonly CartLine[], currency: string): readonly CycleTotal[] {
  return cycleOrder.flatMap((billingCycle) => {
    const ofCycle = lines.filter((line) => line.billingCycle === billingCycle);
    if (ofCycle.length === 0) return [];
    const priced = ofCurrency(ofCycle.map(lineTotal), currency);
    const retail = ofCurrency(ofCycle.map(retailTotal), currency);
    const total = sum(priced, currency);
    const before = sum(ofCurrency(ofCycle.map(undiscountedTotal), currency), currency);
    return [{
      billingCycle,
      total,
      unpriced: ofCycle.length - priced.length,
      discount: { amount: new Decimal(before.amount).minus(total.amount).toFixed(), currency },
      retail: sum(retail, currency),
      retailUnpriced: ofCycle.length - retail.length,
    }];
  });
}

/** What the change of a line comes to for all seats and one period, with its sign; undefined where the two cannot be compared. */
export function totalChange(before: CartLine, after: CartLine): Money | undefined {
  const [was, is] = [lineTotal(before), lineTotal(after)];
  if (was === undefined || is === undefined || was.currency !== is.currency || before.billingCycle !== after.billingCycle) return undefined;
  return { amount: new Decimal(is.amount).minus(was.amount).toFixed(), currency: is.currency };
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
