import { startPractice, workOffline } from './connection.ts';
import { button, goTo, screen, search, table } from './desk.ts';
import type { Desk } from './desk.ts';
import { addProducts, buy, reviewCart } from './job-cart.ts';
import { fillCompany, openReseller } from './job-customer.ts';
import { milanJob } from './job.ts';
import type { Job } from './job.ts';
import { openCustomer } from './open-record.ts';
import { partnershipCase } from './partnership-case.ts';
import type { Preparation } from './prepared.ts';

const { leaving } = partnershipCase;

/** Work that names the reseller whose partnership ends. */
const jobFor = (company: string): Job => ({ ...milanJob, reseller: leaving, company, products: milanJob.products.slice(0, 1) });

/** Customers of the reseller in the practice tenant's seed that accepted the agreement, and one that is only typed. */
export const leavingWork = {
  cart: jobFor('Aurelmèc Logistica Società Cooperativa'),
  order: jobFor('Cascinalto Meccanica S.n.c.'),
  newCustomer: { ...jobFor('Tipografia Neri S.r.l.'), domain: 'tipografianeri' },
} as const;

/** A cart with one product, from the customer's page. */
async function fillCart(desk: Desk, job: Job): Promise<void> {
  await goTo(desk, 'nav.customers');
  await desk.hand.write(search(desk, 'customer.search'), job.company);
  await addProducts(desk, job);
}

/** Its place on the home screen: kept on the disk. */
async function seeDraft(desk: Desk, title: string): Promise<void> {
  await goTo(desk, 'nav.home');
  await desk.page.getByRole('link', { name: title, exact: true }).waitFor();
}

/** Titles of the two drafts on the home screen. */
export const draftTitles = ({ text }: Desk): { readonly cart: string; readonly newCustomer: string } => ({
  cart: text('home.cartDraft', { name: leavingWork.cart.company, count: 1 }),
  newCustomer: text('home.customerDraft', { name: leavingWork.newCustomer.company }),
});

/** A cart and a new customer that name the reseller, begun without network and not sent. */
export const draftPreparation: readonly Preparation[] = [
  startPractice,
  (desk) => openCustomer(desk, leavingWork.cart.company),
  (desk) => openCustomer(desk, leavingWork.order.company),
  workOffline,
  (desk) => fillCart(desk, leavingWork.cart),
  (desk) => seeDraft(desk, draftTitles(desk).cart),
  (desk) => openReseller(desk, leavingWork.newCustomer),
  (desk) => fillCompany(desk, leavingWork.newCustomer),
  (desk) => seeDraft(desk, draftTitles(desk).newCustomer),
];

/** An order that names the reseller, for a customer that has the agreement on file. Offline it waits in the outbox. */
export async function orderFor(desk: Desk, job: Job): Promise<void> {
  await fillCart(desk, job);
  await desk.hand.press(button(desk, 'carts.nextAgreement'));
  await reviewCart(desk);
  await buy(desk, job);
}

/** The page on which the partnership is ended. */
export async function openRemoval(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.resellers');
  await hand.write(search(desk, 'reseller.search'), leaving.name);
  await hand.openRow(table(desk, 'nav.resellers'), leaving.partnerId);
  await screen(desk, leaving.name);
  await hand.chooseFromMenu(button(desk, 'reseller.more'), page.getByRole('menuitem', { name: text('reseller.remove') }));
  await screen(desk, text('removal.title', { name: leaving.name }));
}
