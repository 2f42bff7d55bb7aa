import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import type { MessagePortMain } from 'electron';
import type { EventName, EventPayload } from '../shared/contract/types.ts';
import { startPage } from './app-scheme.ts';
import type { JsonFile } from './files/json-file.ts';
import { pullPortChannel } from './ipc/channels.ts';
import type { Logger } from './log/logger.ts';
import { visibleState } from './window-state.ts';
import type { WindowState } from './window-state.ts';

/** The one window of the app. */
export interface DeskWindow {
  readonly current: () => BrowserWindow | undefined;
  /** Opens it, or brings it to the front. */
  open(): Promise<void>;
  readonly tell: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** Hands a port to the page, see preload.ts. */
  handPort(pullId: string, port: MessagePortMain): void;
}

/**
 * All a page of ours may ever ask for: storage that the browser may not clear on its own, it holds unsent work, and notices of the
 * system, which remind of what can soon no longer be cancelled.
 */
const allowed: ReadonlySet<string> = new Set(['persistent-storage', 'notifications']);

function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.has(permission)));
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
  session.defaultSession.setDevicePermissionHandler(() => false);
}

const own: ReadonlySet<string> = new Set(['app:', 'data:', 'blob:', 'devtools:']);

/** The second wall behind the content policy: what the policy does not speak of (prefetch, a future kind of request). */
function denyNetwork(): void {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !own.has(new URL(url).protocol) }));
}

/** Nothing the page does can lead elsewhere: no other page, no second window, no embedded one (decision D10). */
function lock(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // No content policy stops the datagrams of a peer connection.
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

const REVIVE_PAUSE_MS = 60_000;

/** A page that crashed comes back by itself, for the outbox lives in it; one that crashes again at once does not. */
function revive(window: BrowserWindow, log: Logger): void {
  let revivedAt = -REVIVE_PAUSE_MS;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('the page is gone', reason);
    if (window.isDestroyed() || reason === 'clean-exit' || performance.now() - revivedAt < REVIVE_PAUSE_MS) return;
    revivedAt = performance.now();
    window.loadURL(startPage).catch((error: unknown) => log.error('the page does not come back', error));
  });
}

function create(state: WindowState): BrowserWindow {
  const { width, height, x, y } = visibleState(state, screen.getAllDisplays().map((display) => display.workArea));
  return new BrowserWindow({
    width,
    height,
    ...(x === undefined || y === undefined ? {} : { x, y }),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Provider Desk',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling dictionaries would be fetched from a server that is not ours.
      spellcheck: false,
    },
  });
}

/** Prepares the window; `file` remembers where it was. */
export function deskWindow(file: JsonFile<WindowState>, log: Logger): DeskWindow {
  let window: BrowserWindow | undefined;
  denyPermissions();
  denyNetwork();

  const open = async (): Promise<void> => {
    if (window !== undefined && !window.isDestroyed()) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return;
    }
    const state = await file.read();
    const opened = create(state);
    window = opened;
    lock(opened);
    revive(opened, log);
    if (state.isMaximized) opened.maximize();
    opened.once('ready-to-show', () => opened.show());
    opened.on('close', () => {
      const { x, y, width, height } = opened.getNormalBounds();
      file.writeNow({ x, y, width, height, isMaximized: opened.isMaximized() });
    });
    await opened.loadURL(startPage);
  };
  const current = (): BrowserWindow | undefined => (window?.isDestroyed() === false ? window : undefined);
  return {
    current,
    open,
    tell: (name, payload) => current()?.webContents.send(name, payload),
    handPort: (pullId, port) => current()?.webContents.postMessage(pullPortChannel, { pullId }, [port]),
  };
}
