import { pastMoment, plusSeconds } from '../../instant.ts';
import type { Instant } from '../../instant.ts';

/** So many days before the end somebody is reminded of what nobody decided (failure story F35). */
export const reminderDays = [90, 30, 7, 1] as const;
export type ReminderDays = (typeof reminderDays)[number];

/** An end that nobody decided. */
export interface OpenEnd {
  readonly key: string;
  readonly decideBy: Instant;
}

/** The reminders that were given: of each end the fewest days before it, and when the last notice was. */
export interface GivenReminders {
  readonly ends: Readonly<Record<string, number>>;
  readonly lastAt?: Instant | undefined;
}

/** Two notices are at least so far apart: one a day, also where a day has 23 hours. */
const apartSeconds = 20 * 3600;
const daySeconds = 86_400;

/**
 * From when on so many whole days are left. Days are 24 hours between moments, no zone and no change of the clocks moves them; a
 * notice a day catches each end before the day is over.
 */
const momentOf = ({ decideBy }: OpenEnd, days: number): Instant => plusSeconds(decideBy, 1 - (days + 1) * daySeconds);
const isReached = (moment: Instant, now: Instant): boolean => Date.parse(moment) <= Date.parse(now);

/** The fewest days that were reached and not reminded of: after a long sleep the last one counts, not each that was missed. */
function dueDays(end: OpenEnd, given: GivenReminders, now: Instant): ReminderDays | undefined {
  if (isReached(end.decideBy, now)) return undefined;
  const days = reminderDays.findLast((one) => isReached(momentOf(end, one), now));
  return days === undefined || (given.ends[end.key] ?? Infinity) <= days ? undefined : days;
}

/** When the next notice may come; a clock that was ahead holds none back. */
const mayComeAt = ({ lastAt }: GivenReminders, now: Instant): Instant => {
  const last = pastMoment(lastAt, now);
  return last === undefined ? now : plusSeconds(last, apartSeconds);
};

function reached(ends: readonly OpenEnd[], given: GivenReminders, now: Instant): ReadonlyMap<ReminderDays, readonly OpenEnd[]> {
  const due = new Map<ReminderDays, readonly OpenEnd[]>();
  for (const days of reminderDays.toReversed()) {
    const those = ends.filter((end) => dueDays(end, given, now) === days);
    if (those.length > 0) due.set(days, those);
  }
  return due;
}

/**
 * What a notice tells now, the nearest first: nothing when the notice of the day was given, but the last day before an end does not
 * wait for that of the next.
 */
export function dueReminders(ends: readonly OpenEnd[], given: GivenReminders, now: Instant): ReadonlyMap<ReminderDays, readonly OpenEnd[]> {
  const due = reached(ends, given, now);
  return due.has(1) || isReached(mayComeAt(given, now), now) ? due : new Map();
}

/** When there may be something to tell next; undefined while there will be nothing. */
export function nextReminder(ends: readonly OpenEnd[], given: GivenReminders, now: Instant): Instant | undefined {
  const moments = ends.flatMap((end) => reminderDays.map((days) => momentOf(end, days))).filter((moment) => !isReached(moment, now));
  const held = reached(ends, given, now).size > 0 ? [mayComeAt(given, now)] : [];
  return [...moments, ...held].toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** The reminders with those that are given now; what is no open end any more is forgotten. */
export function withGiven(
  given: GivenReminders, due: ReadonlyMap<ReminderDays, readonly OpenEnd[]>, known: { readonly ends: readonly OpenEnd[]; readonly now: Instant },
): GivenReminders {
  const { ends, now } = known;
  const open = new Set(ends.map(({ key }) => key));
  const kept = Object.entries(given.ends).filter(([key]) => open.has(key));
  const added = [...due].flatMap(([days, those]) => those.map(({ key }): [string, number] => [key, days]));
  return { ends: Object.fromEntries([...kept, ...added]), lastAt: now };
}
