import { screen } from './desk.ts';
import type { Desk } from './desk.ts';
import { confirmHandOver, copyPassword, findEnvelope, revealPassword } from './hand-over.ts';
import { goOnline, startPractice, workOffline } from './connection.ts';
import { jobTitles } from './job.ts';
import { addProducts, buy, fillAgreement, reviewCart } from './job-cart.ts';
import { fillCompany, fillContact, openReseller, reviewCustomer, seeWaitingCustomer, submitCustomer } from './job-customer.ts';
import { openOrder, seeJournal, seeOutbox, seeSent, seeSteps } from './job-outcome.ts';
import type { Job } from './job.ts';

/** One step of the job; after it the screen shows what it is named after. */
export interface JobStep {
  readonly name: string;
  readonly what: string;
  readonly play: (desk: Desk, job: Job) => Promise<unknown>;
}

/** A morning of a field seller up to the order in the outbox, without network from the third step on. */
export const offlineSteps: readonly JobStep[] = [
  { name: 'welcome', what: 'First start: no account yet', play: (desk) => screen(desk, desk.text('welcome.title')) },
  { name: 'home', what: 'The practice tenant in one click, and its data in the offline store', play: startPractice },
  { name: 'offline', what: 'The network goes away', play: workOffline },
  { name: 'reseller', what: 'Opens a reseller', play: openReseller },
  { name: 'customer-company', what: 'Add customer: the reseller is preselected', play: fillCompany },
  { name: 'customer-contact', what: "Address and contact by the country's rules", play: fillContact },
  { name: 'customer-review', what: 'Next: Review', play: reviewCustomer },
  { name: 'customer-waiting', what: 'Submit: the customer waits in the outbox', play: (desk, job) => submitCustomer(desk, job) },
  { name: 'customers-waiting', what: 'The customer stands in the list, waiting', play: seeWaitingCustomer },
  { name: 'cart', what: 'Add products: terms, billing and seats within what is offered', play: addProducts },
  { name: 'agreement', what: 'Who accepted the Microsoft Customer Agreement, and when', play: fillAgreement },
  { name: 'cart-review', what: 'Review: reseller and Partner ID on every line', play: reviewCart },
  { name: 'order-waiting', what: 'Buy: the order waits', play: (desk, job) => buy(desk, job) },
  { name: 'outbox', what: 'The outbox: customer, agreement, order, in this order', play: seeOutbox },
];

/** From the return of the network to the end. */
export const onlineSteps: readonly JobStep[] = [
  { name: 'online', what: 'The network returns', play: goOnline },
  { name: 'sent', what: 'Everything is sent, step by step', play: (desk, job) => seeSent(desk, jobTitles(desk, job)) },
  { name: 'steps', what: 'What was done for the order, in plain words', play: seeSteps },
  { name: 'envelope', what: 'The password waits in its envelope', play: findEnvelope },
  { name: 'envelope-open', what: 'The envelope is opened', play: revealPassword },
  { name: 'envelope-copied', what: 'The password is copied', play: copyPassword },
  { name: 'handed-over', what: 'Hand-over confirmed: the password is destroyed', play: confirmHandOver },
  { name: 'order', what: 'The order with its number, lines and subscriptions', play: openOrder },
  { name: 'journal', what: 'The journal tells who did what when', play: seeJournal },
];

/** The whole job. */
export const jobSteps: readonly JobStep[] = [...offlineSteps, ...onlineSteps];
