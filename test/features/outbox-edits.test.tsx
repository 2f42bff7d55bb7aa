import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/contract/failure.ts';
import type { OperationId } from '../../shared/ids.ts';
import { refusal, resellerChange, subscriptionEdit } from '../unit/sync/sync-builders.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';
import { alba, knownCustomer } from './wizard-mirror.ts';

const about = { customer: { kind: 'tenant', customerId: knownCustomer }, customerName: 'Officina Caffè' };
const scheduled = { product: { productId: 'P1', skuId: '0001', availabilityId: 'A', billingCycle: 'annual', termDuration: 'P1Y' }, quantity: 3 };

async function confirm({ work, outbox }: WizardDesk, payload: ReturnType<typeof subscriptionEdit>): Promise<OperationId> {
  const made = await work.confirmChange([{ kind: 'change-subscription', payload }], '5380000');
  outbox.wake();
  const [operation] = made.ok ? made.value : [];
  if (!operation) throw new Error('not confirmed');
  return operation.id;
}
const isIn = (desk: WizardDesk, name: string) =>
  waitFor(async () => expect((await desk.work.operations()).map(({ state }) => state.name)).toEqual([name]));
const cellsOf = (row: HTMLElement): (string | null)[] => within(row).getAllByRole('cell').map(({ textContent }) => textContent);
const button = (name: string): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name });

/** Seats and renewal are edited here; somebody else bought a seat a moment before it was sent. */
async function meet(desk: WizardDesk): Promise<HTMLElement> {
  desk.faults.set('read-subscription', 'seats');
  const id = await confirm(desk, subscriptionEdit({ ...about, edits: { quantity: 9, autoRenewEnabled: false } }));
  await isIn(desk, 'needs-decision');
  desk.show(`/outbox/${id}`);
  await screen.findByRole('heading', { level: 1, name: '2 changes of Exchange Online of Officina Caffè' });
  return screen.findByRole('table', { name: 'Three versions of the subscription' });
}

describe('edits of a subscription that somebody else changed too', () => {
  it('stand in three versions, are chosen field by field by keyboard, and can be read afterwards', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const table = await meet(desk);
    const seats = within(table).getByRole('row', { name: /^Licenses/u });
    const renewal = within(table).getByRole('row', { name: /^Automatic renewal/u });
    expect(cellsOf(seats).slice(0, 3)).toEqual(['5', '9+3 licenses against now', '6']);
    expect(cellsOf(renewal).slice(0, 3)).toEqual(['on', 'off', 'on']);
    within(renewal).getByText('Is sent, nobody else changed it');
    expect(desk.server.performed).toEqual([]);
    await expectAccessible();
    // What somebody else changed stays theirs until a person says otherwise.
    const theirs = within(seats).getByRole<HTMLInputElement>('radio', { name: 'The server’s' });
    const ours = within(renewal).getByRole<HTMLInputElement>('radio', { name: 'Mine' });
    expect([theirs.checked, ours.checked]).toEqual([true, true]);
    within(renewal).getByRole('radiogroup', { name: 'What is to stand: Automatic renewal' });
    await desk.user.click(within(renewal).getByRole('radio', { name: 'The server’s' }));
    expect(button('Send only what I chose').disabled).toBe(true);
    await desk.user.keyboard('{ArrowUp}');
    expect(ours.checked).toBe(true);
    await desk.user.click(button('Send only what I chose'));
    await isIn(desk, 'done');
    expect(desk.server.fieldsNow('subscription-1')).toMatchObject({ quantity: 6, autoRenewEnabled: false });
    const history = await screen.findByRole('region', { name: 'Versions that stood against each other' });
    expect(cellsOf(within(history).getByRole('row', { name: /^Licenses/u }))).toEqual(['5', '9+3 licenses against now', '6']);
    within(history).getByText(/Sent: Automatic renewal\. Not sent, stayed as the server had it: Licenses\. Decided by sales@nordsee\.example/u);
    await expectAccessible();
    screen.getByText('The subscription now stands like this:');
  });

  it('go over the other’s as a whole, or are given up, and both versions stay', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    await meet(desk);
    await desk.user.click(button('Send mine'));
    await isIn(desk, 'done');
    expect(desk.server.fieldsNow('subscription-1')).toMatchObject({ quantity: 9, autoRenewEnabled: false });
    cleanup();
    const second = await openWizardDesk({ isOnline: true });
    await meet(second);
    await second.user.click(button('Give mine up'));
    await isIn(second, 'cancelled');
    expect(second.server.performed).toEqual([]);
    await screen.findByText(/Yours was given up\./u);
  });

  it('say what is scheduled in words, and that the change would delete it', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const other = await confirm(desk, subscriptionEdit({ ...about, edits: { scheduled } }));
    await isIn(desk, 'done');
    desk.show(`/outbox/${other}`);
    await screen.findByRole('heading', { level: 1, name: 'Change at the renewal on Exchange Online of Officina Caffè' });
    await screen.findAllByText('P1:0001, 3 licenses, 1 year, billing: annual');
    const payload = resellerChange({ ...about, reseller: { id: alba, partnerId: '4847383', name: 'Alba Sistemi S.r.l.' } });
    const id = await confirm(desk, payload);
    await waitFor(async () => expect((await desk.work.operation(id))?.state.name).toBe('needs-decision'));
    desk.show(`/outbox/${id}`);
    await screen.findByRole('heading', { level: 1, name: 'Reseller Alba Sistemi S.r.l. on Exchange Online of Officina Caffè' });
    const table = await screen.findByRole('table', { name: 'Three versions of the subscription' });
    within(within(table).getByRole('row', { name: /^Change at the renewal/u })).getByText(/Your change deletes it/u);
    within(within(table).getByRole('row', { name: /^Reseller/u })).getByText('Alba Sistemi S.r.l., Partner ID 4847383');
  });
});

describe('edits of a subscription that the server does not make', () => {
  it('lead to the renewal when seats cannot go down, and to trying at once when it only has to wait', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('change-subscription', { outcome: 'refused', failure: failure('seats-fixed', { serverCode: '800090' }) });
    const id = await confirm(desk, subscriptionEdit({ ...about, edits: { quantity: 3 } }));
    await isIn(desk, 'refused');
    desk.show(`/outbox/${id}`);
    await screen.findByRole('heading', { level: 1, name: 'Licenses 5 → 3 on Exchange Online of Officina Caffè' });
    const next = await screen.findByRole('link', { name: 'Schedule it for the renewal' });
    expect(next.getAttribute('href')).toBe(`/subscriptions/${knownCustomer}/subscription-1?schedule=3`);
    const change = screen.getByRole('link', { name: 'Change details' });
    expect(change.getAttribute('href')).toBe(`/subscriptions/${knownCustomer}/subscription-1?operation=${id}`);
    desk.answers.set('change-subscription', refusal('change-in-progress'));
    await desk.user.click(button('Try again'));
    await isIn(desk, 'waiting');
    await screen.findByText('Waiting: Microsoft cannot change the subscription yet');
    await screen.findByText('Microsoft is still working on an earlier change of this subscription.');
    await expectAccessible();
    await desk.user.click(await screen.findByRole('button', { name: 'Try now' }));
    await isIn(desk, 'done');
  });
});
