import { Receipt20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** Orders the server has, and those still on their way. */
export const feature: Feature = {
  routes: [
    { path: 'orders', lazy: async () => ({ Component: (await import('./orders-page.tsx')).OrdersPage }) },
    { path: 'orders/:id', lazy: async () => ({ Component: (await import('./order-page.tsx')).OrderPage }) },
  ],
  nav: { to: '/orders', label: 'nav.orders', icon: Receipt20Regular, order: 70 },
};
