import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { button, goTo, link, screen, table } from './desk.ts';
import type { Desk } from './desk.ts';
import { goOnline, startPractice, workOffline } from './connection.ts';
import { addProducts, fillAgreement, reviewCart } from './job-cart.ts';
import { fillCompany, fillContact, openReseller, reviewCustomer, submitCustomer } from './job-customer.ts';
import { practiceUrlOf } from './ledger.ts';
import { lineCount } from './order-job.ts';
import type { OrderJob } from './order-job.ts';

/** One step of the order's journey. */
export interface OrderStep {
  readonly name: string;
  readonly what: string;
  readonly play: (desk: Desk, job: OrderJob) => Promise<unknown>;
}

const lineOf = ({ page, text }: Desk, title: string): Locator =>
  page.getByRole('list', { name: text('carts.linesLabel') }).getByRole('listitem', { name: title, exact: true });

const orderTitle = ({ text }: Desk, job: OrderJob): string =>
  text('operation.title.place-order', { name: job.company, count: lineCount(job) });

/** A new customer for the reseller, put into the outbox: the cart begins before it exists. */
async function prepareCustomer(desk: Desk, job: OrderJob): Promise<void> {
  await openReseller(desk, job);
  await fillCompany(desk, job);
  await fillContact(desk, job);
  await reviewCustomer(desk);
  await submitCustomer(desk, job);
  await goTo(desk, 'nav.customers');
  await table(desk, 'nav.customers').getByRole('row').filter({ hasText: job.company }).waitFor();
}

/** What an add-on costs and asks for is the catalogue's word; it is put under its base, with seats of its own. */
async function addAddon(desk: Desk, { base, addon }: OrderJob): Promise<void> {
  const { page, text, hand } = desk;
  await hand.chooseFromMenu(
    lineOf(desk, base.title).getByRole('button', { name: new RegExp(`^${text('carts.addon.add')}`, 'u') }),
    page.getByRole('menuitem', { name: new RegExp(`^${addon.title}`, 'u') }),
  );
  const line = lineOf(desk, addon.title);
  await line.getByText(text('carts.addon.ofLine', { name: base.title })).waitFor();
  await hand.write(line.getByRole('spinbutton'), `${addon.seats}`);
  const term = text('carts.termAndCycle', { term: text(`carts.term.${addon.term}`), cycle: text(`carts.cycle.${addon.cycle}`) });
  await hand.choose(line.getByRole('combobox'), term);
}

async function choosePromotion(desk: Desk, { base, promotion }: OrderJob): Promise<void> {
  const { page, text, hand } = desk;
  const line = lineOf(desk, base.title);
  await hand.chooseFromMenu(
    line.getByRole('button', { name: text.pattern('carts.promotion.none', { count: 1 }) }),
    page.getByRole('menuitemradio', { name: new RegExp(`^${promotion.name}`, 'u') }),
  );
  await line.getByText(text('carts.promotion.checkedLater')).waitFor();
}

async function compareCommitments(desk: Desk, { base }: OrderJob): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(lineOf(desk, base.title).getByRole('button', { name: new RegExp(`^${text('carts.compare.open')}`, 'u') }));
  await page.getByRole('dialog').getByRole('heading', { name: text('carts.compare.title', { title: base.title }) }).waitFor();
}

async function agree(desk: Desk, job: OrderJob): Promise<void> {
  await desk.hand.press(desk.page.getByRole('dialog').getByRole('button', { name: desk.text('carts.close') }));
  await fillAgreement(desk, job);
}

async function seeDeparture(desk: Desk): Promise<void> {
  await reviewCart(desk);
  const sheet = desk.page.getByRole('region', { name: desk.text('departure.title') });
  await sheet.getByRole('status').waitFor();
  await sheet.scrollIntoViewIfNeeded();
}

