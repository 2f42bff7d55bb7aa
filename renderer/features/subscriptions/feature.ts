import { ArrowRepeatAll20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** Subscriptions of the customers that were read, and what can be changed on them: reseller and support contact. */
export const feature: Feature = {
  routes: [
    { path: 'subscriptions', lazy: async () => ({ Component: (await import('./subscriptions-page.tsx')).SubscriptionsPage }) },
    { path: 'subscriptions/ending', lazy: async () => ({ Component: (await import('./ending/ending-page.tsx')).EndingPage }) },
    {
      path: 'subscriptions/:customerId/:subscriptionId',
      lazy: async () => ({ Component: (await import('./subscription-page.tsx')).SubscriptionPage }),
    },
  ],
  nav: { to: '/subscriptions', label: 'nav.subscriptions', icon: ArrowRepeatAll20Regular, order: 80 },
};
