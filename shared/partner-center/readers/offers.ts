import type { Offer, OfferTerm, Segment } from '../../domain/catalogue/offer.ts';
import type { WireAvailability } from './availabilities.ts';
import { readSegment } from './list-cells.ts';
import type { WireSku } from './skus.ts';

function termsOf(sku: WireSku, availability: WireAvailability): OfferTerm[] {
  return availability.terms.flatMap(({ termDuration, billingCycle }) =>
    (billingCycle === undefined ? sku.billingCycles : [billingCycle]).map((cycle) => (
      { termDuration, billingCycle: cycle, catalogItemId: availability.catalogItemId }
    )));
}

const isSamePair = (a: OfferTerm, b: OfferTerm): boolean =>
  a.termDuration === b.termDuration && a.billingCycle === b.billingCycle;

/** Of the availabilities that can be bought, those of the first one's segment: they are asked for segment by segment. */
function soldIn(availabilities: readonly WireAvailability[]): { readonly segment?: Segment; readonly sold: readonly WireAvailability[] } {
  const open = availabilities.filter((one) => one.isPurchasable && readSegment(one.segment) !== undefined);
  const [first] = open;
  const segment = first && readSegment(first.segment);
  return segment === undefined
    ? { sold: [] }
    : { segment, sold: open.filter((one) => readSegment(one.segment) === segment) };
}

/**
 * Joins what three lists tell of one SKU in one country and segment; its prices come from the price lists, by the moment. Only
 * availabilities that can be bought count; undefined when there is none, or none with a pair of term and billing cycle.
 */
export function offerOf(country: string, sku: WireSku, availabilities: readonly WireAvailability[]): Offer | undefined {
  const { segment = 'commercial', sold } = soldIn(availabilities);
  const terms = sold.flatMap((availability) => termsOf(sku, availability));
  const distinct = terms.filter((term, position) => position === terms.findIndex((other) => isSamePair(term, other)));
  if (distinct.length === 0) return undefined;
  const { billingCycles: _cycles, ...known } = sku;
  return {
    ...known,
    prerequisiteSkus: [...sku.prerequisiteSkus],
    key: `${country}:${sku.productId}:${sku.skuId}`,
    country,
    segment,
    terms: distinct,
    isPracticePrice: false,
  };
}
