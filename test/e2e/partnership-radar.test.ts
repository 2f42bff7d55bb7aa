import { describe, expect, it } from 'vitest';
import { startPractice } from '../support/connection.ts';
import { button, goTo, screen } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { part } from '../support/open-record.ts';
import { openPart } from '../support/partnership-request.ts';
import { casesFrom, prepareProfile } from '../support/prepared.ts';

/** Resellers of the practice tenant. */
const total = 40;
/** Requests a minute that this practice tenant bears: the check asks for two a reseller. */
const stingy = ['--rate', '5'];

async function openRadar(desk: Desk): Promise<void> {
  await goTo(desk, 'nav.resellers');
  await openPart(desk, desk.text.startOf('resellerTabs.partnerIds'));
  await screen(desk, desk.text('radar.title'));
}

/** Until the panel says how many are checked; gives the number. */
async function readDone({ page, text }: Desk): Promise<number> {
  const counts = Array.from({ length: total + 1 }, (_, done) => text('radar.progress', { done, total }));
  const shown = await page.getByText(text.pattern('radar.progress', { total })).innerText();
  return counts.indexOf(shown);
}

/** Resellers whose Partner ID is not checked, by the summary. */
const seeUnchecked = (desk: Desk, count: number): Promise<void> =>
  part(desk, 'radar.summary')
    .locator('div')
    .filter({ has: desk.page.getByRole('term').filter({ hasText: desk.text('radar.unchecked') }) })
    .filter({ has: desk.page.getByRole('definition').filter({ hasText: new RegExp(`^${count}$`, 'u') }) })
    .waitFor();

describe('the check of all Partner IDs', () => {
  const cases = casesFrom(() => prepareProfile([startPractice]));

  it('pauses when Microsoft asks for it, can be stopped, and goes on later with what is left', async () => {
    const run = await cases.begin(stingy);
    const first = await run.open();
    await openRadar(first);
    await seeUnchecked(first, total);
    await first.hand.press(button(first, 'radar.checkAll'));
    await first.page.getByText(first.text.pattern('radar.waitsUntil')).waitFor();
    await first.hand.press(button(first, 'radar.stop'));
    await first.page.getByText(first.text('radar.state.stopped'), { exact: true }).waitFor();
    const done = await readDone(first);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(total / 2);
    await seeUnchecked(first, total - done);
    await first.app.kill();

    await run.restartPractice();
    const held = await run.practice.fault({ kind: 'hold-before', match: { scenario: 'validate-resellers' } });
    const desk = await run.open();
    const { page, text, hand } = desk;
    await openRadar(desk);
    await page.getByText(text('radar.state.stopped'), { exact: true }).waitFor();
    expect(await readDone(desk)).toBe(done);
    await seeUnchecked(desk, total - done);
    await hand.press(button(desk, 'radar.resume'));
    await run.practice.untilHeld(held ?? '');
    await page.getByText(text('radar.state.running'), { exact: true }).waitFor();
    expect(await readDone(desk)).toBe(done);
    await run.practice.release(held);
    await expect.poll(() => readDone(desk)).toBeGreaterThan(done);
    await hand.press(button(desk, 'radar.stop'));
    await page.getByText(text('radar.state.stopped'), { exact: true }).waitFor();
    await seeUnchecked(desk, total - (await readDone(desk)));
    expect(desk.errors).toEqual([]);
  });
});
