import { _electron } from 'playwright-core';
import type { ElectronApplication } from 'playwright-core';
import { electronBinary } from '../../build/setup/electron-binary.mjs';
import type { FullLaunchRequest, LaunchedApp, OpenedFile } from './app-launch.ts';

/** Inside Electron: records instead of opening, so that a test never starts a browser or a mail program. */
const recordExternal = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: desk, shell }) => {
    const opened: string[] = [];
    const files: OpenedFile[] = [];
    Reflect.set(globalThis, 'openedExternal', opened);
    Reflect.set(globalThis, 'openedFiles', files);
    Reflect.set(globalThis, 'mailClient', 'present');
    const standing = (): unknown => Reflect.get(globalThis, 'mailClient');
    desk.getApplicationNameForProtocol = () => (standing() === 'missing' ? '' : 'mail');
    shell.openExternal = (url: string) => {
      if (url.startsWith('mailto:') && standing() !== 'present') return Promise.reject(new Error('Failed to open'));
      opened.push(url);
      return Promise.resolve();
    };
    shell.openPath = (path: string) => {
      if (standing() !== 'present') return Promise.resolve('Failed to open path');
      files.push({ path, content: process.getBuiltinModule('node:fs').readFileSync(path, 'utf8') });
      return Promise.resolve('');
    };
  });

/** The HTML on the clipboard; empty when it holds none. */
const clipboardHtml = (app: ElectronApplication): Promise<string> =>
  app.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read();
    return item?.types.includes('text/html') === true ? (await item.getType('text/html')).text() : '';
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
    clipboardHtml: () => clipboardHtml(app),
    openedFiles: () => app.evaluate(() => (Reflect.get(globalThis, 'openedFiles') as OpenedFile[] | undefined) ?? []),
    setMailClient: (standing) => app.evaluate((_electron, value) => void Reflect.set(globalThis, 'mailClient', value), standing),
    answerFileDialog: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path),
    openedExternal: () => app.evaluate(() => (Reflect.get(globalThis, 'openedExternal') as string[] | undefined) ?? []),
    blockedRequests: async () => blocked,
    setOnline: (isOnline) =>
      app.evaluate(({ net }, value) => {
        net.isOnline = () => value;
      }, isOnline),
    stderr: () => output,
  };
};
