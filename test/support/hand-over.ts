import type { Locator } from 'playwright-core';
import { button, goTo, screen } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Job } from './job.ts';

/** From the home screen to the envelope of the new customer; it is closed. */
export async function findEnvelope(desk: Desk, job: Job): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.home');
  await hand.press(page.getByRole('link', { name: text('home.envelope', { name: job.company }) }));
  await screen(desk, text('envelopes.titleFor', { name: job.company }));
}

const inside = ({ page, text }: Desk): Locator => page.getByRole('region', { name: text('envelopes.inside') }).getByRole('definition');

/** Opens it: what stands inside. */
export async function revealPassword(desk: Desk): Promise<{ readonly userName: string; readonly password: string }> {
  await desk.hand.press(button(desk, 'envelopes.open'));
  return { userName: await inside(desk).nth(0).innerText(), password: await inside(desk).nth(1).innerText() };
}

/** Copies the password; the screen says when the clipboard is cleared. */
export async function copyPassword(desk: Desk): Promise<void> {
  await desk.hand.press(button(desk, 'envelopes.copyPassword'));
  await desk.page.getByRole('status').filter({ hasText: desk.text('envelopes.willClear') }).waitFor({ state: 'attached' });
}

/** The customer has it: the password is destroyed. */
export async function confirmHandOver(desk: Desk, job: Job): Promise<void> {
  const { page, text, hand } = desk;
  await hand.tick(page.getByRole('checkbox', { name: text('envelopes.destroySure', { name: job.company }) }));
  await hand.press(button(desk, 'envelopes.handOverDone'));
  await page.getByRole('status').filter({ hasText: text('envelopes.destroyed') }).waitFor();
}
