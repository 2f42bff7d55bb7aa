import { cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { agreementSetting } from '../../shared/domain/customer/agreement-ways.ts';
import { customerDraft, customerPayload } from '../unit/sync/sync-builders.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';
import { albaSistemi } from './wizard-mirror.ts';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

const english = { add: 'Add to cart: Exchange Online (Plan 1)', next: 'Next: Agreement' };

async function openCart(desk: WizardDesk, words = english): Promise<() => string> {
  const made = await desk.work.confirmCustomer(customerDraft({ accountId: desk.account.id }), { ...customerPayload, reseller: albaSistemi });
  const place = desk.show(`/carts/new?customer=pending-${made.ok ? made.value.id : ''}`);
  await desk.user.click(await screen.findByRole('button', { name: words.add }));
  await desk.user.click(button(words.next));
  await screen.findByDisplayValue('anna@bianchi.example');
  return place;
}

describe('the agreement in a cart', () => {
  it('is attested or invited to, as the person chooses; who is named stays', async () => {
    const desk = await openWizardDesk();
    const place = await openCart(desk);
    expect(screen.getByText('A new customer has accepted nothing yet.')).toBeTruthy();
    screen.getByText(/^Microsoft Partner Agreement of the reseller Alba Sistemi/u);
    expect(screen.getByLabelText(/^Agreement acceptance date/u)).toBeTruthy();
    await desk.user.click(screen.getByRole('radio', { name: /^I invite the customer/u }));
    expect(screen.queryByLabelText(/^Agreement acceptance date/u)).toBeNull();
    expect(await screen.findByDisplayValue('anna@bianchi.example')).toBeTruthy();
    await expectAccessible();
    await desk.user.click(button('Next: Review'));
    await screen.findByRole('heading', { name: 'Your confirmation' });
    expect(screen.getAllByText(/^Wait until Microsoft has the customer’s acceptance \(/u)).not.toEqual([]);
    expect(screen.queryByText(/^Confirm the Microsoft Customer Agreement/u)).toBeNull();
    await desk.user.click(screen.getByRole('checkbox', { name: /^I act as an indirect provider/u }));
    await desk.user.click(button('Put in outbox'));
    await waitFor(() => expect(place()).toMatch(/^\/outbox\//u));
    const [, order, ...others] = await desk.work.operations();
    expect(others).toEqual([]);
    expect(order).toMatchObject({ kind: 'place-order', payload: { agreementWay: 'invited' } });
    const way = await screen.findByRole('link', { name: 'Write the invitation to accept' });
    expect(way.getAttribute('href')).toContain('customer=pending-');
  });

  it('offers what the setting of the account allows alone, also in a cart that was kept before', async () => {
    const desk = await openWizardDesk({ language: 'it' });
    const place = await openCart(desk, { add: 'Aggiungi al carrello: Exchange Online (Plan 1)', next: 'Avanti: Contratto' });
    await desk.user.type(screen.getByLabelText(/^Data di accettazione/u), '2024-05-02');
    const kept = async (): Promise<unknown> => (await desk.work.drafts()).find(({ kind }) => kind === 'cart');
    await waitFor(async () => expect(await kept()).toMatchObject({ agreement: { kind: 'to-confirm' } }));
    const address = place();
    cleanup();
    await desk.work.saveSetting(agreementSetting, 'invite');
    desk.show(address);
    await desk.user.click(await screen.findByRole('button', { name: 'Avanti: Contratto' }));
    await screen.findByDisplayValue('anna@bianchi.example');
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByLabelText(/^Data di accettazione/u)).toBeNull();
    await screen.findByText(/^Dopo l’acquisto si scrive l’invito/u);
    expect(screen.queryByText(/dichiara a Microsoft/u)).toBeNull();
    await waitFor(async () => expect(await kept()).toMatchObject({ agreement: { kind: 'invited' } }));
  });
});
