import { EventEmitter } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { core } from './core.ts';
import { appDataFolder } from './launch-options.ts';
import { provided } from './not-provided.ts';
import { preventable } from './preventable.ts';

const folders: Readonly<Record<string, () => string>> = {
  home: () => homedir(),
  appData: () => appDataFolder(),
  userData: () => core().options.profile,
  sessionData: () => join(core().options.profile, 'chromium'),
  temp: () => tmpdir(),
  exe: () => process.execPath,
  logs: () => join(core().options.profile, 'logs'),
  desktop: () => join(homedir(), 'Desktop'),
  documents: () => join(homedir(), 'Documents'),
  downloads: () => join(homedir(), 'Downloads'),
};

const switchOf = (name: string): string | undefined =>
  core().options.appArgs.findLast((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));

const commandLine = provided('app.commandLine', {
  hasSwitch: (name: string): boolean => switchOf(name) !== undefined,
  getSwitchValue: (name: string): string => switchOf(name)?.slice(name.length + 3) ?? '',
  // Chromium is already starting; its switches are chosen by the runtime.
  appendSwitch: (): void => undefined,
  appendArgument: (): void => undefined,
});

class App extends EventEmitter {
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  readonly dock = undefined;
  name = '';
  badge = 0;
  readyState: 'starting' | 'ready' = 'starting';
  quitState: 'running' | 'quitting' | 'exiting' = 'running';
  announced: Promise<unknown> = Promise.resolve();
  overrides = new Map<string, string>();

  isReady(): boolean {
    return this.readyState === 'ready';
  }

  /** Asking for readiness makes it come: by then the app has registered what must be registered before. */
  whenReady(): Promise<void> {
    return new Promise((resolve) => {
      if (this.isReady()) {
        resolve();
        return;
      }
      this.once('ready', () => resolve());
      setImmediate(() => this.becomeReady());
    });
  }

  becomeReady(): void {
    if (!this.isReady() && this.quitState === 'running') {
      this.readyState = 'ready';
      this.emit('ready', {}, {});
    }
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    const { claim, options } = core();
    if (!claim.isFirst) {
      const argv = [process.execPath, options.mainPath, ...options.appArgs];
      this.announced = claim.tellFirst({ argv, workingDirectory: process.cwd(), additionalData }).catch(() => undefined);
      return false;
    }
    claim.onSecond((second) => this.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData));
    return true;
  }

  hasSingleInstanceLock(): boolean {
    return core().claim.isFirst;
  }

  getPath(name: string): string {
    const folder = this.overrides.get(name) ?? folders[name]?.();
    if (folder === undefined) {
      throw new Error(`not provided by the Chromium runtime: app.getPath('${name}')`);
    }
    return folder;
  }

  setPath(name: string, path: string): void {
    if (name === 'userData' && path !== core().options.profile) {
      throw new Error("not provided by the Chromium runtime: app.setPath('userData'); start with --user-data-dir");
    }
    this.overrides.set(name, path);
  }

  getName(): string {
    return this.name || core().options.appName;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return core().options.appVersion;
  }

  getAppPath(): string {
    return core().options.appPath;
  }

  getLocale(): string {
    return core().options.locale;
  }

  getSystemLocale(): string {
    return core().options.locale;
  }

  getPreferredSystemLanguages(): string[] {
    return [core().options.locale];
  }

  setBadgeCount(count = 0): boolean {
    this.badge = count;
    return true;
  }

  getBadgeCount(): number {
    return this.badge;
  }

  /** The name has another form on each system; only whether there is one says something. */
  getApplicationNameForProtocol(url: string): string {
    return url.startsWith('mailto:') && core().record.mailClient !== 'missing' ? 'stand-in mail' : '';
  }

  setAppUserModelId(): void {
    // Means something to the Windows taskbar only.
  }

  setAboutPanelOptions(): void {
    // There is no about panel.
  }

  enableSandbox(): void {
    // Chromium's pages are sandboxed; windows that ask otherwise are refused.
  }

  focus(): void {
    // Chromium brings a window to the front itself.
  }

  /** Closes every window (any may refuse), then leaves. */
  quit(): void {
    if (this.quitState !== 'running') {
      return;
    }
    const event = preventable();
    this.emit('before-quit', event);
    if (event.defaultPrevented) {
      return;
    }
    this.quitState = 'quitting';
    core().windows.forEach((window) => window.close());
    if (core().windows.size > 0) {
      this.quitState = 'running';
      return;
    }
    this.leave();
  }

  exit(code = 0): void {
    if (this.quitState === 'exiting') {
      return;
    }
    this.quitState = 'exiting';
    this.emit('quit', {}, code);
    void Promise.allSettled([this.announced, this.closeChromium()]).then(() => process.exit(code));
  }

  lastWindowClosed(): void {
    if (this.quitState !== 'running') {
      return;
    }
    if (this.listenerCount('window-all-closed') === 0) {
      this.quit();
    } else {
      this.emit('window-all-closed');
    }
  }

  leave(): void {
    const event = preventable();
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      this.quitState = 'running';
      return;
    }
    this.exit(0);
  }

  async closeChromium(): Promise<void> {
    const { claim, chromium } = core();
    if (claim.isFirst) {
      await (await chromium).context.close();
    }
  }
}

/** Electron's `app`. */
export const app = provided('app', new App());
