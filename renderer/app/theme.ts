import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useMediaQuery } from '../ui/use-media-query.ts';

/** The look the operating system asks for: light, dark or high contrast. */
export function useSystemTheme(): Theme {
  const isDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isForced = useMediaQuery('(forced-colors: active)');
  if (isForced) return teamsHighContrastTheme;
  return isDark ? webDarkTheme : webLightTheme;
}
