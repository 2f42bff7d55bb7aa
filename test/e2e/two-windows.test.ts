import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp } from '../support/app-launch.ts';
import { openDesk, screen } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { testFolder } from '../support/folder.ts';
import { startPractice } from '../support/connection.ts';
import { firstAccount } from '../support/page-bridge.ts';

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
    const sender = `outbox-${(await firstAccount(first.page)).id}`;
    const held = async (): Promise<readonly (string | undefined)[]> =>
      first.page.evaluate(async () => ((await navigator.locks.query()).held ?? []).map(({ name }) => name));
    // The outbox's code is read when the screen stands already.
    await expect.poll(held).toContain(sender);
  });
});
