import { Decimal } from 'decimal.js';
import type { Answer, Call, Route } from './call.ts';
import { refusePricing } from './errors.ts';
import { catalogue, type CatalogueItem, type Term } from './seed/catalogue.ts';
import { findCountry, isInSalesRegion, type Country } from './seed/countries.ts';
import type { State } from './state.ts';

const columns = [
  'ProductTitle',
  'ProductId',
  'SkuId',
  'SkuTitle',
  'Publisher',
  'SkuDescription',
  'UnitOfMeasure',
  'TermDuration',
  'BillingPlan',
  'Market',
  'Currency',
  'UnitPrice',
  'PricingTierRangeMin',
  'PricingTierRangeMax',
  'EffectiveStartDate',
  'EffectiveEndDate',
  'Tags',
  'ERP Price',
  'Segment',
];

/** Months that one payment covers, and the premium of the plan over a yearly term billed once a year. */
const plans: Readonly<Record<string, { readonly months: number; readonly premium: string }>> = {
  'P1M none': { months: 1, premium: '1' },
  'P1M monthly': { months: 1, premium: '1.20' },
  'P1Y monthly': { months: 1, premium: '1.05' },
  'P1Y annual': { months: 12, premium: '1' },
  'P3Y monthly': { months: 1, premium: '1.05' },
  'P3Y annual': { months: 12, premium: '1' },
  'P3Y triennial': { months: 36, premium: '1' },
};
const marketFactors: Readonly<Record<string, string>> = { DE: '1.02', FR: '1.01', ES: '0.99', GB: '0.90', CH: '1.08' };

function changeOf(state: State, item: CatalogueItem, market: string): Decimal {
  return state.conditions.faults.reduce((factor, fault) => {
    const isMeant =
      fault.kind === 'change-price' &&
      (fault.market?.toUpperCase() ?? market) === market &&
      fault.productId.toUpperCase() === item.productId &&
      fault.skuId === item.skuId;
    return isMeant ? factor.times(fault.factor) : factor;
  }, new Decimal(1));
}

/** Invented price of one seat for one payment, two decimals: the same for everybody, every day. */
export function priceOf(state: State, item: CatalogueItem, term: Term, market: string): Decimal {
  const plan = plans[`${term.duration} ${term.billingCycle}`] ?? { months: 1, premium: '1' };
  return new Decimal(item.practicePrice)
    .times(plan.months)
    .times(plan.premium)
    .times(marketFactors[market] ?? '1')
    .times(changeOf(state, item, market))
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

const cell = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function row(state: State, item: CatalogueItem, term: Term, country: Country): string {
  const price = priceOf(state, item, term, country.iso2);
  const billing = `${term.billingCycle.charAt(0).toUpperCase()}${term.billingCycle.slice(1)}`;
  return [
    item.title,
    item.productId,
    item.skuId,
    item.title,
    'Microsoft Corporation',
    item.title,
    '1 License',
    term.duration,
    billing,
    country.iso2,
    country.currency,
    price.toFixed(2),
    '',
    '',
    '2026-01-01T00:00:00Z',
    '9999-12-31T00:00:00Z',
    'PracticePrice',
    price.times('1.25').toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2),
    `${item.segment.charAt(0).toUpperCase()}${item.segment.slice(1)}`,
  ]
    .map(cell)
    .join(',');
}

/** get-price-sheet: CSV of the market; every line carries the tag PracticePrice, because no figure in it is real. */
function priceSheet(call: Call): Answer {
  const key = call.params.key ?? '';
  const market = /Market='([^']*)'/iu.exec(key)?.[1];
  const view = /PricesheetView='([^']*)'/iu.exec(key)?.[1]?.toLowerCase();
  if (call.params.value !== '$value') return refusePricing(404, 'NotFound', 'Only $value can be read.', 'path');
  if (market === undefined || view === undefined)
    return refusePricing(400, 'BadRequest', 'Market and PricesheetView are required.', 'key');
  if (!['updatedlicensebased', 'licensebasedest', 'licensebasedeos', 'azure_consumption', 'azure_reservations'].includes(view)) {
    return refusePricing(400, 'BadRequest', 'Unknown PricesheetView.', 'PricesheetView');
  }
  const country = findCountry(market);
  if (country === undefined || !isInSalesRegion(country))
    return refusePricing(404, 'NotFound', 'No price sheet for this market.', 'Market');
  const { timeline = 'current' } = call.query;
  if (!/^(history|current|future)$/iu.test(timeline)) return refusePricing(400, 'BadRequest', 'Unknown timeline.', 'timeline');
  const items = view === 'updatedlicensebased' ? catalogue : [];
  const rows = items.flatMap((item) => item.terms.map((term) => row(call.state, item, term, country)));
  return {
    status: 200,
    text: { type: 'text/csv; charset=utf-8', value: `${[columns.map(cell).join(','), ...rows].join('\r\n')}\r\n` },
  };
}

/** The price sheet, on the same origin as everything else of the practice tenant. */
export const priceSheetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1.0/sales/pricesheets:key/:value',
    scenario: 'get-price-sheet',
    answer: priceSheet,
    unauthorised: (description) => refusePricing(401, 'Unauthorized', description, 'Authorization'),
  },
];
