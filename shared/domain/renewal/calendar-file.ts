import type { Instant } from '../../instant.ts';

/** One end, as a calendar shows it. */
export interface CalendarEvent {
  /** Stable: the same end saved twice is one entry of the calendar. */
  readonly uid: string;
  readonly at: Instant;
  readonly summary: string;
  readonly description: string;
  /** So many days before it the calendar reminds. */
  readonly alarmDays: readonly number[];
}

const encoder = new TextEncoder();
const octetsOf = (text: string): number => encoder.encode(text).length;

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line ends are escaped; other control signs have no place in a text. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\').replaceAll(';', String.raw`\;`).replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n?|\n/gu, String.raw`\n`)
    .replaceAll(/[\p{Cc}--\t]/gv, '');

const mostOctets = 75;

/** RFC 5545, 3.1: lines of 75 octets at most, a longer one goes on after a space; no letter is cut in two. */
export function folded(line: string): string {
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > mostOctets) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...lines, part].join('\r\n');
}

/** RFC 5545, 3.3.5, form 2: a moment in UTC. */
const utc = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;

function eventLines({ uid, at, summary, description, alarmDays }: CalendarEvent, madeAt: Instant): readonly string[] {
  return [
    'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${utc(madeAt)}`, `DTSTART:${utc(at)}`, 'TRANSP:TRANSPARENT',
    `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`,
    ...alarmDays.flatMap((days) => [
      'BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-P${days}D`, `DESCRIPTION:${escaped(summary)}`, 'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** A calendar as a file (RFC 5545). No library: what is needed of the format is this, and moments in UTC need no time zones. */
export function calendarFile(events: readonly CalendarEvent[], madeAt: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Provider Desk//End of term//EN', 'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** The name of an entry: of one subscription and one end. */
export const eventUid = (subscriptionId: string, endsAt: Instant): string => `${subscriptionId.toLowerCase()}-${utc(endsAt)}@provider-desk`;