/** The cart as a quote, offline: its PDF on the disk, whatever becomes of the cart afterwards. */
async function quoteCart(desk: Desk): Promise<void> {
  const { page, text, hand, app } = desk;
  await hand.press(page.getByRole('main').getByRole('link', { name: text('quote.ofCart'), exact: true }));
  await hand.press(button(desk, 'quote.new.make'));
  const file = join(desk.profile, '..', 'quote.pdf');
  await app.answerFileDialog(file);
  await hand.press(page.getByRole('button', { name: text.pattern('quote.save') }));
  await page.getByRole('status').filter({ hasText: text.pattern('quote.saved') }).waitFor({ timeout: 30_000 });
  if (!readFileSync(file).subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('the quote is no PDF');
}

/** Back in the cart, where everything is as it was left. */
async function buyOffline(desk: Desk, job: OrderJob): Promise<void> {
  await desk.hand.press(link(desk, 'quote.openCart'));
  await desk.hand.press(button(desk, 'carts.nextAgreement'));
  await desk.hand.press(button(desk, 'carts.nextReview'));
  await desk.hand.press(button(desk, 'carts.putInOutbox'));
  await screen(desk, orderTitle(desk, job));
}

async function tell(desk: Desk, fault: object): Promise<void> {
  const url = process.env['PROVIDER_DESK_PRACTICE_URL'] ?? practiceUrlOf(desk.profile) ?? '';
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/_practice/faults`, { method: 'POST', headers, body: JSON.stringify(fault) });
  if (!answer.ok) throw new Error(`the practice tenant refused ${JSON.stringify(fault)}: ${answer.status}`);
}

/** While the seller is on the train the promotion shrinks, and one product is no longer sold to this customer. */
async function changeTheWorld(desk: Desk, { promotion, refused }: OrderJob): Promise<void> {
  await tell(desk, { kind: 'change-promotion', promotionId: promotion.id, discount: '0.05' });
  const { productId, skuId } = refused;
  await tell(desk, { kind: 'fail-line', productId, skuId, code: 800_089, description: 'Over the items left for the customer.' });
  await goTo(desk, 'nav.outbox');
  await desk.page.getByRole('region', { name: desk.text('departure.title') }).getByRole('status').waitFor();
}

/** The order stops at the promotion, with what was confirmed beside what the server says now. */
async function seeDifference(desk: Desk, job: OrderJob): Promise<void> {
  const { page, text, hand } = desk;
  await goOnline(desk);
  const title = orderTitle(desk, job);
  const item = page.getByRole('region', { name: job.company }).getByRole('listitem').filter({ hasText: title }).first();
  await item.getByText(text('operation.state.needs-decision')).waitFor({ timeout: 60_000 });
  await hand.press(item.getByRole('link', { name: title, exact: true }));
  await page.getByRole('table').getByText(job.base.title, { exact: true }).waitFor();
}

/** Accepted: each line gets its own end, and the one that was refused says why and what to do. */
async function seeLinesEnd(desk: Desk, job: OrderJob): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(page.getByRole('main').getByRole('button', { name: text('outbox.decision.accept'), exact: true }));
  await page.getByText(text('outbox.result.lineRefused', { title: job.refused.title })).waitFor({ timeout: 60_000 });
}

async function openOrder(desk: Desk, job: OrderJob): Promise<void> {
  await goTo(desk, 'nav.orders');
  await desk.hand.openRow(table(desk, 'nav.orders'), job.company);
}

/** A five-line order, prepared offline, that meets a changed promotion and a refused line on its way. */
export const orderSteps: readonly OrderStep[] = [
  { name: 'home', what: 'The practice tenant in one click', play: startPractice },
  { name: 'offline', what: 'The network goes away', play: workOffline },
  { name: 'customer', what: 'A new customer waits in the outbox', play: prepareCustomer },
  { name: 'lines', what: 'Four products from the catalogue, with terms and seats', play: addProducts },
  { name: 'addon', what: 'An add-on under its base', play: addAddon },
  { name: 'promotion', what: 'A promotion, with its end and limits', play: choosePromotion },
  { name: 'commitments', what: 'Commitments compared: what each costs, and what leaving costs', play: compareCommitments },
  { name: 'agreement', what: 'Who accepted the Microsoft Customer Agreement', play: agree },
  { name: 'departure', what: 'Review: what is known before it leaves, and how old it is', play: seeDeparture },
  { name: 'quote', what: 'The cart as a quote: a version that never changes, and its PDF', play: quoteCart },
  { name: 'order-waiting', what: 'Put in outbox', play: buyOffline },
  { name: 'outbox-departure', what: 'Meanwhile the promotion shrinks and a product is refused', play: changeTheWorld },
  { name: 'difference', what: 'Online: the order stops at the difference and asks', play: seeDifference },
  { name: 'partial', what: 'Accepted: four lines are bought, one is refused and says why', play: seeLinesEnd },
  { name: 'order-page', what: 'The order, with its lines and what may still be cancelled', play: openOrder },
];
