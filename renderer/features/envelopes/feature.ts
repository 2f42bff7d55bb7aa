import type { Feature } from '../../platform/feature.ts';

/** Handing over the once-only passwords of customers, and new ones for those that were lost. */
export const feature: Feature = {
  routes: [
    { path: 'envelopes', lazy: async () => ({ Component: (await import('./envelope-list-page.tsx')).EnvelopeListPage }) },
    { path: 'envelopes/reset/:customerId', lazy: async () => ({ Component: (await import('./reset-page.tsx')).ResetPage }) },
    { path: 'envelopes/:operationId', lazy: async () => ({ Component: (await import('./envelope-page.tsx')).EnvelopePage }) },
  ],
};
