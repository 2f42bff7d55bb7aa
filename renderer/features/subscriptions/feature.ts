import { ArrowRepeatAll20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** Subscriptions of the customers that were read, and what can be changed on them: reseller and support contact. */
export const feature: Feature = {
  routes: [
    { path: 'subscriptions', lazy: async () => ({ Component: (await import('./subscriptions-page.tsx')).SubscriptionsPage }) },
    { path: 'subscriptions/ending', lazy: async () => ({ Component: (await import('./ending/ending-page.tsx')).EndingPage }) },
    { path: 'subscriptions/bulk', lazy: async () => ({ Component: (await import('./bulk/bulk-page.tsx')).BulkPage }) },
    { path: 'subscriptions/bulk/history', lazy: async () => ({ Component: (await import('./bulk/batches-page.tsx')).BatchesPage }) },
    { path: 'subscriptions/bulk/:batchId', lazy: async () => ({ Component: (await import('./bulk/batch-page.tsx')).BatchPage }) },
    {
      path: 'subscriptions/:customerId/:subscriptionId',
      lazy: async () => ({ Component: (await import('./subscription-page.tsx')).SubscriptionPage }),
    },
  ],
  nav: { to: '/subscriptions', label: 'nav.subscriptions', icon: ArrowRepeatAll20Regular, order: 80 },
};
