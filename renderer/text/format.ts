import type { Money } from '../../shared/money.ts';

/** Everything that is written differently from country to country. Instants are shown in the user's own time zone. */
export interface Format {
  readonly locale: string;
  number(value: number): string;
  /** Exact: the decimal text goes to Intl as it is, never through a float. */
  money(money: Money): string;
  /** The amount alone, for columns that name the currency once. */
  amount(money: Money): string;
  /** A fraction as decimal text, `0.15` as "15%". Exact, like money. */
  percent(fraction: string): string;
  date(instant: string): string;
  /** `2026-11`: "November 2026". */
  month(month: string): string;
  dateTime(instant: string): string;
  time(instant: string): string;
  /** "3 minutes ago", "yesterday"; the date when it is more than a week away. */
  relative(instant: string, now: number): string;
  country(iso2: string): string;
  language(code: string): string;
  compare(a: string, b: string): number;
}

const isNumeric = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/u.test(text);

const spans = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

interface RelativeWords {
  readonly words: Intl.RelativeTimeFormat;
  readonly justNow: string;
  readonly older: (instant: string) => string;
}

function relativeTo({ words, justNow, older }: RelativeWords, instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return older(instant);
  const span = spans.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  return span === undefined ? justNow : words.format(Math.trunc(seconds / span.seconds), span.unit);
}

/** Italian and Spanish leave 1000 to 9999 without a separator unless told; columns of prices would stand uneven. */
const grouped = { useGrouping: 'always' } as const;

function moneyFormat(locale: string, style: 'currency' | 'decimal'): (money: Money) => string {
  const cache = new Map<string, Intl.NumberFormat>();
  return ({ amount, currency }) => {
    let format = cache.get(currency);
    if (format === undefined) {
      const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
      const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      format = new Intl.NumberFormat(locale, { style, currency, ...exact, ...grouped });
      cache.set(currency, format);
    }
    return isNumeric(amount) ? format.format(amount) : amount;
  };
}

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // Intl refuses malformed codes, and a list must still show the row.
  }
}

/**
 * Makes the formats of one locale, `justNow` being its words for less than a minute ago.
 * Make them once per locale: Intl objects are slow to build.
 */
export function createFormat(locale: string, justNow: string): Format {
  const numbers = new Intl.NumberFormat(locale, grouped);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const tongues = new Intl.DisplayNames(locale, { type: 'language' });
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const showDate = (instant: string): string => date.format(new Date(instant));
  return {
    locale,
    number: (value) => numbers.format(value),
    money: moneyFormat(locale, 'currency'),
    amount: moneyFormat(locale, 'decimal'),
    percent: (fraction) => (isNumeric(fraction) ? percents.format(fraction) : fraction),
    date: showDate,
    month: (month) => months.format(new Date(`${month}-01T00:00:00Z`)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    relative: (instant, now) => relativeTo({ words: relative, justNow, older: showDate }, instant, now),
    country: (iso2) => named(regions, iso2),
    language: (code) => named(tongues, code),
    compare: (a, b) => collator.compare(a, b),
  };
}
