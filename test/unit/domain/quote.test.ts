import { describe, expect, it } from 'vitest';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { changesOf } from '../../../shared/domain/quote/quote-changes.ts';
import { quoteNumber } from '../../../shared/domain/quote/quote-number.ts';
import { quoteOf } from '../../../shared/domain/quote/quote-of.ts';
import { discountText, paperOf, problemsOfQuote, proposedValidity, readDiscount, warningsOfQuote } from '../../../shared/domain/quote/quote-rules.ts';
import { Quote } from '../../../shared/domain/quote/quote.ts';
import type { QuoteTerms } from '../../../shared/domain/quote/quote.ts';
import { newQuoteId } from '../../../shared/ids.ts';
import { Instant } from '../../../shared/instant.ts';
import { account, cartDraft, lineOf } from '../sync/sync-builders.ts';

const now = Instant.parse('2026-11-27T10:00:00.000Z');
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const forCustomer: QuoteTerms = { audience: { kind: 'customer' }, language: 'it', validUntil: '2026-11-30', terms: 'Pagamento a 30 giorni' };
const forReseller: QuoteTerms = { ...forCustomer, audience: { kind: 'reseller', discount: '0.125' } };
const promotion = { id: 'p:1:a', name: 'New commerce', discount: '0.15', endsAt: Instant.parse('2026-12-31T00:00:00.000Z') };
const cost = '77.77';

/** 10 seats at 20.99 a month, an add-on at 3.333 a month, 4 seats at 199.90 a year. */
const lines: readonly CartLine[] = [
  lineOf(0, { quantity: 10, billingCycle: 'monthly', retailPrice: eur('20.99'), unitPrice: eur(cost), promotion }),
  lineOf(1, { quantity: 4, billingCycle: 'annual', retailPrice: eur('199.90'), unitPrice: eur(cost) }),
  lineOf(2, { quantity: 10, billingCycle: 'monthly', retailPrice: eur('3.33'), unitPrice: eur(cost), addonOf: { kind: 'line', lineId: 0 } }),
];
const cart = (more: object = {}) => cartDraft({ lines, listDate: '2026-11-01T00:00:00.000Z', ...more });
const content = (terms: QuoteTerms = forCustomer, more: object = {}) => quoteOf(cart(more), terms, true);
const version = (number: number, terms: QuoteTerms = forCustomer, more: object = {}): Quote =>
  Quote.parse({
    ...content(terms, more), id: newQuoteId(), accountId: account.id, provider: 'Fornitore', version: number, madeAt: now, madeBy: 'u',
  });

describe('a quote of a cart', () => {
  it('offers the customer the recommended price after the promotion, rounded by the seat, then times seats', () => {
    const quote = content();
    // 20.99 × 0.85 = 17.8415 → 17.84; × 10 = 178.40
    expect(quote.lines.map((line) => [line.title, line.unitPrice?.amount, line.total?.amount, line.addonOf])).toEqual([
      ['Product 0', '17.84', '178.4', undefined],
      ['Product 2', '3.33', '33.3', 0],
      ['Product 1', '199.90', '799.6', undefined],
    ]);
    expect(quote.totals.map(({ billingCycle, total, unpriced }) => [billingCycle, total.amount, unpriced])).toEqual([
      ['monthly', '211.7', 0], ['annual', '799.6', 0],
    ]);
    expect(quote.lines[0]).toMatchObject({ listPrice: eur('20.99'), promotion: { name: 'New commerce', discount: '0.15' } });
  });

  it('takes the discount of the reseller off what is left after the promotion', () => {
    const quote = content(forReseller);
    // 17.84 × 0.875 = 15.61; 3.33 × 0.875 = 2.91375 → 2.91; 199.90 × 0.875 = 174.9125 → 174.91
    expect(quote.lines.map(({ unitPrice }) => unitPrice?.amount)).toEqual(['15.61', '2.91', '174.91']);
    expect(quote.totals.map(({ total }) => total.amount)).toEqual(['185.2', '699.64']);
  });

  it('never holds what the provider pays, whoever it is for', () => {
    for (const terms of [forCustomer, forReseller]) expect(JSON.stringify(content(terms))).not.toContain(cost);
  });

  it('leaves a line without a recommended price open instead of falling back on the cost', () => {
    const quote = content(forCustomer, { lines: [...lines, lineOf(3, { billingCycle: 'monthly', unitPrice: eur(cost) })] });
    expect(quote.lines.at(-1)).not.toHaveProperty('unitPrice');
    expect(quote.totals[0]).toMatchObject({ total: eur('211.7'), unpriced: 1 });
    expect(warningsOfQuote(quote)).toContain('unpriced');
  });

  it('names no promotion that takes nothing off at these seats', () => {
    const quote = content(forCustomer, { lines: [{ ...lines[0], promotion: { ...promotion, maximumSeats: 9 } }] });
    expect(quote.lines[0]).not.toHaveProperty('promotion');
    expect(quote.totals[0]?.total).toEqual(eur('209.9'));
  });

  it('adds no amount of another currency', () => {
    const quote = content(forCustomer, { lines: [lines[0], { ...lines[1], retailPrice: { amount: '9.00', currency: 'USD' } }] });
    expect(quote.totals).toMatchObject([{ unpriced: 0 }, { total: eur('0'), unpriced: 1 }]);
  });
});

