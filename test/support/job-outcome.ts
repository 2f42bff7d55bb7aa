import { goTo, link, screen, search, table } from './desk.ts';
import type { Desk } from './desk.ts';
import { jobTitles, orderTitle } from './job.ts';
import type { Job } from './job.ts';

/** The outbox holds customer, agreement and order, in this order. */
export async function seeOutbox(desk: Desk, job: Job): Promise<void> {
  await goTo(desk, 'nav.outbox');
  const group = desk.page.getByRole('region', { name: job.company });
  const titles = jobTitles(desk, job);
  for (const name of titles) await group.getByRole('link', { name, exact: true }).first().waitFor();
  const words = await group.innerText();
  const places = titles.map((title) => words.indexOf(title));
  if (places.some((place, index) => place < (places[index - 1] ?? 0))) throw new Error(`the outbox has another order:\n${words}`);
}

/** What ended, on the screen of the outbox. */
const ended = ({ page, text }: Desk, title: string) =>
  page.getByRole('region', { name: text('outbox.recent') }).getByRole('listitem').filter({ hasText: title });

/** Waits until each of them is done, one after the other. */
export async function seeSent(desk: Desk, titles: readonly string[], timeout = 60_000): Promise<void> {
  await goTo(desk, 'nav.outbox');
  for (const title of titles) await ended(desk, title).getByText(desk.text('operation.state.done'), { exact: true }).waitFor({ timeout });
}

/** The order's page in the outbox says of each of its steps, in plain words, that it is done. */
export async function seeSteps(desk: Desk, job: Job): Promise<void> {
  const { page, text, hand } = desk;
  const title = orderTitle(desk, job);
  await hand.press(ended(desk, title).getByRole('link', { name: title }));
  await screen(desk, title);
  const steps = page.getByRole('list', { name: text('outbox.steps') });
  for (const name of ['check-reseller', 'read-offers', 'create-cart', 'checkout'] as const) {
    await steps.getByText(text('outbox.stepLine', { step: text(`outbox.step.${name}`), state: text('outbox.stepState.done') })).waitFor();
  }
}

/** The order: its number, its lines, and the subscription that each of them became. */
export async function openOrder(desk: Desk, job: Job): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.orders');
  await hand.openRow(table(desk, 'nav.orders'), job.company);
  await screen(desk, text.pattern('order.title'));
  const lines = page.getByRole('table', { name: text('order.lines') });
  for (const product of job.products) {
    const line = lines.getByRole('row').filter({ hasText: product.title }).filter({ hasText: job.reseller.partnerId });
    await line.getByRole('button', { name: text('action.copySubscriptionId') }).waitFor();
  }
}

/** The journal tells who did what when. */
export async function seeJournal(desk: Desk, job: Job): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.settings');
  await hand.press(link(desk, 'action.openJournal'));
  await screen(desk, text('journal.title'));
  await hand.write(search(desk, 'journal.search'), job.company);
  await page.getByText(text('journal.hand-over-confirmed')).waitFor();
}
