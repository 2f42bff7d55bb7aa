import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAllCustomers } from '../../renderer/features/customers/expanded-customers.ts';
import { searchCustomers } from '../../renderer/features/customers/customer-view-store.ts';
import { clearSelectedCustomers } from '../../renderer/platform/customer-selection.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { customerId, resellerId } from '../data/mirror/pull-tenant.ts';
import { cartDraft, resellerChange } from '../unit/sync/sync-builders.ts';
import { calls, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { answerReads } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const customers = ['Ancora', 'Bruma', 'Cedro', 'Duna', 'Etna'].map((name, index) => (
  { id: customerId(index), name, domain: `${name.toLowerCase()}.onmicrosoft.com`, resellerId: resellerId(1) }
));
const bruma = CustomerTenantId.parse(customerId(1));
const subscription = (id: string, friendlyName: string, more: object = {}) => ({
  id, friendlyName, offerName: friendlyName, quantity: 7, status: 'active', autoRenewEnabled: true, termDuration: 'P1Y', billingCycle: 'monthly',
  endsAt: Instant.parse('2027-03-01T00:00:00.000Z'), partnerId: '4847383', ...more,
});

afterEach(() => {
  closeAllCustomers();
  clearSelectedCustomers();
});

async function openList(): Promise<ListsDesk> {
  const desk = await openListsDesk({ customers, resellers: [{ id: resellerId(1), name: 'Alba Sistemi', mpnId: '4847383' }] });
  answerReads({ 'list-subscriptions': () => ({ subscriptions: [subscription('s-1', 'E3 read now'), subscription('s-2', 'Copilot')] }) });
  await desk.services.pull.pullNow();
  return desk;
}

async function enterList(desk: ListsDesk): Promise<HTMLElement> {
  desk.show('/customers');
  await screen.findByText('5 customers');
  const grid = screen.getByRole('treegrid', { name: 'Customers' });
  grid.focus();
  return grid;
}
const activeRow = (grid: HTMLElement): HTMLElement => {
  const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
  if (row === null) throw new Error('no row is active');
  return row;
};
const openedRow = (): HTMLElement | undefined => screen.getAllByRole('row').find((row) => row.getAttribute('aria-level') === '2');

describe('a row of the list of customers', () => {
  it('opens below itself with the keyboard: the copy at once, then what the server says, with what waits here', async () => {
    const desk = await openList();
    const { mirror, work, account } = desk.services;
    const at = Instant.parse('2026-11-20T09:00:00.000Z');
    await mirror.apply({ kind: 'subscriptions-read', customerId: bruma, at, subscriptions: [subscription('s-1', 'E3 of the copy')] });
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    const customer = { kind: 'tenant', customerId: bruma } as const;
    const draft = cartDraft({ accountId: account.id, customer });
    await work.saveDraft(draft);
    expect((await work.confirmCart(draft)).ok).toBe(true);
    const change = { kind: 'change-subscription', payload: resellerChange({ customer, subscriptionId: 's-1' }) } as const;
    expect((await work.confirmChange([change], undefined)).ok).toBe(true);
    const grid = await enterList(desk);
    await desk.user.keyboard('{ArrowDown}');
    expect(activeRow(grid).getAttribute('aria-expanded')).toBe('false');
    await desk.user.keyboard('{ArrowRight}');
    expect(activeRow(grid).getAttribute('aria-expanded')).toBe('true');
    const table = await screen.findByRole('table', { name: 'Subscriptions of Bruma' });
    await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(4));
    const opened = openedRow();
    expect(opened?.getAttribute('aria-rowindex')).toBe('4');
    expect(grid.getAttribute('aria-rowcount')).toBe('7');
    const [, order, , listed] = within(table).getAllByRole('row');
    expect(order?.textContent).toContain('Waiting to be sent');
    expect(listed?.textContent).toContain('E3 of the copy');
    await waitFor(() => expect(listed?.textContent).toContain('Alba Sistemi'));
    expect(within(listed ?? table).getByRole('link', { name: /reseller/iu }).getAttribute('href')).toMatch(/^\/outbox\//u);
    expect(opened?.textContent).toContain('Updated');
    expect(calls('sync.read')).toEqual([]);
    await expectAccessible();
    desk.services.connectivity.setState({ isOnline: true, reason: 'online' });
    await within(table).findByRole('link', { name: 'E3 read now' });
    expect(calls('sync.read')).toMatchObject([{ call: 'list-subscriptions', input: { customerId: bruma } }]);
  });

  it('leads into what it shows and back with the arrows, and stands open when the screen is shown again', async () => {
    const desk = await openList();
    const grid = await enterList(desk);
    await desk.user.keyboard('{ArrowDown}{ArrowRight}');
    const first = await screen.findByRole('link', { name: 'E3 read now' });
    expect(first.getAttribute('href')).toBe(`/subscriptions/${bruma}/s-1`);
    await desk.user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(first);
    await desk.user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Copilot');
    await desk.user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('href')).toBe(`/carts/new?customer=${bruma}`);
    await desk.user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(grid);
    await desk.user.click(screen.getByRole('link', { name: 'Home' }));
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    await desk.user.click(screen.getByRole('link', { name: 'Customers' }));
    await screen.findByRole('link', { name: 'E3 read now' });
    // read a moment ago: not again
    expect(calls('sync.read')).toHaveLength(1);
    await desk.user.click(screen.getByRole('button', { name: 'Subscriptions of Bruma' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'E3 read now' })).toBeNull());
    expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('6');
  });

  it('says that nothing was ever read, and why the reading failed', async () => {
    const desk = await openList();
    answerReads({});
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    await enterList(desk);
    await desk.user.keyboard('{ArrowRight}');
    await screen.findByText(/never read on this computer. They are read when you are online/u);
    desk.services.connectivity.setState({ isOnline: true, reason: 'online' });
    await screen.findByRole('button', { name: 'Refresh' });
    const open = within(openedRow() ?? document.body).getByRole('link', { name: 'Open customer: Ancora' });
    expect(open.getAttribute('href')).toBe(`/customers/${customerId(0)}`);
  });
});

