import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchApp } from '../support/app-launch.ts';
import type { LaunchedApp, LaunchRequest } from '../support/app-launch.ts';

/** The small app the runtime's own tests run. */
export const fixtureMain = fileURLToPath(new URL('fixture/main.mjs', import.meta.url));

// These tests are about the Chromium runtime, also where real Electron is installed.
process.env['PROVIDER_DESK_RUNTIME'] = 'chromium';

/** Starts the fixture app on a profile and waits until its page is ready. */
export const launchFixture = async (request: LaunchRequest): Promise<LaunchedApp> => {
  const app = await launchApp({ mainPath: fixtureMain, ...request });
  await app.page.waitForFunction(() => document.querySelector('#state')?.textContent === 'ready');
  return app;
};

/** Calls a channel of the fixture's main process from its page. */
export const call = <T>(app: LaunchedApp, channel: string, ...args: readonly unknown[]): Promise<T> =>
  app.page.evaluate(
    ({ name, values }) => {
      const fixture = Reflect.get(globalThis, 'fixture') as { call: (channel: string, ...args: unknown[]) => Promise<T> };
      return fixture.call(name, ...values);
    },
    { name: channel, values: [...args] },
  );

/** Asks the fixture's worker. */
export const askWorker = <T>(app: LaunchedApp, request: Readonly<Record<string, unknown>>): Promise<T> =>
  app.page.evaluate((asked) => (Reflect.get(globalThis, 'askWorker') as (request: unknown) => Promise<T>)(asked), request);

/** A fresh folder for a profile and a way to remove it. */
export const freshFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'provider-desk-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
};
