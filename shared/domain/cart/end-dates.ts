import type { Offer } from '../catalogue/offer.ts';
import { isActiveSubscription } from '../subscription/subscription.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Instant } from '../../instant.ts';
import { isBefore } from '../../instant.ts';
import { cycleMonths, dayOf, isMonthEnd, monthEnd, plusMonths, termMonths } from './calendar.ts';
import type { CartLine } from './cart-line.ts';

/** A date on which the first term of a line may end: `name` is that of the subscription it ends with. */
export interface EndDateChoice {
  readonly at: Instant;
  readonly reason: 'month-end' | 'subscription';
  readonly name?: string;
}

/**
 * Whether the first term of the line may end early at all: seat subscriptions only, no trials, nothing paid once (facts.md,
 * "Co-terminosity"; 900244). Add-ons are seat subscriptions like others.
 */
const mayEndEarly = (line: CartLine, offer: Offer): boolean => !offer.isTrial && cycleMonths[line.billingCycle] !== undefined;

/** After now and not after the natural end of the first term (900245). */
const isInFirstTerm = (line: CartLine, at: Instant, now: Instant): boolean =>
  isBefore(now, at) && !isBefore(plusMonths(now, termMonths[line.termDuration]), at);

/**
 * Whether the line may end with this subscription: active, no trial; a yearly or three-year line not with a monthly one, whose
 * end moves every month (facts.md, "Co-terminosity").
 */
const mayEndWith = (line: CartLine, subscription: Subscription): boolean =>
  isActiveSubscription(subscription) && subscription.isTrial !== true
  && (line.termDuration === 'P1M' || subscription.termDuration !== 'P1M');

/**
 * The dates a first term may be aligned to, soonest first: ends of calendar months and of active subscriptions of the
 * customer, within the first term (create-cart, customTermEndDate; facts.md, "Co-terminosity"). A day is named once; the end of
 * a subscription goes before the same day's end of month.
 */
export function endDateChoices(
  line: CartLine, offer: Offer, subscriptions: readonly Subscription[], now: Instant,
): readonly EndDateChoice[] {
  if (!mayEndEarly(line, offer)) return [];
  const ofSubscriptions = subscriptions.flatMap((one): EndDateChoice[] =>
    one.endsAt === undefined || !mayEndWith(line, one) ? [] : [{ at: one.endsAt, reason: 'subscription', name: one.friendlyName }]);
  const ofMonths = Array.from({ length: termMonths[line.termDuration] + 1 }, (_unused, months): EndDateChoice => ({
    at: monthEnd(now, months), reason: 'month-end',
  }));
  const byDay = new Map<string, EndDateChoice>();
  for (const choice of [...ofSubscriptions, ...ofMonths]) {
    const day = dayOf(choice.at);
    if (isInFirstTerm(line, choice.at, now) && !byDay.has(day)) byDay.set(day, choice);
  }
  return [...byDay.values()].toSorted((a, b) => (isBefore(a.at, b.at) ? -1 : 1));
}

/** What is wrong with the end date of a line. `unchecked`: only the customer's subscriptions could tell, and none were read. */
export type EndDateProblem = 'end-date-not-allowed' | 'end-date-outside-term' | 'end-date-not-aligned' | 'end-date-unchecked';

/** Checks the end date of a line as the server does: 900244, 900245, 900242. Only the day counts for the alignment. */
export function endDateProblem(
  line: CartLine, offer: Offer, subscriptions: readonly Subscription[] | undefined, now: Instant,
): EndDateProblem | undefined {
  const at = line.customTermEnd;
  if (at === undefined) return undefined;
  if (!mayEndEarly(line, offer)) return 'end-date-not-allowed';
  if (!isInFirstTerm(line, at, now)) return 'end-date-outside-term';
  if (isMonthEnd(at)) return undefined;
  if (subscriptions === undefined) return 'end-date-unchecked';
  const isAligned = subscriptions.some((one) => one.endsAt !== undefined && dayOf(one.endsAt) === dayOf(at) && mayEndWith(line, one));
  return isAligned ? undefined : 'end-date-not-aligned';
}
