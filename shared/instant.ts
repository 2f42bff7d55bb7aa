import { z } from 'zod';

/** A moment as a UTC ISO 8601 text with milliseconds, e.g. `2026-11-24T09:12:00.000Z`. Shown in the user's zone. */
export const Instant = z.iso.datetime().brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

export const instantOf = (date: Date): Instant => Instant.parse(date.toISOString());
export const plusSeconds = (from: Instant, seconds: number): Instant =>
  instantOf(new Date(Date.parse(from) + Math.round(seconds * 1000)));
export const isBefore = (a: Instant, b: Instant): boolean => Date.parse(a) < Date.parse(b);

/** A stored moment; undefined when it is still to come: a clock that was ahead wrote it, and nobody knows when it was. */
export const pastMoment = (stored: Instant | undefined, now: Instant): Instant | undefined =>
  stored !== undefined && isBefore(now, stored) ? undefined : stored;

/**
 * Reads a time as the service writes it. Old replies carry stray spaces ("2015-11-25T06: 41: 12Z"), offsets and
 * seven decimals (contract scenario list-subscriptions, notes). Returns undefined when it is no time at all.
 */
export function readInstant(text: string): Instant | undefined {
  const parsed = Date.parse(text.replaceAll(' ', ''));
  return Number.isNaN(parsed) ? undefined : instantOf(new Date(parsed));
}
