import type { Feature } from '../../platform/feature.ts';

/** Handing over the once-only passwords of new customers. */
export const feature: Feature = {
  routes: [
    { path: 'envelopes', lazy: async () => ({ Component: (await import('./envelope-list-page.tsx')).EnvelopeListPage }) },
    { path: 'envelopes/:operationId', lazy: async () => ({ Component: (await import('./envelope-page.tsx')).EnvelopePage }) },
  ],
};
