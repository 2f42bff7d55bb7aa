import type { Answer, Call, Read, Route } from './call.ts';
import { availabilityResource, productResource, skuResource } from './catalogue-resources.ts';
import { collection } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import { catalogue, findItem, itemsOfProduct, segments, software, type CatalogueItem, type Segment } from './seed/catalogue.ts';
import { findCountry, isInSalesRegion, type Country } from './seed/countries.ts';
import { qualifiedSegments } from './segments.ts';

const views = [
  'azure',
  'azurereservations',
  'azurereservationsvm',
  'azurereservationssql',
  'azurereservationscosmosdb',
  'microsoftazure',
  'onlineservices',
  'software',
  'softwaresuselinux',
  'softwareperpetual',
  'softwaresubscriptions',
  'marketplacesaas',
];

const itemsByView: Readonly<Record<string, readonly CatalogueItem[]>> = {
  onlineservices: catalogue, software, softwaresubscriptions: software,
};

/** Where the call asks from: a country's catalogue shows each segment that is asked for, a customer's its own alone. */
interface Market {
  readonly country: Country;
  readonly allowed: ReadonlySet<Segment>;
  /** What a call without targetSegment means. */
  readonly usual: ReadonlySet<Segment>;
}
type Show = (call: Call, market: Market) => Answer;

const everySegment: ReadonlySet<Segment> = new Set(segments);
const commercial: ReadonlySet<Segment> = new Set(['commercial']);

/** Runs a catalogue call with the country of its query: required, known, and in the provider's region (2030). */
function byCountry(show: Show): (call: Call) => Answer {
  return (call) => {
    const iso2 = call.query.country;
    if (iso2 === undefined || iso2 === '') return refuse(400, '3000', 'country is required.', ['country']);
    const country = findCountry(iso2);
    if (country === undefined) return refuse(400, '3000', 'Unknown country.', ['country']);
    if (!isInSalesRegion(country)) return refuse(403, '2030', 'The partner may not sell in this country.');
    return show(call, { country, allowed: everySegment, usual: commercial });
  };
}

/** Runs a catalogue call with the country of its customer, for the segments that the customer qualifies for. */
function byCustomer(show: Show): (call: Call) => Answer {
  return withCustomer((call, customer) => {
    const country = findCountry(customer.address.country);
    if (country === undefined) return refuse(400, '3000', 'Unknown country.', ['country']);
    const allowed = qualifiedSegments(call.state, customer, call.now);
    return show(call, { country, allowed, usual: allowed });
  });
}

function inSegment(call: Call, market: Market, items: readonly CatalogueItem[]): Read<readonly CatalogueItem[]> {
  const asked = call.query.targetsegment?.toLowerCase();
  if (asked === undefined) return { ok: true, value: items.filter((item) => market.usual.has(item.segment)) };
  const segment = segments.find((one) => one === asked);
  if (segment === undefined || !market.allowed.has(segment))
    return { ok: false, refusal: refuse(403, '400030', 'targetSegment is not allowed.', ['targetSegment']) };
  return { ok: true, value: items.filter((item) => item.segment === segment) };
}

const products: Show = (call, market) => {
  const { country } = market;
  const view = call.query.targetview?.toLowerCase();
  if (view === undefined) return refuse(400, '3000', 'targetView is required.', ['targetView']);
  if (!views.includes(view)) return refuse(403, '400036', 'targetView is not allowed.', ['targetView']);
  const items = inSegment(call, market, itemsByView[view] ?? []);
  if (!items.ok) return items.refusal;
  const firsts = new Map(items.value.toReversed().map((item) => [item.productId, item]));
  return {
    status: 200,
    body: collection(
      items.value.filter((item) => firsts.get(item.productId) === item).map((item) => productResource(item, country)),
      `/products?country=${country.iso2}`,
    ),
  };
};

const noProduct = (): Answer => refuse(404, '400013', 'The product was not found.');

const product: Show = (call, { country }) => {
  const [item] = itemsOfProduct(call.params.productId ?? '');
  return item === undefined ? noProduct() : { status: 200, body: productResource(item, country) };
};

const skus: Show = (call, market) => {
  const { country } = market;
  const all = itemsOfProduct(call.params.productId ?? '');
  const items = inSegment(call, market, all);
  if (!items.ok) return items.refusal;
  const [first] = all;
  if (first === undefined) return noProduct();
  const list = items.value.map((item) => skuResource(item, country));
  return { status: 200, body: collection(list, `/products/${first.productId}/skus?country=${country.iso2}`) };
};

function itemOf(call: Call): Read<CatalogueItem> {
  const { productId = '', skuId = '' } = call.params;
  if (itemsOfProduct(productId).length === 0) return { ok: false, refusal: noProduct() };
  const item = findItem(productId, skuId);
  return item === undefined ? { ok: false, refusal: refuse(404, '400018', 'The SKU was not found.') } : { ok: true, value: item };
}

const sku: Show = (call, { country }) => {
  const item = itemOf(call);
  return item.ok ? { status: 200, body: skuResource(item.value, country) } : item.refusal;
};

const availabilities: Show = (call, market) => {
  const { country } = market;
  const item = itemOf(call);
  if (!item.ok) return item.refusal;
  const items = inSegment(call, market, [item.value]);
  if (!items.ok) return items.refusal;
  const self = `/products/${item.value.productId}/skus/${item.value.skuId}/availabilities?country=${country.iso2}`;
  return {
    status: 200,
    body: collection(
      items.value.map((one) => availabilityResource(one, country)),
      self,
    ),
  };
};

const availability: Show = (call, { country }) => {
  const item = itemOf(call);
  if (!item.ok) return item.refusal;
  if (item.value.availabilityId !== call.params.availabilityId?.toUpperCase())
    return refuse(404, '400019', 'The availability was not found: get a current one.');
  return { status: 200, body: availabilityResource(item.value, country) };
};

const SKU = '/products/:productId/skus/:skuId';

// the documentation prints POST for the customer's catalogue, its examples use GET: both are answered
const customerRoutes = (['GET', 'POST'] as const).flatMap((method): readonly Route[] => [
  { method, path: '/v1/customers/:customerId/products', scenario: 'list-products-by-customer', answer: byCustomer(products) },
  {
    method,
    path: '/v1/customers/:customerId/products/:productId/skus',
    scenario: 'list-skus-by-customer',
    answer: byCustomer(skus),
  },
  {
    method,
    path: `/v1/customers/:customerId${SKU}/availabilities`,
    scenario: 'list-availabilities-by-customer',
    answer: byCustomer(availabilities),
  },
]);

/** Products, SKUs and availabilities, of a country and of a customer. */
export const catalogueRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/products', scenario: 'list-products', answer: byCountry(products) },
  { method: 'GET', path: '/v1/products/:productId', scenario: 'get-product', answer: byCountry(product) },
  { method: 'GET', path: '/v1/products/:productId/skus', scenario: 'list-skus', answer: byCountry(skus) },
  { method: 'GET', path: `/v1${SKU}`, scenario: 'get-sku', answer: byCountry(sku) },
  { method: 'GET', path: `/v1${SKU}/availabilities`, scenario: 'list-availabilities', answer: byCountry(availabilities) },
  {
    method: 'GET',
    path: `/v1${SKU}/availabilities/:availabilityId`,
    scenario: 'get-availability',
    answer: byCountry(availability),
  },
  ...customerRoutes,
];
