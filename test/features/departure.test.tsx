import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { newLine } from '../../shared/domain/cart/line-rules.ts';
import { cartDraft, lineOf } from '../unit/sync/sync-builders.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';
import { albaSistemi, knownCustomer, memoryMirror } from './wizard-mirror.ts';

const customer = { kind: 'tenant', customerId: knownCustomer } as const;
const sheet = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
const openIn = (region: HTMLElement): Promise<HTMLElement> => within(region).findByRole('list', { name: /^To look at|^Da verificare/u });

describe('the departure check', () => {
  it('stands on the review of a cart: what is open with one way out each, what is right folded away', async () => {
    const desk = await openWizardDesk();
    const [exchange] = await memoryMirror().offers({ country: 'IT', text: 'Exchange' });
    const made = exchange === undefined ? undefined : newLine(exchange, [], albaSistemi);
    const lines = made?.ok === true ? [{ ...made.value, unitPrice: { amount: '4.00', currency: 'EUR' } }] : [];
    const draft = cartDraft({ accountId: desk.account.id, customer, reseller: albaSistemi, lines, attestationAccepted: false });
    await desk.work.saveDraft(draft);
    desk.show(`/carts/${draft.id}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Next: Agreement' }));
    await desk.user.click(await screen.findByRole('button', { name: 'Next: Review' }));
    const region = await sheet('Departure check');
    const open = await openIn(region);
    within(open).getByText(/was never checked here/u);
    expect(within(open).queryByRole('button', { name: 'Check the Partner ID' })).toBeNull();
    desk.setOnline(true);
    await within(region).findByRole('button', { name: 'Check now' });
    within(open).getByRole('button', { name: 'Check the Partner ID' });
    const price = within(open).getByText(/€5\.50 a license in the newest list, €4\.00 as noted here/u).closest('li') ?? open;
    expect(within(open).queryByText(/agreement is on file/u)).toBeNull();
    await expectAccessible();
    await desk.user.click(within(price).getByRole('button', { name: 'Take today’s prices' }));
    await waitFor(() => expect(within(region).queryByText(/as noted here/u)).toBeNull());
  });

  it('looks at every order that waits in the outbox, offline, and says that it rests on what was read before', async () => {
    const desk = await openWizardDesk();
    const made = await desk.work.confirmCart(cartDraft({ accountId: desk.account.id, customer, reseller: albaSistemi, lines: [lineOf(0)] }));
    expect(made.ok).toBe(true);
    desk.show('/outbox');
    const region = await sheet('Departure check');
    await within(region).findByText(/You are offline/u);
    const open = await openIn(region);
    // The catalogue of the test has no such product: it cannot be bought any more.
    await within(open).findByText(/Product 0/u);
    await waitFor(() => expect(within(region).getByRole('status').textContent).toMatch(/^Cannot leave like this/u));
    expect(within(region).queryByRole('button', { name: 'Check now' })).toBeNull();
    await expectAccessible();
  });

  it('unfolds what is right, in Italian', async () => {
    const desk = await openWizardDesk({ language: 'it' });
    await desk.work.confirmCart(cartDraft({ accountId: desk.account.id, customer, reseller: albaSistemi, lines: [lineOf(0)] }));
    desk.show('/outbox');
    const region = await sheet('Controllo prima dell’invio');
    const fold = await within(region).findByRole('button', { name: /in ordine$/u });
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    await desk.user.click(fold);
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    const right = within(region).getByRole('list', { name: /^In ordine/u });
    expect(within(right).getAllByRole('listitem').length).toBeGreaterThan(0);
  });
});
