import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from './app.ts';
import { core } from './core.ts';
import { provided } from './not-provided.ts';

const openCommands: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Handed to the system only for a person who sits in front of a window. */
const handToSystem = (target: string): void => {
  if (!core().options.isHeadless && core().options.testFile === undefined) {
    const [command, ...args] = openCommands[process.platform] ?? ['xdg-open'];
    spawn(command, [...args, target], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
  }
};

const openExternal = async (url: string): Promise<void> => {
  const { record } = core();
  if (url.startsWith('mailto:') && record.mailClient !== 'present') throw new Error('Failed to open: no application');
  record.openedExternal.push(url);
  handToSystem(url);
};

/** Answers what went wrong, as Electron does. */
const openPath = async (path: string): Promise<string> => {
  const { record } = core();
  if (record.mailClient !== 'present') return 'Failed to open path';
  const content = await readFile(path, 'utf8').catch(() => undefined);
  if (content === undefined) return 'No such file';
  record.openedFiles.push({ path, content });
  handToSystem(path);
  return '';
};

/** Electron's `shell`: everything opened is recorded. */
export const shell = provided('shell', { openExternal, openPath });

const writeClipboard = (text: string, html: string): void => {
  const { record } = core();
  record.clipboardText = text;
  record.clipboardHtml = html;
};

/** Electron's `ClipboardItem`, of texts only. */
class ClipboardItem {
  texts: Readonly<Record<string, unknown>>;

  constructor(texts: Readonly<Record<string, unknown>>) {
    this.texts = texts;
    return provided('ClipboardItem', this);
  }

  get types(): readonly string[] {
    return Object.keys(this.texts);
  }

  async getType(type: string): Promise<Blob> {
    const text = this.texts[type];
    if (typeof text !== 'string') throw new Error(`no text of type ${type}`);
    return new Blob([text], { type });
  }
}
export { ClipboardItem };

const textIn = async (item: ClipboardItem, type: string): Promise<string> =>
  item.types.includes(type) ? (await item.getType(type)).text() : '';

/** Electron's `clipboard`, in the memory of this process. */
export const clipboard = provided('clipboard', {
  readText: async (): Promise<string> => core().record.clipboardText,
  writeText: async (text: string): Promise<void> => writeClipboard(text, ''),
  write: async ([item, ...others]: readonly ClipboardItem[]): Promise<void> => {
    if (item === undefined || others.length > 0) throw new Error('not provided by the Chromium runtime: several items');
    writeClipboard(await textIn(item, 'text/plain'), await textIn(item, 'text/html'));
  },
  clear: (): void => writeClipboard('', ''),
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
