import { Cart20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** Carts: what is being prepared for customers. `/carts/new?customer=` begins one. */
export const feature: Feature = {
  routes: [
    { path: 'carts', lazy: async () => ({ Component: (await import('./cart-list-page.tsx')).CartListPage }) },
    // One route for a new and a kept cart: keeping it changes the address, not the screen.
    { path: 'carts/:draftId', lazy: async () => ({ Component: (await import('./cart-page.tsx')).CartPage }) },
  ],
  nav: { to: '/carts', label: 'nav.carts', icon: Cart20Regular, order: 50 },
};
