import { yesterday } from './day.ts';
import { button, field, link, screen, table } from './desk.ts';
import type { Desk } from './desk.ts';
import { orderTitle } from './job.ts';
import type { Job } from './job.ts';

export async function addProducts(desk: Desk, job: Job): Promise<void> {
  const { page, text, hand } = desk;
  await hand.openRow(table(desk, 'nav.customers'), job.company);
  // A customer that is still to be created has no subscriptions yet.
  await hand.press(link(desk, 'action.addProducts').or(link(desk, 'action.addSubscriptions')));
  await screen(desk, text('carts.titleFor', { name: job.company }));
  const catalogue = page.getByRole('region', { name: text('carts.addProducts') });
  for (const product of job.products) {
    await hand.write(catalogue.getByRole('searchbox'), product.title);
    await hand.press(catalogue.getByRole('button', { name: text('carts.addNamed', { title: product.title }), exact: true }));
    const line = page.getByRole('list', { name: text('carts.linesLabel') }).getByRole('listitem', { name: product.title, exact: true });
    const term = text('carts.termAndCycle', { term: text(`carts.term.${product.term}`), cycle: text(`carts.cycle.${product.cycle}`) });
    await hand.choose(line.getByRole('combobox'), term);
    await hand.write(line.getByRole('spinbutton'), `${product.seats}`);
    await line.getByText(text('carts.lineReseller', { ...job.reseller })).waitFor();
  }
}

/** Who accepted the Microsoft Customer Agreement, and when. */
export async function fillAgreement(desk: Desk, job: Pick<Job, 'firstName' | 'lastName' | 'email'>): Promise<void> {
  const { hand } = desk;
  await hand.press(button(desk, 'carts.nextAgreement'));
  await hand.write(field(desk, 'newCustomer.field.firstName'), job.firstName);
  await hand.write(field(desk, 'newCustomer.field.lastName'), job.lastName);
  await hand.write(field(desk, 'newCustomer.field.email'), job.email);
  await hand.writeDay(desk.page.getByLabel(desk.text('carts.agreement.date')), yesterday());
}

export async function reviewCart(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'carts.nextReview'));
  await hand.tick(page.getByRole('checkbox', { name: text('carts.attestation') }));
}

/** Buy, or offline "Put in outbox": the order's own page in the outbox opens. */
export async function buy(desk: Desk, job: Job, isOnline = false): Promise<void> {
  await desk.hand.press(button(desk, isOnline ? 'carts.buy' : 'carts.putInOutbox'));
  await screen(desk, orderTitle(desk, job));
}
