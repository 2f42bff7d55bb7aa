import { afterEach, describe, expect, it, vi } from 'vitest';
import { calendarFile, eventUid, folded } from '../../../shared/domain/renewal/calendar-file.ts';
import { dueReminders, nextReminder, withGiven } from '../../../shared/domain/renewal/reminders.ts';
import type { GivenReminders, OpenEnd } from '../../../shared/domain/renewal/reminders.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';

const at = (text: string): Instant => Instant.parse(text);
const start = at('2027-01-01T09:00:00.000Z');
const day = 86_400;
const end = (key: string, days: number): OpenEnd => ({ key, decideBy: plusSeconds(start, days * day) });

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Goes on from moment to moment; answers the days since the start with what was told then. */
function walk(ends: readonly OpenEnd[], moments: readonly Instant[]): readonly string[] {
  let given: GivenReminders = { ends: {} };
  return moments.flatMap((now) => {
    const due = dueReminders(ends, given, now);
    if (due.size === 0) return [];
    given = withGiven(given, due, { ends, now });
    const told = [...due].map(([days, those]) => `${days}: ${those.map(({ key }) => key).join(' ')}`).join(', ');
    return [`${(Date.parse(now) - Date.parse(start)) / 86_400_000} > ${told}`];
  });
}
const days = (count: number, step = 1): readonly Instant[] =>
  Array.from({ length: Math.ceil(count / step) }, (_none, index) => plusSeconds(start, index * step * day));

describe('reminders of ends that nobody decided (story F35)', () => {
  it('come 90, 30, 7 and 1 days before in a walk over the days, several in one notice, and never after the end', () => {
    expect(walk([end('a', 95), end('b', 95), end('c', 37)], days(120))).toEqual([
      '0 > 90: c', '5 > 90: a b', '7 > 30: c', '30 > 7: c', '36 > 1: c', '65 > 30: a b', '88 > 7: a b', '94 > 1: a b',
    ]);
  });

  const zones = ['UTC', 'Europe/Rome', 'America/New_York'];
  it.each(zones)('do so in %s, over the change of the clocks, looked at every hour: one notice a day', (zone) => {
    vi.stubEnv('TZ', zone);
    const told = walk([end('a', 95), end('b', 95.4), end('c', 95.7)], days(96, 1 / 24));
    const notices = told.map((line) => Number(line.split(' ')[0]));
    const apart = notices.slice(1).map((one, index) => one - (notices[index] ?? 0));
    // the last day alone does not wait for the notice of the next
    expect(Math.min(...apart.filter((_days, index) => told[index + 1]?.includes('> 1:') !== true))).toBeGreaterThan(19.9 / 24);
    for (const [key, by] of [['a', 95], ['b', 95.4], ['c', 95.7]] as const) {
      const given = told.filter((line) => line.includes(key)).map((line) => by - Number(line.split(' ')[0]));
      expect(given.map((left) => Math.floor(left))).toEqual([90, 30, 7, 1]);
    }
  });

  it('come once after a long sleep, for the nearest that was missed, and where the clock was ahead', () => {
    expect(walk([end('a', 95)], [start, plusSeconds(start, 89 * day), plusSeconds(start, 89 * day + 60)])).toEqual(['89 > 7: a']);
    const given = { ends: {}, lastAt: plusSeconds(start, 400 * day) };
    expect(dueReminders([end('a', 20)], given, start).get(30)).toHaveLength(1);
  });

  it('say when to look next: at the next threshold, or when the notice of the day may be followed', () => {
    expect(nextReminder([end('a', 95)], { ends: {} }, start)).toBe(plusSeconds(start, 4 * day + 1));
    const given = { ends: { a: 90 }, lastAt: start };
    expect(nextReminder([end('a', 80), end('b', 20)], given, plusSeconds(start, 60))).toBe(plusSeconds(start, 20 * 3600));
    expect(nextReminder([], given, start)).toBeUndefined();
    expect(nextReminder([end('a', 0.5)], { ends: { a: 1 } }, start)).toBeUndefined();
  });
});

describe('the calendar file (RFC 5545)', () => {
  it('folds at 75 octets without cutting a letter, as section 3.1 says', () => {
    const line = `DESCRIPTION:${'è'.repeat(60)}€${'x'.repeat(80)}`;
    const parts = folded(line).split('\r\n');
    for (const part of parts) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
    expect(parts.slice(1).every((part) => part.startsWith(' '))).toBe(true);
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
    expect(folded('A'.repeat(75))).toBe('A'.repeat(75));
    expect(folded('A'.repeat(76))).toBe(`${'A'.repeat(75)}\r\n A`);
  });

  it('writes moments in UTC, escapes as the example of section 3.3.11 and 3.8.1.12 do, and reminds', () => {
    const made = at('1997-07-14T17:00:00.000Z');
    const text = calendarFile([{
      uid: eventUid('ABC', at('1997-07-14T17:00:00.000Z')), at: at('1998-01-19T00:00:00.000Z'),
      summary: 'Project XYZ Final Review\nConference Room - 3B', description: String.raw`Last; a, b \ c` + '\u0007', alarmDays: [30, 1],
    }], made);
    expect(text).toBe([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Provider Desk//End of term//EN', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT',
      'UID:abc-19970714T170000Z@provider-desk', 'DTSTAMP:19970714T170000Z', 'DTSTART:19980119T000000Z', 'TRANSP:TRANSPARENT',
      String.raw`SUMMARY:Project XYZ Final Review\nConference Room - 3B`, String.raw`DESCRIPTION:Last\; a\, b \\ c`,
      'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P30D', String.raw`DESCRIPTION:Project XYZ Final Review\nConference Room - 3B`, 'END:VALARM',
      'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P1D', String.raw`DESCRIPTION:Project XYZ Final Review\nConference Room - 3B`, 'END:VALARM',
      'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n'));
  });
});
