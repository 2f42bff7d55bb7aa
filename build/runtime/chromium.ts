import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';
import { findBrowser } from '../setup/find-browser.mjs';
import type { LaunchOptions } from './launch-options.ts';

/** A Chromium that runs on the app's profile. */
export interface RunningChromium {
  readonly context: BrowserContext;
  readonly pid: number;
  /** WebSocket address for a test's own DevTools connection; undefined outside tests. */
  readonly cdpUrl: string | undefined;
}

const lockFiles = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'];

const lockHolder = (profile: string): number | undefined => {
  const lock = join(profile, 'SingletonLock');
  if (lstatSync(lock, { throwIfNoEntry: false }) === undefined) {
    return undefined;
  }
  const pid = Number(readlinkSync(lock).split('-').at(-1));
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
};

/** Whether that process still is a browser started on this very profile; process ids are reused, so the command line decides. */
const isBrowserOf = (pid: number, profile: string): boolean => {
  try {
    const command = existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes(`--user-data-dir=${profile}`);
  } catch {
    return false;
  }
};

/**
 * Makes a profile usable after a crash: waits for a Chromium that is still shutting down (its pipe is closed), ends it
 * if it will not leave, and removes its lock. Only called by the process that holds the app's own claim on the profile.
 */
export const freeProfile = async (profile: string, patienceMs = 3000): Promise<void> => {
  const holder = process.platform === 'win32' ? undefined : lockHolder(profile);
  if (holder !== undefined) {
    const deadline = performance.now() + patienceMs;
    while (isBrowserOf(holder, profile) && performance.now() < deadline) {
      await delay(20);
    }
    if (isBrowserOf(holder, profile)) {
      process.kill(holder, 'SIGKILL');
    }
  }
  lockFiles.forEach((name) => rmSync(join(profile, name), { force: true }));
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
};

const switches = (options: LaunchOptions): readonly string[] => [
  '--no-first-run',
  // No bar in the window about the switches below.
  '--test-type',
  '--disable-sync',
  '--disable-quic',
  '--disable-component-update',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // A port tied to the main process must notice when its other end goes, as Electron's do.
  '--enable-blink-features=MessagePortCloseEvent',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  `--lang=${options.locale}`,
  `--accept-lang=${options.locale}`,
  ...(options.isHeadless ? ['--disable-gpu'] : ['--app=data:text/html,']),
  ...(options.testFile === undefined ? [] : ['--remote-debugging-port=0']),
];

const browserPid = async (context: BrowserContext): Promise<number> => {
  const session = await context.browser()?.newBrowserCDPSession();
  const info = await session?.send('SystemInfo.getProcessInfo');
  await session?.detach();
  return info?.processInfo.find((entry) => entry.type === 'browser')?.id ?? 0;
};

const debuggingAddress = (profile: string): string => {
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').trim().split('\n');
  return `ws://127.0.0.1:${port ?? ''}${path ?? ''}`;
};

/** Starts the installed Chromium on the app's profile, driven over a pipe: when this process dies, the browser leaves. */
export const startChromium = async (options: LaunchOptions): Promise<RunningChromium> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('no Chromium, Chrome or Edge found; install one or name it in PROVIDER_DESK_CHROMIUM');
  }
  const profile = join(options.profile, 'chromium');
  mkdirSync(profile, { recursive: true });
  await freeProfile(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.isHeadless,
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
    args: [...switches(options)],
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    acceptDownloads: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const cdpUrl = options.testFile === undefined ? undefined : debuggingAddress(profile);
  return { context, pid: await browserPid(context), cdpUrl };
};
