import { z } from 'zod';
import { inCamelCase, readBody, type Read } from './call.ts';
import { refuse } from './errors.ts';
import { partners, resellersOf } from './partners.ts';
import type { Customer, CustomerListing } from './seed/customers.ts';
import { provider } from './seed/provider.ts';
import type { State } from './state.ts';

const filterSchema = z.object({ field: z.string(), value: z.string().max(200), operator: z.string() });
type Field = 'companyname' | 'domain' | 'indirectreseller' | 'indirectcloudsolutionprovider';
const fields: readonly Field[] = ['companyname', 'domain', 'indirectreseller', 'indirectcloudsolutionprovider'];

/** One filter: a field and the text it must start with, in lower case. Undefined means every customer. */
export type CustomerFilter = { readonly field: Field; readonly value: string } | undefined;

/** Customers that match, addressed by position: seeded ones by index, created ones after them. */
export interface Matches {
  readonly total: number;
  at(position: number): CustomerListing;
}

/** Reads `{"Field","Value","Operator"}`; starts_with is the only operator (search-customers). */
export function customerFilter(text: string): Read<CustomerFilter> {
  if (text === '') return { ok: true, value: undefined };
  let json: unknown;
  try {
    json = inCamelCase(JSON.parse(text));
  } catch {
    return { ok: false, refusal: refuse(400, '3000', 'filter is not valid JSON.', ['filter']) };
  }
  const read = readBody(filterSchema, json);
  if (!read.ok) return read;
  const field = fields.find((name) => name === read.value.field.toLowerCase());
  const isStart = read.value.operator.replaceAll('_', '').toLowerCase() === 'startswith';
  if (field === undefined || !isStart) {
    return {
      ok: false,
      refusal: refuse(400, '900126', 'Unknown filter field or operator.', [field === undefined ? 'Field' : 'Operator']),
    };
  }
  return { ok: true, value: { field, value: read.value.value.toLowerCase() } };
}

interface Tests {
  readonly seeded: (index: number) => boolean;
  readonly created: (customer: Customer) => boolean;
}

/**
 * Customers of the partners whose tenant GUID starts so, and those that accepted one of them later
 * (list-customers-of-reseller).
 */
function ofResellers(state: State, start: string): Tests {
  const { seed, partnerships } = state;
  const ids = new Set(partners(state).flatMap(({ tenantId }) => (tenantId.startsWith(start) ? tenantId : [])));
  const resellers = new Set([...ids].flatMap((tenantId) => seed.resellerIndexByTenant(tenantId) ?? []));
  const accepted = new Set(
    [...partnerships.associations].flatMap(([customer, list]) =>
      list.some((tenantId) => ids.has(tenantId)) ? (seed.customerIndexByTenant(customer) ?? []) : [],
    ),
  );
  return {
    seeded: (index) => {
      const reseller = seed.resellerIndexOf(index);
      return (reseller !== undefined && resellers.has(reseller)) || accepted.has(index);
    },
    created: (customer) => resellersOf(state, customer).some(({ tenantId }) => ids.has(tenantId)),
  };
}

function testsOf(state: State, filter: NonNullable<CustomerFilter>): Tests {
  const { field, value } = filter;
  if (field === 'indirectcloudsolutionprovider') {
    const isOwn = provider.tenantId.startsWith(value);
    return { seeded: () => isOwn, created: () => isOwn };
  }
  if (field === 'indirectreseller') return ofResellers(state, value);
  const key = field === 'domain' ? 'domain' : 'companyName';
  return {
    seeded: (index) => state.seed.listingAt(index)[key].toLowerCase().startsWith(value),
    created: (customer) => customer[key].toLowerCase().startsWith(value),
  };
}

const KEPT = 16;
const found = new WeakMap<State, Map<string, Uint32Array>>();

// the seed never changes, so what a filter found in it stays true until a partnership does; pages of one list do not search again
function seededMatches(state: State, filter: NonNullable<CustomerFilter>, seeded: (index: number) => boolean): Uint32Array {
  const cache = found.get(state) ?? new Map<string, Uint32Array>();
  found.set(state, cache);
  const key = `${filter.field} ${filter.value} ${filter.field === 'indirectreseller' ? state.partnerships.version : 0}`;
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  const indexes: number[] = [];
  for (let index = 0; index < state.seed.customerCount; index += 1) if (seeded(index)) indexes.push(index);
  const list = Uint32Array.from(indexes);
  const [oldest] = cache.keys();
  if (cache.size >= KEPT && oldest !== undefined) cache.delete(oldest);
  cache.set(key, list);
  return list;
}

/** The customers a filter lets through. */
export function matchesOf(state: State, filter: CustomerFilter): Matches {
  const { seed } = state;
  const created = [...state.customers.values()];
  const listed = (customer: Customer | undefined): CustomerListing => {
    if (customer === undefined) throw new RangeError('no customer at this position');
    return customer;
  };
  if (filter === undefined) {
    return {
      total: seed.customerCount + created.length,
      at: (position) =>
        position < seed.customerCount ? seed.listingAt(position) : listed(created[position - seed.customerCount]),
    };
  }
  const tests = testsOf(state, filter);
  const seeded = seededMatches(state, filter, tests.seeded);
  const own = created.filter(tests.created);
  return {
    total: seeded.length + own.length,
    at: (position) => (position < seeded.length ? seed.listingAt(seeded[position] ?? 0) : listed(own[position - seeded.length])),
  };
}
