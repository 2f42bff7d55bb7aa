import { BookOpen20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** What can be bought in each country, with prices, as last pulled. */
export const feature: Feature = {
  routes: [
    { path: 'catalogue/:offerKey?', lazy: async () => ({ Component: (await import('./catalogue-screen.tsx')).CatalogueScreen }) },
    {
      path: 'catalogue/price-lists',
      lazy: async () => ({ Component: (await import('./lists/price-lists-page.tsx')).PriceListsPage }),
    },
  ],
  nav: { to: '/catalogue', label: 'nav.catalogue', icon: BookOpen20Regular, order: 40 },
};
