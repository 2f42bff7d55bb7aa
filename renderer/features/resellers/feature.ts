import { BuildingPeople20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** Resellers with whom the provider has a partnership: read-only, with the way to a new customer. */
export const feature: Feature = {
  routes: [
    { path: 'resellers/:id?', lazy: async () => ({ Component: (await import('./resellers-screen.tsx')).ResellersScreen }) },
  ],
  nav: { to: '/resellers', label: 'nav.resellers', icon: BuildingPeople20Regular, order: 20 },
};
