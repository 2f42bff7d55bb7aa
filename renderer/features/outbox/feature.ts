import { MailInbox20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** The outbox: everything confirmed here, on its way to the server, waiting, or needing a person. */
export const feature: Feature = {
  routes: [
    { path: 'outbox', lazy: async () => ({ Component: (await import('./outbox-page.tsx')).OutboxPage }) },
    { path: 'outbox/:operationId', lazy: async () => ({ Component: (await import('./operation-page.tsx')).OperationPage }) },
  ],
  nav: { to: '/outbox', label: 'nav.outbox', icon: MailInbox20Regular, order: 60, hasOutboxBadge: true },
};
