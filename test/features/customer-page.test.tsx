import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CustomerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { customerId, resellerId } from '../data/mirror/pull-tenant.ts';
import { calls, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { answerReads } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const id = CustomerTenantId.parse(customerId(1));
const customer = { id, name: 'Cedro', domain: 'cedro.onmicrosoft.com', resellerId: resellerId(1) };

async function openPage(): Promise<ListsDesk> {
  const desk = await openListsDesk({ customers: [customer], resellers: [{ id: resellerId(1), name: 'Alba' }] });
  answerReads({});
  await desk.services.pull.pullNow();
  const { domain } = customer;
  const detail = { id, companyName: 'Cedro', domain, relationship: 'reseller', country: 'IT', registrationNumber: '123' };
  await desk.services.mirror.apply({ kind: 'customer-read', at: Instant.parse('2026-11-20T09:00:00.000Z'), detail });
  desk.show(`/customers/${id}`);
  await screen.findByRole('heading', { level: 1, name: 'Cedro' });
  return desk;
}

describe('the page of a customer', () => {
  it('leads the keyboard to each section, and each says how old it is', async () => {
    const desk = await openPage();
    const jumps = screen.getByRole('navigation', { name: 'On this page' });
    for (const button of within(jumps).getAllByRole('button')) {
      await desk.user.click(button);
      const section = document.activeElement;
      expect(section?.querySelector('h2')?.textContent).toBe(button.textContent);
    }
    expect(within(screen.getByRole('region', { name: 'Account info' })).getByText(/^Updated/u).textContent).not.toBe('');
    expect(screen.getByText('123').textContent).toBe('123');
    await expectAccessible();
  });

  it('opens the portal at the customer through the main process, copies tenant and domain, and does not try offline', async () => {
    const desk = await openPage();
    const open = screen.getByRole('button', { name: 'Open in Partner Center' });
    await desk.user.click(open);
    await waitFor(() => expect(calls('portal.open')).toEqual([{ accountId: desk.services.account.id, page: 'customer', customerId: id }]));
    await desk.user.click(screen.getByRole('button', { name: 'Copy Microsoft ID' }));
    await desk.user.click(screen.getByRole('button', { name: 'Copy domain' }));
    await waitFor(() => expect(calls('clipboard.writeText')).toEqual([{ text: id }, { text: customer.domain }]));
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    await waitFor(() => expect(open.getAttribute('aria-disabled')).toBe('true'));
    await desk.user.click(open);
    expect(calls('portal.open')).toHaveLength(1);
  });
});
