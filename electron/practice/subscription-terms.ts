import type { SubscriptionRecord } from './seed/subscriptions.ts';

const DAY_MS = 86_400_000;
const WINDOW_MS = 7 * DAY_MS;
const monthsByTerm: Readonly<Record<string, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };
const monthsByCycle: Readonly<Record<string, number>> = { monthly: 1, annual: 12, triennial: 36 };

function plusMonths(start: Date, months: number): Date {
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
  const bought = new Date(subscription.createdAt);
  const period = periodAt(bought, monthsByTerm[subscription.termDuration] ?? 12, now);
  const custom = subscription.customTermEndDate;
  const end = custom === undefined || Date.parse(custom) <= now.getTime() ? period.end : new Date(custom);
  const billing = periodAt(bought, monthsByCycle[subscription.billingCycle] ?? 1, now);
  const cancellationUntil = new Date(period.start.getTime() + WINDOW_MS);
  return {
    start: period.start,
    end,
    billingCycleEnd: billing.end,
    cancellationUntil,
    isInWindow: cancellationUntil.getTime() > now.getTime(),
  };
}
