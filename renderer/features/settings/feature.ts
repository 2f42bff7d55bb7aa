import { Settings20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';

/** Settings, the state of the offline copy, and the journal. */
export const feature: Feature = {
  routes: [
    { path: 'settings', lazy: async () => ({ Component: (await import('./settings-page.tsx')).SettingsPage }) },
    { path: 'settings/journal', lazy: async () => ({ Component: (await import('./journal-page.tsx')).JournalPage }) },
  ],
  nav: { to: '/settings', label: 'nav.settings', icon: Settings20Regular, order: 90 },
};
