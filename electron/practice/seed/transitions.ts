import { type CatalogueItem, findItem, skuOf } from './catalogue.ts';
import transitionData from './transitions.json' with { type: 'json' };

// which plan may become which: a likely ladder of real products, the public lists have no such table
const targets = new Map(transitionData.map(({ from, to }) => [from, to]));

/** The items a subscription of a catalogue item may become (get-transition-eligibilities), the nearest first. */
export function transitionTargetsOf(catalogItemId: string): readonly CatalogueItem[] {
  const keys = targets.get(skuOf(catalogItemId).toUpperCase()) ?? [];
  return keys.flatMap((key) => {
    const [productId = '', skuId = ''] = key.split(':');
    return findItem(productId, skuId) ?? [];
  });
}
