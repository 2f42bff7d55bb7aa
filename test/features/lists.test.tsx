import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { customerId, resellerId } from '../data/mirror/pull-tenant.ts';
import { createCustomerDraft, waitingCustomer } from './lists-customers.ts';
import { openListsDesk } from './lists-desk.tsx';

const resellers = [
  { id: resellerId(1), name: 'Alba Sistemi S.r.l.' },
  { id: resellerId(2), name: 'Bruma Cloud S.p.A.', state: 'Suspended' },
];
const customers = Array.from({ length: 200 }, (_unused, index) => ({
  id: customerId(index), name: `Officina Caffè ${index}`, domain: `officina${index}.onmicrosoft.com`, resellerId: resellerId(1),
}));

const rows = (): readonly HTMLElement[] => within(screen.getByRole('treegrid')).getAllByRole('row').slice(1);

describe('the list of customers', () => {
  it('draws only what fits, and all of it can be reached with the keyboard', async () => {
    const desk = await openListsDesk({ customers, resellers });
    await desk.services.pull.pullNow();
    desk.show('/customers');
    await screen.findByText('200 customers');
    const grid = screen.getByRole('treegrid', { name: 'Customers' });
    expect(grid.getAttribute('aria-rowcount')).toBe('201');
    expect(rows().length).toBeLessThan(60);
    grid.focus();
    await desk.user.keyboard('{ArrowDown}{ArrowDown}');
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-rowindex')).toBe('4');
    await desk.user.keyboard('{Enter}');
    const heading = await screen.findByRole('heading', { level: 1, name: /^Officina Caffè/u });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  it('finds by words, whatever their case and accents', async () => {
    const desk = await openListsDesk({ customers, resellers });
    await desk.services.pull.pullNow();
    desk.show('/customers');
    await desk.user.type(await screen.findByRole('searchbox', { name: 'Search for a customer' }), 'CAFFE 117');
    await screen.findByText('1 customer');
    expect(rows()[0]?.textContent).toContain('Officina Caffè 117');
    expect(rows()[0]?.textContent).toContain('Alba Sistemi S.r.l.');
  });

  it('shows a customer that still waits on top, says so, and its page leads to the outbox', async () => {
    const desk = await openListsDesk({ customers, resellers });
    await desk.services.pull.pullNow();
    const draft = createCustomerDraft(desk.services.account);
    const confirmed = await desk.services.work.confirmCustomer(draft, waitingCustomer(resellerId(1)));
    expect(confirmed.ok).toBe(true);
    desk.show('/customers');
    await waitFor(() => expect(rows()[0]?.textContent).toContain('Nuova Bottega S.r.l.'));
    expect(rows()[0]?.textContent).toContain('Waiting to be sent');
    await desk.user.click(screen.getByText('Nuova Bottega S.r.l.'));
    await screen.findByRole('heading', { level: 1, name: 'Nuova Bottega S.r.l.' });
    const id = confirmed.ok ? confirmed.value.id : '';
    expect(screen.getByRole('link', { name: 'Show in outbox' }).getAttribute('href')).toBe(`/outbox/${id}`);
    expect(screen.getByRole('link', { name: 'Add products' }).getAttribute('href')).toBe(`/carts/new?customer=pending-${id}`);
  });

  it('teaches the first step when there is nothing', async () => {
    const desk = await openListsDesk({ resellers });
    await desk.services.pull.pullNow();
    desk.show('/customers');
    await screen.findByText('No customers yet');
    expect(screen.getAllByRole('link', { name: 'Add customer' })[0]?.getAttribute('href')).toBe('/customers/new');
  });
});

describe('the list of resellers', () => {
  it('says in words who is suspended, and a reseller leads to a new customer of its own', async () => {
    const desk = await openListsDesk({ customers, resellers });
    await desk.services.pull.pullNow();
    desk.show('/resellers');
    const suspended = (await screen.findByText('Bruma Cloud S.p.A.')).closest('[role="row"]');
    expect(suspended?.textContent).toContain('Suspended');
    await desk.user.click(screen.getByText('Alba Sistemi S.r.l.'));
    await screen.findByRole('heading', { level: 1, name: 'Alba Sistemi S.r.l.' });
    const add = screen.getByRole('link', { name: 'Add customer' });
    expect(add.getAttribute('href')).toBe(`/customers/new?reseller=${resellerId(1)}`);
    await desk.user.click(screen.getByRole('tab', { name: 'Customers' }));
    await screen.findByText('200 customers');
  });
});

describe('the palette', () => {
  it('opens with the shortcut, finds a customer and goes there', async () => {
    const desk = await openListsDesk({ customers, resellers });
    await desk.services.pull.pullNow();
    desk.show('/');
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    await desk.user.keyboard('{Control>}k{/Control}');
    await desk.user.type(await screen.findByRole('combobox'), 'officina 199');
    await screen.findByRole('option', { name: /Officina Caffè 199/u });
    await desk.user.keyboard('{Enter}');
    const heading = await screen.findByRole('heading', { level: 1, name: 'Officina Caffè 199' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });
});
