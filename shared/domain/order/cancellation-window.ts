import { isBefore, plusSeconds } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import type { Subscription } from '../subscription/subscription.ts';

/** Seven days after a purchase, by the hour (cancellation policy of new commerce, failure story F23). */
const windowSeconds = 168 * 3600;

/** Until when a subscription can be cancelled. */
export interface CancellationWindow {
  readonly until: Instant;
  /** The server named no date: counted from the order. */
  readonly isEstimate: boolean;
}

/**
 * The window of a subscription by the server's own dates: `cancellationAllowedUntilDate`, else the last of the refund options.
 * Where it gave none, 168 hours from the order, as an estimate (failure story F24). Undefined when nothing is known.
 */
export function cancellationWindow(
  subscription: Pick<Subscription, 'cancellableUntil' | 'refundOptions'> | undefined, orderedAt: Instant | undefined,
): CancellationWindow | undefined {
  const refunds = (subscription?.refundOptions ?? []).flatMap(({ expiresAt }) => expiresAt ?? []);
  const until = subscription?.cancellableUntil ?? refunds.toSorted().at(-1);
  if (until !== undefined) return { until, isEstimate: false };
  return orderedAt === undefined ? undefined : { until: plusSeconds(orderedAt, windowSeconds), isEstimate: true };
}

/** What is left of a window. A day is 24 hours, whatever the clocks of a zone do. */
export interface TimeLeft {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/**
 * The time from one instant to another, begun minutes counted whole: it never says "none" while there is some. Undefined once
 * it is over: the end itself is over.
 */
export function timeLeft(until: Instant, now: Instant): TimeLeft | undefined {
  if (!isBefore(now, until)) return undefined;
  const all = Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000);
  return { days: Math.floor(all / 1440), hours: Math.floor((all % 1440) / 60), minutes: all % 60 };
}
