import { button, screen } from './desk.ts';
import type { Desk } from './desk.ts';

/** First start: the practice tenant in one click, and the offline copy complete. */
export async function startPractice(desk: Desk): Promise<void> {
  await desk.hand.press(button(desk, 'welcome.start'));
  await screen(desk, desk.text('nav.home'));
}

/** The network goes away: the person says so, and the app shows it. */
export async function workOffline(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.chooseFromMenu(button(desk, 'sync.menu'), page.getByRole('menuitem', { name: text('sync.workOffline') }));
  await page.getByRole('status').filter({ hasText: text('offline.chosen') }).waitFor();
}

/** The network is back. */
export async function goOnline(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(page.getByRole('status').getByRole('button', { name: text('sync.goOnline') }));
  await page.getByRole('status').filter({ hasText: text('offline.chosen') }).waitFor({ state: 'detached' });
}
