import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp } from '../support/app-launch.ts';
import { openDesk, screen } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { testFolder } from '../support/folder.ts';
import { startPractice } from '../support/connection.ts';

describe('a second start on the same profile', () => {
  const folder = testFolder();
  let first: Desk;

  beforeAll(async () => {
    first = await openDesk({ folder: folder.path });
    await startPractice(first);
  });
  afterAll(async () => {
    await first.app.close();
    folder.remove();
  });

  it('ends by itself and leaves the first as the only sender', async () => {
    const second = launchApp({ profile: first.profile, env: { PROVIDER_DESK_KEYCHAIN: folder.at('keychain') } });
    await expect(second).rejects.toThrow(/ended|closed|exit|launch/iu);
    expect(first.page.context().pages()).toHaveLength(1);
    await first.page.reload();
    await screen(first, first.text('nav.home'));
    const locks = await first.page.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0);
    expect(locks).toBeGreaterThan(0);
  });
});
