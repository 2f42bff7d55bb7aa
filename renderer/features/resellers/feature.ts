import { BuildingPeople20Regular } from '@fluentui/react-icons';
import type { RouteObject } from 'react-router';
import type { Feature } from '../../platform/feature.ts';

/** Each screen's code is read when it is shown. */
const routes: readonly RouteObject[] = [
  { path: 'resellers/:id?', lazy: async () => ({ Component: (await import('./resellers-screen.tsx')).ResellersScreen }) },
  { path: 'resellers/partner-ids', lazy: async () => ({ Component: (await import('./radar/radar-page.tsx')).RadarPage }) },
  { path: 'resellers/listing', lazy: async () => ({ Component: (await import('./listing/listing-page.tsx')).ListingPage }) },
  {
    path: 'resellers/:id/access/:customerId?',
    lazy: async () => ({ Component: (await import('./access/access-page.tsx')).AccessPage }),
  },
  { path: 'resellers/request', lazy: async () => ({ Component: (await import('./request/request-page.tsx')).RequestPage }) },
  { path: 'resellers/requests', lazy: async () => ({ Component: (await import('./requests/requests-page.tsx')).RequestsPage }) },
  { path: 'resellers/:id/remove', lazy: async () => ({ Component: (await import('./removal/removal-page.tsx')).RemovalPage }) },
  { path: 'resellers/write/:purpose', lazy: async () => ({ Component: (await import('./letter/letter-page.tsx')).LetterPage }) },
];

/** The whole life of a partnership: requested, listed, checked, given access, ended; and the provider's own listing. */
export const feature: Feature = {
  routes,
  nav: { to: '/resellers', label: 'nav.resellers', icon: BuildingPeople20Regular, order: 20 },
};
