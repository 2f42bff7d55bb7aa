import type { Locator } from 'playwright-core';
import { button, goTo, link, screen, table } from './desk.ts';
import type { Desk } from './desk.ts';
import { startPractice, workOffline } from './connection.ts';
import { fillRecipients, openPart } from './partnership-request.ts';
import type { Preparation } from './prepared.ts';

/** On to the letters' text; what was typed so far is on the disk. */
async function goToMessage(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'partnershipRequest.nextMessage'));
  await page.getByText(text('partnershipRequest.saved'), { exact: true }).waitFor();
}

/** Two recipients, written without network. Their letters are still to be made: each case has a link of its own in them. */
export const requestPreparation: readonly Preparation[] = [startPractice, workOffline, fillRecipients, goToMessage];

/** The wizard, where it was left. */
export async function openRequest(desk: Desk): Promise<void> {
  await goTo(desk, 'nav.resellers');
  await desk.hand.press(link(desk, 'reseller.request'));
  await screen(desk, desk.text('partnershipRequest.title'));
}

/** Until the link stands in the letters to both recipients. */
export const awaitLink = ({ page, text }: Desk): Promise<void> => page.getByText(text('letter.link.intact')).nth(1).waitFor();

/** The text of the letters in one language. */
export const letterBody = ({ page, text }: Desk, language: string): Locator =>
  page.getByRole('textbox', { name: text('letter.body') }).and(page.locator(`[lang="${language}"]`));

/** From the text to the last step, where the letters of both recipients are opened. */
export async function makeLetters(desk: Desk): Promise<void> {
  await awaitLink(desk);
  await desk.hand.press(button(desk, 'partnershipRequest.nextSend'));
  await letters(desk).waitFor();
}

const letters = ({ page, text }: Desk): Locator => page.getByRole('list', { name: text('partnershipRequest.sendTitle') });

/** One letter of the last step. */
export const letterItem = (desk: Desk, email: string): Locator =>
  letters(desk).getByRole('listitem').filter({ hasText: email });

/** A button of the letter to one recipient. */
export const letterButton = ({ page, text }: Desk, key: string, name: string): Locator =>
  page.getByRole('button', { name: `${text(key)} ${text('letter.forName', { name })}`, exact: true });

/** How a request stands in the list of requests, which must be open; the row is waited for. */
export const requestRow = (desk: Desk, email: string): Locator =>
  table(desk, 'requests.title').getByRole('row').filter({ hasText: email });

/** The list of requests. */
export async function openRequests(desk: Desk): Promise<void> {
  await goTo(desk, 'nav.resellers');
  await openPart(desk, desk.text.startOf('resellerTabs.requests'));
  await screen(desk, desk.text('requests.title'));
}

/** Opens each letter and says that it was sent. The letters must be on the screen. */
export async function sayLettersSent(desk: Desk, names: readonly string[]): Promise<void> {
  const { page, text, hand } = desk;
  for (const name of names) {
    await hand.press(letterButton(desk, 'letter.open', name));
    await page.getByText(text('letter.handedOver.mailto')).first().waitFor();
    await hand.press(letterButton(desk, 'letter.done', name));
    await letterItem(desk, name).getByText(text('partnershipRequest.standing.sent')).waitFor();
  }
}
