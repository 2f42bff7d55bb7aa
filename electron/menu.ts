import type { MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../shared/contract/types.ts';
import menuText from './menu-text.json' with { type: 'json' };

export type MenuLanguage = keyof typeof menuText;
export type MenuCommand = EventPayload<'menu.chosen'>['command'];

/** The language to begin with, until the window says which one the user chose. */
export const systemLanguage = (preferred: readonly string[]): MenuLanguage =>
  preferred[0]?.toLowerCase().startsWith('it') === true ? 'it' : 'en';

/** The system's menu: our commands go to the window as `menu.chosen`, the rest are the system's own roles. */
export function menuTemplate(
  language: MenuLanguage, chosen: (command: MenuCommand) => void, isMac: boolean,
): MenuItemConstructorOptions[] {
  const text = menuText[language];
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => chosen(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: text.file,
      submenu: [
        item(text.newCustomer, 'new-customer', 'CmdOrCtrl+N'),
        line,
        item(text.syncNow, 'sync-now', 'F5'),
        item(text.workOffline, 'toggle-work-offline'),
        line,
        item(text.settings, 'open-settings', 'CmdOrCtrl+,'),
        ...(isMac ? [] : [line, { role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu', label: text.edit },
    {
      label: text.view,
      submenu: [
        item(text.palette, 'open-palette', 'CmdOrCtrl+K'),
        item(text.outbox, 'open-outbox', 'CmdOrCtrl+Shift+O'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu', label: text.window },
  ];
}