describe('its number', () => {
  it('is the same for all versions of a cart, and begins with Q', () => {
    const first = quoteNumber(version(1));
    expect(first).toMatch(/^Q-[0-9A-HJKMNP-TV-Z]{6}-v1$/u);
    expect(quoteNumber(version(2))).toBe(first.replace('-v1', '-v2'));
  });

  it('differs between carts', () => {
    const other = { draftId: cart({ id: '0190a000-0000-7000-8000-0000000000d3' }).id, version: 1 };
    expect(quoteNumber(other)).not.toBe(quoteNumber(version(1)));
  });
});

describe('what stands against a quote', () => {
  const at = (validUntil: string, more: object = {}) => content({ ...forCustomer, validUntil }, more);

  it('is valid to the end of the day it is made, and for a year at most', () => {
    expect(problemsOfQuote(at('2026-11-27'), now, '2026-11-27')).toEqual([]);
    expect(problemsOfQuote(at('2026-11-26'), now, '2026-11-27')).toEqual(['validity-past']);
    expect(problemsOfQuote(at('2027-11-27'), now, '2026-11-27')).toEqual([]);
    expect(problemsOfQuote(at('2027-11-28'), now, '2026-11-27')).toEqual(['validity-far']);
  });

  it('needs lines, promotions that still run, and a reseller when it is for one', () => {
    expect(problemsOfQuote(at('2026-11-30', { lines: [] }), now, '2026-11-27')).toEqual(['no-lines']);
    const ended = { lines: [{ ...lines[0], promotion: { ...promotion, endsAt: now } }] };
    expect(problemsOfQuote(at('2026-11-30', ended), now, '2026-11-27')).toEqual(['promotion-ended']);
    const direct = content(forReseller, { reseller: { kind: 'direct', isConfirmed: true } });
    expect(problemsOfQuote(direct, now, '2026-11-27')).toEqual(['no-reseller']);
  });

  it('warns when it outlives its price list or a promotion, or has no list', () => {
    expect(warningsOfQuote(at('2026-11-30'))).toEqual([]);
    expect(warningsOfQuote(at('2026-12-01'))).toEqual(['list-month-over']);
    expect(warningsOfQuote(at('2027-01-15'))).toEqual(['list-month-over', 'promotion-ends-before']);
    expect(warningsOfQuote(at('2026-11-30', { listDate: undefined }))).toEqual(['no-list']);
  });

  it.each([
    ['12,5', '0.125'], ['12.50 %', '0.125'], ['0', '0'], ['99,99', '0.9999'], ['100', undefined], ['-3', undefined], ['', undefined],
    ['1.234', undefined],
  ])(
    'reads a discount of "%s" as %s', (text, fraction) => {
      expect(readDiscount(text)).toBe(fraction);
    });
});

describe('what is proposed', () => {
  it('is valid as long as the prices of the month, but never less than a week', () => {
    expect(proposedValidity(Instant.parse('2026-11-10T10:00:00.000Z'))).toBe('2026-11-30');
    expect(proposedValidity(Instant.parse('2026-11-23T10:00:00.000Z'))).toBe('2026-11-30');
    expect(proposedValidity(Instant.parse('2026-11-24T10:00:00.000Z'))).toBe('2026-12-31');
  });

  it('goes on the paper of the market, with the discount as it was typed', () => {
    expect(['IT', 'us', 'MX', 'GB'].map(paperOf)).toEqual(['A4', 'Letter', 'Letter', 'A4']);
    expect(['0.125', '0', '0.5'].map(discountText)).toEqual(['12.5', '0', '50']);
  });
});

describe('the differences between two versions', () => {
  it('are none when nothing was changed', () => {
    expect(changesOf(version(1), version(2))).toEqual([]);
  });

  it('name what was added, removed, and changed in a line', () => {
    const next = [
      { ...lines[0], quantity: 12, retailPrice: eur('22.00') },
      { ...lines[2], termDuration: 'P1M' },
      lineOf(5, { retailPrice: eur('1.00') }),
    ];
    expect(changesOf(version(1), version(2, { ...forCustomer, validUntil: '2026-12-05' }, { lines: next }))).toEqual([
      { kind: 'seats', title: 'Product 0', from: 10, to: 12 },
      { kind: 'price', title: 'Product 0', from: eur('17.84'), to: eur('18.70') },
      { kind: 'term', title: 'Product 2' },
      { kind: 'line-added', title: 'Product 5' },
      { kind: 'line-removed', title: 'Product 1' },
      { kind: 'validity' },
    ]);
  });

  it('tell a change of audience with the prices it makes', () => {
    const kinds = changesOf(version(1), version(2, forReseller)).map(({ kind }) => kind);
    expect(kinds).toEqual(['price', 'price', 'price', 'audience']);
  });
});
