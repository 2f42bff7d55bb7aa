import { MailInbox20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';
import { OperationPage } from './operation-page.tsx';
import { OutboxPage } from './outbox-page.tsx';

/** The outbox: everything confirmed here, on its way to the server, waiting, or needing a person. */
export const feature: Feature = {
  routes: [
    { path: 'outbox', Component: OutboxPage },
    { path: 'outbox/:operationId', Component: OperationPage },
  ],
  nav: { to: '/outbox', label: 'nav.outbox', icon: MailInbox20Regular, order: 60, hasOutboxBadge: true },
};
