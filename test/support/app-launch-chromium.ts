import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { ControlRequest } from '../../build/runtime/test-control.ts';
import type { FullLaunchRequest, LaunchedApp, OpenedFile } from './app-launch.ts';

interface RunFacts {
  readonly cdpUrl: string;
  readonly pid: number;
  readonly chromiumPid: number;
  readonly controlUrl: string;
}

interface RunRecord {
  readonly openedExternal: readonly string[];
  readonly openedFiles: readonly OpenedFile[];
  readonly blockedRequests: readonly string[];
  readonly clipboardText: string;
  readonly clipboardHtml: string;
}

/** Node 24 of the toolchain, whatever runs the tests. */
const nodeBinary = (root: string): string => {
  const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(pinned) ? pinned : process.execPath;
};

/** Resolves when the file stands in the folder; rejects when the app ends first. */
const waitForFile = (folder: string, file: string, child: ChildProcess, stderr: () => string): Promise<void> =>
  new Promise((resolve, reject) => {
    const watcher = watch(folder, () => check());
    const end = (): void => {
      watcher.close();
      reject(new Error(`the app ended before its window opened\n${stderr()}`));
    };
    const check = (): void => {
      if (existsSync(file)) {
        watcher.close();
        child.off('exit', end);
        resolve();
      }
    };
    child.once('exit', end);
    check();
  });

const appPage = async (browser: Browser): Promise<Page> => {
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (page === undefined) {
    throw new Error('the browser has no page');
  }
  await page.waitForURL(/^https:\/\/[^/]+\.internal\//u, { waitUntil: 'domcontentloaded' });
  return page;
};

const killQuietly = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone already.
  }
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) {
    await once(child, 'exit');
  }
};

const asker =
  (controlUrl: string) =>
  async (request: ControlRequest): Promise<RunRecord> => {
    const answer = await fetch(controlUrl, { method: 'POST', body: JSON.stringify(request) });
    return (await answer.json()) as RunRecord;
  };

const start = (request: FullLaunchRequest, testFile: string): ChildProcess => {
  const launcher = join(request.root, 'build', 'runtime', 'launch.ts');
  const env = {
    ...process.env,
    PROVIDER_DESK_HEADLESS: '1',
    ...(request.colorScheme === undefined ? {} : { PROVIDER_DESK_COLOR_SCHEME: request.colorScheme }),
    ...request.env,
    PROVIDER_DESK_TEST_FILE: testFile,
  };
  const args = [launcher, request.mainPath, ...request.appArgs];
  return spawn(nodeBinary(request.root), args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
};

/** Starts the built app on the Chromium runtime and connects to its page over DevTools. */
export const launchOnChromium = async (request: FullLaunchRequest): Promise<LaunchedApp> => {
  const folder = mkdtempSync(join(tmpdir(), 'provider-desk-run-'));
  const testFile = join(folder, 'run.json');
  const child = start(request, testFile);
  let output = '';
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  await waitForFile(folder, testFile, child, () => output);
  const facts = JSON.parse(readFileSync(testFile, 'utf8')) as RunFacts;
  rmSync(folder, { recursive: true, force: true });
  const browser = await chromium.connectOverCDP(facts.cdpUrl, { noDefaults: true });
  const ask = asker(facts.controlUrl);
  const finish = async (): Promise<void> => {
    await ended(child);
    await browser.close().catch(() => undefined);
  };
  return {
    runtime: 'chromium',
    page: await appPage(browser),
    pid: facts.pid,
    kill: async () => {
      killQuietly(facts.pid);
      // Chromium leads a process group of its own; its children die with it.
      killQuietly(process.platform === 'win32' ? facts.chromiumPid : -facts.chromiumPid);
      await finish();
    },
    close: async () => {
      await ask({ ask: 'quit' }).catch(() => undefined);
      await finish();
    },
    clipboardText: async () => (await ask({ ask: 'record' })).clipboardText,
    clipboardHtml: async () => (await ask({ ask: 'record' })).clipboardHtml,
    openedFiles: async () => (await ask({ ask: 'record' })).openedFiles,
    setMailClient: async (standing) => void (await ask({ ask: 'mail-client', value: standing })),
    answerFileDialog: async (path) => void (await ask({ ask: 'dialog-path', value: path })),
    openedExternal: async () => (await ask({ ask: 'record' })).openedExternal,
    blockedRequests: async () => (await ask({ ask: 'record' })).blockedRequests,
    setOnline: async (isOnline) => void (await ask({ ask: 'set-online', value: isOnline })),
    stderr: () => output,
  };
};
