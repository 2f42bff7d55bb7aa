import { button, screen } from './desk.ts';
import type { Desk } from './desk.ts';
import { chooseReseller, openCustomer, part } from './open-record.ts';

/** A subscription of the practice tenant's seed, with the reseller it credits and others it may credit. */
export const subscriptionCase = {
  customer: { id: 'ce751a6b-3b38-403b-ae0e-3007d2071c1d', name: 'Monteluce Meccanica S.n.c.' },
  subscription: { id: '7d5e4449-cfe4-40cf-aa56-e91cc5d014ac', name: 'Visio Plan 1' },
  before: { name: 'Monteluce Sistemi S.r.l.', partnerId: '5100148' },
  wanted: { name: 'Valdorsa Informatica S.n.c.', partnerId: '5100000', tenantId: 'ccf45231-9f56-409f-a465-7a5740fc08ca' },
  /** Put there by somebody else in between. */
  between: { name: 'Rivachiara Cloud Partner S.r.l.', partnerId: '5100296' },
  suspended: { name: 'Aurelmèc Cloud Partner Società Cooperativa', partnerId: '5100888' },
  ownPartnerId: '4890001',
} as const;

const { customer, subscription, before, wanted } = subscriptionCase;

/** The page of the subscription, from its customer's. */
export async function openSubscription(desk: Desk): Promise<void> {
  await openCustomer(desk, customer.name);
  await desk.hand.press(part(desk, 'nav.subscriptions').getByRole('link', { name: subscription.name, exact: true }));
  await screen(desk, subscription.name);
}

/** Who is credited and who gives support, by what the page says now. */
export async function seeOnSubscription(desk: Desk, name: string): Promise<void> {
  await part(desk, 'subscription.resellerTitle').getByRole('link', { name, exact: true }).waitFor();
  await part(desk, 'subscription.supportContact').getByText(name, { exact: true }).waitFor();
}

/** What the outbox calls the two changes to the wanted reseller. */
export const changeTitles = ({ text }: Desk): { readonly reseller: string; readonly support: string } => {
  const values = { partner: wanted.name, subscription: subscription.name, name: customer.name };
  const edit = text('operation.edit.reseller', { after: wanted.name });
  return {
    reseller: text('operation.title.change-subscription', { ...values, count: 1, edit }),
    support: text('operation.title.set-support-contact', values),
  };
};

/** Another reseller, chosen in the list; offline it waits in the outbox. */
export async function putReseller(desk: Desk): Promise<void> {
  await desk.hand.press(button(desk, 'subscription.changeReseller'));
  await chooseReseller(desk, wanted.name);
  await desk.hand.press(button(desk, 'subscription.putInOutbox'));
  await part(desk, 'subscription.resellerTitle').getByRole('link', { name: `${before.name} → ${wanted.name}` }).waitFor();
}

/** The same reseller as support contact. */
export async function nameSupport(desk: Desk): Promise<void> {
  await desk.hand.press(button(desk, 'subscription.changeSupport'));
  await chooseReseller(desk, wanted.name);
  await desk.hand.press(button(desk, 'subscription.putInOutbox'));
  await part(desk, 'subscription.supportContact').getByRole('link', { name: changeTitles(desk).support }).waitFor();
}
