import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { offerKeyOf } from '../../../shared/domain/cart/line-rules.ts';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { useMirror } from '../../platform/services.tsx';

export interface CartOffers {
  readonly offers: ReadonlyMap<string, Offer>;
  /** Lines whose offer was looked for; others are still on their way. */
  readonly looked: ReadonlySet<string>;
}

const nothing: CartOffers = { offers: new Map(), looked: new Set() };

/** The catalogue's word on each line of the cart. */
export function useCartOffers(cart: CartDraft): CartOffers {
  const keys = [...new Set(cart.lines.map((line) => offerKeyOf(cart.market, line)))];
  return useMirror(['catalogue'], async (mirror): Promise<CartOffers> => {
    const found = await Promise.all(keys.map((key) => mirror.offer(key)));
    const offers = found.filter((offer) => offer !== undefined).map((offer) => [offer.key, offer] as const);
    return { offers: new Map(offers), looked: new Set(keys) };
  }, [keys.join(' ')]) ?? nothing;
}
