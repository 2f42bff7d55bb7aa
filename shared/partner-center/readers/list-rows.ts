import type { PriceListKind, RowProblem } from '../../domain/catalogue/price-list.ts';
import { readAmount, readListDate, readSeats, readSegment, readSkuId, remembered } from './list-cells.ts';
import type { ListColumn, ListHeading } from './list-heading.ts';
import { readBillingCycle, readTermDuration } from './terms.ts';

/** A row as it is kept: texts in the order of `keptColumns`, and the market it is for. */
export type RowRead =
  | { readonly cells: readonly string[]; readonly market: string }
  | { readonly problem: RowProblem; readonly found: string };

/** What is kept of a row, by kind of list. The first column is always `PRODUCTID:SKUID`. */
export const keptColumns = {
  'price-sheet': [
    'sku', 'termDuration', 'billingCycle', 'segment', 'currency', 'unitPrice', 'retailPrice', 'startsAt', 'endsAt', 'fromSeats', 'isPractice',
  ],
  'offer-matrix': ['sku', 'title', 'minimumSeats', 'maximumSeats', 'ownershipLimit', 'segment', 'prerequisites', 'countries'],
} as const satisfies Readonly<Record<PriceListKind, readonly string[]>>;

type CellOf = (column: ListColumn) => string;

const term = remembered((text) => readTermDuration(text) ?? '');
const billing = remembered((text) => readBillingCycle(text) ?? '');
const currency = remembered((text) => /^[A-Z]{3}$/u.exec(text.trim().toUpperCase())?.[0] ?? '');
const country = remembered((text) => /^[A-Z]{2}$/u.exec(text.trim().toUpperCase())?.[0] ?? '');
const practice = remembered((text) => (text.toLowerCase().includes('practiceprice') ? '1' : ''));
const seats = (text: string): string | undefined => {
  const read = readSeats(text);
  return read === 'wrong' ? undefined : String(read ?? '');
};
const wrong = (problem: RowProblem, found: string): RowRead => ({ problem, found: found.slice(0, 60) });

const isId = (text: string): boolean => /^[A-Za-z0-9_-]{1,40}$/u.test(text);

function skuOf(cell: CellOf): string | undefined {
  const product = cell('productId').trim();
  const sku = readSkuId(cell('skuId'));
  return isId(product) && isId(sku) ? `${product}:${sku}`.toUpperCase() : undefined;
}

const optional = <Value>(text: string, read: (text: string) => Value | undefined, none: Value): Value | undefined =>
  text.trim() === '' ? none : read(text);

/** The market a list was asked for, and the one its name speaks of where its rows name none. */
export interface ListMarket {
  readonly asked?: string;
  readonly named?: string;
}

function marketOf(text: string, { asked, named }: ListMarket): string | undefined {
  const market = text.trim() === '' ? (asked ?? named ?? '') : country(text);
  return market === '' || (asked !== undefined && market !== asked) ? undefined : market;
}

function readPrice(cell: CellOf, markets: ListMarket): RowRead {
  const sku = skuOf(cell);
  if (sku === undefined) return wrong('ids', `${cell('productId')} ${cell('skuId')}`);
  const termDuration = term(cell('termDuration'));
  if (termDuration === '') return wrong('term', cell('termDuration'));
  const billingCycle = billing(cell('billingPlan'));
  if (billingCycle === '') return wrong('billing', cell('billingPlan'));
  const unitPrice = readAmount(cell('unitPrice'));
  if (unitPrice === undefined) return wrong('amount', cell('unitPrice'));
  const retailPrice = optional(cell('erpPrice'), readAmount, '');
  if (retailPrice === undefined) return wrong('amount', cell('erpPrice'));
  const money = currency(cell('currency'));
  if (money === '') return wrong('currency', cell('currency'));
  const segment = readSegment(cell('segment'));
  if (segment === undefined) return wrong('segment', cell('segment'));
  const market = marketOf(cell('market'), markets);
  if (market === undefined) return wrong('market', cell('market'));
  const startsAt = optional<string>(cell('effectiveStartDate'), readListDate, '');
  if (startsAt === undefined) return wrong('date', cell('effectiveStartDate'));
  const endsAt = optional<string>(cell('effectiveEndDate'), readListDate, '');
  if (endsAt === undefined) return wrong('date', cell('effectiveEndDate'));
  const fromSeats = seats(cell('pricingTierRangeMin'));
  if (fromSeats === undefined) return wrong('seats', cell('pricingTierRangeMin'));
  const cells = [
    sku, termDuration, billingCycle, segment, money, unitPrice, retailPrice, startsAt, endsAt, fromSeats, practice(cell('tags')),
  ];
  return { cells, market };
}

/** `CFQ7TTC0LDPB/0001,CFQ7TTC0LF8Q/0001` as the catalogue writes it. */
const readSkus = remembered((text) =>
  text.split(/[,;|\s]+/u).map((one) => one.trim().replace('/', ':').toUpperCase()).filter((one) => /^[^:]+:[^:]+$/u.test(one)).join(' '));
const readCountries = remembered((text) =>
  text.toUpperCase().split(/[,;|\s]+/u).filter((one) => /^[A-Z]{2}$/u.test(one)).join(' '));

function readRule(cell: CellOf): RowRead {
  const sku = skuOf(cell);
  if (sku === undefined) return wrong('ids', `${cell('productId')} ${cell('skuId')}`);
  const numbers: string[] = [];
  for (const column of ['minLicenses', 'maxLicenses', 'assetOwnershipLimit'] as const) {
    const number = seats(cell(column));
    if (number === undefined) return wrong('seats', cell(column));
    numbers.push(number);
  }
  // without the column a rule is for every segment
  const segment = optional<string>(cell('segment'), readSegment, '');
  if (segment === undefined) return wrong('segment', cell('segment'));
  const title = cell('skuTitle').trim().replaceAll(/\s+/gu, ' ').slice(0, 200);
  const cells = [
    sku, title, ...numbers, segment, readSkus(cell('productSkuPreRequisites')), readCountries(cell('allowedCountries')),
  ];
  return { cells, market: '' };
}

/** The reader of a list's rows. Rows of another market than the one asked for are refused. */
export function rowReader({ kind, width, places }: ListHeading, markets: ListMarket = {}): (cells: readonly string[]) => RowRead {
  return (cells) => {
    if (cells.length !== width) return wrong('cells', cells.join(' '));
    const cell: CellOf = (column) => {
      const place = places[column];
      return place === undefined ? '' : (cells[place] ?? '');
    };
    return kind === 'price-sheet' ? readPrice(cell, markets) : readRule(cell);
  };
}
