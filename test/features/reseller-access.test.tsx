import './lists-realm.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CustomerTenantId, ResellerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { calls, mainProcess, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, answerReads, brumaId, finding, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const officina = CustomerTenantId.parse(customerId(0));
const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
const at = Instant.parse('2026-11-24T09:00:00.000Z');
const subscription = { quantity: 5, status: 'active', autoRenewEnabled: true, friendlyName: '' };

async function openDesk(): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers });
  await desk.services.pull.pullNow();
  await desk.services.mirror.apply({
    kind: 'subscriptions-read', customerId: officina, at,
    subscriptions: [
      { ...subscription, id: 's-1', offerName: 'Business Premium', partnerId: '4847383' },
      { ...subscription, id: 's-2', offerName: 'Exchange Plan 1', partnerId: '4890005' },
      { ...subscription, id: 's-3', offerName: 'Visio Plan 2' },
      { ...subscription, id: 's-4', offerName: 'Old Plan', status: 'deleted', partnerId: '4847383' },
    ],
  });
  return desk;
}

const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

describe('what a reseller may do for a customer', () => {
  it('shows the four levers as they are set, each with the way to change it', async () => {
    const desk = await openDesk();
    await desk.services.mirror.apply({
      kind: 'support-contacts-read', customerId: officina, at,
      contacts: { 's-1': { tenantId: albaId, partnerId: '4847383', name: 'Alba Sistemi S.r.l.' } },
    });
    desk.show(`/resellers/${albaId}/access/${officina}`);
    const account = await region('1. Account administration');
    expect(account.textContent).toContain('Alba Sistemi S.r.l. is associated with Officina');
    expect(within(account).queryByRole('link')).toBeNull();
    const credit = await region('3. Incentive credit');
    expect(credit.textContent).toContain('Subscriptions with its Partner ID: 1 of 3');
    expect(within(credit).queryByText('Old Plan')).toBeNull();
    await within(credit).findByText('Bruma Cloud GmbH');
    expect(credit.textContent).toContain('Nobody');
    expect(within(credit).getByRole('link', { name: 'Visio Plan 2' }).getAttribute('href')).toBe(`/subscriptions/${officina}/s-3?reseller=${albaId}`);
    const add = within(credit).getByRole('link', { name: 'Add products' });
    expect(add.getAttribute('href')).toBe(`/carts/new?customer=${officina}&reseller=${albaId}`);
    // those it is not on can be chosen, one or several at once (portal task T10)
    expect(within(credit).getAllByRole('checkbox')).toHaveLength(2);
    await desk.user.click(within(credit).getByRole('checkbox', { name: 'Choose Visio Plan 2' }));
    await within(credit).findByRole('button', { name: 'Put Alba Sistemi S.r.l. on this subscription' });
    await desk.user.click(within(credit).getByRole('checkbox', { name: 'Choose Exchange Plan 1' }));
    await within(credit).findByRole('button', { name: 'Put Alba Sistemi S.r.l. on 2 subscriptions' });
    const support = await region('4. Support contact');
    expect(within(support).getAllByText('Not read yet')).toHaveLength(2);
    expect(support.textContent).toContain('Alba Sistemi S.r.l.');
    await expectAccessible();
  });

  it('invites the customer where it is not associated, and opens the Entra admin center only online', async () => {
    const desk = await openDesk();
    mainProcess.set('app.openExternal', () => ({}));
    desk.show(`/resellers/${brumaId}/access/${officina}`);
    const account = await region('1. Account administration');
    expect(account.textContent).toContain('Bruma Cloud GmbH is not associated with Officina');
    const invite = within(account).getByRole('link', { name: 'Write the invitation' }).getAttribute('href') ?? '';
    expect(invite).toContain(`/resellers/write/customer-relationship?reseller=${brumaId}&customer=${officina}`);
    const azure = await region('2. Permissions on Azure');
    await desk.user.click(within(azure).getByRole('button', { name: 'Open Microsoft Entra admin center' }));
    expect(calls('app.openExternal')).toEqual([{ url: 'https://entra.microsoft.com' }]);
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    await screen.findByText('Details are read when you are online.');
    await desk.user.click(within(azure).getByRole('button', { name: 'Open Microsoft Entra admin center' }));
    expect(calls('app.openExternal')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Read now' })).toBeNull();
  });

  it('reads support contacts online and keeps what came when one cannot be read', async () => {
    const desk = await openDesk();
    answerReads({
      'read-support-contact': (input) => {
        const { subscriptionId } = input as { subscriptionId: string };
        if (subscriptionId === 's-2') return { outcome: 'refused', failure: { code: 'subscription-not-found' } };
        return { tenantId: desk.services.account.tenantId, partnerId: '4890001', name: 'Own' };
      },
    });
    desk.show(`/resellers/${albaId}/access/${officina}`);
    const support = await region('4. Support contact');
    await desk.user.click(within(support).getByRole('button', { name: 'Read now' }));
    expect(await within(support).findAllByText('Your company')).toHaveLength(2);
    expect(within(support).getAllByText('Not read yet')).toHaveLength(1);
    const kept = await desk.services.mirror.customer(officina);
    expect(Object.keys(kept?.supportContacts ?? {}).toSorted()).toEqual(['s-1', 's-3']);
  });

  it('stops reading support contacts when it is told to, and keeps what came', async () => {
    const desk = await openDesk();
    const asked: string[] = [];
    mainProcess.set('sync.read', (question) => {
      const { call, input } = question as { call: string; input: { subscriptionId: string } };
      if (call !== 'read-support-contact') return { outcome: 'not-sent', failure: { code: 'unreachable' } };
      asked.push(input.subscriptionId);
      if (asked.length === 2) screen.getByRole('button', { name: 'Stop reading' }).click();
      return { outcome: 'answered', value: { tenantId: albaId, partnerId: '4847383', name: 'Alba' }, correlationId: 'c-1' };
    });
    desk.show(`/resellers/${albaId}/access/${officina}`);
    const support = await region('4. Support contact');
    await desk.user.click(within(support).getByRole('button', { name: 'Read now' }));
    await waitFor(() => expect(asked).toHaveLength(2));
    await within(support).findByRole('button', { name: 'Read now' });
    expect(asked).toEqual(['s-1', 's-2']);
    expect(Object.keys((await desk.services.mirror.customer(officina))?.supportContacts ?? {}).toSorted()).toEqual(['s-1', 's-2']);
  });

  it('asks of which customer first', async () => {
    const desk = await openDesk();
    desk.show(`/resellers/${albaId}/access`);
    await desk.user.click(await screen.findByText('Officina'));
    expect((await region('3. Incentive credit')).textContent).toContain('1 of 3');
  });
});

describe('the resellers of a customer', () => {
  it('are read online, and one more is invited by letter', async () => {
    const desk = await openDesk();
    await desk.services.work.partnerships.recordFindings([finding('4890006', 'suspended')]);
    answerReads({
      'list-resellers-of-customer': () => ({
        resellers: [
          { id: albaId, name: 'Alba Sistemi S.r.l.', partnerId: '4847383' },
          { id: brumaId, name: 'Bruma Cloud GmbH', partnerId: '4890005' },
        ],
      }),
    });
    desk.show(`/customers/${officina}`);
    const panel = await region('Resellers of this customer');
    await within(panel).findByRole('link', { name: 'Alba Sistemi S.r.l.' });
    expect(within(panel).queryByRole('link', { name: 'Bruma Cloud GmbH' })).toBeNull();
    await desk.user.click(within(panel).getByRole('button', { name: 'Read now' }));
    await within(panel).findByRole('link', { name: 'Bruma Cloud GmbH' });
    await desk.user.click(within(panel).getByRole('button', { name: 'Add a reseller' }));
    await desk.user.click(within(panel).getByRole('combobox', { name: /Indirect reseller/u }));
    await desk.user.click(await screen.findByRole('option', { name: /Cedro.*Not active/u }));
    await within(panel).findByText(/does not belong to an active indirect reseller account/u);
    const invite = await within(panel).findByRole('link', { name: 'Write the invitation' });
    expect(invite.getAttribute('href')).toContain(`customer=${officina}`);
    // What the server said is kept: also for the sheet of the reseller, also without a network.
    cleanup();
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    desk.show(`/customers/${officina}`);
    const again = await region('Resellers of this customer');
    await within(again).findByRole('link', { name: 'Bruma Cloud GmbH' });
    await within(again).findByText(/^Read from Partner Center:/u);
    cleanup();
    desk.show(`/resellers/${brumaId}/access/${officina}`);
    expect((await region('1. Account administration')).textContent).toContain('Bruma Cloud GmbH is associated with Officina');
    const add = within(await region('3. Incentive credit')).getByRole('link', { name: 'Add products' });
    expect(add.getAttribute('href')).toBe(`/carts/new?customer=${officina}&reseller=${brumaId}`);
    cleanup();
    // A pull of the resellers' lists that is newer knows better.
    await desk.services.mirror.apply({
      kind: 'resellers-of-customer-read', customerId: officina,
      resellers: { listed: [{ id: ResellerTenantId.parse(brumaId), name: 'Bruma Cloud GmbH' }], at: Instant.parse('2020-01-31T09:00:00.000Z') },
    });
    desk.show(`/customers/${officina}`);
    await within(await region('Resellers of this customer')).findByText(/^As the resellers’ lists had it/u);
    expect(screen.queryByRole('link', { name: 'Bruma Cloud GmbH' })).toBeNull();
  });
});
