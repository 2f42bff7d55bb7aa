import { ArrowRepeatAll20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** Subscriptions of the customers that were read: to look at. */
export const feature: Feature = {
  routes: [
    { path: 'subscriptions', lazy: async () => ({ Component: (await import('./subscriptions-page.tsx')).SubscriptionsPage }) },
  ],
  nav: { to: '/subscriptions', label: 'nav.subscriptions', icon: ArrowRepeatAll20Regular, order: 80 },
};
