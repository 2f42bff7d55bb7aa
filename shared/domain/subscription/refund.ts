import { Decimal } from 'decimal.js';
import { isBefore } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import type { Money } from '../../money.ts';
import { times } from '../../money-math.ts';
import { cycleMonths, daysBetween, plusMonths } from '../cart/calendar.ts';
import { BillingCycle } from '../cart/cart-line.ts';
import { roundedMoney } from '../cart/prices.ts';
import type { Subscription } from './subscription.ts';

type Billed = Pick<Subscription, 'billingCycle' | 'billingCycleEndsAt' | 'startsAt' | 'endsAt'>;

/** What is left of the billing period that runs. */
export interface PeriodPart {
  readonly days: number;
  readonly ofDays: number;
  readonly endsAt: Instant;
}

/** The end of the running period: the server's, else counted by whole periods from the start of the term. */
function periodEnd({ billingCycleEndsAt, startsAt, endsAt }: Billed, months: number, now: Instant): Instant | undefined {
  if (billingCycleEndsAt !== undefined && isBefore(now, billingCycleEndsAt)) return billingCycleEndsAt;
  if (startsAt === undefined) return undefined;
  for (let periods = 1; periods <= 600; periods += 1) {
    const end = plusMonths(startsAt, periods * months);
    // the last period of a term that was cut short ends with it
    if (isBefore(now, end)) return endsAt !== undefined && isBefore(now, endsAt) && isBefore(endsAt, end) ? endsAt : end;
  }
  return undefined;
}

/** The days (UTC) that are left of the running billing period, today included. Undefined for what is paid once. */
export function periodLeft(subscription: Billed, now: Instant): PeriodPart | undefined {
  const cycle = BillingCycle.safeParse(subscription.billingCycle?.toLowerCase());
  const months = cycle.success ? cycleMonths[cycle.data] : undefined;
  const endsAt = months === undefined ? undefined : periodEnd(subscription, months, now);
  if (months === undefined || endsAt === undefined) return undefined;
  const ofDays = daysBetween(plusMonths(endsAt, -months), endsAt);
  return { days: Math.min(ofDays, Math.max(1, daysBetween(now, endsAt))), ofDays, endsAt };
}

/** What a number of seats costs or gives back: for a whole billing period, and for what is left of the running one. */
export interface SeatMoney {
  readonly perSeat: Money;
  readonly perPeriod: Money;
  /** For the days that are left; missing where the period is not known. */
  readonly now?: Money;
  readonly left?: PeriodPart;
}

/**
 * Money of some seats, pro-rated by days. Always an estimate: vendors disagree on the arithmetic (facts.md, "Refund arithmetic"), and
 * the price is the newest list's, while the term's own stays as it was bought ("Price level").
 */
export function seatMoney(subscription: Billed, seats: number, perSeat: Money, now: Instant): SeatMoney {
  const perPeriod = times(perSeat, seats);
  const left = periodLeft(subscription, now);
  if (left === undefined) return { perSeat, perPeriod };
  const part = roundedMoney(new Decimal(perPeriod.amount).mul(left.days).div(left.ofDays), perPeriod.currency);
  return { perSeat, perPeriod, now: part, left };
}

/**
 * What cancelling gives back: the whole period while the server offers a full refund, else the days that are left of it. Undefined
 * once its options are over (get-subscription, refundOptions). Without options it is by the days, as the policy says.
 */
export function refundEstimate(subscription: Subscription, perSeat: Money, now: Instant): Money | undefined {
  const { quantity, refundOptions, cancellableUntil } = subscription;
  if (cancellableUntil !== undefined && !isBefore(now, cancellableUntil)) return undefined;
  const open = refundOptions?.filter(({ expiresAt = cancellableUntil }) => expiresAt === undefined || isBefore(now, expiresAt));
  if (open?.length === 0) return undefined;
  const money = seatMoney(subscription, quantity, perSeat, now);
  return open?.some(({ type }) => type.toLowerCase() === 'full') === true ? money.perPeriod : money.now;
}
