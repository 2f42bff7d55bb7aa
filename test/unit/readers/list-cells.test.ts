import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readListDate, readSegment } from '../../../shared/partner-center/readers/list-cells.ts';
import { readListHeading } from '../../../shared/partner-center/readers/list-heading.ts';
import { rowReader } from '../../../shared/partner-center/readers/list-rows.ts';

describe('an amount of a list', () => {
  it('is the same number, written without needless zeros', () => {
    const digits = (most: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^\\d{1,${most}}$`, 'u'));
    const written = fc.oneof(
      digits(18), fc.tuple(digits(12), digits(8)).map(([whole, part]) => `${whole}.${part}`),
      fc.tuple(digits(3), fc.integer({ min: -9, max: 9 })).map(([number, power]) => `${number}E${power}`),
    );
    fc.assert(fc.property(written, (text) => {
      expect(readAmount(text)).toBe(new Decimal(text).toFixed());
    }));
  });

  it.each(['', ' ', 'free', '-1', '1,5', '1.2.3', '€5', '1e999', 'NaN', 'Infinity', '0x10'])('%j is none', (text) => {
    expect(readAmount(text)).toBeUndefined();
  });
});

describe('a date of a list', () => {
  it.each([
    ['2026-11-01T00:00:00.0000000Z', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01T10:30:00', '2026-11-01T10:30:00.000Z'],
    ['2026-11-01T01:00:00+01:00', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01 00:00:00 +00:00', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01 01:00:00  +0100', '2026-11-01T00:00:00.000Z'],
    ['11/1/2026 12:00:00 AM', '2026-11-01T00:00:00.000Z'],
    ['11/30/9999 11:59:59 PM', '9999-11-30T23:59:59.000Z'],
    ['11/1/2026 0:00', '2026-11-01T00:00:00.000Z'],
  ])('%s is %s, wherever the computer stands', (text, instant) => {
    expect(readListDate(text)).toBe(instant);
  });

  it.each([
    '31/12/2026', '2026-02-30', '2026-13-01', '2026-13-01T00:00:00+01:00', '2026-11-01T10:00:00+99:00', '9999-12-31T23:59:59-01:00',
    '1/1/0001 12:00:00 AM', 'soon', '45962',
  ])('%s is none', (text) => {
    expect(readListDate(text)).toBeUndefined();
  });
});

describe('the heading of a list', () => {
  const sheet = ['Product Id', 'SKU_ID', 'Term', 'Billing Plan', 'Currency', 'Unit Price'];
  it('may be spelt in several ways', () => {
    expect(readListHeading(sheet)).toMatchObject({ value: { kind: 'price-sheet', width: 6, places: { unitPrice: 5, termDuration: 2 } } });
    const matrix = ['productid', 'skuid', 'Min Seats', 'Max Seats', 'Countries'];
    expect(readListHeading(matrix)).toMatchObject({ value: { kind: 'offer-matrix' } });
  });

  it('that lacks columns names them as the service does', () => {
    expect(readListHeading(sheet.slice(1))).toEqual({ ok: false, error: ['ProductId'] });
    expect(readListHeading(['ProductId', 'SkuId', 'AllowedCountries'])).toEqual({ ok: false, error: ['MinLicenses', 'MaxLicenses'] });
  });

  it('without a market takes the one that was asked for, and refuses rows of another', () => {
    const heading = readListHeading([...sheet, 'Market']);
    if (!heading.ok) throw new Error('readable');
    const read = rowReader(heading.value, { asked: 'IT' });
    const row = ['CFQ1', '0001', 'P1Y', 'Monthly', 'EUR', '1'];
    expect(read([...row, ''])).toMatchObject({ market: 'IT' });
    expect(read([...row, 'DE'])).toEqual({ problem: 'market', found: 'DE' });
  });
});

describe('a segment of a list', () => {
  it('is a segment of the catalogue', () => {
    expect(['Commercial', 'Charity', 'EDUCATION', 'Government', '', 'Academic', 'Martian'].map(readSegment)).toEqual([
      'commercial', 'nonprofit', 'education', 'government', 'commercial', 'education', undefined,
    ]);
  });
});
