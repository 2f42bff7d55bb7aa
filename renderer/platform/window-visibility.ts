import type { Visibility } from '../sync/partnership-watch.ts';

/** Whether this window is on the screen, as the browser says. */
export const windowVisibility: Visibility = {
  isVisible: () => document.visibilityState === 'visible',
  subscribe: (listener) => {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
