import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { testFolder } from '../support/folder.ts';
import { startPractice } from '../support/connection.ts';
import { spawnPracticeClient } from '../support/practice-client.ts';
import { openTrap } from '../support/trap.ts';
import type { Trap } from '../support/trap.ts';
import { attacks } from './window-attacks.ts';

interface Reply {
  readonly ok: boolean;
}

const callNames = Object.entries(contract).flatMap(([family, members]) => Object.keys(members).map((member) => `${family}.${member}`));
const junk: readonly unknown[] = [
  null, 42, 'junk', [], [{}], { unexpected: true }, { accountId: '../../etc/passwd' }, { accountId: {}, operationId: [] },
  { url: 'file:///etc/passwd' }, { text: 1 }, { call: 'create-customer' }, { count: -1 }, { count: 1e9 }, { workOffline: 'yes' },
];

describe('the window under attack', () => {
  const folder = testFolder();
  let practice: Awaited<ReturnType<typeof spawnPracticeClient>>;
  let trap: Trap;
  let desk: Desk;

  beforeAll(async () => {
    practice = await spawnPracticeClient(['--port', '0']);
    trap = await openTrap();
    desk = await openDesk({ folder: folder.path, practiceUrl: practice.url });
    await startPractice(desk);
  });
  afterAll(async () => {
    await desk.app.close();
    await trap.close();
    await practice.stop('SIGTERM');
    folder.remove();
  });

  const call = (name: string, input: unknown): Promise<Reply> =>
    desk.page.evaluate(
      ([asked, value]) => (Reflect.get(window, 'app') as { call: (name: unknown, input: unknown) => Promise<Reply> }).call(asked, value),
      [name, input],
    );

  it('has nothing of Node or Electron in the page, and one object of ours', async () => {
    const found = await desk.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
    expect(await desk.page.evaluate(() => Object.keys(Reflect.get(window, 'app') as object).toSorted())).toEqual(['call', 'on']);
  });

  it.each(attacks)('cannot reach another server: $name', async ({ run }) => {
    const before = desk.page.url();
    const reached = await Promise.all(
      [trap.url, `${practice.url}/_practice/faults`].map((url) => desk.page.evaluate(run, url)),
    );
    expect(reached).toEqual(['refused', 'refused']);
    expect(desk.page.url()).toBe(before);
    expect(trap.caught).toEqual([]);
    // The policy itself refused: nothing left the page that a guard behind it had to stop.
    expect(await desk.app.blockedRequests()).toEqual([]);
    const faults = (await practice.call('GET', '/_practice/faults')).body;
    expect(faults).toEqual({ faults: [], conditions: [] });
  });

  it('opens no second window and goes nowhere else', async () => {
    const { page } = desk;
    const before = page.url();
    await page.evaluate((url) => void window.open(url), trap.url);
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.target = '';
      link.click();
      link.remove();
    }, trap.url);
    await page.evaluate((url) => void (location.href = url), trap.url);
    await desk.hand.press(page.getByRole('navigation', { name: desk.text('nav.label') }).getByRole('link', { name: desk.text('nav.resellers') }));
    await page.getByRole('heading', { level: 1, name: desk.text('nav.resellers') }).waitFor();
    expect(new URL(page.url()).host).toBe(new URL(before).host);
    await expect.poll(() => page.context().pages().length).toBe(1);
    expect(trap.caught).toEqual([]);
    expect(await desk.app.openedExternal()).toEqual([]);
  });

  it('opens no link outside the list, whoever asks', async () => {
    for (const url of ['https://example.com/', 'http://learn.microsoft.com/', 'file:///etc/passwd', 'javascript:alert(1)']) {
      expect({ url, ok: (await call('app.openExternal', { url })).ok }).toEqual({ url, ok: false });
    }
    expect(await desk.app.openedExternal()).toEqual([]);
  });

  it('refuses names that are not in the contract', async () => {
    for (const name of ['', 'app', 'app.quit', 'fs.readFile', '__proto__', 'constructor', 'sync.exchange ', 'SYNC.EXCHANGE']) {
      expect({ name, ok: (await call(name, {})).ok }).toEqual({ name, ok: false });
    }
  });

  it.each(callNames)('refuses junk on %s', async (name) => {
    for (const value of junk) expect({ value, ok: (await call(name, value)).ok }).toEqual({ value, ok: false });
  });

  it('answers the sound call after all that', async () => {
    expect((await call('app.info', {})).ok).toBe(true);
    expect((await practice.ledger()).writes).toEqual([]);
  });

  it('gives no permission but for notices of the system', async () => {
    const states = await desk.page.evaluate(async () => ({
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(() => resolve('granted'), () => resolve('denied'));
      }),
      notifications: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', () => 'denied'),
    }));
    // the Chromium runtime has none to give
    const notifications = desk.app.runtime === 'electron' ? 'granted' : 'denied';
    expect(states).toEqual({ place: 'denied', notifications, camera: 'denied' });
  });
});
