import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { showAllSubscriptions } from '../../renderer/features/subscriptions/subscription-view-store.ts';
import { Subscription } from '../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { instantOf, plusSeconds } from '../../shared/instant.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { calls, mainProcess, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const officina = CustomerTenantId.parse(customerId(0));
const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
const now = instantOf(new Date());
const day = 86_400;
const one = (name: string, age: number, more: object = {}): Subscription => Subscription.parse({
  id: name.toLowerCase(), offerName: name, friendlyName: name, quantity: 5, status: 'active', autoRenewEnabled: true, billingCycle: 'monthly',
  termDuration: 'P1Y', createdAt: plusSeconds(now, -age * day), endsAt: plusSeconds(now, 200 * day), ...more,
});
const mail = one('Mail', 1, { partnerId: '4890005' });
const visio = one('Visio', 2, { partnerId: '4847383', endsAt: plusSeconds(now, 20 * day) });
const teams = one('=Teams', 3, { status: 'suspended', endsAt: plusSeconds(now, -day) });

afterEach(showAllSubscriptions);

async function openDesk(): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers });
  await desk.services.pull.pullNow();
  const { mirror, connectivity, work } = desk.services;
  await mirror.apply({ kind: 'subscriptions-read', customerId: officina, at: now, subscriptions: [mail, visio, teams] });
  connectivity.setState({ isOnline: false, reason: 'no-network' });
  const base = { quantity: 5, autoRenewEnabled: true, friendlyName: 'Mail', status: 'active', partnerId: '4890005' };
  const payload = {
    customer: { kind: 'tenant', customerId: officina } as const, customerName: 'Officina', subscriptionId: 'mail', subscriptionName: 'Mail',
    edits: { quantity: 7 }, base,
  };
  await work.confirmChange([{ kind: 'change-subscription', payload }], undefined);
  desk.show('/subscriptions');
  await screen.findByText('Visio');
  return desk;
}
const names = (): readonly string[] =>
  within(screen.getByRole('grid', { name: 'Subscriptions' })).getAllByRole('row').slice(1)
    .map((row) => row.textContent ?? '').map((text) => ['Mail', 'Visio', '=Teams'].find((name) => text.includes(name)) ?? text);

describe('the list of subscriptions', () => {
  it('names the reseller and what is on its way, and is narrowed by status, reseller, end and waiting changes', async () => {
    const { user } = await openDesk();
    expect(names()).toEqual(['Mail', 'Visio', '=Teams']);
    const first = screen.getAllByRole('row')[1];
    await waitFor(() => expect(first?.textContent).toMatch(/Bruma Cloud GmbH.*Active\. Waiting/u));
    await expectAccessible();
    const narrow = async (name: string, option: string): Promise<readonly string[]> => {
      await user.selectOptions(screen.getByRole('combobox', { name }), option);
      await screen.findByRole('button', { name: 'Show all' });
      return names();
    };
    const clear = async (): Promise<void> => {
      await user.click(screen.getByRole('button', { name: 'Show all' }));
      await waitFor(() => expect(names()).toHaveLength(3));
    };
    await narrow('Status', 'Suspended');
    await waitFor(() => expect(names()).toEqual(['=Teams']));
    await clear();
    await narrow('Reseller', 'Alba Sistemi S.r.l.');
    await waitFor(() => expect(names()).toEqual(['Visio']));
    await clear();
    await narrow('Ends', 'Ends within 30 days');
    await waitFor(() => expect(names()).toEqual(['Visio']));
    await clear();
    await user.click(screen.getByRole('checkbox', { name: 'Change waiting' }));
    await waitFor(() => expect(names()).toEqual(['Mail']));
  });

  it('chooses many with the keyboard for a change of all of them, and saves what it shows as a file no spreadsheet runs', async () => {
    mainProcess.set('files.saveTable', () => ({ saved: { fileName: 'list.csv' } }));
    const { user } = await openDesk();
    screen.getByRole('grid', { name: 'Subscriptions' }).focus();
    await user.keyboard(' {Shift>}{ArrowDown}{/Shift}');
    const bar = await screen.findByRole('group', { name: 'Chosen subscriptions' });
    await within(bar).findByText('2 subscriptions chosen');
    await user.keyboard('{Control>}a{/Control}');
    await within(bar).findByText('3 subscriptions chosen');
    expect(within(bar).getByRole('link', { name: 'Bulk change' }).getAttribute('href')).toBe('/subscriptions/bulk?subscriptions=selected');
    expect(screen.getByRole('link', { name: 'Replace a Partner ID' }).getAttribute('href')).toBe('/subscriptions/bulk?kind=replace');
    await expectAccessible();
    await user.click(within(bar).getByRole('button', { name: 'Choose none' }));
    expect(screen.queryByRole('group', { name: 'Chosen subscriptions' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /CSV/u }));
    await screen.findByText(/list\.csv/u);
    const [{ text } = { text: '' }] = calls('files.saveTable') as readonly { text: string }[];
    const [heading, ...rows] = text.split('\r\n');
    expect(heading).toMatch(/^Subscription ID,Name,/u);
    expect(rows[0]).toMatch(/^mail,Mail,.*,4890005,Bruma Cloud GmbH,5,active,true,P1Y,monthly,.*,ready$/u);
    expect(rows[2]).toContain("'=Teams");
  });
});
