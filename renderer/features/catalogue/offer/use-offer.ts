import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../../shared/domain/catalogue/promotion.ts';
import type { Mirror } from '../../../../shared/ports/mirror.ts';
import { useMirror } from '../../../platform/services.tsx';

/** A SKU that another one names: with its name where the country sells it. */
export interface NamedSku {
  /** `productId:skuId` */
  readonly sku: string;
  readonly offer?: Offer;
}

/** An offer with all that is around it in its country. */
export interface OfferAround {
  readonly offer: Offer;
  /** What an add-on may stand under. */
  readonly bases: readonly NamedSku[];
  /** What may stand under it. */
  readonly addons: readonly Offer[];
  readonly promotions: readonly Promotion[];
  /** Offers that promotions ask the customer to own, by `productId:skuId`. */
  readonly owned: ReadonlyMap<string, Offer>;
}

const skuOf = ({ productId, skuId }: Offer): string => `${productId}:${skuId}`;

async function read(mirror: Mirror, key: string): Promise<OfferAround | 'missing'> {
  const offer = await mirror.offer(key);
  if (offer === undefined) return 'missing';
  const { country } = offer;
  const [all, promotions] = await Promise.all([mirror.offers({ country, text: '' }), mirror.promotions(country)]);
  const bySku = new Map(all.map((one) => [skuOf(one), one]));
  const named = (sku: string): NamedSku => {
    const found = bySku.get(sku);
    return { sku, ...(found === undefined ? {} : { offer: found }) };
  };
  const ownedSkus = promotions.flatMap(({ ownedSkus: groups }) => groups?.flat() ?? []);
  return {
    offer,
    bases: offer.prerequisiteSkus.map(named),
    addons: all.filter((one) => one.isAddon && one.prerequisiteSkus.includes(skuOf(offer))),
    promotions,
    owned: new Map(ownedSkus.flatMap((sku) => {
      const found = bySku.get(sku);
      return found === undefined ? [] : [[sku, found] as const];
    })),
  };
}

/** The offer of a key; `missing` when the offline copy has none, undefined while it is looked up. */
export const useOffer = (key: string): OfferAround | 'missing' | undefined =>
  useMirror(['catalogue'], (mirror) => read(mirror, key), [key]);
