import { Cart20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';
import { CartListPage } from './cart-list-page.tsx';
import { CartPage } from './cart-page.tsx';

/** Carts: what is being prepared for customers. `/carts/new?customer=` begins one. */
export const feature: Feature = {
  routes: [
    { path: 'carts', Component: CartListPage },
    // One route for a new and a kept cart: keeping it changes the address, not the screen.
    { path: 'carts/:draftId', Component: CartPage },
  ],
  nav: { to: '/carts', label: 'nav.carts', icon: Cart20Regular, order: 50 },
};
