import type { Instant } from '../../../../shared/instant.ts';
import { instantOf } from '../../../../shared/instant.ts';

/** A moment of the same calendar day as the day in UTC: alignment counts days in UTC, and everybody must see that day. */
export function dayShown(at: Instant): Instant {
  const date = new Date(at);
  return instantOf(new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12));
}
