import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldDomain, wordsOf } from '../../../renderer/data/mirror/fold.ts';
import { CustomerTenantId, ResellerTenantId } from '../../../shared/ids.ts';
import { Instant } from '../../../shared/instant.ts';
import { customerSorts } from '../../../shared/ports/mirror.ts';
import type { CustomerQuery, CustomerRow } from '../../../shared/ports/mirror.ts';
import { customerId, resellerId } from './pull-tenant.ts';
import { openStore } from './stores.ts';

const at = Instant.parse('2026-11-24T09:00:00.000Z');
const countries = [{ iso2: 'FR', name: 'Francia' }, { iso2: 'DE', name: 'Germania' }, { iso2: 'IT', name: 'Italia' }];
const resellers = [
  { id: ResellerTenantId.parse(resellerId(1)), name: 'Zeta Sistemi', partnerId: '4847383', state: 'Active', location: 'IT' },
  { id: ResellerTenantId.parse(resellerId(2)), name: 'Àlba Cloud', partnerId: '4890005', state: 'Active', location: 'DE' },
];

interface Made {
  readonly name: string;
  readonly domain: string;
  readonly relationship: string;
  readonly country: string;
  readonly reseller: number;
}
const made = fc.record<Made>({
  name: fc.constantFrom('Alba', 'Bruma', 'Cedro Italia', 'Èlite', 'Zoo', 'alba due'),
  domain: fc.constantFrom('a.onmicrosoft.com', 'b.onmicrosoft.com', 'zeta.example'),
  relationship: fc.constantFrom('reseller', 'none'),
  country: fc.constantFrom('', 'IT', 'DE', 'FR'),
  reseller: fc.constantFrom(0, 1, 2),
});
const asked = fc.record({
  text: fc.constantFrom('', 'alba', 'zeta', 'italia', 'ger', '48903', '4890005', 'alba cloud', 'cedro italia', 'x'),
  by: fc.constantFrom(...customerSorts),
  isDescending: fc.boolean(),
  reseller: fc.constantFrom(undefined, 'none' as const, ResellerTenantId.parse(resellerId(1))),
  country: fc.constantFrom(undefined, 'unknown', 'IT'),
  relationship: fc.constantFrom(undefined, 'reseller'),
});

/** What a plain look at every row answers. */
function naive(rows: readonly CustomerRow[], query: CustomerQuery): readonly CustomerRow[] {
  const { reseller, country, relationship, sort } = query;
  const named = (row: CustomerRow) => resellers.filter(({ id }) => row.resellerIds.includes(id));
  const hits = rows.filter((row) => {
    const fields = [
      fold(row.name), foldDomain(row.domain), row.id, ...named(row).flatMap((one) => [fold(one.name), one.partnerId]),
      ...countries.filter(({ iso2 }) => iso2 === row.country).map(({ name }) => fold(name)),
    ];
    return wordsOf(query.text).every((word) => fields.some((field) => field.includes(word))) &&
      (reseller === undefined || (reseller === 'none' ? row.resellerIds.length === 0 : row.resellerIds.includes(reseller))) &&
      (country === undefined || (country === 'unknown' ? row.country === undefined : row.country === country)) &&
      (relationship === undefined || row.relationship === relationship);
  });
  const keyOf = (row: CustomerRow): string => {
    if (sort?.by === 'domain') return foldDomain(row.domain);
    if (sort?.by === 'country') return countries.find(({ iso2 }) => iso2 === row.country)?.name ?? '';
    if (sort?.by === 'reseller') return named(row).map(({ name }) => fold(name)).toSorted()[0] ?? '';
    return fold(row.name);
  };
  const direction = sort?.isDescending === true ? -1 : 1;
  const isWhole = sort === undefined || sort.by === 'name' || sort.by === 'domain';
  return hits
    .map((row) => ({ row, key: keyOf(row), name: fold(row.name), place: rows.indexOf(row) }))
    .toSorted((a, b) => {
      if (a.key !== b.key) {
        if (!isWhole && (a.key === '' || b.key === '')) return a.key === '' ? 1 : -1;
        return (a.key < b.key ? -1 : 1) * direction;
      }
      const byName = a.name < b.name ? -1 : a.name > b.name ? 1 : a.place - b.place;
      return isWhole ? byName * direction : byName;
    })
    .map(({ row }) => row);
}

describe('the list of customers', () => {
  it('is searched, filtered and sorted as a plain look at every row would', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(made, { maxLength: 9 }), fc.array(asked, { minLength: 1, maxLength: 4 }), async (all, questions) => {
        const store = await openStore();
        await store.replaceResellers(resellers, at);
        for (const [number, { name, domain, relationship, country, reseller }] of all.entries()) {
          const id = CustomerTenantId.parse(customerId(number));
          const row = { id, name, domain, relationship, resellerIds: reseller === 0 ? [] : [ResellerTenantId.parse(resellerId(reseller))] };
          await store.apply({ kind: 'customer-created', row });
          if (country !== '') await store.apply({ kind: 'customer-read', at, detail: { id, companyName: name, domain, relationship, country } });
        }
        const rows: CustomerRow[] = [];
        for (const number of all.keys()) rows.push(...(await store.customers({ text: customerId(number), offset: 0, limit: 9, countries })).rows);
        expect(rows.map(({ country }) => country ?? '')).toEqual(all.map(({ country }) => country));
        for (const { text, by, isDescending, reseller, country, relationship } of questions) {
          const query: CustomerQuery = {
            text, countries, sort: { by, isDescending }, offset: 0, limit: 100,
            ...(reseller === undefined ? {} : { reseller }), ...(country === undefined ? {} : { country }),
            ...(relationship === undefined ? {} : { relationship }),
          };
          const expected = naive(rows, query).map(({ id }) => id);
          const found = await store.customers(query);
          expect(found.total).toBe(expected.length);
          expect(found.rows.map(({ id }) => id)).toEqual(expected);
          const part = await store.customers({ ...query, offset: 1, limit: 2 });
          expect(part.rows.map(({ id }) => id)).toEqual(expected.slice(1, 3));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is narrowed to those that are named, and follows what is told of a country and of the resellers', async () => {
    const store = await openStore();
    const [one, two] = [1, 2].map((number) => CustomerTenantId.parse(customerId(number)));
    if (one === undefined || two === undefined) throw new Error('no ids');
    const row = { name: 'Alba', domain: 'a.example', relationship: 'reseller', resellerIds: [ResellerTenantId.parse(resellerId(1))] };
    await store.apply({ kind: 'customer-created', row: { ...row, id: one } });
    await store.apply({ kind: 'customer-created', row: { ...row, id: two } });
    const ask = async (more: Partial<CustomerQuery>): Promise<number> =>
      (await store.customers({ text: '', offset: 0, limit: 9, countries, ...more })).total;
    expect(await ask({ ids: [two] })).toBe(1);
    expect([await ask({ country: 'IT' }), await ask({ country: 'unknown' }), await ask({ text: 'zeta' })]).toEqual([0, 2, 0]);
    await store.apply({
      kind: 'customer-read', at,
      detail: { id: one, companyName: 'Alba', domain: 'a.example', relationship: 'reseller', country: 'IT' },
    });
    await store.replaceResellers(resellers, at);
    expect([await ask({ country: 'IT' }), await ask({ country: 'unknown' }), await ask({ text: 'zeta' })]).toEqual([1, 1, 2]);
    expect(await store.customerFacets()).toEqual({ countries: [{ iso2: 'IT', count: 1 }], relationships: ['reseller'] });
  });
});
