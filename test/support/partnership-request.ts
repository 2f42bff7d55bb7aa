import type { Locator } from 'playwright-core';
import { button, field, goTo, link, screen, table } from './desk.ts';
import type { Desk } from './desk.ts';
import { readMailto } from './mailto.ts';
import type { ReadMailto } from './mailto.ts';
import { partnershipCase } from './partnership-case.ts';

const { prospect, second } = partnershipCase;

const cell = ({ page, text }: Desk, key: string, number: number): Locator =>
  page.getByRole('textbox', { name: text('partnershipRequest.cell', { field: text(key), number }), exact: true });

/** A button of the letter for one recipient: several stand on the page. */
const mailButton = ({ page, text }: Desk, key: string, name: string): Locator =>
  page.getByRole('button', { name: `${text(key)} ${text('letter.forName', { name })}`, exact: true });

/** The resellers' area: one of its parts. */
export async function openPart(desk: Desk, part: RegExp): Promise<void> {
  await desk.hand.press(desk.page.getByRole('navigation', { name: desk.text('resellerTabs.label') }).getByRole('link', { name: part }));
}

/** Who is asked: one typed, one pasted with a header of another language. */
export async function fillRecipients(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.resellers');
  await hand.press(link(desk, 'reseller.request'));
  await screen(desk, text('partnershipRequest.title'));
  await hand.write(cell(desk, 'partnershipRequest.name', 1), prospect.name);
  await hand.write(cell(desk, 'partnershipRequest.email', 1), prospect.email);
  const language = page.getByRole('combobox', {
    name: text('partnershipRequest.cell', { field: text('partnershipRequest.language'), number: 1 }),
  });
  await hand.choose(language, await language.locator(`option[value="${prospect.language}"]`).innerText());
  await hand.write(cell(desk, 'reseller.partnerId', 1), prospect.partnerId);
  await hand.write(field(desk, 'partnershipRequest.pasteLabel'), `Firma;E-Mail;Sprache\n${second.name};${second.email};${second.language}`);
  await hand.press(button(desk, 'partnershipRequest.takePasted'));
  await page.getByText(text('partnershipRequest.import.taken', { count: 1, shown: '1' })).waitFor();
}

const bodies = ({ page, text }: Desk): Locator => page.getByRole('textbox', { name: text('letter.body') });

/** The message: a slip of the hand in the link is seen at once, and put right with one click. */
export async function writeMessage(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'partnershipRequest.nextMessage'));
  await bodies(desk).first().waitFor();
  const written = await bodies(desk).first().inputValue();
  const damaged = written.replace(/http\S+/u, (address) => address.slice(0, -3));
  if (damaged === written) throw new Error('the letter holds no link');
  await hand.write(bodies(desk).first(), damaged);
  await page.getByText(text('letter.link.altered')).waitFor();
  await hand.press(button(desk, 'partnershipRequest.nextSend'));
  await page.getByRole('alert').filter({ hasText: text('partnershipRequest.messageNotDone') }).waitFor();
}

/** One click, and the link is whole again. */
export async function restoreLink(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'letter.restoreLink'));
  await page.getByText(text('letter.link.altered')).waitFor({ state: 'detached' });
}

/** The last letter the mail client got, as it would show it. */
export async function lastLetter(desk: Desk): Promise<ReadMailto> {
  const opened = (await desk.app.openedExternal()).filter((url) => url.startsWith('mailto:'));
  return readMailto(opened.at(-1) ?? '');
}

/** Open in email, then Done: only Done says that it was sent. */
export async function sendRequests(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'partnershipRequest.nextSend'));
  await hand.press(mailButton(desk, 'letter.open', prospect.name));
  await page.getByText(text('letter.handedOver.mailto')).waitFor();
  const item = page.getByRole('listitem').filter({ hasText: prospect.email });
  await item.getByText(text('partnershipRequest.standing.opened')).waitFor();
  const letter = await lastLetter(desk);
  if (letter.to.join() !== prospect.email) throw new Error(`the letter goes to ${letter.to.join()}`);
  await hand.press(mailButton(desk, 'letter.done', prospect.name));
  await item.getByText(text('partnershipRequest.standing.sent')).waitFor();
  await hand.press(mailButton(desk, 'letter.copy', second.name));
  await page.getByText(text('letter.handedOver.copy')).waitFor();
  await hand.press(mailButton(desk, 'letter.done', second.name));
}

/** Both requests stand in the list as sent. */
export async function seeRequests(desk: Desk): Promise<void> {
  const { text, hand } = desk;
  await hand.press(button(desk, 'partnershipRequest.finish'));
  await screen(desk, text('requests.title'));
  for (const { email } of [prospect, second]) {
    await table(desk, 'requests.title').getByRole('row').filter({ hasText: email }).getByText(text('partnershipRequest.standing.sent')).waitFor();
  }
}

/** After the next reading of the list the request is accepted by itself. */
export async function seeAccepted(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'reseller.refreshList'));
  await table(desk, 'requests.title').getByRole('row').filter({ hasText: prospect.email }).waitFor({ state: 'detached' });
  await hand.tick(page.getByRole('switch', { name: text('requests.showAll') }));
  const row = table(desk, 'requests.title').getByRole('row').filter({ hasText: prospect.email });
  await row.getByText(text('partnershipRequest.standing.accepted')).waitFor();
}
