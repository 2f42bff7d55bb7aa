import type { FromPage, Shortcut } from './wire.ts';

/**
 * Tells the runtime what happens to the page: look of the system, place, focus, menu keys. Answers how to set the menu's
 * keys. Self-contained: the page receives this function as source text.
 */
export const watchPage = (tell: (message: FromPage) => void): ((list: readonly Shortcut[]) => void) => {
  let shortcuts: readonly Shortcut[] = [];
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more), (forced-colors: active)');
  const tellLook = (): void => tell({ k: 'look', isDark: dark.matches, isHighContrast: contrast.matches });
  const tellPlace = (): void => tell({ k: 'place', x: screenX, y: screenY, width: outerWidth, height: outerHeight });

  const isPress = (entry: Shortcut, event: KeyboardEvent): boolean =>
    entry.key === event.key.toLowerCase() && entry.ctrl === event.ctrlKey && entry.alt === event.altKey &&
    entry.meta === event.metaKey && (entry.shift === event.shiftKey || event.key === '+');
  const press = (event: KeyboardEvent): void => {
    const index = shortcuts.findIndex((entry) => isPress(entry, event));
    if (index === -1) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell({ k: 'shortcut', index });
  };

  dark.addEventListener('change', tellLook);
  contrast.addEventListener('change', tellLook);
  tellLook();
  addEventListener('resize', tellPlace);
  addEventListener('focus', () => tell({ k: 'focus', isFocused: true }));
  addEventListener('blur', () => tell({ k: 'focus', isFocused: false }));
  addEventListener('keydown', press, { capture: true });
  return (list) => {
    shortcuts = list;
  };
};
