import type { Offer, OfferTerm } from '../../../shared/domain/catalogue/offer.ts';

/** One line of the catalogue: an offer in one of its allowed pairs of term and billing. */
export interface PriceRow {
  readonly offer: Offer;
  readonly term: OfferTerm;
}

export const priceRows = (offers: readonly Offer[]): readonly PriceRow[] =>
  offers.flatMap((offer) => offer.terms.map((term) => ({ offer, term })));

/** The currency of all prices, when they share one: then the column names it once. */
export function sharedCurrency(rows: readonly PriceRow[]): string | undefined {
  const currencies = new Set(rows.flatMap(({ term }) => (term.unitPrice === undefined ? [] : [term.unitPrice.currency])));
  return currencies.size === 1 ? [...currencies][0] : undefined;
}
