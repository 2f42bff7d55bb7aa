import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CustomerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { customerId, resellerId } from '../data/mirror/pull-tenant.ts';
import { cartDraft } from '../unit/sync/sync-builders.ts';
import { createCustomerDraft, waitingCustomer } from './lists-customers.ts';
import { calls, mainProcess, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';

const resellers = [
  { id: resellerId(1), name: 'Alba Sistemi S.r.l.', mpnId: '4847383' },
  { id: resellerId(2), name: 'Zeta Cloud S.p.A.', mpnId: '4890005' },
];
const customers = [
  { id: customerId(1), name: 'Cedro', domain: 'x.onmicrosoft.com', resellerId: resellerId(2) },
  { id: customerId(2), name: 'Bruma', domain: 'z.onmicrosoft.com', resellerId: resellerId(1) },
  { id: customerId(3), name: 'Ancora', domain: 'y.onmicrosoft.com' },
];
const cedro = CustomerTenantId.parse(customerId(1));
const names = (): readonly string[] =>
  within(screen.getByRole('treegrid')).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? '');
const shows = (...expected: readonly string[]): Promise<void> => waitFor(() => expect(names()).toEqual(expected));

async function openList(): Promise<ListsDesk> {
  const desk = await openListsDesk({ customers, resellers });
  await desk.services.pull.pullNow();
  const { mirror } = desk.services;
  const detail = { id: cedro, companyName: 'Cedro', domain: 'x.onmicrosoft.com', relationship: 'reseller', country: 'DE' };
  await mirror.apply({ kind: 'customer-read', detail, at: Instant.parse('2026-11-24T09:00:00.000Z') });
  desk.show('/customers');
  await shows('Ancora', 'Bruma', 'Cedro');
  return desk;
}

describe('the list of customers', () => {
  it('is sorted by each column, both ways, and says how', async () => {
    const desk = await openList();
    const head = (name: string): HTMLElement => screen.getByRole('columnheader', { name });
    await desk.user.click(within(head('Primary domain name')).getByRole('button'));
    await shows('Cedro', 'Ancora', 'Bruma');
    await desk.user.click(within(head('Primary domain name')).getByRole('button'));
    await shows('Bruma', 'Ancora', 'Cedro');
    expect(head('Primary domain name').getAttribute('aria-sort')).toBe('descending');
    await desk.user.click(within(head('Indirect reseller')).getByRole('button'));
    await shows('Bruma', 'Cedro', 'Ancora');
    await desk.user.click(within(head('Country/region')).getByRole('button'));
    await shows('Cedro', 'Ancora', 'Bruma');
  });

  it('is searched by reseller, Partner ID and the name of the country, and says where that was never read', async () => {
    const desk = await openList();
    const search = screen.getByRole('searchbox', { name: 'Search for a customer' });
    await desk.user.type(search, 'german');
    await shows('Cedro');
    await desk.user.clear(search);
    await desk.user.type(search, 'alba');
    await shows('Bruma');
    expect(within(screen.getByRole('treegrid')).getByText('Not read yet').textContent).toBe('Not read yet');
    await desk.user.clear(search);
    await desk.user.type(search, '4890005');
    await shows('Cedro');
  });

  it('is narrowed by reseller, country and what waits here, and shows all again', async () => {
    const desk = await openList();
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Reseller' }), 'No reseller listed');
    await shows('Ancora');
    await desk.user.click(screen.getByRole('button', { name: 'Show all' }));
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Country/region' }), 'Not read yet');
    await shows('Ancora', 'Bruma');
    await desk.user.click(screen.getByRole('button', { name: 'Show all' }));
    await shows('Ancora', 'Bruma', 'Cedro');
    const { work, account } = desk.services;
    await work.saveDraft(cartDraft({ accountId: account.id, customer: { kind: 'tenant', customerId: cedro } }));
    const waiting = await work.confirmCustomer(createCustomerDraft(account), waitingCustomer(resellerId(1)));
    expect(waiting.ok).toBe(true);
    await desk.user.click(screen.getByRole('checkbox', { name: 'Waiting here' }));
    await waitFor(() => expect(names()).toHaveLength(2));
    expect(names()[0]).toContain('Nuova Bottega');
    expect(names()[1]).toBe('Cedro');
  });

  it('has the columns that were chosen last', async () => {
    const desk = await openList();
    expect(screen.queryByRole('columnheader', { name: 'Microsoft ID' })).toBeNull();
    await desk.user.click(screen.getByRole('button', { name: 'Columns' }));
    await desk.user.click(await screen.findByRole('menuitemcheckbox', { name: 'Microsoft ID' }));
    await screen.findByRole('columnheader', { name: 'Microsoft ID', hidden: true });
    expect(await desk.services.work.setting('customers.columns')).toBe('["domain","reseller","country","tenantId"]');
  });

  it('is saved as it is shown: what matches, in its order, with its columns and what waits, as a file no spreadsheet runs', async () => {
    const desk = await openListsDesk({ customers: [...customers, { id: customerId(4), name: '=Delta', domain: 'd.example' }], resellers });
    await desk.services.pull.pullNow();
    const { work, account } = desk.services;
    await work.saveSetting('customers.columns', '["domain","reseller","country","tenantId"]');
    const saved = async (): Promise<readonly string[]> => {
      const before = calls('files.saveTable').length;
      await desk.user.click(screen.getByRole('button', { name: 'Export CSV' }));
      await waitFor(() => expect(calls('files.saveTable')).toHaveLength(before + 1));
      await screen.findByText('Saved as customers.csv.');
      const { fileName, text } = calls('files.saveTable').at(-1) as { fileName: string; text: string };
      expect(fileName).toMatch(/^Customers \d{4}-\d\d-\d\d\.csv$/u);
      return text.split('\r\n');
    };
    mainProcess.set('files.saveTable', () => ({ saved: { fileName: 'customers.csv' } }));
    desk.show('/customers');
    await shows('=Delta', 'Ancora', 'Bruma', 'Cedro');
    const heading = 'Company name,Primary domain name,Indirect reseller,Country/region,Microsoft ID';
    await desk.user.click(within(screen.getByRole('columnheader', { name: 'Company name' })).getByRole('button'));
    await shows('Cedro', 'Bruma', 'Ancora', '=Delta');
    expect(await saved()).toEqual([
      heading,
      `Cedro,x.onmicrosoft.com,Zeta Cloud S.p.A.,Not read yet,${customerId(1)}`,
      `Bruma,z.onmicrosoft.com,Alba Sistemi S.r.l.,Not read yet,${customerId(2)}`,
      `Ancora,y.onmicrosoft.com,No reseller listed,Not read yet,${customerId(3)}`,
      `"'=Delta",d.example,No reseller listed,Not read yet,${customerId(4)}`,
    ]);
    await work.confirmCustomer(createCustomerDraft(account), waitingCustomer(resellerId(1)));
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Reseller' }), 'Alba Sistemi S.r.l.');
    await waitFor(() => expect(names()).toHaveLength(2));
    const [head, waiting, bruma, ...others] = await saved();
    expect(head).toBe(`${heading},Not on the server yet`);
    expect(waiting).toMatch(/^Nuova Bottega[^,]*,.*,Waiting/u);
    expect(bruma).toMatch(/^Bruma,.*,$/u);
    expect(others).toEqual([]);
  });
});
