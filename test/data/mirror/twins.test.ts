import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { CustomerIndex } from '../../../renderer/data/mirror/customer-index.ts';
import { twinsIn } from '../../../renderer/data/mirror/customer-twins.ts';
import { comparedName, isNearName } from '../../../shared/domain/customer/near-name.ts';
import { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerListRow } from '../../../shared/partner-center/readers/customers.ts';
import { customerId } from './pull-tenant.ts';
import { openStore } from './stores.ts';

const rowOf = (number: number, name: string, domain = `d${number}.onmicrosoft.com`): CustomerListRow => ({
  id: CustomerTenantId.parse(customerId(number)), name, domain, relationship: 'reseller',
});
function indexOf(names: readonly string[]): CustomerIndex {
  const index = new CustomerIndex();
  index.append(names.map((name, number) => rowOf(number, name)));
  return index;
}
const identity = (name: string, domain = '') => ({ name, domain, registrationNumber: '' });

// Awkward on purpose: accents, forms, typing mistakes, words inside words, marks between letters.
const word = fc.constantFrom(
  'Officina', 'Officcina', 'Bianchi', 'Biancih', 'Caffè', 'caffe', 'D’Angelo', 'Verdi', 'Verdissimo', 'S.r.l.', 'Torino', '12', '13',
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('customers that may be the same', () => {
  it('are those that a look at every row finds, where the names have as many words or one more or less of them', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), name, (names, asked) => {
        const wanted = comparedName(asked);
        const expected = names.flatMap((one, row) => (isNearName(wanted, comparedName(one)) ? [row] : []));
        const found = twinsIn(indexOf(names), identity(asked), [], 100).map(({ row }) => row);
        for (const row of found) expect(expected).toContain(row);
        const sure = expected.filter((row) => {
          const { words } = comparedName(names[row] ?? '');
          return words.length === wanted.words.length && !words.some((one) => one.includes('angelo'));
        });
        for (const row of sure) expect(found).toContain(row);
      }),
      { numRuns: 500 },
    );
  });

  it('are found by a whole domain only, never by a part of one, and a customer that is gone is none', () => {
    const index = new CustomerIndex();
    index.append([rowOf(1, 'Uno', 'alba.onmicrosoft.com'), rowOf(2, 'Due', 'albanova.onmicrosoft.com')]);
    expect(twinsIn(index, identity('', 'alba.onmicrosoft.com'), [], 9)).toEqual([{ row: 0, why: 'domain' }]);
    expect(twinsIn(index, identity('', 'alb.onmicrosoft.com'), [], 9)).toEqual([]);
    index.append([rowOf(1, 'Uno', 'altro.onmicrosoft.com')]);
    expect(twinsIn(index, identity('', 'alba.onmicrosoft.com'), [], 9)).toEqual([]);
  });

  it('are found through the store, by the registration number of a customer that was read as well', async () => {
    const store = await openStore();
    const at = '2026-11-24T09:00:00.000Z' as never;
    const row = { ...rowOf(1, 'Magyar Kft'), resellerIds: [] };
    await store.apply({ kind: 'customer-created', row });
    const asked = { name: 'Tutt’altro', domain: '', registrationNumber: '12345678142' };
    expect(await store.customerTwins(asked)).toEqual([]);
    const { id, name: companyName, domain, relationship } = row;
    await store.apply({ kind: 'customer-read', at, detail: { id, companyName, domain, relationship, registrationNumber: '12345678-1-42' } });
    expect(await store.customerTwins(asked)).toEqual([{ row, why: 'registration-number' }]);
    expect(await store.customerTwins(identity('MAGYAR'))).toMatchObject([{ row: { id }, why: 'name' }]);
  });

  it('are rarely suspected among the customers of the practice tenant, which all are different', () => {
    const seed = createSeed('small');
    const all = Array.from({ length: seed.customerCount }, (_unused, place) => seed.listingAt(place));
    const index = new CustomerIndex();
    index.append(all.map(({ tenantId, companyName, domain }) => ({
      id: CustomerTenantId.parse(tenantId), name: companyName, domain, relationship: 'reseller',
    })));
    const isOther = (row: number, name: string): boolean => all[row]?.companyName !== name;
    const suspected = all.filter(({ companyName }) => twinsIn(index, identity(companyName), [], 9).some(({ row }) => isOther(row, companyName)));
    expect(suspected.length / all.length).toBeLessThan(0.02);
  });
});
