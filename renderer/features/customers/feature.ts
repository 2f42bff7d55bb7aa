import { People20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';
import { CustomersScreen } from './customers-screen.tsx';
import { NewCustomerPage } from './new/new-customer-page.tsx';

/** Customers: the list, one customer, one that still waits, and the wizard for a new one. */
export const feature: Feature = {
  routes: [
    { path: 'customers/new', Component: NewCustomerPage },
    { path: 'customers/:id?', Component: CustomersScreen },
  ],
  nav: { to: '/customers', label: 'nav.customers', icon: People20Regular, order: 30 },
};
