import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { electronBinary } from '../../build/setup/electron-binary.mjs';
import { launchOnChromium } from './app-launch-chromium.ts';
import { launchOnElectron } from './app-launch-electron.ts';

/** How to start the app for a test. */
export interface LaunchRequest {
  /** The userData folder; a fresh one for each test, the same one again to restart. */
  readonly profile: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly locale?: 'it-IT' | 'en-US';
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Another built main module than the product's. */
  readonly mainPath?: string;
}

/** A request with every default filled in. */
export interface FullLaunchRequest extends Omit<LaunchRequest, 'viewport'> {
  readonly root: string;
  readonly mainPath: string;
  readonly appArgs: readonly string[];
  readonly viewport: { readonly width: number; readonly height: number } | undefined;
}

/** A file handed to the system, with what was in it at that moment. */
export interface OpenedFile {
  readonly path: string;
  readonly content: string;
}

/** How the system's mail client stands: there, none chosen, or one that fails to open. */
export type MailClient = 'present' | 'missing' | 'refusing';

/** A running app and everything a test may ask of it. */
export interface LaunchedApp {
  readonly runtime: RuntimeName;
  readonly page: Page;
  readonly pid: number;
  /** SIGKILL to everything at once, as a crash or a power cut would. */
  readonly kill: () => Promise<void>;
  /** Asks the app to quit and waits until it has. */
  readonly close: () => Promise<void>;
  readonly clipboardText: () => Promise<string>;
  /** What the clipboard holds as HTML; empty when it holds plain text only. */
  readonly clipboardHtml: () => Promise<string>;
  readonly openedExternal: () => Promise<readonly string[]>;
  readonly openedFiles: () => Promise<readonly OpenedFile[]>;
  /** How the mail client stands from now on; `present` at the start, whatever the machine has. */
  readonly setMailClient: (standing: MailClient) => Promise<void>;
  /** What the next dialog that asks where to save is answered. */
  readonly answerFileDialog: (path: string) => Promise<void>;
  /** Addresses outside the app that its pages tried to reach over the network. */
  readonly blockedRequests: () => Promise<readonly string[]>;
  /** What Electron's net.isOnline() says from now on. */
  readonly setOnline: (isOnline: boolean) => Promise<void>;
  readonly stderr: () => string;
}

export type RuntimeName = 'electron' | 'chromium';

const root = fileURLToPath(new URL('../..', import.meta.url));
let announced = false;

/** Real Electron when its binary is there, else the Chromium runtime; says once on stdout which. */
export const detectRuntime = (): RuntimeName => {
  const isElectronWanted = process.env['PROVIDER_DESK_RUNTIME'] !== 'chromium';
  const runtime = isElectronWanted && electronBinary(root) !== undefined ? 'electron' : 'chromium';
  if (!announced) {
    announced = true;
    process.stdout.write(`runtime: ${runtime}\n`);
  }
  return runtime;
};

/** Starts the built app on either runtime and waits for its first window's document. */
export const launchApp = async (request: LaunchRequest): Promise<LaunchedApp> => {
  const locale = request.locale ?? 'en-US';
  const full: FullLaunchRequest = {
    ...request,
    root,
    mainPath: request.mainPath ?? join(root, 'out', 'main', 'main.js'),
    appArgs: [`--user-data-dir=${request.profile}`, `--lang=${locale}`, ...(request.args ?? [])],
    viewport: request.viewport,
  };
  const launched = await (detectRuntime() === 'electron' ? launchOnElectron(full) : launchOnChromium(full));
  if (full.viewport !== undefined) {
    await launched.page.setViewportSize(full.viewport);
  }
  return launched;
};
