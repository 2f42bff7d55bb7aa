import type { Locator } from 'playwright-core';
import { goTo, listField, screen, search, table } from './desk.ts';
import type { Desk } from './desk.ts';

/** A customer's page, by its name. */
export async function openCustomer(desk: Desk, name: string): Promise<void> {
  await goTo(desk, 'nav.customers');
  await desk.hand.write(search(desk, 'customer.search'), name);
  await desk.hand.openRow(table(desk, 'nav.customers'), name);
  await screen(desk, name);
}

/** A titled part of the screen. */
export const part = ({ page, text }: Desk, key: string): Locator => page.getByRole('region', { name: text(key), exact: true });

/** Chooses a reseller of the list where one is to be named. */
export async function chooseReseller(desk: Desk, name: string): Promise<void> {
  const choice = listField(desk, 'resellerChoice.indirectReseller');
  await desk.hand.press(choice);
  await choice.fill(name);
  await desk.hand.press(desk.page.getByRole('option').filter({ hasText: name }));
}

/** What the last pull or reading brought, found in the list of resellers by Partner ID. */
export async function seeListed(desk: Desk, partnerId: string, isListed: boolean): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.resellers');
  await hand.write(search(desk, 'reseller.search'), partnerId);
  if (isListed) await table(desk, 'nav.resellers').getByRole('row').filter({ hasText: partnerId }).waitFor();
  else await page.getByText(text('ui.noMatch', { text: partnerId })).waitFor();
}
