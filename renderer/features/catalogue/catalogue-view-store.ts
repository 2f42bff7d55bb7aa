import { create } from 'zustand';
import type { TermDuration } from '../../../shared/domain/cart/cart-line.ts';
import type { Segment } from '../../../shared/domain/catalogue/offer.ts';

/** What kind of offer is looked for. */
export const offerKinds = ['all', 'plans', 'addons', 'trials'] as const;
export type OfferKind = (typeof offerKinds)[number];

export interface CatalogueFilter {
  readonly segment: Segment | 'all';
  readonly term: TermDuration | 'all';
  readonly kind: OfferKind;
  /** Only what a promotion holds for today. */
  readonly isPromoted: boolean;
}

interface CatalogueView extends CatalogueFilter {
  readonly text: string;
  readonly country: string | undefined;
}

/** Search, country and filters of the catalogue; kept while other screens are open. No country means the provider's own. */
export const useCatalogueView = create<CatalogueView>(() => ({
  text: '', country: undefined, segment: 'all', term: 'all', kind: 'all', isPromoted: false,
}));

export const searchCatalogue = (text: string): void => useCatalogueView.setState({ text });
export const chooseCountry = (country: string): void => useCatalogueView.setState({ country });
export const filterCatalogue = (filter: Partial<CatalogueFilter>): void => useCatalogueView.setState(filter);
