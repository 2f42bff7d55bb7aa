import { Instant, instantOf, isBefore, plusSeconds } from '../../instant.ts';
import { plusMonths, termMonths } from '../cart/calendar.ts';
import { TermDuration } from '../cart/cart-line.ts';
import type { Subscription } from '../subscription/subscription.ts';

/**
 * Extended Service Term (facts.md, "End of term"; CloudBlue, CloudCockpit, Licensing School and Cloud Factory agree on dates and
 * rates, read 2026-11-26). The one place where these figures stand.
 */
export const extendedTerm = {
  /** Bought or renewed on or after this. */
  boughtFrom: Instant.parse('2025-04-01T00:00:00.000Z'),
  /** And ending on or after this; before both, 30 days without a charge. */
  endsFrom: Instant.parse('2026-05-04T00:00:00.000Z'),
  /** On the rate of the monthly plan. */
  uplift: '1.03',
  /** On its own rate, where no monthly plan exists. */
  upliftWithoutMonthlyPlan: '1.23',
  graceDays: 30,
} as const;

/**
 * What public documents leave open; the screen tells each. `cancel-unseen`: since February 2026 the portal has a third choice,
 * "cancel at end of term". No page of the contract carries it; it is read and sent as scheduledActions, as the types of live clients
 * have it (readers/subscriptions.ts, electron/partner-center/subscription-changes.ts). Where a server does not show it, one that
 * was told to end looks like one that goes into the Extended Service Term, and the choice is left to the portal. `rate`: the
 * extended term has a price sheet of its own, the uplift is worked out from the plain one. `rate-without-monthly`: which rate the
 * 23 percent are added to. `list`: the list of the month of the renewal is not out yet. `hour`: renewals run within 24 hours.
 * `promotion`: whether a promotion is given again.
 */
export const openPoints = ['cancel-unseen', 'rate', 'rate-without-monthly', 'list', 'hour', 'promotion'] as const;

export const fates = ['renews', 'renews-changed', 'extends', 'grace', 'ends', 'trial-renews', 'trial-ends', 'passed'] as const;
/** What becomes of a subscription at its end when nobody acts; `passed`: the copy is older than the end. */
export type Fate = (typeof fates)[number];

/** What is asked of a subscription here. */
export type EndingSubscription = Pick<
  Subscription,
  | 'id' | 'offerId' | 'quantity' | 'status' | 'autoRenewEnabled' | 'atTermEnd' | 'createdAt' | 'startsAt' | 'endsAt' | 'termDuration'
  | 'billingCycle' | 'isTrial' | 'productType' | 'billingType' | 'scheduled' | 'promotionId'
>;

/** Azure says it with the year 9999 (get-subscription, sample). */
const never = Instant.parse('9000-01-01T00:00:00.000Z');
const dayMs = 86_400_000;

/**
 * The last moment to decide. Renewals run from 00:00 UTC after the last day (schedule-next-term-changes, notes): an end that the
 * server names as a day, at midnight or its last hour, lasts that day. Where it names an hour, that hour is it: the sure side.
 */
export function decideBy(endsAt: Instant): Instant {
  const hour = new Date(endsAt).getUTCHours();
  const isDay = hour === 23 || Date.parse(endsAt) % dayMs === 0;
  return isDay ? instantOf(new Date((Math.floor(Date.parse(endsAt) / dayMs) + 1) * dayMs)) : endsAt;
}

/** Subscriptions that have an end and are not over: active ones, and suspended ones, which go on being billed (facts.md, "Suspension"). */
export const isRunning = ({ status, endsAt }: Pick<Subscription, 'status' | 'endsAt'>): boolean =>
  endsAt !== undefined && isBefore(endsAt, never) && ['active', 'suspended'].includes(status.toLowerCase());

/** When the running term began: bought, or renewed last. Undefined where the server told no date. */
function termBegan({ createdAt, startsAt, endsAt, termDuration }: EndingSubscription): Instant | undefined {
  const term = TermDuration.safeParse(termDuration);
  // a first term may be shorter than it is called; then it began later than counted back from its end
  const counted = endsAt !== undefined && term.success ? plusMonths(endsAt, -termMonths[term.data]) : undefined;
  return [createdAt, startsAt, counted].flatMap((at) => at ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

/** Licence-based online services; not software, not Azure, no reservations (CloudBlue, "In-Scope", "Out-of-Scope"). */
const isOfExtendedKind = ({ productType, billingType }: EndingSubscription): boolean =>
  !/software|azure|reserv/iu.test(productType ?? '') && (billingType ?? 'license').toLowerCase() === 'license';

/** Whether it goes into the paid Extended Service Term when it is not renewed. One that told no dates counts: the costly side. */
function isExtended(subscription: EndingSubscription, endsAt: Instant): boolean {
  const began = termBegan(subscription);
  return isOfExtendedKind(subscription)
    && !isBefore(endsAt, extendedTerm.endsFrom)
    && (began === undefined || !isBefore(began, extendedTerm.boughtFrom));
}

/** What happens at the end when nobody acts. `decideBy` is over: nobody can tell from the copy. */
export function fateOf(subscription: EndingSubscription, endsAt: Instant, now: Instant): Fate {
  if (!isBefore(now, decideBy(endsAt))) return 'passed';
  if (subscription.isTrial === true) return subscription.autoRenewEnabled ? 'trial-renews' : 'trial-ends';
  if (subscription.autoRenewEnabled) return subscription.scheduled === undefined ? 'renews' : 'renews-changed';
  return subscription.atTermEnd === 'cancel' ? 'ends' : fateWithoutRenewal(subscription, endsAt);
}

/** What switching the renewal off comes to, and nothing more. */
export function fateWithoutRenewal(subscription: EndingSubscription, endsAt: Instant): Extract<Fate, 'extends' | 'grace' | 'ends' | 'trial-ends'> {
  if (subscription.isTrial === true) return 'trial-ends';
  if (subscription.atTermEnd === 'extend' || isExtended(subscription, endsAt)) return 'extends';
  return isOfExtendedKind(subscription) ? 'grace' : 'ends';
}

/** Until when the days without a charge last. */
export const graceEnd = (endsAt: Instant): Instant => plusSeconds(decideBy(endsAt), extendedTerm.graceDays * 86_400);

/**
 * Whether no more than so many whole days are left. A day is 24 hours between moments, whatever the clocks of a zone do (failure
 * story F35).
 */
export const isWithinDays = (moment: Instant, now: Instant, days: number): boolean =>
  Date.parse(moment) - Date.parse(now) < (days + 1) * dayMs;
