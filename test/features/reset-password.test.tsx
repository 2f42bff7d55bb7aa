import './lists-realm.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CustomerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { calls, mainProcess, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, answerReads, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const officina = CustomerTenantId.parse(customerId(0));
const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
const admin = { id: 'a0000000-0000-4000-8000-000000000001', userName: 'admin@officina.example', displayName: 'Officina', state: 'active' };
const anna = { id: 'a0000000-0000-4000-8000-000000000002', userName: 'anna@officina.example', displayName: 'Anna Città', state: 'inactive' };
const at = Instant.parse('2026-11-24T09:00:00.000Z');

async function openDesk({ isOnline = true, isRead = false } = {}): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers });
  await desk.services.pull.pullNow();
  mainProcess.set('envelopes.list', () => ({ envelopes: [] }));
  answerReads({
    'list-users': () => ({ users: [admin, anna] }),
    'read-user-roles': (input) => ({ roles: (input as { userId: string }).userId === admin.id ? ['Global Administrator'] : [] }),
  });
  const { mirror, connectivity } = desk.services;
  if (isRead) await mirror.apply({ kind: 'users-read', customerId: officina, users: { listed: [admin, anna], at } });
  if (!isOnline) connectivity.setState({ isOnline: false, reason: 'no-network' });
  return desk;
}
const operations = ({ services }: ListsDesk): Promise<readonly Operation[]> => services.work.operations();
const asked = (call: string): number => calls('sync.read').filter((one) => (one as { call: string }).call === call).length;
const users = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Users' });

describe('the users of a customer', () => {
  it('are read when they are shown online, searched, kept, and lead to the reset of each', async () => {
    const desk = await openDesk();
    desk.show(`/customers/${officina}`);
    const panel = await users();
    expect(asked('list-users')).toBe(0);
    await desk.user.click(within(panel).getByRole('button', { name: 'Show users' }));
    await within(panel).findByText('2 users');
    await expectAccessible();
    await desk.user.type(within(panel).getByRole('searchbox', { name: 'Search for a user' }), 'citta');
    await within(panel).findByText('1 user');
    within(panel).getByText('Inactive');
    const link = within(panel).getByRole('link', { name: 'Reset the password of anna@officina.example' });
    expect(link.getAttribute('href')).toBe(`/envelopes/reset/${officina}?user=${anna.id}`);
    expect((await desk.services.mirror.customer(officina))?.users?.listed).toEqual([admin, anna]);
  });

  it('are shown as last read while offline, with their age, and say why they could not be read', async () => {
    const desk = await openDesk({ isOnline: false, isRead: true });
    desk.show(`/customers/${officina}`);
    await desk.user.click(within(await users()).getByRole('button', { name: 'Show users' }));
    await within(await users()).findByText('admin@officina.example');
    expect((await users()).textContent).toContain('Updated');
    expect(asked('list-users')).toBe(0);
    cleanup();
    answerReads({ 'list-users': () => ({ outcome: 'refused', failure: { code: 'user-role-missing' } }) });
    desk.services.connectivity.setState({ isOnline: true, reason: 'online' });
    desk.show(`/customers/${officina}`);
    await desk.user.click(within(await users()).getByRole('button', { name: 'Show users' }));
    await within(await users()).findByText(/has not granted the role/u);
    within(await users()).getByText('admin@officina.example');
  });
});

