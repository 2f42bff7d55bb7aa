import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../support/app-launch.ts';
import { call, fixtureMain, freshFolder, launchFixture } from './runtime-fixture.ts';

const launcher = fileURLToPath(new URL('../../build/runtime/launch.ts', import.meta.url));

interface Second {
  readonly argv: readonly string[];
  readonly data: unknown;
}

const write = (app: LaunchedApp, text: string): Promise<void> =>
  app.page.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('kept', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('words');
        opening.onerror = () => reject(opening.error ?? new Error('open failed'));
        opening.onsuccess = () => {
          const change = opening.result.transaction('words', 'readwrite', { durability: 'strict' });
          change.objectStore('words').put(value, 1);
          change.oncomplete = () => resolve();
        };
      }),
    text,
  );

const read = (app: LaunchedApp): Promise<unknown> =>
  app.page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('kept', 1);
        opening.onerror = () => reject(opening.error ?? new Error('open failed'));
        opening.onsuccess = () => {
          const asked = opening.result.transaction('words').objectStore('words').get(1);
          asked.onsuccess = () => resolve(asked.result);
        };
      }),
  );

describe('the life of a run', () => {
  let folder: ReturnType<typeof freshFolder>;
  beforeEach(() => {
    folder = freshFolder();
  });
  afterEach(() => folder.remove());

  it('keeps what was stored when everything is killed, and starts again on the same folder', async () => {
    const first = await launchFixture({ profile: folder.path });
    await write(first, 'still here');
    await first.kill();
    const second = await launchFixture({ profile: folder.path });
    expect(await read(second)).toBe('still here');
    await second.close();
  });

  it('starts again at once when only the main process was killed', async () => {
    const first = await launchFixture({ profile: folder.path });
    await write(first, 'before');
    const gone = first.page.waitForEvent('close');
    process.kill(first.pid, 'SIGKILL');
    const second = await launchFixture({ profile: folder.path });
    await gone;
    expect(await read(second)).toBe('before');
    await second.kill();
  });

  it('sends a second start on the same folder to the first, and ends it', async () => {
    const first = await launchFixture({ profile: folder.path });
    const args = [launcher, fixtureMain, `--user-data-dir=${folder.path}`, '--open=orders'];
    const second = spawn(process.execPath, args, { stdio: 'ignore' });
    const [code] = (await once(second, 'exit')) as [number | null];
    expect(code).toBe(0);
    const told = (await call<{ secondInstance: Second }>(first, 'facts')).secondInstance;
    expect(told.data).toEqual({ from: 'second' });
    expect(told.argv).toContain('--open=orders');
    await first.close();
  });
});
