import type { Feature } from '../../platform/feature.ts';

/** What is taken along to work without a network: chosen, read, and until when it serves. */
export const feature: Feature = {
  routes: [{ path: 'briefcase', lazy: async () => ({ Component: (await import('./briefcase-page.tsx')).BriefcasePage }) }],
};
