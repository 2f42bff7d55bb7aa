import type { Feature } from '../../platform/feature.ts';

/** Quotes made of carts: all of them, and the versions of one cart. They are reached from the carts. */
export const feature: Feature = {
  routes: [
    { path: 'quotes', lazy: async () => ({ Component: (await import('./quote-list-page.tsx')).QuoteListPage }) },
    { path: 'quotes/:draftId', lazy: async () => ({ Component: (await import('./quote-page.tsx')).QuotePage }) },
  ],
};
