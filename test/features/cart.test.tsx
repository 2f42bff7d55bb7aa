import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { newDraftId } from '../../shared/ids.ts';
import { customerDraft, customerPayload } from '../unit/sync/sync-builders.ts';
import { expectAccessible, mainProcess, openDialog, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';
import { albaSistemi, bruma, knownCustomer } from './wizard-mirror.ts';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const line = (title: string): HTMLElement => within(screen.getByRole('list', { name: 'Lines of the cart' })).getByRole('listitem', { name: title });

async function add({ user }: WizardDesk, title: string, seats?: number): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: `Add to cart: ${title}` }));
  const added = await waitFor(() => line(title));
  if (seats === undefined) return added;
  const field = within(added).getByRole('spinbutton');
  await user.clear(field);
  await user.type(field, `${seats}{Enter}`);
  return added;
}

async function waitingCustomer({ work, account }: WizardDesk): Promise<string> {
  const made = await work.confirmCustomer(customerDraft({ accountId: account.id }), { ...customerPayload, reseller: albaSistemi });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}

describe('a cart', () => {
  it('for a customer that still waits: products, agreement, review, and two operations that wait for it', async () => {
    const desk = await openWizardDesk();
    const customerId = await waitingCustomer(desk);
    const place = desk.show(`/carts/new?customer=pending-${customerId}`);
    await screen.findByRole('heading', { level: 1, name: 'Cart for Fornace Bianchi' });
    const premium = await add(desk, 'Microsoft 365 Business Premium', 25);
    within(premium).getByText('Reseller Alba Sistemi S.r.l. · Partner ID 4847383');
    const terms = within(premium).getByRole('combobox', { name: 'Term and billing' });
    expect(within(terms).getAllByRole('option').map((option) => option.textContent)).toEqual(['1 month, billed monthly', '1 year, billed monthly']);
    await desk.user.selectOptions(terms, '1 month, billed monthly');
    await waitFor(() => expect(premium.textContent).toContain('€165.00 per month'));
    await add(desk, 'Exchange Online (Plan 1)');
    await screen.findByText('Exchange Online (Plan 1) added. The cart has 2 lines.');
    await expectAccessible();
    await desk.user.click(button('Next: Agreement'));
    expect(await screen.findByDisplayValue('anna@bianchi.example')).toBeDefined();
    await desk.user.click(button('Next: Review'));
    await screen.findByText('Fill this in.');
    await desk.user.type(screen.getByLabelText(/^Agreement acceptance date/u), '2020-01-31');
    await expectAccessible();
    await desk.user.click(button('Next: Review'));
    await screen.findByRole('heading', { name: 'Your confirmation' });
    await desk.user.click(button('Put in outbox'));
    await screen.findByText(/Confirm that you act as an indirect provider\./u);
    await desk.user.click(screen.getByRole('checkbox', { name: /^I act as an indirect provider/u }));
    await expectAccessible();
    await desk.user.click(button('Put in outbox'));
    await waitFor(() => expect(place()).toMatch(/^\/outbox\//u));
    const [customer, agreement, order] = await desk.work.operations();
    expect([customer?.id, agreement?.kind, agreement?.dependsOn]).toEqual([customerId, 'confirm-agreement', [customerId]]);
    expect(order?.dependsOn).toEqual([customerId, agreement?.id]);
    if (order?.kind !== 'place-order') throw new Error('no order');
    expect(order.payload.lines).toMatchObject([
      { id: 0, quantity: 25, termDuration: 'P1M', billingCycle: 'monthly', partnerId: '4847383' },
      { id: 1, quantity: 1, termDuration: 'P1Y', billingCycle: 'monthly', partnerId: '4847383' },
    ]);
    expect(place()).toBe(`/outbox/${order.id}`);
  });

  it('credits the reseller that its address names, when that is one of the list', async () => {
    const desk = await openWizardDesk();
    desk.show(`/carts/new?customer=${knownCustomer}&reseller=${bruma}`);
    const premium = await add(desk, 'Microsoft 365 Business Premium');
    within(premium).getByText('Reseller Bruma Cloud S.p.A. · Partner ID 4890002');
    cleanup();
    desk.show(`/carts/new?customer=${knownCustomer}&reseller=e0000000-0000-4000-8000-00000000dead`);
    await add(desk, 'Microsoft 365 Business Premium');
    expect(screen.queryByText(/Partner ID 4890002/u)).toBeNull();
  });

  it('keeps business plans under 300 seats together, and says why (story F34)', async () => {
    const desk = await openWizardDesk();
    desk.show(`/carts/new?customer=${knownCustomer}`);
    await add(desk, 'Microsoft 365 Business Premium', 200);
    const basic = await add(desk, 'Microsoft 365 Business Basic', 101);
    await within(basic).findByText('At most 100 here: Business plans have 300 licenses together');
    await desk.user.click(button('Next: Agreement'));
    expect(screen.getByRole('list', { name: 'Lines of the cart' })).toBeDefined();
    const seats = within(basic).getByRole('spinbutton');
    await desk.user.clear(seats);
    await desk.user.type(seats, '100{Enter}');
    await desk.user.click(button('Next: Agreement'));
    await screen.findByText(/Accepted: Microsoft has it on file/u);
  });

  it('credits a Partner ID that is not in the list once it is verified, and keeps it as typed without a network (T5, T9)', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    mainProcess.set('sync.read', (asked) => {
      const { call, input } = asked as { readonly call: string; readonly input: { readonly partnerId: string } };
      if (call === 'validate-resellers') {
        return { outcome: 'answered', value: { results: [{ partnerId: '4899999', isValid: true }] }, correlationId: 'c-1' };
      }
      if (call !== 'check-reseller') return { outcome: 'not-sent', failure: { code: 'unreachable' } };
      const isGood = input.partnerId === '4899999';
      const value = { isKnown: isGood, isAgreementSigned: isGood, ...(isGood && { name: 'Dalia Cloud' }) };
      return { outcome: 'answered', value, correlationId: 'c-1' };
    });
    desk.show(`/carts/new?customer=${knownCustomer}`);
    await add(desk, 'Exchange Online (Plan 1)');
    await desk.user.click(button('Indirect reseller not listed? Enter Partner ID'));
    const field = (): HTMLElement => screen.getByRole('textbox', { name: 'Partner ID' });
    const write = async (partnerId: string): Promise<void> => {
      await desk.user.clear(field());
      await desk.user.type(field(), partnerId);
    };
    await write('5380000');
    await screen.findByText('This is your own Partner ID. Use the reseller’s.');
    await write('4811111');
    await desk.user.click(button('Next: Agreement'));
    await screen.findByText('Verify the Partner ID first.');
    await desk.user.click(button('Verify'));
    await screen.findByText(/Microsoft would refuse this Partner ID/u);
    await write('4899999');
    await desk.user.click(button('Verify'));
    await screen.findByText('Reseller Dalia Cloud · Partner ID 4899999');
    await expectAccessible();
    await desk.user.click(button('Next: Agreement'));
    await screen.findByText(/Accepted: Microsoft has it on file/u);
    await desk.user.click(button('Back'));
    desk.setOnline(false);
    await screen.findByText(/kept as typed and verified before the order is sent/u);
    await write('4811112');
    await screen.findByText('Reseller 4811112 · Partner ID 4811112');
    await waitFor(async () => expect((await desk.work.drafts())[0]).toMatchObject({ reseller: { kind: 'reseller', partnerId: '4811112' } }));
    const kept = (await desk.work.drafts())[0];
    expect(kept).toMatchObject({ reseller: { partnerId: '4811112' } });
    expect(kept?.reseller).not.toHaveProperty('id');
  });

  it('refuses our own Partner ID, warns of a suspended reseller, and takes no order without saying "direct" (F17 to F19)', async () => {
    const desk = await openWizardDesk();
    desk.show(`/carts/new?customer=${knownCustomer}`);
    await add(desk, 'Exchange Online (Plan 1)');
    const choose = async (name: RegExp): Promise<void> => {
      await desk.user.click(screen.getByRole('combobox', { name: 'Indirect reseller' }));
      await desk.user.clear(screen.getByRole('combobox', { name: 'Indirect reseller' }));
      await desk.user.click(await screen.findByRole('option', { name }));
    };
    await choose(/Own Distribution/u);
    await desk.user.click(button('Next: Agreement'));
    await screen.findByText('This is your own Partner ID. Use the reseller’s.');
    await choose(/Bruma Cloud/u);
    await within(line('Exchange Online (Plan 1)')).findByText('Reseller Bruma Cloud S.p.A. · Partner ID 4890002');
    await desk.user.click(button('Next: Agreement'));
    await screen.findByText(/Accepted: Microsoft has it on file/u);
    await desk.user.click(button('Next: Review'));
    await screen.findByText(/Bruma Cloud S\.p\.A\. is not active/u);
    await desk.user.click(button('Back'));
    await desk.user.click(button('Back'));
    await desk.user.click(screen.getByRole('radio', { name: 'Direct, without a reseller' }));
    await desk.user.click(button('Next: Agreement'));
    expect(await screen.findByText('Confirm that you want no reseller.')).toBeDefined();
  });

  it('stands in the list until it is bought or thrown away, and points out the same order', async () => {
    const desk = await openWizardDesk();
    const place = desk.show(`/carts/new?customer=${knownCustomer}`);
    await add(desk, 'Exchange Online (Plan 1)', 7);
    await waitFor(() => expect(place()).toMatch(/^\/carts\/[0-9a-f-]{36}$/u));
    await waitFor(async () => expect(await desk.work.drafts()).toMatchObject([{ lines: [{ quantity: 7 }] }]));
    const [draft] = await desk.work.drafts();
    if (draft?.kind !== 'cart') throw new Error('no cart');
    await desk.work.confirmCart({ ...draft, attestationAccepted: true });
    const twin = { ...draft, id: newDraftId() };
    await desk.work.saveDraft(twin);
    cleanup();
    const second = desk.show(`/carts/${twin.id}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Next: Agreement' }));
    await desk.user.click(await screen.findByRole('button', { name: 'Next: Review' }));
    await screen.findByText('You have confirmed the same order already');
    await desk.user.click(button('Cancel'));
    const dialog = await openDialog();
    within(dialog).getByText(/The cart for Officina Caffè with 1 line is thrown away/u);
    await desk.user.click(within(dialog).getByRole('button', { name: 'Throw away', hidden: true }));
    await waitFor(() => expect(second()).toBe('/carts'));
    await screen.findByText('No cart is being prepared');
  });
});