describe('choosing customers', () => {
  const nameIn = (row: HTMLElement): string => within(row).getAllByRole('gridcell')[1]?.textContent ?? '';
  const chosen = (): readonly string[] => within(screen.getByRole('treegrid')).getAllByRole('row', { selected: true }).map(nameIn);
  const chose = (...names: readonly string[]): Promise<void> => waitFor(() => expect(chosen()).toEqual(names));

  it('goes with Space, Shift and the arrows, and Ctrl+A over what the search left', async () => {
    const desk = await openList();
    await enterList(desk);
    await desk.user.keyboard('{ArrowDown} {Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await chose('Bruma', 'Cedro', 'Duna');
    await desk.user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    await chose('Bruma', 'Cedro');
    await desk.user.keyboard('{Home} ');
    await chose('Ancora', 'Bruma', 'Cedro');
    expect(screen.getByText('3 customers chosen').getAttribute('role')).toBe('status');
    const bar = screen.getByRole('group', { name: 'Chosen customers' });
    const paths = within(bar).getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(paths).toEqual([
      ['Bulk change subscriptions of these', '/subscriptions/bulk?customers=selected'], ['Take along', '/briefcase?customers=selected'],
    ]);
    await desk.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Chosen customers' })).toBeNull());
    searchCustomers('na');
    await screen.findByText('2 customers');
    await desk.user.keyboard('{Control>}a{/Control}');
    await chose('Duna', 'Etna');
    searchCustomers('');
    await screen.findByText('5 customers');
    await chose('Duna', 'Etna');
    await desk.user.click(screen.getByRole('checkbox', { name: 'Choose Cedro' }));
    await screen.findByText('3 customers chosen');
  });
});
