import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readChoice } from '../../renderer/data/work/briefcase-choice.ts';
import { selectCustomers } from '../../renderer/platform/customer-selection.ts';
import { failure } from '../../shared/contract/failure.ts';
import { Order } from '../../shared/domain/order/order.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { instantOf } from '../../shared/instant.ts';
import { cartDraft } from '../unit/sync/sync-builders.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { calls, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import type { Language } from '../../renderer/text/language.ts';
import { albaId, answerReads, threeResellers } from './reseller-desk.ts';
import { expectAccessible, openDialog } from './wizard-desk.tsx';

// Prices end with their month: the day is that of the desk's own clock. It goes on, or what has the focus never settles.
beforeEach(() => {
  const now = Date.now.bind(Date);
  const ahead = now() - Date.parse('2026-11-24T09:10:00Z');
  vi.spyOn(Date, 'now').mockImplementation(() => now() - ahead);
});

const named = (number: number, name: string, resellerId?: string) => ({
  id: customerId(number), name, domain: `c${number}.example`, ...(resellerId === undefined ? {} : { resellerId }),
});
const customers = [named(1, 'Birra Rossi', albaId), named(2, 'Caffè Blu', albaId), named(3, 'Dolci Verdi')];

async function openDesk(language: Language = 'en'): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers }, language);
  await desk.services.pull.pullNow();
  const idOf = (input: unknown): string => String(Reflect.get(Object(input), 'customerId'));
  const plan = (id: string) => ({
    id, offerName: 'Plan', friendlyName: 'Plan', quantity: 5, status: 'active', autoRenewEnabled: true, endsAt: '2030-01-01T00:00:00.000Z',
  });
  answerReads({
    'read-customer': (input) => {
      const listed = customers.find(({ id }) => id === idOf(input));
      return { id: listed?.id, companyName: listed?.name, domain: listed?.domain, relationship: 'reseller', country: 'IT' };
    },
    'list-subscriptions': (input) => ({ subscriptions: [plan(`${idOf(input)}-a`)] }),
    'list-orders': (input) => (idOf(input) === customerId(2) ? { outcome: 'refused', failure: failure('role-missing') } : { orders: [] }),
    'read-agreement-state': () => ({ isAccepted: true, how: 'attested' }),
    'read-qualifications': () => ({ qualifications: [] }),
    'read-support-contact': () => ({ tenantId: albaId, partnerId: '4847383', name: 'Alba' }),
    'read-transitions': () => ({ immediate: [], scheduled: [] }),
    'check-reseller': () => ({ isKnown: true, isAgreementSigned: true }),
    'validate-resellers': () => ({ results: [] }),
  });
  return desk;
}
const orderOf = (id: CustomerTenantId): Order =>
  Order.parse({ id: `order-${id}`, customerId: id, billingCycle: 'monthly', status: 'completed', lines: [] });
const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
const choiceOf = async ({ services }: ListsDesk): Promise<readonly string[]> => (await readChoice(services.work)).map(({ name }) => name);

