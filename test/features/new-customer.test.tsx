import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OperationOf } from '../../shared/sync/operation.ts';
import { customerDraft, customerPayload } from '../unit/sync/sync-builders.ts';
import { expectAccessible, openDialog, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';
import { alba, albaSistemi } from './wizard-mirror.ts';

const field = (name: string): Promise<HTMLElement> => screen.findByRole('textbox', { name });
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

async function fill({ user }: WizardDesk, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const input = await field(name);
    await user.clear(input);
    await user.type(input, value);
  }
}
const contact = {
  'Address line 1': 'Via Roma 1', 'Postal code': '20121', City: 'Milano', 'First name': 'Paola', 'Last name': 'Verdi',
  'Email address': 'paola@verdi.example',
};

async function confirmed({ work }: WizardDesk): Promise<OperationOf<'create-customer'>> {
  const [operation] = await work.operations();
  if (operation?.kind !== 'create-customer') throw new Error('nothing was confirmed');
  return operation;
}

describe('adding a customer', () => {
  it('takes the reseller it was opened for, proposes the domain, and puts one operation in the outbox', async () => {
    const desk = await openWizardDesk();
    const place = desk.show(`/customers/new?reseller=${alba}`);
    expect((await screen.findByRole<HTMLInputElement>('combobox', { name: 'Indirect reseller' })).value).toBe('Alba Sistemi S.r.l.');
    await fill(desk, { 'Company name': 'Officine Verdi S.r.l.' });
    await waitFor(async () => expect((await field('Primary domain name')) as HTMLInputElement).toHaveProperty('value', 'officineverdi'));
    await expectAccessible();
    await desk.user.click(button('Next: Address and contact'));
    await fill(desk, contact);
    await expectAccessible();
    await desk.user.click(button('Next: Review'));
    await screen.findByRole('heading', { name: 'What was checked' });
    await expectAccessible();
    await desk.user.click(button('Put in outbox'));
    await waitFor(() => expect(place()).toMatch(/^\/customers\/pending-/u));
    const { id, payload, dependsOn } = await confirmed(desk);
    expect(place()).toBe(`/customers/pending-${id}`);
    expect(dependsOn).toEqual([]);
    expect(payload.reseller).toEqual({ kind: 'reseller', id: alba, partnerId: '4847383', name: 'Alba Sistemi S.r.l.' });
    expect(payload.form).toMatchObject({ companyName: 'Officine Verdi S.r.l.', domain: 'officineverdi.onmicrosoft.com', culture: 'it-IT' });
    expect(await desk.work.drafts()).toMatchObject([{ state: 'confirmed' }]);
  });

  it('goes nowhere without a reseller, and a direct customer takes a choice and a confirmation (story F17)', async () => {
    const desk = await openWizardDesk();
    desk.show('/customers/new');
    await fill(desk, { 'Company name': 'Officine Verdi' });
    await desk.user.click(button('Next: Address and contact'));
    await screen.findByText('Choose the reseller, or say that this is a direct sale.');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Indirect reseller' }));
    await desk.user.click(screen.getByRole('radio', { name: 'Direct, without a reseller' }));
    await desk.user.click(button('Next: Address and contact'));
    await screen.findByText('Confirm that you want no reseller.');
    await desk.user.click(screen.getByRole('checkbox', { name: /I want a direct customer/u }));
    await desk.user.click(button('Next: Address and contact'));
    await fill(desk, contact);
    await desk.user.click(button('Next: Review'));
    await desk.user.click(await screen.findByRole('button', { name: 'Put in outbox' }));
    await waitFor(async () => expect((await confirmed(desk)).payload.reseller).toEqual({ kind: 'direct', isConfirmed: true }));
  });

  it('names the mistakes of the country, puts the keyboard on the first, and says when it does not know the country', async () => {
    const desk = await openWizardDesk();
    desk.show(`/customers/new?reseller=${alba}`);
    await fill(desk, { 'Company name': 'Officine Verdi' });
    await desk.user.click(button('Next: Address and contact'));
    await fill(desk, { ...contact, 'Postal code': '201' });
    await desk.user.click(button('Next: Review'));
    await screen.findByText('This does not look like one of this country.');
    await waitFor(async () => expect(document.activeElement).toBe(await field('Postal code')));
    await desk.user.click(button('Back'));
    await desk.user.selectOptions(await screen.findByRole('combobox', { name: 'Country/region' }), 'Hungary');
    await screen.findByText(/The rules of Hungary have not been read yet/u);
    await field('Organization registration number');
  });

  it('keeps the draft over a restart, and Cancel throws it away after saying so', async () => {
    const desk = await openWizardDesk();
    const place = desk.show(`/customers/new?reseller=${alba}`);
    await fill(desk, { 'Company name': 'Officine Verdi' });
    await screen.findByText('Draft saved');
    await waitFor(() => expect(place()).toMatch(/\?draft=/u));
    const [draft] = await desk.work.drafts();
    expect(draft).toMatchObject({ kind: 'customer', state: 'open', fields: { companyName: 'Officine Verdi', domainPrefix: 'officineverdi' } });
    cleanup();
    const again = desk.show(place());
    await desk.user.type(await screen.findByDisplayValue('Officine Verdi'), ' Due');
    await desk.user.click(button('Cancel'));
    const dialog = await openDialog();
    within(dialog).getByText(/Everything typed about Officine Verdi Due is thrown away/u);
    await desk.user.click(within(dialog).getByRole('button', { name: 'Throw away', hidden: true }));
    await waitFor(() => expect(again()).toBe('/customers'));
    expect(await desk.work.drafts()).toEqual([]);
  });

  it('opens what was refused again and sends the change as the same operation', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.faults.set('create-customer', 'refused');
    const made = await desk.work.confirmCustomer(customerDraft({ accountId: desk.account.id }), { ...customerPayload, reseller: albaSistemi });
    expect(made.ok).toBe(true);
    desk.outbox.wake();
    await waitFor(async () => expect((await confirmed(desk)).state.name).toBe('refused'));
    const { id } = await confirmed(desk);
    const place = desk.show(`/customers/new?operation=${id}`);
    await screen.findByRole('heading', { level: 1, name: 'Change customer details' });
    await fill(desk, { 'Primary domain name': 'fornacedue' });
    await desk.user.click(button('Next: Address and contact'));
    await desk.user.click(await screen.findByRole('button', { name: 'Next: Review' }));
    await desk.user.click(await screen.findByRole('button', { name: 'Submit changes' }));
    await waitFor(() => expect(place()).toBe(`/outbox/${id}`));
    await waitFor(async () => expect((await confirmed(desk)).state.name).toBe('done'));
    expect((await confirmed(desk)).payload.form.domain).toBe('fornacedue.onmicrosoft.com');
    expect(await desk.work.operations()).toHaveLength(1);
  });
});
