import type { Locator } from 'playwright-core';
import { goTo, link, screen, search } from './desk.ts';
import type { Desk } from './desk.ts';

/** The journal, searched. What it holds is asked for with {@link journalEntries}. */
export async function openJournal(desk: Desk, wanted: string): Promise<void> {
  const { text, hand } = desk;
  await goTo(desk, 'nav.settings');
  await hand.press(link(desk, 'action.openJournal'));
  await screen(desk, text('journal.title'));
  await hand.write(search(desk, 'journal.search'), wanted);
}

/** Entries of the open journal that say this. */
export const journalEntries = ({ page }: Desk, sentence: string | RegExp): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: sentence });
