import { _electron } from 'playwright-core';
import type { ElectronApplication } from 'playwright-core';
import { electronBinary } from '../../build/setup/electron-binary.mjs';
import type { FullLaunchRequest, LaunchedApp } from './app-launch.ts';

/** Inside Electron: records instead of opening, so that a test never starts a browser or a mail program. */
const recordExternal = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'openedExternal', opened);
    shell.openExternal = (url: string) => {
      opened.push(url);
      return Promise.resolve();
    };
  });

const isOwn = (url: string): boolean => /^(?:app|devtools|data|blob|about):/u.test(url);

/** Starts the built app on real Electron. */
export const launchOnElectron = async (request: FullLaunchRequest): Promise<LaunchedApp> => {
  const executablePath = electronBinary(request.root) ?? '';
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath,
    args: [...(isRoot ? ['--no-sandbox'] : []), request.mainPath, ...request.appArgs],
    env: { ...(process.env as Record<string, string>), ...request.env },
    ...(request.locale === undefined ? {} : { locale: request.locale }),
    ...(request.colorScheme === undefined ? {} : { colorScheme: request.colorScheme }),
  });
  const child = app.process();
  const blocked: string[] = [];
  let output = '';
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  app.context().on('request', (sent) => {
    if (!isOwn(sent.url())) {
      blocked.push(sent.url());
    }
  });
  await recordExternal(app);
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    runtime: 'electron',
    page,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    close: () => app.close(),
    clipboardText: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    openedExternal: () => app.evaluate(() => (Reflect.get(globalThis, 'openedExternal') as string[] | undefined) ?? []),
    blockedRequests: async () => blocked,
    setOnline: (isOnline) =>
      app.evaluate(({ net }, value) => {
        net.isOnline = () => value;
      }, isOnline),
    stderr: () => output,
  };
};
