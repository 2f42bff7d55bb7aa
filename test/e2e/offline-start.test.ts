import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, openDesk, screen, table } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { testFolder } from '../support/folder.ts';
import { startPractice } from '../support/connection.ts';
import { spawnPracticeClient } from '../support/practice-client.ts';

describe('a cold start without network', () => {
  const folder = testFolder();
  let desk: Desk;

  beforeAll(async () => {
    const practice = await spawnPracticeClient(['--port', '0']);
    const request = { folder: folder.path, practiceUrl: practice.url };
    const first = await openDesk(request);
    await startPractice(first);
    await first.app.close();
    await practice.stop('SIGKILL');
    desk = await openDesk(request);
  });
  afterAll(async () => {
    await desk.app.close();
    folder.remove();
  });

  it('shows the lists it has, with their age, and says that there is no connection', async () => {
    const { page, text } = desk;
    await screen(desk, text('nav.home'));
    await goTo(desk, 'nav.customers');
    await table(desk, 'nav.customers').getByRole('row').nth(5).waitFor();
    await page.getByText(text('customer.count', { count: 400, shown: '400' })).waitFor();
    await goTo(desk, 'nav.resellers');
    await table(desk, 'nav.resellers').getByRole('row').nth(5).waitFor();
    await page.getByText(text('reseller.count', { count: 40, shown: '40' })).waitFor();
    await page.getByRole('status').filter({ hasText: text('offline.noNetwork') }).waitFor();
    await page.getByRole('button', { name: text.pattern('sync.offline') }).waitFor();
  });

  it('turns no wheel for anything', async () => {
    const turning = desk.page.locator('[role="progressbar"], [aria-busy="true"]');
    for (const key of ['nav.home', 'nav.customers', 'nav.resellers', 'nav.catalogue', 'nav.outbox', 'nav.orders']) {
      await goTo(desk, key);
      await expect.poll(() => turning.count(), { message: key }).toBe(0);
    }
    expect(desk.errors).toEqual([]);
  });
});
