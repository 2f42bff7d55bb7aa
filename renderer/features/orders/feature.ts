import { Receipt20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';
import { OrderPage } from './order-page.tsx';
import { OrdersPage } from './orders-page.tsx';

/** Orders the server has, and those still on their way. */
export const feature: Feature = {
  routes: [
    { path: 'orders', Component: OrdersPage },
    { path: 'orders/:id', Component: OrderPage },
  ],
  nav: { to: '/orders', label: 'nav.orders', icon: Receipt20Regular, order: 70 },
};
