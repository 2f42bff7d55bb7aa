import { Decimal } from 'decimal.js';
import type { Offer, OfferTerm } from '../catalogue/offer.ts';
import type { Money } from '../../money.ts';
import { cycleMonths, termMonths } from './calendar.ts';
import type { BillingCycle, TermDuration } from './cart-line.ts';
import { offerTerm } from './line-rules.ts';
import { roundedMoney } from './prices.ts';

/** What it costs to commit for one pair of term and billing cycle, against going on by the month. */
export interface Commitment {
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  /**
   * What is owed in all for needing the seats 12 and 36 months: whole terms, for a term that has begun is paid to its end
   * (facts.md, "Cancellation": only within seven days).
   */
  readonly over12: Money;
  readonly over36: Money;
  /** Of 36 months, one. */
  readonly perMonth: Money;
  readonly breakEven?: BreakEven;
}

/** From when on a commitment costs less than buying by the month; absent where there is no monthly price, or never in its term. */
export interface BreakEven {
  /** Exact months as decimal text (at most 20 digits): `8.75`. */
  readonly months: string;
  /** The first whole month after which the commitment has not cost more. */
  readonly month: number;
}

/** What leaving a commitment costs. Nothing is given back after the first seven days. */
export interface LeavingPrice {
  /** Payments still to be made until the end of the running term. */
  readonly owed: Money;
  /** The part of all payments, made and to be made, that is for months nobody uses. */
  readonly unused: Money;
}

interface Priced {
  readonly term: OfferTerm;
  readonly price: Decimal;
  readonly currency: string;
  readonly termLength: number;
  readonly cycleLength: number;
}

/** Shortest commitment first, and within a term the smallest payments. */
const order: readonly (readonly [TermDuration, BillingCycle])[] = [
  ['P1M', 'monthly'], ['P1Y', 'monthly'], ['P1Y', 'annual'], ['P3Y', 'monthly'], ['P3Y', 'annual'], ['P3Y', 'triennial'],
];

function pricedTerm(offer: Offer, seats: number, termDuration: TermDuration, billingCycle: BillingCycle): Priced | undefined {
  const term = offerTerm(offer, termDuration, billingCycle);
  const cycleLength = cycleMonths[billingCycle];
  if (term?.unitPrice === undefined || cycleLength === undefined) return undefined;
  const price = new Decimal(term.unitPrice.amount).mul(seats);
  return { term, price, currency: term.unitPrice.currency, termLength: termMonths[termDuration], cycleLength };
}

/** Months of whole terms that needing the seats for so many months commits to. */
const committedMonths = ({ termLength }: Priced, months: number): number => Math.ceil(months / termLength) * termLength;

const owedFor = (priced: Priced, months: number): Decimal =>
  priced.price.mul(committedMonths(priced, months)).div(priced.cycleLength);

function breakEvenOf(priced: Priced, monthly: Priced | undefined): BreakEven | undefined {
  if (monthly === undefined || priced.termLength === 1 || monthly.price.isZero() || monthly.currency !== priced.currency) return undefined;
  const months = owedFor(priced, priced.termLength).div(monthly.price);
  return months.gt(priced.termLength) ? undefined : { months: months.toFixed(), month: Math.max(1, months.ceil().toNumber()) };
}

/** Every way to commit that the offer has a price for, shortest first. Prices are the provider's, without promotions. */
export function compareCommitments(offer: Offer, seats: number): readonly Commitment[] {
  const monthly = pricedTerm(offer, seats, 'P1M', 'monthly');
  return order.flatMap(([termDuration, billingCycle]): Commitment[] => {
    const priced = pricedTerm(offer, seats, termDuration, billingCycle);
    if (priced === undefined) return [];
    const breakEven = breakEvenOf(priced, monthly);
    const over36 = owedFor(priced, 36);
    return [{
      termDuration,
      billingCycle,
      over12: roundedMoney(owedFor(priced, 12), priced.currency),
      over36: roundedMoney(over36, priced.currency),
      perMonth: roundedMoney(over36.div(36), priced.currency),
      ...(breakEven === undefined ? {} : { breakEven }),
    }];
  });
}

/**
 * The price of leaving after so many whole months of use (1 to 36): a term cannot be cancelled after its first seven days, so
 * its remaining payments are owed (facts.md, "Cancellation"). Undefined for a pair without a price.
 */
export function leavingPrice(
  offer: Offer, seats: number, pair: Pick<Commitment, 'termDuration' | 'billingCycle'>, month: number,
): LeavingPrice | undefined {
  const priced = pricedTerm(offer, seats, pair.termDuration, pair.billingCycle);
  if (priced === undefined) return undefined;
  const used = Math.max(1, month);
  const committed = committedMonths(priced, used);
  const paidPeriods = Math.ceil(used / priced.cycleLength);
  const owed = priced.price.mul(committed / priced.cycleLength - paidPeriods);
  const unused = priced.price.mul(committed - used).div(priced.cycleLength);
  return { owed: roundedMoney(owed, priced.currency), unused: roundedMoney(unused, priced.currency) };
}
