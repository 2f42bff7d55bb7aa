import type { Locator } from 'playwright-core';
import { goOnline, startPractice, workOffline } from './connection.ts';
import { button, goTo, screen, search, table } from './desk.ts';
import type { Desk } from './desk.ts';
import { fillAgreement, reviewCart } from './job-cart.ts';
import { chooseReseller, part } from './open-record.ts';
import { changeFrom, otherDevice } from './other-device.ts';
import { openSubscription, subscriptionCase } from './subscription-change.ts';

/** One step of the journey through the subscriptions of customers that exist. */
export interface SubscriptionsStep {
  readonly name: string;
  readonly what: string;
  readonly play: (desk: Desk) => Promise<unknown>;
}

const { customer, subscription, before, wanted } = subscriptionCase;
const accepted = { firstName: 'Carla', lastName: 'Neri', email: 'carla.neri@esempio.example' } as const;
const upgraded = 'Visio Plan 2';
const added = { title: 'Microsoft 365 Business Basic', seats: 6 } as const;

const main = ({ page }: Desk): Locator => page.getByRole('main');

/** The customer's row opened in place: its subscriptions, read from the server. */
async function openRow(desk: Desk): Promise<void> {
  await goTo(desk, 'nav.customers');
  await desk.hand.write(search(desk, 'customer.search'), customer.name);
  const rows = table(desk, 'nav.customers');
  await rows.getByRole('row').filter({ hasText: customer.name }).first().waitFor();
  await rows.press('ArrowRight');
  await main(desk).getByRole('link', { name: subscription.name }).first().waitFor();
}

/** The same cart as for a new customer, with the customer fixed; the reseller is entered by its Partner ID and verified. */
async function addSubscriptions(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(main(desk).getByRole('link', { name: text('action.addSubscriptionsTo', { name: customer.name }) }).first());
  await screen(desk, text('carts.titleFor', { name: customer.name }));
  await enterPartnerId(desk, part(desk, 'newCustomer.resellerTitle'));
  const catalogue = page.getByRole('region', { name: text('carts.addProducts') });
  await hand.write(catalogue.getByRole('searchbox'), added.title);
  await hand.press(catalogue.getByRole('button', { name: text('carts.addNamed', { title: added.title }), exact: true }));
  const line = page.getByRole('list', { name: text('carts.linesLabel') }).getByRole('listitem', { name: added.title, exact: true });
  await hand.write(line.getByRole('spinbutton'), `${added.seats}`);
}

/** "Indirect reseller not listed? Enter Partner ID", and Verify. */
async function enterPartnerId(desk: Desk, place: Locator): Promise<void> {
  const { text, hand } = desk;
  await hand.press(place.getByRole('button', { name: text('subscription.enterPartnerId') }));
  await hand.write(place.getByRole('textbox', { name: text('resellerChoice.partnerIdLabel'), exact: true }), wanted.partnerId);
  await hand.press(place.getByRole('button', { name: text('subscription.verify'), exact: true }));
  await place.getByText(text.startOf('verdict.good.short')).first().waitFor({ timeout: 30_000 });
}

async function buySubscriptions(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await fillAgreement(desk, accepted);
  await reviewCart(desk);
  await hand.press(button(desk, 'carts.buy'));
  await screen(desk, text('operation.title.place-order', { name: customer.name, count: 1 }));
  await page.getByText(text('operation.state.done'), { exact: true }).first().waitFor({ timeout: 60_000 });
}

async function seeAdded(desk: Desk): Promise<void> {
  await openRow(desk);
  await main(desk).getByText(added.title).first().waitFor({ timeout: 60_000 });
}

/** Reseller (Partner ID): entered, verified, submitted, sent. */
async function changeReseller(desk: Desk): Promise<void> {
  const { hand } = desk;
  await hand.press(button(desk, 'subscription.changeReseller'));
  await enterPartnerId(desk, part(desk, 'subscription.resellerTitle'));
}

async function submitReseller(desk: Desk): Promise<void> {
  await desk.hand.press(button(desk, 'subscription.submit'));
  await part(desk, 'subscription.resellerTitle').getByRole('link', { name: wanted.name, exact: true }).waitFor({ timeout: 60_000 });
}

async function nameSupport(desk: Desk): Promise<void> {
  const { hand } = desk;
  await hand.press(button(desk, 'subscription.changeSupport'));
  await chooseReseller(desk, wanted.name);
  await hand.press(button(desk, 'subscription.submit'));
  await part(desk, 'subscription.supportContact').getByText(wanted.name, { exact: true }).first().waitFor({ timeout: 60_000 });
}

/** More licenses, prepared on the train. */
async function changeSeats(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await workOffline(desk);
  await hand.press(button(desk, 'subscription.changeSeats'));
  await hand.write(page.getByRole('spinbutton', { name: text('subscription.newSeats') }), '120');
  await hand.press(button(desk, 'subscription.putInOutbox'));
  await page.getByText(text('operation.waiting.network')).first().waitFor();
}

/** Meanwhile another device changes the licenses too: both versions stand side by side. */
async function seeConflict(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await changeFrom(await otherDevice(desk), { customerId: customer.id, subscriptionId: subscription.id }, { quantity: 77 });
  await goOnline(desk);
  await goTo(desk, 'nav.outbox');
  await page.getByText(text('operation.state.needs-decision'), { exact: true }).waitFor({ timeout: 60_000 });
  await hand.press(page.getByRole('region', { name: customer.name }).getByRole('link').filter({ hasText: subscription.name }).first());
  await page.getByRole('table', { name: text('outbox.versions.table') }).waitFor();
}

