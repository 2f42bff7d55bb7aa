import skuData from './catalogue.json' with { type: 'json' };
import softwareData from './software.json' with { type: 'json' };

/** Whom an item is for (reference, targetSegment). */
export const segments = ['commercial', 'education', 'government', 'nonprofit'] as const;
export type Segment = (typeof segments)[number];

/**
 * A stock keeping unit of the practice catalogue: real product ids and titles, invented prices. Trials and items of other
 * segments stand under SKU ids of the practice tenant's own (`0T01`, `0E01`, `0N01`): the public lists have none.
 */
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
  readonly isTrial: boolean;
  readonly segment: Segment;
  /** Bought only with, or for, one of its bases: `productId:skuId` each. */
  readonly isAddon: boolean;
  readonly prerequisiteSkus: readonly string[];
  /** The line has to accept an attestation (900203). */
  readonly needsAttestation: boolean;
  /** A software subscription: seats never go down within its term, and no extended term follows. */
  readonly isSoftware: boolean;
}

/** One pair on offer. */
export interface Term {
  readonly duration: string;
  readonly billingCycle: string;
}

const segmentOf = (name: string | undefined): Segment => segments.find((segment) => segment === name) ?? 'commercial';

/** The catalogue, in the order of the data file. */
export const catalogue: readonly CatalogueItem[] = skuData.map((item) => ({
  ...item,
  terms: item.terms.map(([duration = '', billingCycle = '']) => ({ duration, billingCycle })),
  isTrial: item.isTrial ?? false,
  segment: segmentOf(item.segment),
  isAddon: item.isAddon ?? false,
  prerequisiteSkus: item.prerequisiteSkus ?? [],
  needsAttestation: item.needsAttestation ?? false,
  isSoftware: false,
}));

/** Software subscriptions (id and term of a published sample): in views of their own, and not in the sheet of seats. */
export const software: readonly CatalogueItem[] = softwareData.map((item) => ({
  ...item,
  terms: item.terms.map(([duration = '', billingCycle = '']) => ({ duration, billingCycle })),
  isTrial: false,
  segment: 'commercial',
  isAddon: false,
  prerequisiteSkus: [],
  needsAttestation: false,
  isSoftware: true,
}));

const itemsByKey = new Map([...catalogue, ...software].map((item) => [`${item.productId}:${item.skuId}`.toUpperCase(), item]));

/** The item with product and SKU id, in any letter case. */
export function findItem(productId: string, skuId: string): CatalogueItem | undefined {
  return itemsByKey.get(`${productId}:${skuId}`.toUpperCase());
}

/** Whether an id of the catalogue is one of software. */
export function isSoftware(catalogItemId: string): boolean {
  const [productId = '', skuId = ''] = catalogItemId.split(':');
  return findItem(productId, skuId)?.isSoftware === true;
}

/** All SKUs of a product. */
export function itemsOfProduct(productId: string): readonly CatalogueItem[] {
  return [...catalogue, ...software].filter((item) => item.productId === productId.toUpperCase());
}

/** The kind of a product as products and subscriptions name it. */
export const productTypeOf = (isOfSoftware: boolean): { readonly id: string; readonly displayName: string } =>
  isOfSoftware ? { id: 'Software', displayName: 'Software' } : { id: 'OnlineServicesNCE', displayName: 'Online Services NCE' };

/** `product:sku:availability`, what carts and orders name. */
export function catalogItemIdOf(item: CatalogueItem): string {
  return `${item.productId}:${item.skuId}:${item.availabilityId}`;
}

/** The `product:sku` of a catalogue item: the availability changes without meaning (list-availabilities, notes). */
export const skuOf = (catalogItemId: string): string => catalogItemId.split(':').slice(0, 2).join(':');