describe('a guided reset', () => {
  it('proposes the administrator, says what it needs and does, waits in the outbox offline, and is followed', async () => {
    const desk = await openDesk({ isOnline: false, isRead: true });
    desk.show(`/envelopes/reset/${officina}`);
    const who = await screen.findByRole('combobox', { name: /User/u });
    expect(who).toHaveProperty('value', 'admin@officina.example');
    screen.getByText(/with the role User Administrator/u);
    screen.getByText(/You are offline/u);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Put in outbox' });
    expect(button.disabled).toBe(true);
    await expectAccessible();
    await desk.user.click(screen.getByRole('checkbox', { name: 'admin@officina.example is to get a new password' }));
    await desk.user.click(button);
    await screen.findByRole('heading', { level: 1, name: 'Password for Officina' });
    const [operation] = await operations(desk);
    expect(operation).toMatchObject({
      kind: 'reset-password',
      payload: { customer: { kind: 'tenant', customerId: officina }, customerName: 'Officina', userId: admin.id, userName: admin.userName },
    });
    const way = await screen.findByRole('link', { name: 'Open in the outbox' });
    expect(way.getAttribute('href')).toBe(`/outbox/${operation?.id ?? ''}`);
    await expectAccessible();
  });

  it('shows the roles of the chosen user, and takes the one it was asked for', async () => {
    const desk = await openDesk();
    desk.show(`/envelopes/reset/${officina}?name=ANNA@officina.example`);
    await waitFor(async () => expect(await screen.findByRole('combobox', { name: /User/u })).toHaveProperty('value', 'anna@officina.example'));
    await screen.findByText('This user has no administrator role.');
    await desk.user.clear(screen.getByRole('combobox', { name: /User/u }));
    await desk.user.type(screen.getByRole('combobox', { name: /User/u }), 'admin');
    await desk.user.click(await screen.findByRole('option', { name: /admin@officina/u }));
    await screen.findByText('Directory role: Global Administrator');
  });

  it.each(['user=a0000000-0000-4000-8000-000000000009', 'name=gone@officina.example'])(
    'proposes nobody else where the one asked for (%s) is not among the users, and says so',
    async (query) => {
      const desk = await openDesk({ isRead: true });
      desk.show(`/envelopes/reset/${officina}?${query}`);
      await waitFor(() => expect(asked('list-users')).toBe(1));
      await screen.findByText(/^The user asked for is not among the users read here/u);
      expect(screen.getByRole('combobox', { name: /User/u })).toHaveProperty('value', '');
      expect(screen.queryByRole('checkbox')).toBeNull();
      await expectAccessible();
      await desk.user.click(screen.getByRole('button', { name: 'Read again' }));
      await waitFor(() => expect(asked('list-users')).toBe(2));
      await desk.user.click(screen.getByRole('combobox', { name: /User/u }));
      await desk.user.click(await screen.findByRole('option', { name: /anna@officina/u }));
      await screen.findByRole('checkbox', { name: 'anna@officina.example is to get a new password' });
      expect(screen.queryByText(/^The user asked for is not/u)).toBeNull();
      screen.getByRole('button', { name: 'Reset the password' });
    },
  );

  it('says of nobody that they are missing while a first reading is still to come', async () => {
    const desk = await openDesk({ isRead: true });
    const added: string[] = [];
    const seen = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) added.push(node.textContent ?? '');
    });
    seen.observe(document.body, { childList: true, subtree: true });
    const berta = { ...anna, id: 'a0000000-0000-4000-8000-000000000003', userName: 'berta@officina.example' };
    answerReads({ 'list-users': () => ({ users: [admin, anna, berta] }) });
    desk.show(`/envelopes/reset/${officina}?user=${berta.id}`);
    await screen.findByRole('checkbox', { name: 'berta@officina.example is to get a new password' });
    seen.disconnect();
    expect(added.join()).toContain('Reading');
    expect(added.filter((text) => text.includes('not among the users'))).toEqual([]);
  });

  it('cannot begin where the users were never read, and says so', async () => {
    const desk = await openDesk({ isOnline: false });
    desk.show(`/envelopes/reset/${officina}`);
    await screen.findByText(/were never read on this computer/u);
    expect(screen.queryByRole('checkbox')).toBeNull();
    cleanup();
    desk.show('/envelopes/reset/nobody');
    await screen.findByRole('heading', { level: 1, name: 'Customer not found' });
  });

  it('opens the envelope by itself when it is done, and leads to another when it was cancelled', async () => {
    const desk = await openDesk({ isOnline: false, isRead: true });
    const { work, account } = desk.services;
    const operation = await work.confirmReset({
      customer: { kind: 'tenant', customerId: officina }, customerName: 'Officina', userId: admin.id, userName: admin.userName,
    });
    desk.show(`/envelopes/${operation.id}`);
    await screen.findByRole('link', { name: 'Open in the outbox' });
    await work.commit({ before: [operation], after: [{ ...operation, state: { name: 'cancelled', at } }], journal: [] });
    const again = await screen.findByRole('link', { name: 'Reset the password' });
    expect(again.getAttribute('href')).toBe(`/envelopes/reset/${officina}?user=${admin.id}`);
    cleanup();
    mainProcess.set('envelopes.list', () => ({
      envelopes: [{
        operationId: operation.id, accountId: account.id, customerId: officina, customerName: 'Officina', userName: admin.userName,
        userId: admin.id, origin: 'reset', state: 'sealed', sealedAt: at,
      }],
    }));
    desk.show(`/envelopes/${operation.id}`);
    await screen.findByRole('button', { name: 'Open' });
    screen.getByText('Reset of the password');
    expect(screen.getByRole('link', { name: 'Reset the password' }).getAttribute('href')).toBe(`/envelopes/reset/${officina}?user=${admin.id}`);
  });
});
