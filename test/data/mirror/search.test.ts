import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CustomerIndex } from '../../../renderer/data/mirror/customer-index.ts';
import { fold, wordsOf } from '../../../renderer/data/mirror/fold.ts';
import { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerListRow } from '../../../shared/partner-center/readers/customers.ts';

// Few letters, many of them awkward, so that hits, ties and near misses are frequent.
const letters = fc.constantFrom(...Array.from('abAéEßsøØİıΣςﬁñ -.1漢\n\u0001😀'));
const text = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''));
const id = fc.uuid().map((value) => CustomerTenantId.parse(value));
const row = fc.record({ id, name: text, domain: text, relationship: fc.constant('reseller') });
const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));
const anyText = fc.array(codePoint, { maxLength: 20 }).map((parts) => parts.join(''));
const pages = fc.array(fc.array(row, { maxLength: 8 }), { maxLength: 6 });
const word = fc.array(letters, { maxLength: 3 }).map((parts) => parts.join(''));
const query = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));

const clean = (value: string): string => value.replaceAll(/\p{Cc}+/gu, ' ');

/** What a search must find, the slow and plain way. */
function naive(rows: readonly CustomerListRow[], words: readonly string[]): readonly CustomerListRow[] {
  const hits = rows.filter(({ id, name, domain }) => {
    const fields = [fold(clean(name)), fold(clean(domain)), id];
    return words.every((word) => fields.some((field) => field.includes(word)));
  });
  return hits
    .map((hit, place) => ({ hit, place, key: fold(clean(hit.name)) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place))
    .map(({ hit }) => hit);
}

const indexOf = (all: readonly (readonly CustomerListRow[])[]): CustomerIndex => {
  const index = new CustomerIndex();
  for (const page of all) index.append(page);
  return index;
};

describe('the tail every domain has', () => {
  const named = (name: string, domain: string): CustomerListRow => ({
    id: CustomerTenantId.parse(crypto.randomUUID()), name, domain, relationship: 'reseller',
  });
  const index = indexOf([[named('Rossi', 'rossi.onmicrosoft.com'), named('Micro Verdi', 'mverdi.onmicrosoft.com'), named('Blu', 'blu.example')]]);
  const found = (text: string): readonly string[] =>
    index.search(wordsOf(text), 0, 9).rows.map((place) => index.row(place).name);

  it('is not searched, so that its letters do not find everybody', () => {
    expect(found('micro')).toEqual(['Micro Verdi']);
    expect(found('soft')).toEqual([]);
  });

  it('does not hide a domain at any key of its typing', () => {
    const domain = 'mverdi.onmicrosoft.com';
    for (let length = 1; length <= domain.length; length += 1) {
      const part = domain.slice(0, length);
      expect(found(part)).toContain('Micro Verdi');
    }
  });

  it('is no condition when it stands alone', () => {
    expect(found('onmicrosoft.com')).toHaveLength(3);
  });
});

describe('search', () => {
  it('finds exactly what a plain look at every row finds, in order of name', () => {
    fc.assert(
      fc.property(pages, query, fc.nat(5), fc.nat(9), (all, asked, offset, limit) => {
        const words = wordsOf(asked);
        const expected = naive(all.flat(), words);
        const index = indexOf(all);
        const { rows, total } = index.search(words, offset, limit);
        expect(total).toBe(expected.length);
        expect(rows.map((found) => index.idOf(found))).toEqual(expected.slice(offset, offset + limit).map(({ id }) => id));
      }),
      { numRuns: 400 },
    );
  });

  it('finds any inner piece of any field of any row', () => {
    fc.assert(
      fc.property(pages, fc.nat(), fc.nat(), fc.nat(60), (all, which, field, start) => {
        const rows = all.flat();
        const picked = rows[which % Math.max(rows.length, 1)];
        if (picked === undefined) return;
        const [word = ''] = wordsOf([picked.name, picked.domain, picked.id][field % 3]?.slice(start % 12) ?? '');
        const index = indexOf(all);
        const { rows: found } = index.search(word === '' ? [] : [word], 0, rows.length);
        expect(found.map((row) => index.idOf(row))).toContain(picked.id);
      }),
    );
  });

  it('is the same after growing between searches, and after being saved and loaded', () => {
    fc.assert(
      fc.property(pages, pages, query, (before, after, asked) => {
        const words = wordsOf(asked);
        const index = indexOf(before);
        index.search(words, 0, 10);
        for (const page of after) index.append(page);
        const whole = indexOf([...before, ...after]).search(words, 0, 100);
        expect(index.search(words, 0, 100)).toEqual(whole);
        const loaded = CustomerIndex.load(structuredClone(index.save(1, 1)));
        expect(loaded.search(words, 0, 100)).toEqual(whole);
        expect(loaded.size).toBe(index.size);
      }),
    );
  });

  it('counts a tenant once, as it came last', () => {
    const id = CustomerTenantId.parse('c0000001-0000-4000-8000-000000000000');
    const index = indexOf([
      [{ id, name: 'Before', domain: 'a.example', relationship: '' }],
      [
        { id, name: 'Early', domain: 'a.example', relationship: '' },
        { id, name: 'After', domain: 'a.example', relationship: '' },
      ],
    ]);
    expect(index.size).toBe(1);
    expect(index.search(['before'], 0, 9).total).toBe(0);
    expect(index.search([], 0, 9).rows.map((found) => index.row(found).name)).toEqual(['After']);
    expect(index.row(index.rowOf(id)).name).toBe('After');
  });

  it.each([
    ['caffe', 'Caffè Nero'],
    ['STRASSE', 'Große Straße'],
    ['oresund', 'Øresund AB'],
    ['istanbul', 'İstanbul Ltd'],
    ['c0ffee', 'any'],
  ])('finds %s', (asked, name) => {
    const id = CustomerTenantId.parse('00c0ffee-0000-4000-8000-000000000000');
    expect(indexOf([[{ id, name, domain: 'd.example', relationship: '' }]]).search(wordsOf(asked), 0, 1).total).toBe(1);
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.oneof(text, anyText), (value) => {
        expect(fold(fold(value))).toBe(fold(value));
      }),
    );
  });
});
