import { People20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** Customers: the list, one customer, one that still waits, and the wizard for a new one. */
export const feature: Feature = {
  routes: [
    { path: 'customers/new', lazy: async () => ({ Component: (await import('./new/new-customer-page.tsx')).NewCustomerPage }) },
    { path: 'customers/:id?', lazy: async () => ({ Component: (await import('./customers-screen.tsx')).CustomersScreen }) },
  ],
  nav: { to: '/customers', label: 'nav.customers', icon: People20Regular, order: 30 },
};
