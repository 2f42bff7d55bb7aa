import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Operation } from '../../shared/sync/operation.ts';
import type { SubscriptionChange } from '../../shared/sync/operation.ts';
import {
  answer, cartDraft, contactChange, customerDraft, customerPayload, good, lineOf, resellerChange, toConfirm,
} from '../unit/sync/sync-builders.ts';
import { calls, expectAccessible, mainProcess, openDialog, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';
import { alba, albaSistemi, knownCustomer } from './wizard-mirror.ts';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const names = (operations: readonly Operation[]): string[] => operations.map(({ state }) => state.name);

const priced = [lineOf(0), lineOf(1)];
/** The model server has no prices of its own: lines without one have nothing to differ from. */
const bare = priced.map(({ unitPrice: _price, ...line }) => line);

async function confirmCart({ work, account, outbox }: WizardDesk, more: object = {}): Promise<readonly Operation[]> {
  const made = await work.confirmCart(cartDraft({ accountId: account.id, id: crypto.randomUUID(), lines: bare, ...more }));
  if (!made.ok) throw new Error(made.error.code);
  outbox.wake();
  return made.value;
}
async function confirmJob(desk: WizardDesk): Promise<void> {
  const customer = await desk.work.confirmCustomer(customerDraft({ accountId: desk.account.id }), customerPayload);
  if (!customer.ok) throw new Error(customer.error.code);
  await confirmCart(desk, { customer: { kind: 'pending', operationId: customer.value.id }, agreement: toConfirm });
}

describe('the outbox', () => {
  it('shows the job in order with what waits for what, and cancels a customer with everything that waits for it', async () => {
    const desk = await openWizardDesk();
    await confirmJob(desk);
    desk.show('/outbox');
    const group = await screen.findByRole('region', { name: 'Fornace Bianchi' });
    await waitFor(() => expect(within(group).getAllByRole('listitem')).toHaveLength(3));
    const [customer, agreement, order] = within(group).getAllByRole('listitem');
    within(customer ?? group).getByRole('link', { name: 'New customer Fornace Bianchi' });
    await within(agreement ?? group).findByText(/Waits for:/u);
    await within(order ?? group).findByRole('link', { name: 'Microsoft Customer Agreement of Fornace Bianchi' });
    await expectAccessible();
    await desk.user.click(within(customer ?? group).getByRole('button', { name: 'Cancel' }));
    const dialog = await openDialog();
    await waitFor(() => expect(within(dialog).getAllByRole('listitem', { hidden: true })).toHaveLength(2));
    await desk.user.click(within(dialog).getByRole('button', { name: 'Cancel it', hidden: true }));
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['cancelled', 'cancelled', 'cancelled']));
  });

  it('sends when the network is back, and leads to the envelope and the order', async () => {
    const desk = await openWizardDesk();
    await confirmJob(desk);
    desk.show('/outbox');
    await screen.findByText(/Offline: everything here is safe/u);
    desk.setOnline(true);
    const recent = await screen.findByRole('region', { name: 'Done in the last seven days' });
    await waitFor(() => expect(within(recent).getAllByText('Done')).toHaveLength(3));
    await desk.user.click(within(recent).getByRole('link', { name: 'New customer Fornace Bianchi' }));
    await screen.findByRole('link', { name: 'Hand over the password' });
    await screen.findByText('Checking the address: done');
    await expectAccessible();
  });

  it('stops at a changed price and shows both with the difference; nothing is bought before it is accepted', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('read-offers', good.offers('110.00'));
    const [order] = await confirmCart(desk, { lines: priced });
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['needs-decision']));
    desk.show(`/outbox/${order?.id ?? ''}`);
    const sheet = await screen.findByRole('region', { name: 'Something differs from what you confirmed' });
    const row = within(sheet).getByRole('row', { name: /Product 0/u });
    within(row).getByRole('rowheader', { name: 'Product 0 5 licenses' });
    const cells = within(row).getAllByRole('cell').map((cell) => cell.textContent);
    expect(cells.slice(0, 4)).toEqual(['price of one license', '€100.00', '€110.00', '+€50.00per year']);
    await expectAccessible();
    expect(desk.server.performed).toEqual([]);
    desk.answers.set('read-offers', good.offers('110.00'));
    await desk.user.click(button('Accept the new prices and buy'));
    await waitFor(async () =>
      expect((await desk.work.operations())[0]?.payload).toMatchObject({ lines: [{ unitPrice: { amount: '110.00' } }, {}] }),
    );
  });

  it('offers to buy without a line that is gone', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('read-offers', good.offers('100.00', [0]));
    const [order] = await confirmCart(desk, { lines: priced });
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['needs-decision']));
    desk.show(`/outbox/${order?.id ?? ''}`);
    const sheet = await screen.findByRole('region', { name: 'Something differs from what you confirmed' });
    const row = within(sheet).getByRole('row', { name: /Product 1/u });
    within(row).getByText('No longer offered with this term and billing');
    expect(within(row).getByRole<HTMLInputElement>('radio', { name: 'Accept' }).disabled).toBe(true);
    await desk.user.click(button('Buy without this line'));
    await waitFor(async () =>
      expect((await desk.work.operations())[0]?.payload).toMatchObject({ lines: [{ title: 'Product 0' }] }),
    );
  });

  it('lets the user take a suggested address or keep the own one', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const { address } = customerPayload.form;
    desk.answers.set(
      'check-address',
      answer({ status: 'InteractionRequired', suggestions: [{ ...address, addressLine1: 'Via Roma, 1' }] }),
    );
    const made = await desk.work.confirmCustomer(customerDraft({ accountId: desk.account.id }), customerPayload);
    desk.outbox.wake();
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['needs-decision']));
    desk.show(`/outbox/${made.ok ? made.value.id : ''}`);
    await desk.user.click(await screen.findByRole('radio', { name: /Via Roma, 1/u }));
    await expectAccessible();
    await desk.user.click(button('Use this address and go on'));
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['done']));
    const [operation] = await desk.work.operations();
    expect(operation?.payload).toMatchObject({ form: { address: { addressLine1: 'Via Roma, 1' } } });
  });

  it('says a refusal with its way out, and tries again as it is', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.faults.set('create-customer', 'refused');
    const made = await desk.work.confirmCustomer(customerDraft({ accountId: desk.account.id }), customerPayload);
    desk.outbox.wake();
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['refused']));
    desk.show(`/outbox/${made.ok ? made.value.id : ''}`);
    await screen.findByText('Creating the customer: refused');
    expect(screen.getByRole('link', { name: 'Change details' }).getAttribute('href')).toBe(
      `/customers/new?operation=${made.ok ? made.value.id : ''}`,
    );
    await expectAccessible();
    await desk.user.click(button('Try again'));
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['done']));
  });

  it('makes a new cart of the lines that were refused while others were bought', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const [order] = await confirmCart(desk);
    await waitFor(async () => expect(names(await desk.work.operations())).toContain('done'));
    if (order === undefined) throw new Error('no order');
    const done = await desk.work.operation(order.id);
    if (done?.kind !== 'place-order' || done.state.name !== 'done') throw new Error('not done');
    const lines = [
      { lineId: 0, state: 'ordered' as const, orderId: 'order-1' },
      { lineId: 1, state: 'refused' as const, failure: { code: 'item-not-purchasable' as const } },
    ];
    const after = { ...done, state: { ...done.state, result: { kind: 'place-order' as const, orderIds: ['order-1'], lines } } };
    await desk.work.commit({ before: [done], after: [after], journal: [] });
    const place = desk.show(`/outbox/${done.id}`);
    await screen.findByText('Product 1: refused');
    await desk.user.click(await screen.findByRole('button', { name: 'New cart with this line' }));
    await waitFor(() => expect(place()).toMatch(/^\/carts\//u));
    const cart = (await desk.work.drafts()).find((draft) => draft.kind === 'cart' && draft.state === 'open');
    expect(cart).toMatchObject({ lines: [{ title: 'Product 1' }], attestationAccepted: false });
  });

  it('sends an order whose fate is unknown again only when the name of the customer is typed (story F4)', async () => {
    const desk = await openWizardDesk();
    const [order] = await confirmCart(desk, { lines: [lineOf(0)] });
    if (order === undefined) throw new Error('no order');
    // Offline it comes to rest; what is written over it then stays.
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['waiting']));
    const now = await desk.work.operation(order.id);
    if (now === undefined) throw new Error('no order');
    const stepId = crypto.randomUUID();
    const step = { id: stepId, name: 'list-orders', requestId: crypto.randomUUID(), state: 'answered', attempts: 3 };
    const state = { name: 'needs-decision', stepId, differences: [{ kind: 'order-not-found', waitedUntil: desk.clock.now() }] };
    await desk.work.commit({ before: [now], after: [Operation.parse({ ...now, steps: [step], state })], journal: [] });
    desk.show(`/outbox/${order.id}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Send again' }));
    const dialog = await openDialog();
    const send = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Send again', hidden: true });
    expect(send.disabled).toBe(true);
    await desk.user.type(within(dialog).getByRole('textbox', { hidden: true }), 'Fornace Bianchi');
    await desk.user.click(send);
    await waitFor(async () => expect(names(await desk.work.operations())).not.toContain('needs-decision'));
    expect((await desk.work.journal({ limit: 20 })).map(({ what }) => what)).toContain('sent-again');
  });
});

const about = { customer: { kind: 'tenant', customerId: knownCustomer }, customerName: 'Officina Caffè' };
const credited: SubscriptionChange = {
  kind: 'change-subscription', payload: resellerChange({ ...about, reseller: { id: alba, partnerId: '4847383', name: 'Alba Sistemi S.r.l.' } }),
};
async function confirmChange({ work, outbox }: WizardDesk, change: SubscriptionChange): Promise<string> {
  const made = await work.confirmChange([change], '5380000');
  outbox.wake();
  return made.ok ? (made.value[0]?.id ?? '') : '';
}

describe('a change of a subscription in the outbox', () => {
  it('is held while the reseller may not be credited, and checked again when told to', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.faults.set('check-reseller', 'reseller');
    const id = await confirmChange(desk, credited);
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['needs-decision']));
    desk.show(`/outbox/${id}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Check again' }));
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['done']));
  });

  it('shows a support contact that was set, and one that was there already', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const change: SubscriptionChange = { kind: 'set-support-contact', payload: contactChange(about) };
    await confirmChange(desk, change);
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['done']));
    const id = await confirmChange(desk, change);
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['done', 'done']));
    desk.show(`/outbox/${id}`);
    await screen.findByText('The support contact is Rossi Cloud, Partner ID 4847383.');
    await screen.findByText('It was so already: nothing had to be sent.');
    expect(desk.server.performed).toHaveLength(1);
  });
});

