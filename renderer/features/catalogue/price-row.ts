import type { Offer, OfferTerm } from '../../../shared/domain/catalogue/offer.ts';
import type { CatalogueFilter } from './catalogue-view-store.ts';
import type { PromotedPairs, Promoted } from './promoted-pairs.ts';

/** One line of the catalogue: an offer in one of its allowed pairs of term and billing. */
export interface PriceRow {
  readonly offer: Offer;
  readonly term: OfferTerm;
  /** The promotion that takes off most today. */
  readonly promoted?: Promoted;
}

const kinds: Readonly<Record<CatalogueFilter['kind'], (offer: Offer) => boolean>> = {
  all: () => true,
  plans: ({ isAddon, isTrial }) => !isAddon && !isTrial,
  addons: ({ isAddon }) => isAddon,
  trials: ({ isTrial }) => isTrial,
};

/** The lines that the filters leave of the offers that were found. */
export function priceRows(offers: readonly Offer[], promoted: PromotedPairs, filter: CatalogueFilter): readonly PriceRow[] {
  const { segment, kind, term: wanted, isPromoted } = filter;
  const fitting = offers.filter((offer) => (segment === 'all' || offer.segment === segment) && kinds[kind](offer));
  return fitting.flatMap((offer) =>
    offer.terms.flatMap((term): readonly PriceRow[] => {
      if (wanted !== 'all' && term.termDuration !== wanted) return [];
      const [best] = promoted(offer, term);
      if (isPromoted && best === undefined) return [];
      return [{ offer, term, ...(best === undefined ? {} : { promoted: best }) }];
    }),
  );
}

/** One line an offer, for the list beside a detail. */
export const firstRows = (rows: readonly PriceRow[]): readonly PriceRow[] =>
  rows.filter(({ offer }, place) => rows[place - 1]?.offer !== offer);

/** The currency of all prices, when they share one: then the column names it once. */
export function sharedCurrency(rows: readonly PriceRow[]): string | undefined {
  const currencies = new Set(rows.flatMap(({ term }) => (term.unitPrice === undefined ? [] : [term.unitPrice.currency])));
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

/** Dates of the price lists the prices are from; where there are several, each row says its own. */
export const listDates = (rows: readonly PriceRow[]): readonly string[] =>
  [...new Set(rows.flatMap(({ offer }) => offer.listDate ?? []))];
