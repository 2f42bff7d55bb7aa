import { Decimal } from 'decimal.js';
import { Segment } from '../../domain/catalogue/offer.ts';
import { Instant, instantOf } from '../../instant.ts';

/** Remembers what the few different texts of a column read as: a list repeats them a hundred thousand times. */
export function remembered<Value>(read: (text: string) => Value, most = 10_000): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Value;
    const value = read(text);
    if (known.size < most) known.set(text, value);
    return value;
  };
}

const plain = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/u;
const written = /^\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/iu;

/** An amount as decimal text without needless zeros (`9.40` is `9.4`); undefined when it is none, or less than nothing. */
export function readAmount(text: string): string | undefined {
  const amount = text.trim();
  if (plain.test(amount)) return amount.includes('.') ? amount.replace(/\.?0+$/u, '') : amount;
  return written.test(amount) ? new Decimal(amount).toFixed() : undefined;
}

/** A number of seats: undefined where none is named, `wrong` for what is no number. */
export const readSeats: (text: string) => number | 'wrong' | undefined = remembered((text) => {
  const seats = text.trim();
  if (seats === '') return undefined;
  return /^\d{1,9}$/u.test(seats) ? Number(seats) : 'wrong';
});

/** `0001` is `1` in copies that went through a spreadsheet, also in the documentation's own example. */
export const readSkuId = (text: string): string => text.trim().replace(/^\d{1,3}$/u, (number) => number.padStart(4, '0'));

const segments: Readonly<Record<string, Segment>> = {
  '': 'commercial', academic: 'education', charity: 'nonprofit', 'non-profit': 'nonprofit', 'non profit': 'nonprofit',
  'not for profit': 'nonprofit', corporate: 'commercial',
};

/** Price sheets write `Charity` where the catalogue says nonprofit. Empty is commercial; undefined for a word nobody knows. */
export const readSegment: (text: string) => Segment | undefined = remembered((text) => {
  const word = text.trim().toLowerCase();
  return segments[word] ?? Segment.safeParse(word).data;
});

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/u;
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(AM|PM)?)?$/iu;

interface Moment {
  readonly day: readonly [year: number, month: number, day: number];
  readonly clock: readonly [hours: number, minutes: number, seconds: number];
}

function instantAt({ day: [year, month, day], clock: [hours, minutes, seconds] }: Moment): Instant | undefined {
  const date = new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds));
  // the year zero, and a 30 February that JavaScript would make a 2 March
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hours > 23) return undefined;
  return instantOf(date);
}

function hoursOf(text: string | undefined, half: string | undefined): number {
  const hours = Number(text ?? 0);
  if (half === undefined) return hours;
  return (hours % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/**
 * A date of a list in UTC: ISO 8601, or month/day/year as older editions write it (get-price-sheet, sample). One without a
 * zone is UTC, wherever this computer stands. Undefined when it is no date.
 */
export const readListDate: (text: string) => Instant | undefined = remembered((text) => {
  const [, year, month, day, hours, minutes, seconds, zone] = iso.exec(text.trim()) ?? [];
  if (year !== undefined) {
    if (zone !== undefined && zone !== 'Z') {
      const moment = Date.parse(text.trim().replace(/\s+(?=[+-])/u, '').replace(' ', 'T'));
      // the last hours of the year 9999 may lie in the year 10000 of UTC, which is no moment here
      return Number.isNaN(moment) ? undefined : Instant.safeParse(new Date(moment).toISOString()).data;
    }
    return instantAt({ day: [Number(year), Number(month), Number(day)], clock: [Number(hours ?? 0), Number(minutes ?? 0), Number(seconds ?? 0)] });
  }
  const [, us, usDay, usYear, usHours, usMinutes, usSeconds, half] = american.exec(text.trim()) ?? [];
  if (us === undefined) return undefined;
  return instantAt({
    day: [Number(usYear), Number(us), Number(usDay)], clock: [hoursOf(usHours, half), Number(usMinutes ?? 0), Number(usSeconds ?? 0)],
  });
});