describe('a domain that an earlier try may have taken (story F16)', () => {
  async function halfMade(desk: WizardDesk): Promise<string> {
    desk.answers.set('create-customer', { outcome: 'refused', failure: { code: 'invalid-property', field: 'email' } });
    const made = await desk.work.confirmCustomer(customerDraft({ accountId: desk.account.id }), { ...customerPayload, reseller: albaSistemi });
    if (!made.ok) throw new Error(made.error.code);
    desk.outbox.wake();
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['refused']));
    desk.answers.set('check-domain', answer({ isFree: false }));
    await desk.outbox.retry(made.value.id);
    await waitFor(async () => expect((await desk.work.operation(made.value.id))?.state).toMatchObject({ failure: { code: 'domain-taken' } }));
    return made.value.id;
  }
  const found = { id: knownCustomer, name: 'Fornace Bianchi', domain: customerPayload.form.domain, relationship: 'reseller' };

  it('is looked up and taken over, and then what waits for the customer goes on', async () => {
    mainProcess.set('sync.read', () => ({ outcome: 'answered', value: { customers: [found] }, correlationId: 'c' }));
    const desk = await openWizardDesk({ isOnline: true });
    const id = await halfMade(desk);
    await confirmCart(desk, { customer: { kind: 'pending', operationId: id } });
    desk.show(`/outbox/${id}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Look it up in Partner Center' }));
    await screen.findByText(knownCustomer);
    expect(calls('sync.read')).toMatchObject([{ call: 'find-customer', input: { domain: found.domain } }]);
    await expectAccessible();
    await desk.user.click(screen.getByRole('button', { name: 'This is the customer: take it over' }));
    await waitFor(async () => expect(names(await desk.work.operations())).toEqual(['done', 'done']));
    const [customer, order] = await desk.work.operations();
    expect(customer?.state).toMatchObject({ result: { customerId: knownCustomer, credentials: 'missing' } });
    expect(order?.kind === 'place-order' && order.payload.customer).toEqual({ kind: 'tenant', customerId: knownCustomer });
  });

  it('says when it is nobody of ours, cannot be looked up offline, and always leads to another domain', async () => {
    mainProcess.set('sync.read', () => ({ outcome: 'answered', value: { customers: [] }, correlationId: 'c' }));
    const desk = await openWizardDesk({ isOnline: true });
    const id = await halfMade(desk);
    desk.show(`/outbox/${id}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Look it up in Partner Center' }));
    await screen.findByText(/None of your customers has the domain/u);
    expect(screen.queryByRole('button', { name: /take it over/u })).toBeNull();
    desk.setOnline(false);
    await screen.findByText('It can be looked up when you are online.');
    expect(screen.queryByRole('button', { name: 'Look it up in Partner Center' })).toBeNull();
    const other = screen.getByRole('link', { name: 'Choose another domain name' });
    expect(other.getAttribute('href')).toBe(`/customers/new?operation=${id}`);
  });
});
