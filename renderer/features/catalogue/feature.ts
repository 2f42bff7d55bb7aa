import { BookOpen20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** What can be bought in each country, with prices, as last pulled. */
export const feature: Feature = {
  routes: [
    { path: 'catalogue', lazy: async () => ({ Component: (await import('./catalogue-page.tsx')).CataloguePage }) },
  ],
  nav: { to: '/catalogue', label: 'nav.catalogue', icon: BookOpen20Regular, order: 40 },
};