describe('the briefcase', () => {
  it('teaches while it is empty, takes a reseller along, and says until when it serves, how large, and what is missing', async () => {
    const desk = await openDesk();
    desk.show('/briefcase');
    await screen.findByText('Nothing is taken along yet');
    await expectAccessible();
    const field = screen.getByRole('combobox', { name: 'Take along a reseller' });
    await desk.user.type(field, 'alba');
    await desk.user.click(await screen.findByRole('option', { name: /Alba Sistemi/u }));
    const ready = await region('Ready offline');
    const table = await screen.findByRole('grid', { name: 'Customers taken along' });
    const [whole, part] = await waitFor(() => {
      const found = within(table).getAllByRole('row').slice(1).map((row) => row.textContent);
      expect(found.join()).toMatch(/Complete.*missing: ordersDec/su);
      return found;
    });
    expect(whole).toMatch(/^Birra RossiComplete.*the prices are those of November 2026/u);
    expect(part).toContain('Your user may not do this in Partner Center.');
    expect(ready.textContent).toMatch(/Not complete; what is there serves until Dec 1, 2026/u);
    expect(ready.textContent).toContain('Ends first: the prices are those of November 2026.');
    expect(ready.textContent).toContain('missing: orders');
    const chosen = await region('Taken along');
    expect(within(chosen).getByRole('link', { name: 'Alba Sistemi S.r.l.' }).getAttribute('href')).toBe(`/resellers/${albaId}`);
    expect(chosen.textContent).toMatch(/Reseller, 2 customers.*\d kB/u);
    expect((await region('Prices and promotions')).textContent).toMatch(/Italy/u);
    await expectAccessible();
    await desk.user.click(within(chosen).getByRole('button', { name: 'Remove Alba Sistemi S.r.l. from the briefcase' }));
    await screen.findByText('Nothing is taken along yet');
    expect((await region('Space')).textContent).toMatch(/kB of 2 customers that were read/u);
  });

  it('gives back the space of customers that are not in it, but for those with unsent work', async () => {
    const desk = await openDesk();
    const { mirror, work, connectivity } = desk.services;
    connectivity.setState({ isOnline: false, reason: 'no-network' });
    const at = instantOf(new Date(Date.now()));
    const [first, second] = [1, 2].map((number) => CustomerTenantId.parse(customerId(number)));
    if (first === undefined || second === undefined) throw new Error('two customers');
    for (const id of [first, second]) await mirror.apply({ kind: 'orders-read', customerId: id, orders: [orderOf(id)], at });
    const cart = { customer: { kind: 'tenant', customerId: second }, customerName: 'Caffè Blu' };
    await work.saveDraft(cartDraft(cart));
    desk.show('/briefcase');
    const space = await region('Space');
    expect(space.textContent).toMatch(/1 kB of 2 customers that were read/u);
    await desk.user.click(within(space).getByRole('button', { name: 'Give the space back' }));
    const dialog = await openDialog();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Give the space back', hidden: true }));
    await waitFor(async () => expect((await mirror.customer(first))?.orders).toBeUndefined());
    expect((await mirror.customer(second))?.orders).toHaveLength(1);
    expect(await work.drafts()).toHaveLength(1);
  });

  it('is filled where customers and resellers are shown; a customer of a reseller in it is in it', async () => {
    const desk = await openDesk();
    desk.show(`/resellers/${albaId}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Take along' }));
    expect((await screen.findByRole('button', { name: 'Taken along' })).getAttribute('aria-pressed')).toBe('true');
    expect(await choiceOf(desk)).toEqual(['Alba Sistemi S.r.l.']);
    // the page would read its customer beyond the end of this test
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    desk.show(`/customers/${customerId(1)}`);
    const covered = await screen.findByRole('button', { name: 'Taken along with Alba Sistemi S.r.l.' });
    expect(covered.getAttribute('aria-disabled')).toBe('true');
  });

  it('takes along the customers chosen in the list, offline too, and reads them once there is a network', async () => {
    const desk = await openDesk('it');
    await desk.services.work.saveSetting('language', 'it');
    const { connectivity, account } = desk.services;
    connectivity.setState({ isOnline: false, reason: 'no-network' });
    selectCustomers(account.id, [1, 3].map((number) => CustomerTenantId.parse(customerId(number))));
    desk.show('/briefcase?customers=selected');
    const panel = await region('Scelti nell’elenco');
    await within(panel).findByText('2 clienti sarebbero nella valigetta da ora in poi.');
    await desk.user.click(within(panel).getByRole('button', { name: 'Porta con sé' }));
    const ready = await region('Pronta offline');
    await within(ready).findByText('Nessuna rete: ciò che manca si leggerà da solo quando ci sarà. Si può continuare a scegliere.');
    expect(await choiceOf(desk)).toEqual(['Birra Rossi', 'Dolci Verdi']);
    expect(calls('sync.read')).toEqual([]);
    await expectAccessible();
    connectivity.setState({ isOnline: true, reason: 'online' });
    await within(ready).findByText(/Pronta offline fino al/u);
    expect(calls('sync.read').length).toBeGreaterThan(10);
  });
});
