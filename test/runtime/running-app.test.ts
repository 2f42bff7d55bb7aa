import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../support/app-launch.ts';
import { askWorker, call, freshFolder, launchFixture } from './runtime-fixture.ts';

interface Facts {
  readonly senderFrame: { readonly url: string; readonly origin: string; readonly isMain: boolean };
  readonly closedPorts: number;
  readonly dark: boolean;
}

describe('an app on the runtime', () => {
  const folder = freshFolder();
  let app: LaunchedApp;

  beforeAll(async () => {
    app = await launchFixture({
      profile: folder.path,
      locale: 'it-IT',
      colorScheme: 'dark',
      env: { PROVIDER_DESK_KEYCHAIN: `${folder.path}-keychain` },
    });
  });
  afterAll(async () => {
    await app.close();
    folder.remove();
  });

  it('answers calls, and shows the main process the app address of the sender', async () => {
    expect(await call(app, 'add', 2, 3)).toBe(5);
    const facts = await call<Facts>(app, 'facts');
    expect(facts.senderFrame).toEqual({ url: 'app://fixture/index.html', origin: 'app://fixture', isMain: true });
  });

  it('rejects a failing call and an unknown channel in Electron\'s words', async () => {
    await expect(call(app, 'fail')).rejects.toThrow("Error invoking remote method 'fail': Error: refused on purpose");
    await expect(call(app, 'nowhere')).rejects.toThrow("No handler registered for 'nowhere'");
  });

  it('carries what structured clone carries', async () => {
    const isSame = await app.page.evaluate(async () => {
      const fixture = Reflect.get(globalThis, 'fixture') as { call: (channel: string, value: unknown) => Promise<unknown> };
      const value = {
        when: new Date(0), map: new Map([['a', 1n]]), set: new Set([1]), none: undefined, nothing: null, $: 'own',
        nan: Number.NaN, bytes: new Uint8Array([0, 255]), list: [undefined, -0],
      };
      const back = (await fixture.call('same-value', value)) as typeof value;
      return [
        back.when.getTime() === 0, back.map.get('a') === 1n, back.set.has(1),
        'none' in back, back.nothing === null, back.$ === 'own',
        Number.isNaN(back.nan), back.bytes instanceof Uint8Array && back.bytes[1] === 255, Object.is(back.list[1], -0),
      ];
    });
    expect(isSame).toEqual(Array.from({ length: 9 }, () => true));
  });

  it('carries bytes both ways between the main process and a worker of the page, in order', async () => {
    await call(app, 'open-echo');
    expect(await askWorker(app, { ask: 'round-trip', size: 300_000, count: 20 })).toEqual({ back: 20, problems: [] });
  });

  it('tells the main process when the worker that held a port has gone', async () => {
    await app.page.evaluate(() => (Reflect.get(globalThis, 'endWorker') as () => void)());
    await expect.poll(async () => (await call<Facts>(app, 'facts')).closedPorts).toBe(1);
    await app.page.reload();
    await app.page.waitForFunction(() => document.querySelector('#state')?.textContent === 'ready');
  });

  it('throws on an API it does not have', async () => {
    expect(await call(app, 'unknown-api')).toBe('not provided by the Chromium runtime: app.moveToApplicationsFolder');
  });

  it('gives the page a secure origin, the app\'s own policy and no Node', async () => {
    expect(await askWorker(app, { ask: 'storage' })).toEqual({ secure: true, lock: 'held' });
    const page = await app.page.evaluate(() => ({
      hasNode: (Reflect.get(globalThis, 'fixture') as { hasNode: boolean }).hasNode,
      language: navigator.language,
      isDark: matchMedia('(prefers-color-scheme: dark)').matches,
      globals: Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('__')),
    }));
    expect(page).toEqual({ hasNode: false, language: 'it-IT', isDark: true, globals: [] });
    expect((await call<Facts>(app, 'facts')).dark).toBe(true);
  });

  it('lets themeSource decide the page\'s colours', async () => {
    await call(app, 'theme', 'light');
    const isDark = (): Promise<boolean> => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(isDark).toBe(false);
    await call(app, 'theme', 'system');
    await expect.poll(isDark).toBe(true);
  });

  it('runs menu accelerators as key presses', async () => {
    await app.page.keyboard.press('ControlOrMeta+k');
    await expect.poll(() => app.page.evaluate(() => Reflect.get(globalThis, 'greetings') as string[])).toContain('find');
  });

  it('encrypts with a key outside the profile, and records clipboard and outside addresses', async () => {
    expect(await call(app, 'seal', 'secret words')).toEqual({ isPlain: false, opened: 'secret words' });
    await call(app, 'copy', 'copied');
    expect(await app.clipboardText()).toBe('copied');
    await call(app, 'open', 'https://example.com/help');
    expect(await app.openedExternal()).toEqual(['https://example.com/help']);
  });

  it('copies text and HTML together, and plain text alone', async () => {
    await call(app, 'copy-both', 'a letter', '<p>a letter</p>');
    expect([await app.clipboardText(), await app.clipboardHtml()]).toEqual(['a letter', '<p>a letter</p>']);
    await call(app, 'copy', 'copied');
    expect([await app.clipboardText(), await app.clipboardHtml()]).toEqual(['copied', '']);
  });

  it('records an opened file with what was in it then, and has a mail client that may be missing or refuse', async () => {
    mkdirSync(folder.path, { recursive: true });
    const path = join(folder.path, 'letter.eml');
    writeFileSync(path, 'Subject: a\r\n');
    expect(await call(app, 'mail-app')).not.toBe('');
    expect(await call(app, 'open-file', path)).toBe('');
    rmSync(path);
    expect(await app.openedFiles()).toEqual([{ path, content: 'Subject: a\r\n' }]);
    expect(await call(app, 'open-file', path)).not.toBe('');
    const opened = await app.openedExternal();
    await app.setMailClient('refusing');
    expect(await call(app, 'mail-app')).not.toBe('');
    await expect(call(app, 'open', 'mailto:a@example.com')).rejects.toThrow('Failed to open');
    await app.setMailClient('missing');
    expect(await call(app, 'mail-app')).toBe('');
    await app.setMailClient('present');
    await call(app, 'open', 'mailto:a@example.com');
    expect(await app.openedExternal()).toEqual([...opened, 'mailto:a@example.com']);
  });

  it('keeps the page off the network: fetch, sockets, links and popups', async () => {
    expect(await app.blockedRequests()).toEqual([]);
    expect(await askWorker(app, { ask: 'reach', url: 'https://example.com/' })).toBe('TypeError');
    await app.page.click('#leave');
    await app.page.click('#popup');
    await expect.poll(() => app.blockedRequests()).toContain('https://example.com/');
    expect(app.page.url()).toBe('https://fixture.app.internal/index.html');
    await expect.poll(() => app.page.context().pages().length).toBe(1);
  });
});
