import skuData from './catalogue.json' with { type: 'json' };

/** A stock keeping unit of the practice catalogue: real ids and titles, invented prices. */
export interface CatalogueItem {
  readonly productId: string;
  readonly skuId: string;
  readonly availabilityId: string;
  readonly title: string;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  /** Pairs of term duration and billing cycle on offer. */
  readonly terms: readonly Term[];
  /** Invented price of one seat for one month on a yearly term billed once a year, in euro. */
  readonly practicePrice: string;
}

/** One pair on offer. */
export interface Term {
  readonly duration: string;
  readonly billingCycle: string;
}

/** The catalogue, in the order of the data file. */
export const catalogue: readonly CatalogueItem[] = skuData.map((item) => ({
  ...item,
  terms: item.terms.map(([duration = '', billingCycle = '']) => ({ duration, billingCycle })),
}));

const itemsByKey = new Map(catalogue.map((item) => [`${item.productId}:${item.skuId}`.toUpperCase(), item]));

/** The item with product and SKU id, in any letter case. */
export function findItem(productId: string, skuId: string): CatalogueItem | undefined {
  return itemsByKey.get(`${productId}:${skuId}`.toUpperCase());
}

/** All SKUs of a product. */
export function itemsOfProduct(productId: string): readonly CatalogueItem[] {
  return catalogue.filter((item) => item.productId === productId.toUpperCase());
}

/** `product:sku:availability`, what carts and orders name. */
export function catalogItemIdOf(item: CatalogueItem): string {
  return `${item.productId}:${item.skuId}:${item.availabilityId}`;
}
