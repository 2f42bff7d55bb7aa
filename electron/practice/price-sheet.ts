import { Decimal } from 'decimal.js';
import type { Answer, Call, Route } from './call.ts';
import { extendedTerm, extendedUplift } from './end-of-term.ts';
import { refusePricing } from './errors.ts';
import { catalogItemIdOf, catalogue, type CatalogueItem, type Term } from './seed/catalogue.ts';
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

/** What a third of the products cost less for each month that a list is old, another third every month. */
const monthlyRise = '0.02';

/** So many months before the present one: lists of the past have some other prices. */
function pastFactor(item: CatalogueItem, monthsAgo: number): Decimal {
  const number = Number.parseInt(item.productId.slice(-2), 36) || 0;
  const rises = Array.from({ length: monthsAgo }, (_rise, month) => month).filter((month) => (number + month) % 3 === 0).length;
  return new Decimal(1).minus(new Decimal(monthlyRise).times(rises));
}

/** Invented price of one seat for one payment, two decimals: the same for everybody, every day of a month. */
export function priceOf(state: State, item: CatalogueItem, term: Term, market: string, monthsAgo = 0): Decimal {
  const plan = plans[`${term.duration} ${term.billingCycle}`] ?? { months: 1, premium: '1' };
  return new Decimal(item.practicePrice)
    .times(plan.months)
    .times(plan.premium)
    .times(marketFactors[market] ?? '1')
    .times(monthsAgo === 0 ? changeOf(state, item, market) : pastFactor(item, monthsAgo))
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

const cell = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A sheet that is asked for. */
interface Sheet {
  readonly state: State;
  readonly country: Country;
  readonly monthsAgo: number;
}

/** What an extended month costs: more than the monthly price, or than a month of the yearly one where no month is sold. */
function extendedPrice({ state, country, monthsAgo }: Sheet, item: CatalogueItem): Decimal {
  const { isOverMonthly, factor } = extendedUplift(catalogItemIdOf(item));
  const base = isOverMonthly
    ? priceOf(state, item, extendedTerm, country.iso2, monthsAgo)
    : priceOf(state, item, { duration: 'P1Y', billingCycle: 'annual' }, country.iso2, monthsAgo).div(12);
  return base.times(factor).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

function row({ country }: Sheet, item: CatalogueItem, term: Term, price: Decimal): string {
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

/** Lists older than this were never made. */
const longestHistory = 36;

/** How many months before now a `yyyymm` is, the last one where none is named; undefined when it is no month, or to come. */
function monthsBefore(now: Date, month: string | undefined): number | undefined {
  if (month === undefined) return 1;
  const [, year, number] = /^(\d{4})(0[1-9]|1[0-2])$/u.exec(month) ?? [];
  const months = (now.getUTCFullYear() - Number(year)) * 12 + now.getUTCMonth() + 1 - Number(number);
  return months >= 0 ? months : undefined;
}

/** The rows of a view: every pair of every item, or its extended month, which trials have not; other views are empty here. */
function rowsOf(sheet: Sheet, view: string): readonly string[] {
  if (view === 'updatedlicensebased')
    return catalogue.flatMap((item) =>
      item.terms.map((term) => row(sheet, item, term, priceOf(sheet.state, item, term, sheet.country.iso2, sheet.monthsAgo))),
    );
  const extended = view === 'licensebasedest' ? catalogue.filter(({ isTrial }) => !isTrial) : [];
  return extended.map((item) => row(sheet, item, extendedTerm, extendedPrice(sheet, item)));
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
  const monthsAgo = /^history$/iu.test(timeline) ? monthsBefore(call.now, call.query.month) : 0;
  if (monthsAgo === undefined) return refusePricing(400, 'BadRequest', 'month must be a past month, yyyymm.', 'month');
  if (monthsAgo > longestHistory) return refusePricing(404, 'NotFound', 'No price sheet of this month.', 'month');
  const rows = rowsOf({ state: call.state, country, monthsAgo }, view);
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
