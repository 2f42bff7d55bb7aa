import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { newDraftId } from '../../shared/ids.ts';
import { answer, customerDraft, customerPayload } from '../unit/sync/sync-builders.ts';
import { calls, expectAccessible, mainProcess, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';
import { alba, albaSistemi, knownCustomer } from './wizard-mirror.ts';

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const field = (name: string): Promise<HTMLElement> => screen.findByRole('textbox', { name });

const complete = {
  companyName: 'Torneria Grigi S.r.l.', domainPrefix: 'torneriagrigi', registrationNumber: '', 'address.country': 'IT',
  'address.addressLine1': 'Via Roma 1', 'address.addressLine2': '', 'address.city': 'Milano', 'address.state': 'MI',
  'address.postalCode': '20121', firstName: 'Paola', lastName: 'Verdi', email: 'paola@verdi.example', phoneNumber: '',
  language: 'it', culture: 'it-IT',
};

/** Opens a draft that is complete but for what the test changes. */
async function openDraft(desk: WizardDesk, fields: Partial<typeof complete> = {}): Promise<void> {
  const draft = customerDraft({ id: newDraftId(), accountId: desk.account.id, fields: { ...complete, ...fields }, reseller: albaSistemi });
  await desk.work.saveDraft(draft);
  desk.show(`/customers/new?draft=${draft.id}`);
  await field('Company name');
}
async function toReview({ user }: WizardDesk): Promise<void> {
  await user.click(button('Next: Address and contact'));
  await user.click(await screen.findByRole('button', { name: 'Next: Review' }));
  await screen.findByRole('heading', { name: 'What was checked' });
}

describe('a customer that may exist already', () => {
  it('is pointed out while typing, with the way to it, and holds Submit until a person has ticked', async () => {
    const desk = await openWizardDesk();
    await openDraft(desk, { domainPrefix: 'tuttaltro' });
    const name = await field('Company name');
    await desk.user.clear(name);
    await desk.user.type(name, 'OFFICINA CAFFE srl');
    const known = await screen.findByRole('link', { name: 'Officina Caffè' });
    expect(known.getAttribute('href')).toBe(`/customers/${knownCustomer}`);
    await screen.findByText('similar name');
    await expectAccessible();
    await toReview(desk);
    await expectAccessible();
    await desk.user.click(button('Put in outbox'));
    await screen.findByText('Look at the customers above, then tick this to go on.');
    const tick = screen.getByRole('checkbox', { name: 'I have looked: this is another customer' });
    await waitFor(() => expect(document.activeElement).toBe(tick));
    expect(await desk.work.operations()).toEqual([]);
    await desk.user.click(tick);
    await desk.user.click(button('Put in outbox'));
    await waitFor(async () => expect(await desk.work.operations()).toHaveLength(1));
  });

  it('is found in the outbox and among the drafts as well, and ticked for those only that were on screen', async () => {
    const desk = await openWizardDesk();
    const fields = { ...complete, companyName: 'Torneria Grigi SpA', domainPrefix: 'altro' };
    await desk.work.saveDraft(customerDraft({ id: newDraftId(), accountId: desk.account.id, fields }));
    await openDraft(desk);
    await screen.findByText('a draft');
    await toReview(desk);
    await desk.user.click(screen.getByRole('checkbox', { name: /I have looked/u }));
    const form = { ...customerPayload.form, companyName: 'Altra Ditta', domain: 'torneriagrigi.onmicrosoft.com' };
    const second = customerDraft({ id: newDraftId(), accountId: desk.account.id, fields: {} });
    expect((await desk.work.confirmCustomer(second, { ...customerPayload, form, reseller: albaSistemi })).ok).toBe(true);
    await screen.findByText('waiting in the outbox');
    await screen.findByText('same domain');
    await desk.user.click(button('Put in outbox'));
    await screen.findByText('Look at the customers above, then tick this to go on.');
    expect(await desk.work.operations()).toHaveLength(1);
  });

  it('is nobody where nothing is alike, and the draft is not its own double', async () => {
    const desk = await openWizardDesk();
    await openDraft(desk);
    await toReview(desk);
    expect(screen.queryByText('May exist already')).toBeNull();
    await desk.user.click(button('Put in outbox'));
    await waitFor(async () => expect(await desk.work.operations()).toHaveLength(1));
  });
});

describe('a domain that is taken', () => {
  const reads = (free: (domain: string) => boolean): void => {
    mainProcess.set('sync.read', (asked) => {
      const { call, input } = asked as { call: string; input: { domain: string } };
      const value = call === 'check-domain' ? { isFree: free(input.domain) } : { status: 'Verified', suggestions: [] };
      return { outcome: 'answered', value, correlationId: 'c' };
    });
  };

  it('comes with names that the server says are free', async () => {
    const taken = ['torneriagrigi.onmicrosoft.com', 'torneriagrigiit.onmicrosoft.com'];
    reads((domain) => !taken.includes(domain));
    const desk = await openWizardDesk({ isOnline: true });
    await openDraft(desk);
    await toReview(desk);
    await screen.findByText('torneriagrigi.onmicrosoft.com is taken');
    await screen.findByText('These are free:');
    expect(screen.queryByRole('button', { name: 'torneriagrigiit.onmicrosoft.com' })).toBeNull();
    await desk.user.click(button('torneriagrigimilano.onmicrosoft.com'));
    await screen.findAllByText('torneriagrigimilano.onmicrosoft.com is free (checked just now)');
    await desk.user.click(button('Submit'));
    const sent = { payload: { form: { domain: 'torneriagrigimilano.onmicrosoft.com' } } };
    await waitFor(async () => expect(await desk.work.operations()).toMatchObject([sent]));
  });

  it('comes with proposals that say they are not checked, offline', async () => {
    const desk = await openWizardDesk();
    await openDraft(desk, { companyName: 'Altra Ditta', domainPrefix: 'officinacaffe' });
    await screen.findByText(/Proposals; whether they are free is checked when you are online/u);
    await desk.user.click(button('altradittait.onmicrosoft.com'));
    expect((await field('Primary domain name')) as HTMLInputElement).toHaveProperty('value', 'altradittait');
    expect(calls('sync.read')).toEqual([]);
  });
});

describe('an address that is written differently', () => {
  const via = (addressLine1: string) => ({ country: 'IT', addressLine1, addressLine2: '', city: 'Milano', state: 'MI', postalCode: '20121' });
  const suggestions = ['Via Roma 10', 'Via Roma 11', 'Via Roma 12'].map(via);

  it('is a choice of the suggestions and of what was typed', async () => {
    mainProcess.set('sync.read', (asked) => {
      const { call } = asked as { call: string };
      return { outcome: 'answered', value: call === 'check-domain' ? { isFree: true } : { status: 'Multiple', suggestions }, correlationId: 'c' };
    });
    const desk = await openWizardDesk({ isOnline: true });
    await openDraft(desk);
    await toReview(desk);
    const group = await screen.findByRole('radiogroup', { name: 'Address' });
    expect(within(group).getAllByRole('radio')).toHaveLength(4);
    await expectAccessible();
    await desk.user.click(within(group).getByRole('radio', { name: /Use: Via Roma 11/u }));
    await screen.findByText(/^Via Roma 11, 20121/u);
    await desk.user.click(await screen.findByRole('radio', { name: /Keep as typed: Via Roma 11/u }));
    await desk.user.click(button('Submit'));
    const sent = { payload: { keepAddress: true, form: { address: { addressLine1: 'Via Roma 11' } } } };
    await waitFor(async () => expect(await desk.work.operations()).toMatchObject([sent]));
  });

  it('stays a choice offline, from what the server said when it was sent', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('check-address', answer({ status: 'Multiple', suggestions }));
    const form = { ...customerPayload.form, companyName: 'Torneria Grigi', domain: 'torneriagrigi.onmicrosoft.com', address: via('Via Roma 1') };
    const payload = { ...customerPayload, form, reseller: albaSistemi };
    const made = await desk.work.confirmCustomer(customerDraft({ id: newDraftId(), accountId: desk.account.id }), payload);
    if (!made.ok) throw new Error(made.error.code);
    desk.outbox.wake();
    await waitFor(async () => expect((await desk.work.operation(made.value.id))?.state.name).toBe('needs-decision'));
    desk.setOnline(false);
    desk.show(`/customers/new?operation=${made.value.id}`);
    await field('Company name');
    await toReview(desk);
    await screen.findByText('When this was sent, Microsoft wrote the address differently. Which one is right?');
    await desk.user.click(screen.getByRole('radio', { name: /Use: Via Roma 12/u }));
    await desk.user.click(button('Put in outbox'));
    const sent = { payload: { form: { address: { addressLine1: 'Via Roma 12' } } } };
    await waitFor(async () => expect(await desk.work.operation(made.value.id)).toMatchObject(sent));
  });
});

it('opens for a reseller as before', async () => {
  const desk = await openWizardDesk();
  desk.show(`/customers/new?reseller=${alba}`);
  await field('Company name');
  expect(screen.queryByText(/may exist already/u)).toBeNull();
});
