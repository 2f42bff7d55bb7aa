import { Decimal } from 'decimal.js';
import type { Instant } from '../../instant.ts';
import { isBefore } from '../../instant.ts';
import { dayOf, daysBetween, monthEnd, plusMonths } from '../cart/calendar.ts';
import type { QuoteContent } from './quote.ts';

/** Why a version cannot be made. */
export const quoteProblems = ['no-lines', 'validity-past', 'validity-far', 'promotion-ended', 'no-reseller'] as const;
export type QuoteProblem = (typeof quoteProblems)[number];

/** What the person should know before it is handed out; it can be made all the same. */
export const quoteWarnings = ['unpriced', 'no-list', 'list-month-over', 'promotion-ends-before'] as const;
export type QuoteWarning = (typeof quoteWarnings)[number];

/** A year is the longest that an offer is open; prices of a list hold for a month. */
const longestMonths = 12;

const promotionEnds = ({ lines }: QuoteContent): readonly Instant[] =>
  lines.map(({ promotion }) => promotion?.endsAt).filter((end) => end !== undefined);

/** `today` is the user's own day, `2026-11-27`. */
export function problemsOfQuote(quote: QuoteContent, now: Instant, today: string): readonly QuoteProblem[] {
  return [
    ...(quote.lines.length === 0 ? ['no-lines'] as const : []),
    ...(quote.validUntil < today ? ['validity-past'] as const : []),
    ...(quote.validUntil > dayOf(plusMonths(now, longestMonths)) ? ['validity-far'] as const : []),
    ...(promotionEnds(quote).some((end) => !isBefore(now, end)) ? ['promotion-ended'] as const : []),
    ...(quote.audience.kind === 'reseller' && quote.reseller === undefined ? ['no-reseller'] as const : []),
  ];
}

/**
 * A price list is in force for its calendar month (facts.md, "Prices"): a quote that is valid longer may have to be honoured at
 * other prices. The same for a promotion that ends before the quote does.
 */
export function warningsOfQuote(quote: QuoteContent): readonly QuoteWarning[] {
  const { listDate, validUntil, lines } = quote;
  return [
    ...(lines.some((line) => line.unitPrice === undefined && line.billingCycle !== 'none') ? ['unpriced'] as const : []),
    ...(listDate === undefined ? ['no-list'] as const : []),
    ...(listDate !== undefined && validUntil.slice(0, 7) > listDate.slice(0, 7) ? ['list-month-over'] as const : []),
    ...(promotionEnds(quote).some((end) => dayOf(end) < validUntil) ? ['promotion-ends-before'] as const : []),
  ];
}

/** The discount as it is typed, "12,5" or "12.5", as a fraction: at least 0, below 100, two decimals at most. */
export function readDiscount(text: string): string | undefined {
  const typed = text.trim().replace(/\s*%$/u, '').replace(',', '.');
  return /^\d{1,2}(\.\d{1,2})?$/u.test(typed) ? new Decimal(typed).div(100).toFixed() : undefined;
}

const fewestDays = 7;

/** Until when a quote is proposed to hold: as long as this month's prices do; with less than a week left, the next month's end. */
export const proposedValidity = (now: Instant): string => {
  const end = monthEnd(now, 0);
  return dayOf(daysBetween(now, end) < fewestDays ? monthEnd(now, 1) : end);
};

/** Where paper is of the size Letter (Unicode CLDR, paperSize); everywhere else it is A4. */
const letterCountries = new Set(['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE']);

export const paperOf = (market: string): 'A4' | 'Letter' => (letterCountries.has(market.toUpperCase()) ? 'Letter' : 'A4');

/** The fraction as it is typed, `0.125` as "12.5". */
export const discountText = (fraction: string): string => new Decimal(fraction).mul(100).toFixed();
