import type { Offer, OfferTerm } from '../../domain/catalogue/offer.ts';
import { present } from './case.ts';
import type { WireAvailability } from './availabilities.ts';
import type { PriceRow } from './price-sheet.ts';
import type { WireSku } from './skus.ts';

/** Name of a SKU, in one letter case, for finding its prices. */
export const skuKey = (productId: string, skuId: string): string => `${productId}:${skuId}`.toUpperCase();

/** Price rows by SKU. */
export function pricesBySku(rows: readonly PriceRow[]): ReadonlyMap<string, readonly PriceRow[]> {
  const bySku = new Map<string, PriceRow[]>();
  for (const row of rows) {
    const key = skuKey(row.productId, row.skuId);
    const known = bySku.get(key);
    if (known === undefined) bySku.set(key, [row]);
    else known.push(row);
  }
  return bySku;
}

function termsOf(sku: WireSku, availability: WireAvailability, prices: readonly PriceRow[]): OfferTerm[] {
  return availability.terms.flatMap(({ termDuration, billingCycle }) =>
    (billingCycle === undefined ? sku.billingCycles : [billingCycle]).map((cycle) => {
      const price = prices.find((row) => row.termDuration === termDuration && row.billingCycle === cycle);
      return {
        termDuration,
        billingCycle: cycle,
        catalogItemId: availability.catalogItemId,
        ...present({ unitPrice: price?.unitPrice, retailPrice: price?.retailPrice }),
      };
    }),
  );
}

const isSamePair = (a: OfferTerm, b: OfferTerm): boolean =>
  a.termDuration === b.termDuration && a.billingCycle === b.billingCycle;

/**
 * Joins what four lists tell of one SKU in one country. Only commercial availabilities that can be bought count;
 * undefined when there is none, or none with a pair of term and billing cycle.
 */
export function offerOf(
  country: string, sku: WireSku, availabilities: readonly WireAvailability[], prices: readonly PriceRow[],
): Offer | undefined {
  const sold = availabilities.filter((one) => one.isPurchasable && (one.segment === '' || one.segment === 'commercial'));
  const terms = sold.flatMap((availability) => termsOf(sku, availability, prices));
  const distinct = terms.filter((term, position) => position === terms.findIndex((other) => isSamePair(term, other)));
  if (distinct.length === 0) return undefined;
  const { productId, skuId, title, description, minimumQuantity, maximumQuantity, isTrial, needsCustomerAgreement } = sku;
  return {
    key: `${country}:${productId}:${skuId}`,
    country, productId, skuId, title, description, minimumQuantity, maximumQuantity, isTrial, needsCustomerAgreement,
    segment: 'commercial',
    isAddon: false,
    prerequisiteSkus: [],
    needsAttestation: false,
    terms: distinct,
    isPracticePrice: prices.some((row) => row.isPracticePrice),
    ...present({ listDate: prices[0]?.listDate }),
  };
}
