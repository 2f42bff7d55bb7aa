import { Decimal } from 'decimal.js';
import type { Money } from '../../money.ts';
import { times } from '../../money-math.ts';
import type { Instant } from '../../instant.ts';
import { isBefore } from '../../instant.ts';
import { cycleMonths, daysBetween, plusMonths } from './calendar.ts';
import type { CartLine } from './cart-line.ts';
import { areSeatsWithin } from './promotions.ts';

/** Currencies whose smallest unit is not a hundredth (ISO 4217, list one). */
const minorUnits: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
};

/** An amount in whole smallest units of its currency, half away from zero. */
export function roundedMoney(amount: Decimal, currency: string): Money {
  const places = minorUnits[currency] ?? 2;
  return { amount: amount.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed(places), currency };
}

/**
 * The price of one seat after the promotion, rounded as one seat is billed: then times seats, never the other way round. With
 * seats outside the promotion's limits nothing is discounted (facts.md, "Promotions"; story F21).
 */
function discounted(price: Money | undefined, line: CartLine): Money | undefined {
  const { promotion } = line;
  if (price === undefined || promotion === undefined || !areSeatsWithin(line, promotion)) return price;
  return roundedMoney(new Decimal(1).minus(promotion.discount).mul(price.amount), price.currency);
}

/** What the provider pays for one seat for one billing period, after the promotion of the line. */
export const unitAfterDiscount = (line: CartLine): Money | undefined => discounted(line.unitPrice, line);

const timesSeats = (price: Money | undefined, { quantity }: CartLine): Money | undefined => price && times(price, quantity);

/** What the provider pays for the line and one billing period. Missing when the list had no price. */
export const lineTotal = (line: CartLine): Money | undefined => timesSeats(unitAfterDiscount(line), line);

/** What the line would cost without its promotion. */
export const undiscountedTotal = (line: CartLine): Money | undefined => timesSeats(line.unitPrice, line);

/** The recommended price (ERP) of one seat for one billing period, after the promotion of the line. */
export const retailUnit = (line: CartLine): Money | undefined => discounted(line.retailPrice, line);

/**
 * The recommended price (ERP) of the line for one billing period. A promotion takes the same part off it: what the customer
 * pays is the reseller's business, and without it the difference to the cost would look larger than it is.
 */
export const retailTotal = (line: CartLine): Money | undefined => timesSeats(retailUnit(line), line);

/** The first charge of a line. Always an estimate: the server's own arithmetic is not published. */
export interface FirstCharge {
  readonly amount: Money;
  /** Days that are charged, and those of a whole period: the same number when nothing is cut short. */
  readonly days: number;
  readonly ofDays: number;
}

/**
 * The first charge when the first term ends early: the price of a period by days (UTC), when the term is over before the
 * period is; else a whole period, and the last one is cut short. Undefined without a price, and for what is paid once.
 */
export function firstCharge(line: CartLine, now: Instant): FirstCharge | undefined {
  const total = lineTotal(line);
  const months = cycleMonths[line.billingCycle];
  if (total === undefined || months === undefined) return undefined;
  const periodEnd = plusMonths(now, months);
  const ofDays = daysBetween(now, periodEnd);
  const end = line.customTermEnd;
  if (end === undefined || !isBefore(end, periodEnd)) return { amount: total, days: ofDays, ofDays };
  const days = Math.max(1, daysBetween(now, end));
  return { amount: roundedMoney(new Decimal(total.amount).mul(days).div(ofDays), total.currency), days, ofDays };
}
