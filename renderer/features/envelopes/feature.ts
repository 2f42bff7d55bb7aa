import type { Feature } from '../../platform/feature.ts';
import { EnvelopeListPage } from './envelope-list-page.tsx';
import { EnvelopePage } from './envelope-page.tsx';

/** Handing over the once-only passwords of new customers. */
export const feature: Feature = {
  routes: [
    { path: 'envelopes', Component: EnvelopeListPage },
    { path: 'envelopes/:operationId', Component: EnvelopePage },
  ],
};
