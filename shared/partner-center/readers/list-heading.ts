import type { PriceListKind } from '../../domain/catalogue/price-list.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';

/** The columns that are read, each with the other names that editions give it; compared without spaces, case and signs. */
const spellings = {
  productId: [],
  skuId: [],
  skuTitle: ['productskutitle', 'title', 'producttitle'],
  termDuration: ['term', 'termandbilling'],
  billingPlan: ['billingcycle', 'billingfrequency'],
  market: ['country', 'marketcode'],
  currency: ['currencycode'],
  unitPrice: ['price', 'listprice', 'partnerprice'],
  erpPrice: ['erp', 'estimatedretailprice', 'msrp', 'retailprice'],
  segment: ['targetsegment', 'customersegment', 'pricingsegment'],
  effectiveStartDate: ['startdate', 'effectivestart'],
  effectiveEndDate: ['enddate', 'effectiveend'],
  pricingTierRangeMin: ['tierrangemin', 'tiermin'],
  tags: ['tag'],
  minLicenses: ['minseats', 'minimumseats', 'minlicense', 'minimumlicenses', 'minimumquantity', 'minquantity'],
  maxLicenses: ['maxseats', 'maximumseats', 'maxlicense', 'maximumlicenses', 'maximumquantity', 'maxquantity'],
  assetOwnershipLimit: ['ownershiplimit'],
  productSkuPreRequisites: ['prerequisites', 'prerequisite', 'skuprerequisites', 'productskuprerequisite'],
  allowedCountries: ['countries', 'allowedmarkets', 'markets', 'availablecountries'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ListColumn = keyof typeof spellings;

/** Columns as the service writes them, for the sentence about those that are missing. */
const needed: Readonly<Record<PriceListKind, readonly ListColumn[]>> = {
  'price-sheet': ['productId', 'skuId', 'termDuration', 'billingPlan', 'currency', 'unitPrice'],
  'offer-matrix': ['productId', 'skuId', 'minLicenses', 'maxLicenses', 'allowedCountries'],
};

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
const published = (column: string): string => column.charAt(0).toUpperCase() + column.slice(1);

export interface ListHeading {
  readonly kind: PriceListKind;
  /** How many cells a row has. */
  readonly width: number;
  /** Where each column is; missing ones are not there. */
  readonly places: Readonly<Partial<Record<ListColumn, number>>>;
}

function placesOf(cells: readonly string[]): Partial<Record<ListColumn, number>> {
  const names = cells.map(bare);
  return Object.fromEntries(Object.entries(spellings).flatMap(([column, others]) => {
    const place = [bare(column), ...others].map((name) => names.indexOf(name)).find((found) => found >= 0);
    return place === undefined ? [] : [[column, place]];
  }));
}

/**
 * Tells by its heading what a list is. Sources: get-price-sheet and the documentation page "Get an offer matrix". The error
 * names the columns that are missing from what it most likely is.
 */
export function readListHeading(cells: readonly string[]): Result<ListHeading, readonly string[]> {
  const places = placesOf(cells);
  const lacks = (kind: PriceListKind): readonly ListColumn[] => needed[kind].filter((column) => places[column] === undefined);
  const isMatrix = places.unitPrice === undefined && (places.allowedCountries ?? places.minLicenses) !== undefined;
  const kind: PriceListKind = isMatrix ? 'offer-matrix' : 'price-sheet';
  const missing = lacks(kind);
  return missing.length === 0 ? ok({ kind, width: cells.length, places }) : err(missing.map(published));
}
