import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { showAllOrders } from '../../renderer/features/orders/order-view-store.ts';
import { Order } from '../../shared/domain/order/order.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { instantOf, plusSeconds } from '../../shared/instant.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { calls, mainProcess, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

afterEach(showAllOrders);

const [officina, bottega] = [CustomerTenantId.parse(customerId(0)), CustomerTenantId.parse(customerId(1))];
const customers = [
  { id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId },
  { id: bottega, name: '=cmd|Bottega', domain: 'bottega.example', resellerId: albaId },
];
const now = instantOf(new Date());
const order = (id: string, customer: string, daysAgo: number, more: object = {}): Order => Order.parse({
  id, customerId: customer, billingCycle: 'monthly', currencyCode: 'EUR', status: 'completed', createdAt: plusSeconds(now, -daysAgo * 86_400),
  lines: [{ lineNumber: 0, offerId: 'CFQ1:0001:A', friendlyName: 'Mail, "small"', quantity: 5, termDuration: 'P1Y', partnerId: '4847383' }],
  ...more,
});
const young = order('young', officina, 2);
const cancelled = order('old', officina, 60, { status: 'cancelled', lines: [{ lineNumber: 0, offerId: 'x', friendlyName: '-1+1', quantity: 1 }] });
const other = order('other', bottega, 20);

async function openDesk(): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers });
  await desk.services.pull.pullNow();
  const { mirror, connectivity } = desk.services;
  connectivity.setState({ isOnline: false, reason: 'no-network' });
  await mirror.apply({ kind: 'orders-read', customerId: officina, at: now, orders: [young, cancelled] });
  await mirror.apply({ kind: 'orders-read', customerId: bottega, at: now, orders: [other] });
  desk.show('/orders');
  await screen.findByText('3 orders');
  return desk;
}
const numbers = (): readonly (string | null | undefined)[] =>
  within(screen.getByRole('grid')).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);

describe('the list of orders', () => {
  it('is narrowed by state, reseller, customer and period, and shown whole again', async () => {
    const { user } = await openDesk();
    expect(numbers()).toEqual(['young', 'other', 'old']);
    const choose = async (name: string, value: string): Promise<void> => user.selectOptions(screen.getByRole('combobox', { name }), value);
    await choose('Status', 'Cancelled');
    await waitFor(() => expect(numbers()).toEqual(['old']));
    await choose('Reseller', 'No reseller');
    await waitFor(() => expect(numbers()).toEqual(['old']));
    await choose('Reseller', 'Alba Sistemi S.r.l.');
    await screen.findByText('No order fits these filters.');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() => expect(numbers()).toHaveLength(3));
    await choose('Period', 'Last 30 days');
    await waitFor(() => expect(numbers()).toEqual(['young', 'other']));
    await choose('Customer', 'Officina');
    await waitFor(() => expect(numbers()).toEqual(['young']));
    await choose('Status', 'Waiting here');
    await screen.findByText('0 orders');
    await expectAccessible();
  });

  it('is saved as it is shown: money and currency apart, dates in ISO, and nothing a spreadsheet would run', async () => {
    const { user } = await openDesk();
    mainProcess.set('files.saveTable', () => ({ saved: { fileName: 'Orders.csv' } }));
    await user.click(screen.getByRole('button', { name: 'Export CSV' }));
    await screen.findByText('Saved as Orders.csv.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Customer' }), 'Officina');
    await waitFor(() => expect(numbers()).toEqual(['young', 'old']));
    await user.click(screen.getByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(calls('files.saveTable')).toHaveLength(2));
    const [all, some] = calls('files.saveTable') as readonly { readonly fileName: string; readonly text: string }[];
    expect(all?.fileName).toMatch(/^Orders \d{4}-\d\d-\d\d\.csv$/u);
    const lines = all?.text.split('\r\n') ?? [];
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^Order number,Date \(UTC\),Customer,.*,Confirmed amount,Currency$/u);
    expect(lines[1]).toBe(`young,${young.createdAt},Officina,${officina},completed,"Mail, ""small""",CFQ1:0001:A,5,P1Y,monthly,4847383,,,,EUR`);
    expect(lines[2]).toContain(`,"'=cmd|Bottega",`);
    expect(lines[3]).toContain(`,"'-1+1",`);
    expect(some?.text.split('\r\n')).toHaveLength(3);
  });
});
