import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PartnerId, ResellerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { createCustomerDraft, waitingCustomer } from './lists-customers.ts';
import { calls, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, answerReads, brumaId, cedroId, finding, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const customers = Array.from({ length: 3 }, (_unused, index) => ({
  id: customerId(index), name: `Officina ${index}`, domain: `officina${index}.example`, resellerId: albaId,
}));

async function openDesk(): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers });
  await desk.services.pull.pullNow();
  return desk;
}

const tab = (name: string): HTMLElement => screen.getByRole('tab', { name });

describe('the page of a reseller', () => {
  it('says what is wrong with its Partner ID, since when that is refused, and opens the letter about it', async () => {
    const desk = await openDesk();
    await desk.services.work.partnerships.recordFindings([finding('4890005', 'agreement-missing', { code: '900400', text: 'MPA missing' })]);
    desk.show(`/resellers/${brumaId}`);
    const panel = await screen.findByRole('region', { name: 'Partner ID check' });
    await within(panel).findByText(/has not accepted the Microsoft Partner Agreement.*refused orders with it since .*2025.*since .*2025/u);
    expect(panel.textContent).toContain('900400 MPA missing');
    const write = within(panel).getByRole('link', { name: 'Write to the reseller' });
    expect(write.getAttribute('href')).toBe(`/resellers/write/reseller-agreement?reseller=${brumaId}&back=%2Fresellers%2F${brumaId}`);
    await desk.user.click(screen.getByRole('button', { name: 'Write' }));
    expect(await screen.findByRole('menuitem', { name: 'Ask it to accept the Microsoft Partner Agreement' })).toBeTruthy();
    await desk.user.keyboard('{Escape}');
    await expectAccessible();
  });

  it('checks now, and offline says why it cannot while the kept verdict stays', async () => {
    const desk = await openDesk();
    answerReads({
      'check-reseller': () => ({ isKnown: true, isAgreementSigned: true, name: 'Alba Sistemi' }),
      'validate-resellers': () => ({ results: [{ partnerId: '4847383', isValid: true }] }),
    });
    desk.show(`/resellers/${albaId}`);
    const panel = await screen.findByRole('region', { name: 'Partner ID check' });
    await within(panel).findByText('Not checked yet');
    await desk.user.click(within(panel).getByRole('button', { name: 'Check now' }));
    await within(panel).findByText(/may stand on orders and subscriptions/u);
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    await within(panel).findByText(/Checking needs a network/u);
    const asked = calls('sync.read').length;
    await desk.user.click(within(panel).getByRole('button', { name: 'Check now' }));
    expect(calls('sync.read')).toHaveLength(asked);
    expect(panel.textContent).toContain('Valid');
  });

  it('keeps the address that is written to, and refuses one that is none', async () => {
    const desk = await openDesk();
    desk.show(`/resellers/${brumaId}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Add contact' }));
    const email = screen.getByRole('textbox', { name: /Email address/u });
    expect(document.activeElement).toBe(email);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language of letters' }).value).toBe('de');
    await desk.user.type(email, 'info@@nebel');
    await desk.user.click(screen.getByRole('button', { name: 'Keep contact' }));
    await screen.findByText('This is not an e-mail address.');
    await desk.user.clear(email);
    await desk.user.type(email, 'info@nebel.example');
    await desk.user.click(screen.getByRole('button', { name: 'Keep contact' }));
    await screen.findByText('info@nebel.example');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Change'));
    const [kept] = await desk.services.work.partnerships.contacts();
    expect(kept).toMatchObject({ id: brumaId, email: 'info@nebel.example', language: 'de' });
  });

  it('shows customers with their access sheets, its business as far as it was read, its work and its history', async () => {
    const desk = await openDesk();
    const { work } = desk.services;
    const id = ResellerTenantId.parse(albaId);
    await work.partnerships.recordFindings([finding('4847383', 'suspended')]);
    await work.partnerships.recordFindings([finding('4847383', 'good')]);
    await work.confirmCustomer(createCustomerDraft(desk.services.account), waitingCustomer(albaId));
    await work.partnerships.notice(await desk.services.mirror.resellers(), finding('4847383', 'good').checkedAt);
    expect((await work.partnerships.verdictsOf(PartnerId.parse('4847383'))).map(({ standing }) => standing)).toEqual(['good', 'suspended']);
    desk.show(`/resellers/${id}`);
    await screen.findByRole('heading', { level: 1, name: 'Alba Sistemi S.r.l.' });
    await desk.user.click(tab('Customers'));
    const access = await screen.findByRole('link', { name: 'Access and involvement: Officina 0' });
    expect(access.getAttribute('href')).toBe(`/resellers/${albaId}/access/${customerId(0)}`);
    expect(screen.getByRole('link', { name: 'Invite a customer' }).getAttribute('href')).toContain('/resellers/write/customer-relationship?');
    await desk.user.click(tab('Subscriptions and orders'));
    await screen.findByText(/^Customers read: 0 of 3/u);
    await desk.user.click(tab('In progress'));
    await screen.findByRole('link', { name: /Nuova Bottega/u });
    await desk.user.click(tab('History'));
    const table = await screen.findByRole('table', { name: 'Checks of the Partner ID' });
    const found = within(table).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell')[0]?.textContent);
    expect(found).toEqual(['Valid', 'Not active']);
    expect(screen.getByRole('tabpanel', { name: 'History' }).textContent).toContain('In the first list that was read here');
    await expectAccessible();
  });

  it('reads all of its customers with progress, and can be stopped', async () => {
    const desk = await openDesk();
    const held = Promise.withResolvers<void>();
    const { pull } = desk.services;
    let stopped = false;
    Object.assign(pull, {
      refreshBusiness: async (_id: unknown, signal: AbortSignal, tell: (progress: object) => void) => {
        tell({ done: 1, total: 3 });
        signal.addEventListener('abort', () => {
          stopped = true;
          held.resolve();
        });
        await held.promise;
        return { ok: true, value: undefined };
      },
    });
    desk.show(`/resellers/${albaId}?tab=business`);
    await desk.user.click(await screen.findByRole('button', { name: 'Read all now' }));
    await screen.findByText('1 of 3');
    await desk.user.click(screen.getByRole('button', { name: 'Stop reading' }));
    const again = await screen.findByRole('button', { name: 'Read all now' });
    await waitFor(() => expect(document.activeElement).toBe(again));
    expect(stopped).toBe(true);
  });

  it('stays when the reseller left the list, says so, and offers no new customer', async () => {
    const onServer = [...threeResellers];
    const desk = await openListsDesk({ resellers: onServer });
    const { pull, mirror, work } = desk.services;
    await pull.pullNow();
    await work.partnerships.notice(await mirror.resellers(), Instant.parse('2026-11-20T09:00:00.000Z'));
    onServer.pop();
    await pull.pullNow();
    await work.partnerships.notice(await mirror.resellers(), Instant.parse('2026-11-21T09:00:00.000Z'));
    desk.show(`/resellers/${cedroId}`);
    await screen.findByRole('heading', { level: 1, name: 'Cedro Télécom' });
    await screen.findByText(/^No longer in your list. First missing:/u);
    expect(screen.queryByRole('link', { name: 'Add customer' })).toBeNull();
    expect(screen.getAllByRole('link', { name: 'Request a partnership' })[0]?.getAttribute('href')).toBe('/resellers/request');
    await waitFor(() => expect(screen.getByRole('region', { name: 'Profile' }).textContent).toContain('4890006'));
  });

  it('of years is offered no new partnership because the copy on this computer was cleared', async () => {
    const desk = await openDesk();
    const { mirror, work } = desk.services;
    await work.partnerships.notice(await mirror.resellers(), Instant.parse('2026-11-20T09:00:00.000Z'));
    await mirror.clear();
    desk.show(`/resellers/${albaId}`);
    await screen.findByRole('heading', { level: 1, name: 'Alba Sistemi S.r.l.' });
    await screen.findByRole('button', { name: 'Write' });
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
    const page = screen.getByRole('tablist', { name: 'About this reseller' }).closest('[class]')?.parentElement?.parentElement;
    expect(within(page ?? document.body).queryByRole('link', { name: 'Request a partnership' })).toBeNull();
  });
});
