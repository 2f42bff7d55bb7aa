import { removalPoints } from '../../shared/domain/partnership/removal.ts';
import { button, field, screen, search, table } from './desk.ts';
import type { Desk } from './desk.ts';
import { partnershipCase } from './partnership-case.ts';
import { findReseller } from './partnership-check.ts';

const { leaving } = partnershipCase;

/** What the end of the partnership touches, read from the server before anything is done. */
export async function rehearseRemoval(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await findReseller(desk, leaving.name);
  await hand.openRow(table(desk, 'nav.resellers'), leaving.partnerId);
  await screen(desk, leaving.name);
  await hand.chooseFromMenu(button(desk, 'reseller.more'), page.getByRole('menuitem', { name: text('reseller.remove') }));
  await screen(desk, text('removal.title', { name: leaving.name }));
  await hand.press(button(desk, 'business.readAll'));
  await page.getByText(text('removal.read', { read: '13', all: '13' })).waitFor({ timeout: 60_000 });
}

/** Every point, and the name typed by hand; without them nothing is attested. */
export async function attestRemoval(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'removal.nextConfirm'));
  await hand.press(button(desk, 'removal.attest'));
  await page.getByRole('alert').filter({ hasText: text('removal.pointsMissing') }).waitFor();
  for (const point of removalPoints) await hand.tick(page.getByRole('checkbox', { name: text(`removal.point.${point}`) }));
  await hand.write(page.getByRole('textbox', { name: text('ui.typeName', { name: leaving.name }) }), leaving.name);
}

/** Attested; the notice to the reseller is written, sent by the person, and ticked off. */
export async function tellReseller(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'removal.attest'));
  await hand.press(page.getByRole('link', { name: text('removal.writeReseller') }));
  await screen(desk, text('letter.title.removal-reseller'));
  await hand.write(field(desk, 'letter.to'), leaving.email);
  await hand.press(page.getByRole('button', { name: text.startOf('letter.open') }).first());
  await page.getByText(text('letter.handedOver.mailto')).waitFor();
  await hand.press(page.getByRole('button', { name: text.startOf('letter.done') }));
  await screen(desk, text('removal.title', { name: leaving.name }));
  await page.getByText(text.startOf('removal.toldAt')).waitFor();
}

/** The portal's page is opened; its address is what the system was asked to open. */
export async function openPortalPage(desk: Desk): Promise<string> {
  const { page, text, hand } = desk;
  const portal = page.getByRole('button', { name: text('removal.openPortal') });
  if (!(await portal.isVisible())) await hand.press(button(desk, 'removal.nextPortal'));
  await hand.press(portal);
  await page.getByText(text('removal.stillThere', { name: leaving.name })).waitFor();
  return (await desk.app.openedExternal()).findLast((url) => url.startsWith('http')) ?? '';
}

/** The list is read again, and the partnership has ended. */
export async function seeGone(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'reseller.refreshList'));
  await page.getByRole('heading', { name: text('removal.goneTitle') }).waitFor();
}

/** It is no longer in the list of resellers. */
export async function seeNotListed(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await findReseller(desk, leaving.name);
  await hand.write(search(desk, 'reseller.search'), leaving.partnerId);
  await page.getByText(text('ui.noMatch', { text: leaving.partnerId })).waitFor();
}
