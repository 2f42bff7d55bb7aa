import type { Instant } from '../../instant.ts';
import { instantOf } from '../../instant.ts';
import type { BillingCycle, TermDuration } from './cart-line.ts';

/** Months of each term (reference.json, termDuration). */
export const termMonths: Readonly<Record<TermDuration, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };

/** Months that one payment covers; none for what is paid once. */
export const cycleMonths: Readonly<Record<BillingCycle, number | undefined>> = {
  monthly: 1, annual: 12, triennial: 36, one_time: undefined, none: undefined,
};

/** Calendar months later in UTC; a day that the month has not becomes its last day. */
export function plusMonths(from: Instant, months: number): Instant {
  const start = new Date(from);
  const moved = new Date(from);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return instantOf(moved);
}

/** The day in UTC, `2026-11-30`. */
export const dayOf = (at: Instant): string => at.slice(0, 10);

/** Start of the last day (UTC) of the month that lies `months` after that of `from`. */
export const monthEnd = (from: Instant, months: number): Instant => {
  const start = new Date(from);
  return instantOf(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0)));
};

/** Whether the day (UTC) is the last of its month. */
export const isMonthEnd = (at: Instant): boolean => dayOf(monthEnd(at, 0)) === dayOf(at);

/** Whole days (UTC) from the day of one moment to that of another. */
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.round((Date.parse(`${dayOf(to)}T00:00:00Z`) - Date.parse(`${dayOf(from)}T00:00:00Z`)) / 86_400_000);
