import { describe, expect, it } from 'vitest';
import { plusMonths } from '../../../shared/domain/cart/calendar.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { endDateChoices, endDateProblem } from '../../../shared/domain/cart/end-dates.ts';
import { instantOf } from '../../../shared/instant.ts';
import { lineOf, now, offerOf, subscriptionOf } from './cart-fixtures.ts';

const at = (text: string) => instantOf(new Date(text));
const plan = offerOf('PLAN');
const trial = offerOf('TRIAL', { isTrial: true });
const year = lineOf(plan);
const month = lineOf(plan, [], { termDuration: 'P1M' });
const days = (line: CartLine, subscriptions: Parameters<typeof endDateChoices>[2] = [], offer = plan) =>
  endDateChoices(line, offer, subscriptions, now).map((choice) => choice.at.slice(0, 10));
const problem = (line: CartLine, end: string, subscriptions?: Parameters<typeof endDateProblem>[2], offer = plan) =>
  endDateProblem({ ...line, customTermEnd: at(end) }, offer, subscriptions, now);

describe('the dates a first term may end on', () => {
  it('are ends of months within the term', () => {
    expect(days(month)).toEqual(['2026-11-30']);
    expect(days(year)).toHaveLength(12);
    expect(days(year).slice(0, 4)).toEqual(['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28']);
    expect(days(year).at(-1)).toBe('2027-10-31');
    expect(days({ ...year, termDuration: 'P3Y' })).toHaveLength(36);
  });

  it('are ends of active subscriptions, soonest first, each day once', () => {
    const ends = subscriptionOf('a', 'X:0001:X');
    expect(endDateChoices(year, plan, [ends], now).filter((one) => one.reason === 'subscription')).toEqual([
      { at: '2027-03-15T09:00:00.000Z', reason: 'subscription', name: 'Name of a' },
    ]);
    expect(days(year, [ends]).indexOf('2027-03-15')).toBe(4);
    expect(days(year, [subscriptionOf('b', 'X:0001:X', { endsAt: at('2026-12-31T20:00:00Z') })])).toHaveLength(12);
    expect(days(year, [{ ...ends, status: 'suspended' }])).toHaveLength(12);
    expect(days(year, [{ ...ends, isTrial: true }])).toHaveLength(12);
    expect(days(year, [{ ...ends, endsAt: at('2028-03-15T09:00:00Z') }])).toHaveLength(12);
  });

  it('are never those of a monthly subscription for a longer term, but any for a monthly one', () => {
    const monthly = subscriptionOf('m', 'X:0001:X', { termDuration: 'P1M', endsAt: at('2026-12-10T09:00:00Z') });
    expect(days(year, [monthly])).toHaveLength(12);
    expect(days(month, [monthly])).toEqual(['2026-11-30', '2026-12-10']);
    expect(days(month, [{ ...monthly, termDuration: 'P1Y' }])).toContain('2026-12-10');
  });

  it('do not exist for trials and for what is paid once', () => {
    expect(days(lineOf(trial), [], trial)).toEqual([]);
    expect(days({ ...year, billingCycle: 'one_time' })).toEqual([]);
  });
});

describe('an end date', () => {
  it('is checked as the server does: 900244, 900245, 900242', () => {
    expect(problem(year, '2027-03-31T00:00:00Z')).toBeUndefined();
    expect(problem(year, '2027-03-31T23:30:00Z')).toBeUndefined();
    expect(problem(lineOf(trial), '2026-11-30T00:00:00Z', [], trial)).toBe('end-date-not-allowed');
    expect(problem(year, '2026-10-31T00:00:00Z')).toBe('end-date-outside-term');
    expect(problem(year, '2027-11-30T00:00:00Z')).toBe('end-date-outside-term');
    expect(problem(month, '2026-12-31T00:00:00Z')).toBe('end-date-outside-term');
    expect(problem(year, '2027-03-14T00:00:00Z', [])).toBe('end-date-not-aligned');
    expect(problem(year, '2027-03-15T00:00:00Z', [subscriptionOf('a', 'X:0001:X')])).toBeUndefined();
    expect(problem(year, '2027-03-15T00:00:00Z', [subscriptionOf('a', 'X:0001:X', { termDuration: 'P1M' })])).toBe('end-date-not-aligned');
    expect(problem(year, '2027-03-15T00:00:00Z')).toBe('end-date-unchecked');
    expect(endDateProblem(year, plan, [], now)).toBeUndefined();
  });

  it('counts months as calendars do', () => {
    expect(plusMonths(at('2027-01-31T10:00:00Z'), 1)).toBe('2027-02-28T10:00:00.000Z');
    expect(plusMonths(at('2028-01-31T10:00:00Z'), 1)).toBe('2028-02-29T10:00:00.000Z');
    expect(plusMonths(at('2026-11-24T09:00:00Z'), 36)).toBe('2029-11-24T09:00:00.000Z');
  });
});
