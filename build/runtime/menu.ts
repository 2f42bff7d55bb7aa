import { app } from './app.ts';
import { core } from './core.ts';
import { provided } from './not-provided.ts';
import type { Shortcut } from './page/wire.ts';

interface MenuItemTemplate {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly MenuItemTemplate[] | Menu;
  readonly click?: (item: MenuItemTemplate, window: unknown, event: object) => void;
}

/** The part of a window that menu roles act on. */
interface MenuWindow {
  readonly close: () => void;
  readonly minimize: () => void;
  readonly webContents: { reload: () => void; getZoomLevel: () => number; setZoomLevel: (level: number) => void };
}

const roles: Readonly<Record<string, { readonly accelerator: string; readonly run: (window: MenuWindow) => void }>> = {
  quit: { accelerator: 'CmdOrCtrl+Q', run: () => app.quit() },
  close: { accelerator: 'CmdOrCtrl+W', run: (window) => window.close() },
  minimize: { accelerator: 'CmdOrCtrl+M', run: (window) => window.minimize() },
  reload: { accelerator: 'CmdOrCtrl+R', run: (window) => window.webContents.reload() },
  zoomin: { accelerator: 'CmdOrCtrl+Plus', run: ({ webContents }) => webContents.setZoomLevel(webContents.getZoomLevel() + 1) },
  zoomout: { accelerator: 'CmdOrCtrl+-', run: ({ webContents }) => webContents.setZoomLevel(webContents.getZoomLevel() - 1) },
  resetzoom: { accelerator: 'CmdOrCtrl+0', run: ({ webContents }) => webContents.setZoomLevel(0) },
};

const keyNames: Readonly<Record<string, string>> = {
  plus: '+', space: ' ', esc: 'escape', return: 'enter', up: 'arrowup', down: 'arrowdown', left: 'arrowleft', right: 'arrowright',
};

/** An Electron accelerator ("CmdOrCtrl+Shift+K") as a key press. */
export const toShortcut = (accelerator: string, platform: NodeJS.Platform = process.platform): Shortcut => {
  const parts = accelerator.toLowerCase().split('+');
  const has = (...names: readonly string[]): boolean => names.some((name) => parts.includes(name));
  const either = has('cmdorctrl', 'commandorcontrol');
  const key = parts.at(-1) ?? '';
  return {
    key: keyNames[key] ?? key,
    ctrl: has('ctrl', 'control') || (either && platform !== 'darwin'),
    meta: has('cmd', 'command', 'super', 'meta') || (either && platform === 'darwin'),
    alt: has('alt', 'option'),
    shift: has('shift'),
  };
};

/** Electron's Menu: kept for its accelerators; there is no menu bar. */
class Menu {
  readonly items: readonly MenuItemTemplate[];

  constructor(items: readonly MenuItemTemplate[] = []) {
    this.items = items;
  }

  getMenuItemById(id: string): MenuItemTemplate | null {
    return flatten(this.items).find((item) => item.id === id) ?? null;
  }
}

const flatten = (items: readonly MenuItemTemplate[]): readonly MenuItemTemplate[] =>
  items.flatMap((item) => {
    const inner = item.submenu instanceof Menu ? item.submenu.items : (item.submenu ?? []);
    return [item, ...flatten(inner)];
  });

let applicationMenu: Menu | null = null;
let reachable: readonly MenuItemTemplate[] = [];

const roleOf = (item: MenuItemTemplate): (typeof roles)[string] | undefined => roles[item.role?.toLowerCase() ?? ''];

const acceleratorOf = (item: MenuItemTemplate): string | undefined => item.accelerator ?? roleOf(item)?.accelerator;

const setApplicationMenu = (menu: Menu | null): void => {
  applicationMenu = menu;
  // Editing roles (copy, paste, undo) have no entry here: Chromium's own keys do them.
  reachable = flatten(menu?.items ?? []).filter((item) => acceleratorOf(item) !== undefined && (item.click ?? roleOf(item)));
  core().shortcuts = reachable.map((item) => toShortcut(acceleratorOf(item) ?? ''));
  core().events.emit('shortcuts');
};

/** Runs the menu entry whose key was pressed in a window. */
export const runShortcut = (index: number, window: MenuWindow): void => {
  const item = reachable[index];
  if (item === undefined || item.enabled === false) {
    return;
  }
  if (item.click === undefined) {
    roleOf(item)?.run(window);
  } else {
    item.click(item, window, { triggeredByAccelerator: true });
  }
};

const MenuApi = provided(
  'Menu',
  Object.assign(Menu, {
    buildFromTemplate: (template: readonly MenuItemTemplate[]): Menu => new Menu(template),
    setApplicationMenu,
    getApplicationMenu: (): Menu | null => applicationMenu,
  }),
);
export { MenuApi as Menu };
