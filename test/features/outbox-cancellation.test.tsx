import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../shared/sync/operation.ts';
import { answer, cancellation, good, refusal } from '../unit/sync/sync-builders.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';

async function confirm({ work, outbox }: WizardDesk): Promise<string> {
  const made = await work.confirmChange([{ kind: 'cancel-subscription', payload: cancellation() }], '5380000');
  outbox.wake();
  return made.ok ? (made.value[0]?.id ?? '') : '';
}
const stands = async ({ work }: WizardDesk, name: Operation['state']['name']): Promise<void> =>
  waitFor(async () => expect((await work.operations()).map(({ state }) => state.name)).toEqual([name]));

describe('the cancellation of a subscription in the outbox', () => {
  it('is sent, says what came of it, and leads to the order', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const id = await confirm(desk);
    await stands(desk, 'done');
    desk.show(`/outbox/${id}`);
    await screen.findByRole('heading', { level: 1, name: 'Cancellation of Exchange Online of Fornace Bianchi' });
    await screen.findByText('Exchange Online is cancelled, with its add-ons.');
    expect(screen.getByRole('link', { name: 'Open order' }).getAttribute('href')).toBe('/orders/order-1');
    expect(desk.server.performed.map(({ call }) => call)).toEqual(['cancel-subscription']);
    await expectAccessible();
  });

  it('stops when the subscription changed since, and goes on only when told to', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const read = { subscription: good.subscription('1111111', { quantity: 9 }), resource: { id: 'subscription-1' }, etag: 'tag-1' };
    desk.answers.set('read-subscription', answer(read));
    const id = await confirm(desk);
    await stands(desk, 'needs-decision');
    desk.show(`/outbox/${id}`);
    const sheet = await screen.findByRole('region', { name: 'Something differs from what you confirmed' });
    within(sheet).getByText(/Now: 9 licenses, Active; when you confirmed: 5 licenses, Active/u);
    expect(desk.server.performed).toEqual([]);
    desk.answers.set('read-subscription', answer(read));
    await desk.user.click(within(sheet).getByRole('button', { name: 'Cancel the subscription all the same' }));
    await stands(desk, 'done');
  });

  it('says that the whole term is owed when the window is over', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('cancel-subscription', refusal('cancellation-window-over'));
    const id = await confirm(desk);
    await stands(desk, 'refused');
    desk.show(`/outbox/${id}`);
    expect((await screen.findAllByText(/the whole term is owed/u)).length).toBeGreaterThan(0);
  });
});
