import { Settings20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';
import { JournalPage } from './journal-page.tsx';
import { SettingsPage } from './settings-page.tsx';

/** Settings, the state of the offline copy, and the journal. */
export const feature: Feature = {
  routes: [
    { path: 'settings', Component: SettingsPage },
    { path: 'settings/journal', Component: JournalPage },
  ],
  nav: { to: '/settings', label: 'nav.settings', icon: Settings20Regular, order: 90 },
};
