import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { core } from './core.ts';
import { provided } from './not-provided.ts';
import type { FromPage } from './page/wire.ts';
import { runShortcut } from './menu.ts';
import { refuseWeak } from './window-options.ts';
import type { Bounds, WindowOptions } from './window-options.ts';
import { applyColourScheme, openWindowPage, setWindowBounds, setWindowState } from './window-page.ts';
import { preventable } from './preventable.ts';
import { WebContents } from './web-contents.ts';

let lastId = 0;
const all = new Set<BrowserWindow>();

/** Electron's BrowserWindow on a page of Chromium. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => [...all];
  static getFocusedWindow = (): BrowserWindow | null => [...all].find((window) => window.focused) ?? [...all][0] ?? null;
  static fromWebContents = (contents: unknown): BrowserWindow | null =>
    [...all].find((window) => window.webContents === contents) ?? null;
  static fromId = (id: number): BrowserWindow | null => [...all].find((window) => window.id === id) ?? null;

  readonly id: number;
  readonly webContents: WebContents;
  bounds: Bounds;
  title: string;
  visible = false;
  focused = false;
  minimized = false;
  maximized = false;
  fullScreen = false;
  destroyed = false;

  constructor(options: WindowOptions = {}) {
    super();
    const preferences = options.webPreferences ?? {};
    refuseWeak(preferences);
    lastId += 1;
    this.id = lastId;
    this.title = options.title ?? core().options.appName;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.webContents = new WebContents(openWindowPage(preferences.preload, this.bounds));
    const window = provided('BrowserWindow', this);
    window.begin(options.show !== false);
    return window;
  }

  begin(isShown: boolean): void {
    all.add(this);
    core().windows.add(this);
    this.visible = isShown;
    const contents = this.webContents;
    contents.on('page-news', (message: FromPage) => this.hear(message));
    contents.once('did-finish-load', () => this.emit('ready-to-show'));
    const paint = (): void => this.colour();
    core().events.on('look', paint);
    this.once('closed', () => core().events.off('look', paint));
    contents.opened.then(
      ({ page }) => void page.once('close', () => this.finish()),
      () => this.finish(),
    );
    app.emit('web-contents-created', {}, contents);
    app.emit('browser-window-created', {}, this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.visible = true;
    this.emit('show');
    this.focus();
  }

  showInactive(): void {
    this.visible = true;
    this.emit('show');
  }

  hide(): void {
    this.visible = false;
    this.emit('hide');
  }

  focus(): void {
    this.webContents.focus();
    this.focused = true;
    this.emit('focus');
  }

  isVisible(): boolean {
    return this.visible;
  }

  isFocused(): boolean {
    return this.focused;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  isFullScreen(): boolean {
    return this.fullScreen;
  }

  minimize(): void {
    this.minimized = true;
    this.withLink((link) => setWindowState(link, 'minimized'));
    this.emit('minimize');
  }

  maximize(): void {
    this.maximized = true;
    this.withLink((link) => setWindowState(link, 'maximized'));
    this.emit('maximize');
  }

  unmaximize(): void {
    this.maximized = false;
    this.withLink((link) => setWindowState(link, 'normal'));
    this.emit('unmaximize');
  }

  restore(): void {
    this.minimized = false;
    this.withLink((link) => setWindowState(link, 'normal'));
    this.emit('restore');
  }

  setFullScreen(isFull: boolean): void {
    this.fullScreen = isFull;
    this.withLink((link) => setWindowState(link, isFull ? 'fullscreen' : 'normal'));
  }

  getBounds(): Bounds {
    return { ...this.bounds };
  }

  getNormalBounds(): Bounds {
    return { ...this.bounds };
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds };
    const { x, y, width, height } = this.bounds;
    this.withLink((link) => setWindowBounds(link, { left: x, top: y, width, height }));
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  setBackgroundColor(): void {
    // The page paints its own background; Chromium shows nothing before it.
  }

  setMenuBarVisibility(): void {
    // There is no menu bar; its accelerators work all the same.
  }

  /** Asks the `close` listeners, then closes. */
  close(): void {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) {
      this.destroy();
    }
  }

  destroy(): void {
    if (!this.destroyed) {
      this.finish();
      void this.webContents.opened.then(({ page }) => page.close()).catch(() => undefined);
    }
  }

  finish(): void {
    if (this.destroyed) {
      return;
    }
    this.destroyed = true;
    this.webContents.end();
    all.delete(this);
    core().windows.delete(this);
    this.emit('closed');
    if (all.size === 0) {
      app.lastWindowClosed();
    }
  }

  colour(): void {
    this.withLink((link) => applyColourScheme(link));
  }

  withLink(action: (link: NonNullable<WebContents['live']>['link']) => Promise<unknown>): void {
    void this.webContents.opened.then(({ link }) => action(link)).catch(() => undefined);
  }

  hear(message: FromPage): void {
    if (message.k === 'place') {
      const { x, y, width, height } = message;
      const isMoved = x !== this.bounds.x || y !== this.bounds.y;
      this.bounds = { x, y, width, height };
      this.emit('resize');
      if (isMoved) {
        this.emit('move');
      }
    } else if (message.k === 'focus') {
      this.focused = message.isFocused;
      this.emit(message.isFocused ? 'focus' : 'blur');
    } else if (message.k === 'shortcut') {
      runShortcut(message.index, this);
    } else if (message.k === 'look') {
      core().events.emit('look', message);
    }
  }
}
