import { button, field, goTo, screen, search, table } from './desk.ts';
import type { Desk } from './desk.ts';
import { partnershipCase } from './partnership-case.ts';
import { openPart } from './partnership-request.ts';

const { prospect, suspended, unsigned } = partnershipCase;

/** The list of resellers, searched for one of them. */
export async function findReseller(desk: Desk, name: string): Promise<void> {
  await goTo(desk, 'nav.resellers');
  await desk.hand.write(search(desk, 'reseller.search'), name);
}

/** The reseller that accepted stands in the list. */
export async function seeNewReseller(desk: Desk): Promise<void> {
  await findReseller(desk, prospect.name);
  await table(desk, 'nav.resellers').getByRole('row').filter({ hasText: prospect.partnerId }).waitFor();
}

/** Every Partner ID is checked in the background; the bad ones are named with what follows and what to do. */
export async function checkAllPartnerIds(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.resellers');
  await openPart(desk, /^Partner|^ID partner/u);
  await screen(desk, text('radar.title'));
  await hand.press(button(desk, 'radar.checkAll'));
  await page.getByText(text('radar.state.done'), { exact: true }).waitFor({ timeout: 90_000 });
  for (const { name } of [suspended, unsigned]) await page.getByRole('link', { name, exact: true }).waitFor();
}

/** A suspended reseller: sentence, consequence and next step on its page. */
export async function seeVerdict(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(page.getByRole('link', { name: suspended.name, exact: true }));
  await screen(desk, suspended.name);
  await page.getByRole('region', { name: text('verdict.title') }).getByText(text('verdict.suspended.short')).first().waitFor();
  await page.getByRole('link', { name: text('verdict.write') }).waitFor();
}

/** The ready e-mail about it: an address is typed once and kept for the next letter. */
export async function writeAboutVerdict(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(page.getByRole('link', { name: text('verdict.write') }));
  await screen(desk, text('letter.title.reseller-suspended'));
  await hand.write(field(desk, 'letter.to'), 'direzione@aurelmec.example');
  await hand.press(page.getByRole('button', { name: text.startOf('letter.open') }).first());
  await page.getByText(text('letter.handedOver.mailto')).waitFor();
}

/** One sheet with the four levers for a reseller and one of its customers. */
export async function seeAccess(desk: Desk, reseller: string, customer: string): Promise<void> {
  const { page, text, hand } = desk;
  await findReseller(desk, reseller);
  await hand.openRow(table(desk, 'nav.resellers'), reseller);
  await screen(desk, reseller);
  await hand.chooseFromMenu(button(desk, 'reseller.more'), page.getByRole('menuitem', { name: text('access.title') }));
  await hand.openRow(table(desk, 'nav.customers'), customer);
  await page.getByRole('region', { name: text('access.credit.title') }).waitFor();
}
