import './lists-realm.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CustomerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, answerReads, brumaId, finding, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const officina = CustomerTenantId.parse(customerId(0));
const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
const at = Instant.parse('2026-11-24T09:00:00.000Z');
const exchange = {
  id: 's-1', offerName: 'Exchange Plan 1', friendlyName: 'Mail of the office', quantity: 5, status: 'active', autoRenewEnabled: true,
  partnerId: '4890005', orderId: 'order-1',
};
const own = { tenantId: 'e0000000-0000-4000-8000-000000000000', partnerId: '4890001', name: 'Own' };
const page = `/subscriptions/${officina}/s-1`;

async function openDesk({ isOnline = false } = {}): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers });
  await desk.services.pull.pullNow();
  const { mirror, connectivity } = desk.services;
  await mirror.apply({ kind: 'subscriptions-read', customerId: officina, at, subscriptions: [exchange] });
  if (!isOnline) connectivity.setState({ isOnline: false, reason: 'no-network' });
  return desk;
}

const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
const reseller = (): Promise<HTMLElement> => region('Reseller (Partner ID)');
const support = (): Promise<HTMLElement> => region('Designated support contact');
async function choose({ user }: ListsDesk, panel: HTMLElement, name: string): Promise<void> {
  await user.click(within(panel).getByRole('combobox', { name: 'Indirect reseller' }));
  await user.click(await screen.findByRole('option', { name: new RegExp(name, 'u') }));
}
const operations = ({ services }: ListsDesk): Promise<readonly Operation[]> => services.work.operations();

describe('a subscription', () => {
  it('leads the keyboard into a form that is opened, back to its button when it is closed, and tells how old a verdict is', async () => {
    const desk = await openDesk();
    await desk.services.work.partnerships.recordFindings([finding('4847383', 'suspended', { checkedAt: at })]);
    desk.show(page);
    const panel = await support();
    await desk.user.click(within(panel).getByRole('button', { name: 'Change support contact' }));
    expect(document.activeElement?.getAttribute('type')).toBe('radio');
    await choose(desk, panel, 'Alba');
    await within(panel).findByText(/does not belong to an active indirect reseller account/u);
    expect(panel.textContent).toMatch(/Not active.*checked/u);
    await desk.user.click(within(panel).getByRole('button', { name: 'Cancel' }));
    expect(document.activeElement?.textContent).toBe('Change support contact');
  });

  it('shows all that is known of it, and leads to its customer, its reseller and its order', async () => {
    const desk = await openDesk();
    await desk.services.work.partnerships.recordFindings([finding('4890005', 'agreement-missing')]);
    desk.show(page);
    await screen.findByRole('heading', { level: 1, name: 'Mail of the office' });
    const now = await reseller();
    expect(within(now).getByRole('link', { name: 'Bruma Cloud GmbH' }).getAttribute('href')).toBe(`/resellers/${brumaId}`);
    expect(now.textContent).toContain('4890005');
    const facts = await region('Subscription details');
    expect(within(facts).getByRole('link', { name: 'Officina' }).getAttribute('href')).toBe(`/customers/${officina}`);
    expect(within(facts).getByRole('link', { name: 'order-1' }).getAttribute('href')).toBe('/orders/order-1');
    expect((await support()).textContent).toContain('Not read yet');
    await expectAccessible();
  });

  it('says in Italian too what the service files it under, and shows a word that is not known as it came', async () => {
    const desk = await openListsDesk({ resellers: threeResellers, customers }, 'it');
    await desk.services.work.saveSetting('language', 'it');
    await desk.services.pull.pullNow();
    const filed = {
      productType: 'Online Services NCE', unitType: 'License(s)', billingType: 'License', contractType: 'productKey', actions: ['edit', 'Pause'],
      offerId: 'CFQ1:0001:2',
    };
    await desk.services.mirror.apply({ kind: 'subscriptions-read', customerId: officina, at, subscriptions: [{ ...exchange, ...filed }] });
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    desk.show(page);
    const further = await region('Altri dettagli');
    expect(further.textContent).toMatch(
      /Servizi online \(new commerce\)UnitàLicenzeTipo di fatturazioneLicenzaTipo di contrattoCodice Product Key.*Modifica, Pause.*CFQ1:0001:2/u,
    );
  });

  it('is reached from the list and from its customer, and says so when it is not here', async () => {
    const desk = await openDesk();
    desk.show('/subscriptions');
    await desk.user.dblClick(await screen.findByText('Mail of the office'));
    await screen.findByRole('heading', { level: 1, name: 'Mail of the office' });
    cleanup();
    desk.show(`/customers/${officina}`);
    const link = await screen.findByRole('link', { name: 'Mail of the office' });
    expect(link.getAttribute('href')).toBe(page);
    await desk.user.click(link);
    await screen.findByRole('heading', { level: 1, name: 'Mail of the office' });
    cleanup();
    desk.show(`/subscriptions/${officina}/nowhere`);
    await screen.findByRole('heading', { level: 1, name: 'Subscription not found' });
  });
});

