import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { integerOf } from './call.ts';
import { collection, link } from './collection.ts';
import { createCustomer, createCustomerVariant } from './customer-creation.ts';
import { customerFilter, matchesOf } from './customer-filter.ts';
import { withCustomer } from './customer-lookup.ts';
import { billingProfile, companyProfile, listedCustomer, wholeCustomer } from './customer-resources.ts';
import { refuse } from './errors.ts';

const DEFAULT_SIZE = 100;
const tokenSchema = z.tuple([z.number().int().min(0), z.string()]);

// the comma is there on purpose: the token is opaque and callers must not take it apart
const tokenFor = (position: number, filterText: string): string =>
  `practice,${Buffer.from(JSON.stringify([position, filterText])).toString('base64url')}`;

function positionIn(token: string, filterText: string): number | undefined {
  if (!token.startsWith('practice,')) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(token.slice(9), 'base64url').toString('utf8'));
    const parsed = tokenSchema.safeParse(read);
    return parsed.success && parsed.data[1] === filterText ? parsed.data[0] : undefined;
  } catch {
    return undefined;
  }
}

function startOf(call: Call, filterText: string): number | Answer {
  const seek = call.query.seekoperation;
  const token = call.header('ms-continuationtoken');
  if (seek === undefined && token === undefined) return 0;
  if (seek === undefined) return refuse(400, '3000', 'seekOperation is required with a continuation token.', ['seekOperation']);
  if (!/^(next|0|first|1)$/iu.test(seek)) return refuse(400, '900126', 'Unknown seekOperation.', ['seekOperation']);
  if (/^first$/iu.test(seek)) return 0;
  const position = token === undefined ? undefined : positionIn(token, filterText);
  return (
    position ??
    refuse(400, '3000', 'The continuation token is missing, not valid, or belongs to another filter.', ['MS-ContinuationToken'])
  );
}

function linkText(size: number, filterText: string): string {
  return `/customers?size=${size}${filterText === '' ? '' : `&filter=${encodeURIComponent(filterText)}`}`;
}

/** list-customers, list-customers-of-reseller, search-customers and page-customers; size 0 means no limit. */
function list(call: Call): Answer {
  const filterText = call.query.filter ?? '';
  const filter = customerFilter(filterText);
  if (!filter.ok) return filter.refusal;
  const wanted = integerOf(call.query.size) ?? DEFAULT_SIZE;
  if (wanted === 'bad') return refuse(400, '3000', 'size must be a whole number.', ['size']);
  const start = startOf(call, filterText);
  if (typeof start !== 'number') return start;
  const matches = matchesOf(call.state, filter.value);
  const end = wanted === 0 ? matches.total : Math.min(start + wanted, matches.total);
  const items = Array.from({ length: Math.max(0, end - start) }, (_unused, offset) => listedCustomer(matches.at(start + offset)));
  const self = linkText(wanted, filterText);
  const next =
    end < matches.total
      ? { next: link(`${self}&seekOperation=Next`, [{ key: 'MS-ContinuationToken', value: tokenFor(end, filterText) }]) }
      : {};
  return { status: 200, body: collection(items, self, { totalCount: matches.total, ...next }) };
}

function listVariant(call: Call): string | undefined {
  if (call.query.seekoperation !== undefined) return 'page-customers';
  if (call.query.filter === undefined) return undefined;
  return /IndirectReseller/iu.test(call.query.filter) ? 'list-customers-of-reseller' : 'search-customers';
}

/** Customers: lists, one customer, profiles, creation. */
export const customerRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/customers', scenario: 'list-customers', variant: listVariant, answer: list },
  { method: 'POST', path: '/v1/customers', scenario: 'create-customer', variant: createCustomerVariant, answer: createCustomer },
  {
    method: 'GET',
    path: '/v1/customers/:customerId',
    scenario: 'get-customer',
    answer: withCustomer((_call, customer) => ({ status: 200, body: wholeCustomer(customer) })),
  },
  {
    method: 'GET',
    path: '/v1/customers/:customerId/profiles/company',
    scenario: 'get-customer-company-profile',
    answer: withCustomer((_call, customer) => ({ status: 200, body: companyProfile(customer) })),
  },
  {
    method: 'GET',
    path: '/v1/customers/:customerId/profiles/billing',
    scenario: 'get-customer-billing-profile',
    answer: withCustomer((_call, customer) => ({ status: 200, body: billingProfile(customer) })),
  },
];