async function sendMine(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(button(desk, 'outbox.versions.sendMine'));
  await page.getByText(text('operation.state.done'), { exact: true }).first().waitFor({ timeout: 60_000 });
}

/** A part of the licenses becomes a better product: what it means stands there before, and the server is followed to its end. */
async function upgradePart(desk: Desk): Promise<void> {
  const { text, hand } = desk;
  await openSubscription(desk);
  const panel = part(desk, 'upgrade.title');
  await hand.press(panel.getByRole('button', { name: text('upgrade.begin'), exact: true }));
  await hand.write(panel.getByRole('spinbutton', { name: text('upgrade.seats') }), '10');
  await panel.getByText(text('upgrade.effect.part')).waitFor();
  await hand.tick(panel.getByRole('checkbox', { name: text('upgrade.understood') }));
}

async function sendUpgrade(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  const panel = part(desk, 'upgrade.title');
  await hand.press(panel.getByRole('button', { name: text('subscription.submit'), exact: true }));
  await goTo(desk, 'nav.outbox');
  await hand.press(page.getByRole('link', { name: text('operation.title.transition-subscription', {
    subscription: subscription.name, name: customer.name, target: upgraded,
  }) }).first());
  await page.getByText(text('upgrade.made', { count: 10, target: upgraded })).waitFor({ timeout: 60_000 });
}

/** A reseller taken along with all its customers, and read so that the train can come. */
async function takeAlong(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.chooseFromMenu(button(desk, 'sync.menu'), page.getByRole('menuitem', { name: text('briefcase.title') }));
  await screen(desk, text('briefcase.title'));
  const choice = page.getByRole('combobox', { name: text('briefcase.addReseller') });
  await hand.press(choice);
  await choice.fill(before.name);
  await hand.press(page.getByRole('option').filter({ hasText: before.name }));
  await part(desk, 'briefcase.ready').getByText(text('briefcase.state.complete'), { exact: true }).waitFor({ timeout: 240_000 });
}

/** What ends in the next 90 days, and what doing nothing costs. */
async function seeEnding(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.subscriptions');
  await hand.press(main(desk).getByRole('link', { name: text('ending.open'), exact: true }));
  await screen(desk, text('ending.title'));
  await page.getByRole('grid', { name: text('ending.title') }).getByRole('row').nth(2).waitFor();
}

/** "Replace this Partner ID everywhere": which one, by which reseller, and every subscription that is known to carry it. */
async function replacePartnerId(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.subscriptions');
  await hand.press(main(desk).getByRole('link', { name: text('subscription.replacePartnerId'), exact: true }));
  await hand.write(page.getByRole('textbox', { name: text.startOf('bulk.replacedId') }), before.partnerId);
  await chooseReseller(desk, wanted.name);
  await hand.press(button(desk, 'bulk.nextWhich'));
  await hand.press(button(desk, 'bulk.nextPreview'));
  await page.getByRole('grid', { name: text('bulk.preview.title') }).getByRole('row').nth(2).waitFor();
}

async function runReplacement(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await hand.press(page.getByRole('button', { name: text.pattern('bulk.preview.change', { count: 2 }) }));
  await page.getByText(text('bulk.batch.state.over')).waitFor({ timeout: 120_000 });
}

/** Adding subscriptions, the reseller verified, licenses in conflict, the support contact, a Partner ID replaced everywhere. */
export const subscriptionsSteps: readonly SubscriptionsStep[] = [
  { name: 'home', what: 'The practice tenant in one click', play: startPractice },
  { name: 'customer-rows', what: 'A customer opened in the list, with its subscriptions', play: openRow },
  { name: 'add-subscriptions', what: 'Add subscriptions: the customer is fixed, the reseller entered and verified', play: addSubscriptions },
  { name: 'bought', what: 'Bought', play: buySubscriptions },
  { name: 'added', what: 'The new subscription stands in the list', play: seeAdded },
  { name: 'subscription', what: 'A subscription, with all that is known of it', play: openSubscription },
  { name: 'reseller-verified', what: 'Reseller not listed: Partner ID entered and verified', play: changeReseller },
  { name: 'reseller-changed', what: 'Submitted, and on the subscription', play: submitReseller },
  { name: 'support', what: 'The same reseller as support contact', play: nameSupport },
  { name: 'seats', what: 'Offline: more licenses', play: changeSeats },
  { name: 'versions', what: 'Meanwhile another device changed them too: three versions, and a person decides', play: seeConflict },
  { name: 'decided', what: 'Mine is sent, nothing was lost', play: sendMine },
  { name: 'upgrade', what: 'A part of the licenses to another product: what it costs, and what it means', play: upgradePart },
  { name: 'upgraded', what: 'Upgraded, followed to its end', play: sendUpgrade },
  { name: 'briefcase', what: 'A reseller taken along: ready offline until when, and why', play: takeAlong },
  { name: 'bulk-preview', what: 'Replace a Partner ID everywhere: every row before it is sent', play: replacePartnerId },
  { name: 'bulk-run', what: 'Sent, row by row, with what became of each', play: runReplacement },
  { name: 'ending', what: 'What ends in the next 90 days, and what doing nothing costs', play: seeEnding },
];