describe('Reseller (Partner ID)', () => {
  it('waits in the outbox when it is submitted offline, once, and is followed on the page', async () => {
    const desk = await openDesk();
    desk.show(page);
    const panel = await reseller();
    await desk.user.click(within(panel).getByRole('button', { name: 'Change reseller' }));
    await choose(desk, panel, 'Alba Sistemi');
    await expectAccessible();
    await desk.user.dblClick(within(panel).getByRole('button', { name: 'Put in outbox' }));
    const [operation, ...more] = await waitFor(async () => {
      const all = await operations(desk);
      expect(all).toHaveLength(1);
      return all;
    });
    expect(more).toEqual([]);
    expect(operation).toMatchObject({
      kind: 'change-subscription',
      payload: {
        customer: { kind: 'tenant', customerId: officina }, subscriptionId: 's-1', base: { partnerId: '4890005' },
        edits: { reseller: { id: albaId, partnerId: '4847383', name: 'Alba Sistemi S.r.l.' } },
      },
    });
    const way = await within(panel).findByRole('link', { name: 'Bruma Cloud GmbH → Alba Sistemi S.r.l.' });
    expect(way.getAttribute('href')).toBe(`/outbox/${operation?.id ?? ''}`);
    const journal = await region('Journal');
    await within(journal).findByText(/^Submitted/u);
    await expectAccessible();
  });

  it('shows the new reseller as soon as the offline copy is told of the change', async () => {
    const desk = await openDesk();
    desk.show(page);
    const panel = await reseller();
    await within(panel).findByRole('link', { name: 'Bruma Cloud GmbH' });
    const changed = { ...exchange, partnerId: '4847383' };
    await desk.services.mirror.apply({ kind: 'subscription-changed', customerId: officina, subscription: changed });
    await within(panel).findByRole('link', { name: 'Alba Sistemi S.r.l.' });
    // One that is not known here is not made up.
    await desk.services.mirror.apply({ kind: 'subscription-changed', customerId: officina, subscription: { ...changed, id: 's-9' } });
    expect((await desk.services.mirror.customer(officina))?.subscriptions).toEqual([changed]);
  });

  it('refuses our own Partner ID, typed or chosen', async () => {
    const desk = await openDesk();
    desk.show(page);
    const panel = await reseller();
    await desk.user.click(within(panel).getByRole('button', { name: 'Change reseller' }));
    await desk.user.click(within(panel).getByRole('button', { name: 'Put in outbox' }));
    await within(panel).findByText('Choose a reseller.');
    await desk.user.click(within(panel).getByRole('button', { name: 'Indirect reseller not listed? Enter Partner ID' }));
    const field = within(panel).getByRole('textbox', { name: 'Partner ID' });
    await desk.user.type(field, '4890001');
    await desk.user.click(within(panel).getByRole('button', { name: 'Put in outbox' }));
    await within(panel).findByText(/This is your own Partner ID/u);
    await desk.user.clear(field);
    await desk.user.type(field, '48');
    await desk.user.click(within(panel).getByRole('button', { name: 'Put in outbox' }));
    await within(panel).findByText('A Partner ID has 4 to 10 digits and nothing else.');
    expect(await operations(desk)).toEqual([]);
  });

  it('takes a Partner ID that is not in the list: offline it is verified when it is sent', async () => {
    const desk = await openDesk();
    desk.show(page);
    const panel = await reseller();
    await desk.user.click(within(panel).getByRole('button', { name: 'Change reseller' }));
    await desk.user.click(within(panel).getByRole('button', { name: 'Indirect reseller not listed? Enter Partner ID' }));
    await within(panel).findByText(/You are offline: the Partner ID is verified when the change is sent/u);
    expect(within(panel).queryByRole('button', { name: 'Verify' })).toBeNull();
    await desk.user.type(within(panel).getByRole('textbox', { name: 'Partner ID' }), '4899999{Enter}');
    await within(panel).findByRole('link', { name: 'Bruma Cloud GmbH → Partner ID 4899999' });
    expect((await operations(desk))[0]?.payload).toMatchObject({ edits: { reseller: { partnerId: '4899999', name: '' } } });
  });

  it('is verified online before it is submitted, and not submitted when it is not good', async () => {
    const desk = await openDesk({ isOnline: true });
    answerReads({
      'list-subscriptions': () => ({ subscriptions: [exchange] }),
      'read-support-contact': () => own,
      'check-reseller': (input) => {
        const isGood = ['4899999', '4847383'].includes((input as { partnerId: string }).partnerId);
        return { isKnown: isGood, isAgreementSigned: isGood, ...(isGood && { name: 'Dalia Cloud' }) };
      },
      'validate-resellers': (input) => ({
        results: (input as { partnerIds: readonly string[] }).partnerIds.map((partnerId) => ({ partnerId, isValid: true })),
      }),
    });
    desk.show(page);
    expect((await within(await support()).findByText('Own')).textContent).toBe('Own');
    const panel = await reseller();
    await desk.user.click(within(panel).getByRole('button', { name: 'Change reseller' }));
    // one of the list that was found to be of another region is verified again before it counts
    await desk.services.work.partnerships.recordFindings([finding('4847383', 'other-region')]);
    await choose(desk, panel, 'Alba Sistemi');
    await within(panel).findByText(/Microsoft would refuse this Partner ID/u);
    await desk.user.click(within(panel).getByRole('button', { name: 'Submit' }));
    expect(await operations(desk)).toEqual([]);
    await desk.user.click(within(panel).getByRole('button', { name: 'Verify again' }));
    await waitFor(() => expect(within(panel).queryByText(/Microsoft would refuse/u)).toBeNull());
    await desk.user.click(within(panel).getByRole('button', { name: 'Indirect reseller not listed? Enter Partner ID' }));
    const field = within(panel).getByRole('textbox', { name: 'Partner ID' });
    await desk.user.type(field, '4811111');
    await desk.user.click(within(panel).getByRole('button', { name: 'Submit' }));
    await within(panel).findByText('Verify the Partner ID first.');
    await desk.user.click(within(panel).getByRole('button', { name: 'Verify' }));
    await waitFor(async () => expect(await desk.services.work.partnerships.verdicts()).toHaveLength(2));
    await desk.user.click(await within(panel).findByRole('button', { name: 'Submit' }));
    await within(panel).findByText(/Microsoft would refuse this Partner ID/u);
    expect(await operations(desk)).toEqual([]);
    await desk.user.clear(field);
    await desk.user.type(field, '4899999');
    await desk.user.click(within(panel).getByRole('button', { name: 'Verify' }));
    await within(panel).findByText('Dalia Cloud');
    await desk.user.click(within(panel).getByRole('button', { name: 'Submit' }));
    await within(panel).findByRole('link', { name: 'Bruma Cloud GmbH → Dalia Cloud' });
  });

  it('opens with the reseller a link asks for, and with what is to be changed', async () => {
    const desk = await openDesk();
    desk.show(`${page}?reseller=${albaId}`);
    const panel = await reseller();
    expect(within(panel).getByRole<HTMLInputElement>('combobox').value).toBe('Alba Sistemi S.r.l.');
    expect(within(await support()).getByRole<HTMLInputElement>('combobox').value).toBe('Alba Sistemi S.r.l.');
    await desk.user.click(within(panel).getByRole('button', { name: 'Put in outbox' }));
    await within(panel).findByRole('link', { name: /Alba Sistemi/u });
    const [made] = await operations(desk);
    cleanup();
    desk.show(`${page}?operation=${made?.id ?? ''}`);
    expect(within(await reseller()).getByRole<HTMLInputElement>('combobox').value).toBe('Alba Sistemi S.r.l.');
  });
});

describe('Designated support contact', () => {
  it('is named offline: a reseller of the list, or ourselves', async () => {
    const desk = await openDesk();
    await desk.services.mirror.apply({ kind: 'support-contacts-read', customerId: officina, at, contacts: { 's-1': own } });
    desk.show(page);
    const panel = await support();
    expect(panel.textContent).toContain('Own');
    await desk.user.click(within(panel).getByRole('button', { name: 'Change support contact' }));
    await desk.user.click(within(panel).getByRole('radio', { name: /^We do/u }));
    await within(panel).findByText('That is how it is already. Choose another one.');
    await desk.user.click(within(panel).getByRole('radio', { name: 'An indirect reseller' }));
    await choose(desk, panel, 'Alba Sistemi');
    await expectAccessible();
    await desk.user.click(within(panel).getByRole('button', { name: 'Put in outbox' }));
    await within(panel).findByRole('link', { name: 'Support contact Alba Sistemi S.r.l. for Mail of the office of Officina' });
    expect((await operations(desk))[0]).toMatchObject({
      kind: 'set-support-contact', payload: { contact: { tenantId: albaId, partnerId: '4847383' }, before: own },
    });
  });
});
