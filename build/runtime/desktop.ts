import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { app } from './app.ts';
import { core } from './core.ts';
import { provided } from './not-provided.ts';

const openCommands: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Recorded always; handed to the system only for a person who sits in front of a window. */
const openExternal = async (url: string): Promise<void> => {
  core().record.openedExternal.push(url);
  if (!core().options.isHeadless && core().options.testFile === undefined) {
    const [command, ...args] = openCommands[process.platform] ?? ['xdg-open'];
    spawn(command, [...args, url], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
  }
};

/** Electron's `shell`. */
export const shell = provided('shell', { openExternal });

/** Electron's `clipboard`, in the memory of this process. */
export const clipboard = provided('clipboard', {
  readText: async (): Promise<string> => core().record.clipboardText,
  writeText: async (text: string): Promise<void> => void (core().record.clipboardText = text),
  clear: (): void => void (core().record.clipboardText = ''),
});

/** Electron's `net`, as far as it says whether there is a network. */
export const net = provided('net', {
  isOnline: (): boolean => core().record.isOnline,
  get online() {
    return core().record.isOnline;
  },
});

/** Electron's `powerMonitor`; a test may make it speak. */
export const powerMonitor = provided('powerMonitor', new EventEmitter());

const workArea = { x: 0, y: 0, width: 1920, height: 1080 };
const size = { width: workArea.width, height: workArea.height };
const display = { id: 1, bounds: workArea, workArea, size, workAreaSize: size, scaleFactor: 1, rotation: 0 };

/** Electron's `screen`: one display. */
export const screen = provided(
  'screen',
  Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    getDisplayMatching: () => display,
    getDisplayNearestPoint: () => display,
  }),
);

/** Electron's `Notification`, recorded and not shown. */
class Notification extends EventEmitter {
  static isSupported = (): boolean => true;
  title: string;
  body: string;

  constructor(options: { readonly title?: string; readonly body?: string } = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    return provided('Notification', this);
  }

  show(): void {
    core().record.notifications.push({ title: this.title, body: this.body });
    this.emit('show', {});
  }

  close(): void {
    this.emit('close', {});
  }
}
export { Notification };

interface DialogOptions {
  readonly defaultPath?: string;
  readonly defaultId?: number;
  readonly message?: string;
}

const optionsOf = (args: readonly unknown[]): DialogOptions => (args.at(-1) ?? {});

/** Electron's `dialog` for a run nobody watches: prepared answers, else the default, else cancelled. */
export const dialog = provided('dialog', {
  showErrorBox: (title: string, content: string): void => console.error(`${title}: ${content}`),
  showMessageBox: async (...args: unknown[]) => ({ response: optionsOf(args).defaultId ?? 0, checkboxChecked: false }),
  showSaveDialog: async (...args: unknown[]) => {
    const { defaultPath } = optionsOf(args);
    const proposed = defaultPath === undefined ? '' : join(app.getPath('downloads'), defaultPath);
    const filePath = core().record.dialogPaths.shift() ?? proposed;
    return { canceled: filePath === '', filePath };
  },
  showOpenDialog: async () => {
    const filePath = core().record.dialogPaths.shift();
    return { canceled: filePath === undefined, filePaths: filePath === undefined ? [] : [filePath] };
  },
});
