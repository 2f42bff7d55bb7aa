import { button, field, goTo, link, listField, screen, search, table } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Job } from './job.ts';

export async function openReseller(desk: Desk, { reseller }: Job): Promise<void> {
  await goTo(desk, 'nav.resellers');
  await desk.hand.write(search(desk, 'reseller.search'), reseller.name);
  await desk.hand.openRow(table(desk, 'nav.resellers'), reseller.partnerId);
  await screen(desk, reseller.name);
}

/** From the reseller's page: it is preselected, the domain is proposed from the name. */
export async function fillCompany(desk: Desk, job: Job): Promise<void> {
  await desk.hand.press(link(desk, 'action.addCustomer'));
  await screen(desk, desk.text('newCustomer.title'));
  const chosen = listField(desk, 'resellerChoice.indirectReseller');
  await chosen.waitFor();
  if ((await chosen.inputValue()) !== job.reseller.name) throw new Error('the reseller is not preselected');
  await desk.hand.write(field(desk, 'newCustomer.field.companyName'), job.company);
  if ((await field(desk, 'newCustomer.field.domainPrefix').inputValue()) !== job.domain) {
    await desk.hand.write(field(desk, 'newCustomer.field.domainPrefix'), job.domain);
  }
}

export async function fillContact(desk: Desk, job: Job): Promise<void> {
  const { hand } = desk;
  await hand.press(button(desk, 'newCustomer.nextContact'));
  await hand.write(field(desk, 'newCustomer.field.addressLine1'), job.street);
  await hand.write(field(desk, 'newCustomer.field.postalCode'), job.postalCode);
  await hand.write(field(desk, 'newCustomer.field.city'), job.city);
  await hand.write(field(desk, 'newCustomer.field.state'), job.state);
  await hand.write(field(desk, 'newCustomer.field.firstName'), job.firstName);
  await hand.write(field(desk, 'newCustomer.field.lastName'), job.lastName);
  await hand.write(field(desk, 'newCustomer.field.email'), job.email);
  await hand.write(field(desk, 'newCustomer.field.phoneNumber'), job.phoneNumber);
}

export async function reviewCustomer(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'newCustomer.nextReview'));
  await page.getByRole('heading', { name: text('newCustomer.checksTitle') }).waitFor();
}

/** Submit, or offline "Put in outbox": the customer's own page says that it waits. */
export async function submitCustomer(desk: Desk, job: Job, isOnline = false): Promise<void> {
  await desk.hand.press(button(desk, isOnline ? 'newCustomer.submit' : 'newCustomer.putInOutbox'));
  await screen(desk, job.company);
}

/** The customer stands in the list, marked as waiting. */
export async function seeWaitingCustomer(desk: Desk, job: Job): Promise<void> {
  await goTo(desk, 'nav.customers');
  const row = table(desk, 'nav.customers').getByRole('row').filter({ hasText: job.company });
  await row.getByText(desk.text('operation.waiting.network')).waitFor();
}
