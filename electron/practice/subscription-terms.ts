import type { SubscriptionRecord } from './seed/subscriptions.ts';

const DAY_MS = 86_400_000;
const WINDOW_MS = 7 * DAY_MS;
/** Months of a term, and of a billing cycle that repeats. */
export const monthsByTerm: Readonly<Record<string, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };
export const monthsByCycle: Readonly<Record<string, number>> = { monthly: 1, annual: 12, triennial: 36 };

/** Calendar months later; a day the month has not becomes its last. */
export function plusMonths(start: Date, months: number): Date {
  const moved = new Date(start);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return moved;
}

/** The running term of a subscription that renews itself: instants in UTC. */
export interface RunningTerm {
  readonly start: Date;
  readonly end: Date;
  readonly billingCycleEnd: Date;
  /** Seven days after the purchase or renewal (new-commerce cancellation policy, since March 2022). */
  readonly cancellationUntil: Date;
  readonly isInWindow: boolean;
}

function periodAt(start: Date, months: number, now: Date): { readonly start: Date; readonly end: Date } {
  let step = 0;
  while (plusMonths(start, (step + 1) * months).getTime() <= now.getTime()) step += 1;
  return { start: plusMonths(start, step * months), end: plusMonths(start, (step + 1) * months) };
}

/** Where a subscription stands at an instant. */
export function runningTerm(subscription: SubscriptionRecord, now: Date): RunningTerm {
  const custom = subscription.customTermEndDate === undefined ? undefined : new Date(subscription.customTermEndDate);
  // a shortened first term: the terms after it are whole ones and begin where it ended
  const isFirst = custom !== undefined && custom.getTime() > now.getTime();
  const anchor = custom === undefined || isFirst ? new Date(subscription.createdAt) : custom;
  const period = periodAt(anchor, monthsByTerm[subscription.termDuration] ?? 12, now);
  const end = isFirst ? custom : period.end;
  const billing = periodAt(anchor, monthsByCycle[subscription.billingCycle] ?? 1, now);
  const cancellationUntil = new Date(period.start.getTime() + WINDOW_MS);
  return {
    start: period.start,
    end,
    billingCycleEnd: billing.end.getTime() < end.getTime() ? billing.end : end,
    cancellationUntil,
    isInWindow: cancellationUntil.getTime() > now.getTime(),
  };
}

/**
 * Where a subscription stands: one that was cancelled is deleted, a trial that was not to become anything is over at its end,
 * all else renews itself.
 */
export function statusOf(
  subscription: SubscriptionRecord & { readonly cancelledAt?: string | undefined }, now: Date,
): 'active' | 'expired' | 'deleted' {
  if (subscription.cancelledAt !== undefined) return 'deleted';
  if (subscription.isTrial !== true || subscription.renewsTo !== undefined) return 'active';
  const end = plusMonths(new Date(subscription.createdAt), monthsByTerm[subscription.termDuration] ?? 1);
  return end.getTime() > now.getTime() ? 'active' : 'expired';
}
