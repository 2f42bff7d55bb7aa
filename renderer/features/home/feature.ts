import { Home20Regular } from '@fluentui/react-icons';
import type { Feature } from '../../platform/feature.ts';
import { HomePage } from './home-page.tsx';

/** The first screen: what needs a person, what waits, what to go on with. */
export const feature: Feature = {
  routes: [{ index: true, Component: HomePage }],
  nav: { to: '/', label: 'nav.home', icon: Home20Regular, order: 10 },
};
