import type { Offer, Segment } from '../../../../shared/domain/catalogue/offer.ts';
import { holdsAt, priceAt } from '../../../../shared/domain/catalogue/price-choice.ts';
import type { ListedPrice, PriceList } from '../../../../shared/domain/catalogue/price-list.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { skuKey } from '../../../../shared/domain/catalogue/sku.ts';
import type { PriceListStore } from './price-list-store.ts';

export interface Repriced {
  readonly offers: readonly Offer[];
  /** The lists that were asked, by id. */
  readonly pricedBy: string;
  /** When one of these prices ends or another begins. */
  readonly changeAt?: Instant;
}

/** Catalogues of before there were segments are commercial. */
const segmentOf = ({ segment }: Partial<Pick<Offer, 'segment'>>): Segment => segment ?? 'commercial';

/** An offer with the prices of one list; `prices` are those that hold. */
function priced(offer: Offer, list: PriceList, prices: readonly ListedPrice[], at: Instant): Offer {
  const terms = offer.terms.map(({ unitPrice: _before, retailPrice: _also, ...term }) => {
    const price = priceAt(prices, { ...term, segment: segmentOf(offer) }, at);
    if (price === undefined) return term;
    return { ...term, unitPrice: price.unitPrice, ...(price.retailPrice === undefined ? {} : { retailPrice: price.retailPrice }) };
  });
  return { ...offer, terms, listDate: list.listDate, isPracticePrice: prices.some((one) => one.isPracticePrice) };
}

function unpriced({ listDate: _before, ...offer }: Offer): Offer {
  const terms = offer.terms.map(({ unitPrice: _unit, retailPrice: _retail, ...term }) => term);
  return { ...offer, terms, isPracticePrice: false };
}

const earliest = (moments: readonly (Instant | undefined)[], at: Instant): Instant | undefined =>
  moments.flatMap((moment) => (moment !== undefined && moment > at ? [moment] : [])).toSorted((a, b) => a.localeCompare(b))[0];

/** Which lists price a market at a moment. */
export async function pricersOf(store: PriceListStore, market: string, at: Instant): Promise<string> {
  return (await store.ofMarket(market, at)).lists.map(({ id }) => id).join(' ');
}

/**
 * Offers of a country with the prices that hold now: each from the newest list of the market that has one for its segment,
 * so that what a newer list leaves out keeps its last known price, with the date of the list it is from.
 */
export async function reprice(store: PriceListStore, market: string, offers: readonly Offer[], at: Instant): Promise<Repriced> {
  const { lists, nextStart } = await store.ofMarket(market, at);
  const done = new Map<string, Offer>();
  let changeAt = nextStart;
  for (const list of lists) {
    const open = offers.filter((offer) => !done.has(offer.key));
    const found = await store.pricesIn(list, new Set(open.map((offer) => skuKey(offer.productId, offer.skuId))));
    for (const offer of open) {
      const own = (found.get(skuKey(offer.productId, offer.skuId)) ?? []).filter((one) => one.segment === segmentOf(offer));
      const holding = own.filter((one) => holdsAt(one, at));
      changeAt = earliest([changeAt, ...own.flatMap((one) => [one.startsAt, one.endsAt])], at);
      if (holding.length > 0) done.set(offer.key, priced(offer, list, holding, at));
    }
  }
  return {
    offers: offers.map((offer) => done.get(offer.key) ?? unpriced(offer)),
    pricedBy: lists.map(({ id }) => id).join(' '),
    ...(changeAt === undefined ? {} : { changeAt }),
  };
}
