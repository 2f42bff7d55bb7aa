import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { found, searchable } from '../../renderer/features/resellers/reseller-search.ts';
import { createFormat } from '../../renderer/text/format.ts';
import { MailAddress } from '../../shared/domain/letter/letter.ts';
import { ResellerTenantId } from '../../shared/ids.ts';
import { resellerId } from '../data/mirror/pull-tenant.ts';
import { openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, answerReads, brumaId, finding, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const rows = (): readonly HTMLElement[] => within(screen.getByRole('grid')).getAllByRole('row').slice(1);
const names = (): readonly (string | undefined)[] => rows().map((row) => within(row).getAllByRole('gridcell')[0]?.textContent ?? undefined);
const sortBy = (desk: ListsDesk, name: string): Promise<void> => desk.user.click(screen.getByRole('button', { name }));

const countries = ['IT', 'DE', 'FR', 'ES'];
/** Two thousand, with numbers that sort otherwise as text: 9 before 10. */
const many = Array.from({ length: 2000 }, (_unused, index) => ({
  id: resellerId(index), name: `Società ${index}`, mpnId: `${1000 + index * 7}`, location: countries[index % 4] ?? 'IT',
  state: index % 100 === 0 ? 'Suspended' : 'Active',
}));

describe('the list of resellers', () => {
  it('finds in 2,000 by name, Partner ID, tenant and country, whatever the accents, and only draws what fits', async () => {
    const desk = await openListsDesk({ resellers: many });
    await desk.services.pull.pullNow();
    desk.show('/resellers');
    await screen.findByText('2,000 resellers');
    expect(rows().length).toBeLessThan(60);
    const search = screen.getByRole('searchbox', { name: 'Search resellers' });
    await desk.user.type(search, 'SOCIETA 1999');
    await screen.findByText('1 reseller');
    expect(names()).toEqual(['Società 1999']);
    await desk.user.clear(search);
    await desk.user.type(search, `${1000 + 777 * 7} germany`);
    await screen.findByText('1 reseller');
    expect(names()).toEqual(['Società 777']);
    await desk.user.clear(search);
    await desk.user.type(search, resellerId(42));
    await screen.findByText('1 reseller');
    await desk.user.type(search, ' nowhere');
    await screen.findByText(/^Nothing matches/u);
  });

  it('answers a key within a few milliseconds at 2,000', () => {
    const all = searchable(many.map((row) => ({
      ...row, id: ResellerTenantId.parse(row.id), partnerId: row.mpnId, customerCount: 0,
    })), createFormat('en', 'now'));
    found(all, { text: 'warm', state: 'all', country: '' });
    const times = ['s', 'so', 'societa', 'societa 1', 'societa 19 italy', '4711'].map((text) => {
      const start = performance.now();
      found(all, { text, state: 'attention', country: '' });
      found(all, { text, state: 'all', country: 'DE' });
      return performance.now() - start;
    });
    expect(times.toSorted((a, b) => a - b)[3]).toBeLessThan(8);
  });

  it('sorts Partner IDs as numbers, turns the order round, and filters by state and country', async () => {
    const desk = await openListsDesk({
      resellers: [
        { id: resellerId(1), name: 'A', mpnId: '10000' },
        { id: resellerId(2), name: 'B', mpnId: '9999', state: 'Suspended' },
        { id: resellerId(3), name: 'C', mpnId: '123456', location: 'DE' },
      ],
    });
    await desk.services.pull.pullNow();
    desk.show('/resellers');
    await screen.findByText('3 resellers');
    await sortBy(desk, 'Partner ID');
    expect(names()).toEqual(['B', 'A', 'C']);
    await sortBy(desk, 'Partner ID');
    expect(names()).toEqual(['C', 'A', 'B']);
    expect(screen.getByRole('columnheader', { name: 'Partner ID' }).getAttribute('aria-sort')).toBe('descending');
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Suspended');
    expect(names()).toEqual(['B']);
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'All statuses');
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Country' }), 'Germany');
    expect(names()).toEqual(['C']);
  });

  it('warns in words, finds by the domain of the contact, and leads to a new customer', async () => {
    const desk = await openListsDesk({ resellers: threeResellers });
    await desk.services.pull.pullNow();
    const { partnerships } = desk.services.work;
    await partnerships.recordFindings([finding('4890005', 'agreement-missing'), finding('4847383', 'good')]);
    await partnerships.saveContact({
      id: ResellerTenantId.parse(brumaId), email: MailAddress.parse('info@nebel.example'), name: '', language: 'de',
    });
    desk.show('/resellers');
    const bruma = await waitFor(() => {
      const row = rows()[1];
      expect(row?.textContent).toContain('Agreement not accepted');
      return row;
    });
    expect(bruma?.textContent).toContain('just now');
    expect(rows()[2]?.textContent).toContain('Not checked yet');
    expect(screen.getByRole('link', { name: 'Partner IDs (1 refused)' }).getAttribute('href')).toBe('/resellers/partner-ids');
    const tabs = screen.getByRole('navigation', { name: 'Resellers’ area' });
    expect(within(tabs).getByRole('link', { current: 'page' }).textContent).toBe('Resellers');
    const add = screen.getByRole('link', { name: 'Add customer for Alba Sistemi S.r.l.' });
    expect(add.getAttribute('href')).toBe(`/customers/new?reseller=${albaId}`);
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Needs attention');
    expect(names()).toEqual(['Bruma Cloud GmbH', 'Cedro Télécom']);
    await desk.user.type(screen.getByRole('searchbox', { name: 'Search resellers' }), 'nebel');
    expect(names()).toEqual(['Bruma Cloud GmbH']);
    await expectAccessible();
  });

  it('reads the list alone when asked, says why it could not, and offers it only online', async () => {
    const listed = [...threeResellers];
    const desk = await openListsDesk({ resellers: listed });
    await desk.services.pull.pullNow();
    answerReads({});
    desk.show('/resellers');
    await screen.findByText('3 resellers');
    await desk.user.click(await screen.findByRole('button', { name: 'Refresh list' }));
    await screen.findByText(/could not be reached|cannot be reached|not reached/iu);
    expect(names()).toHaveLength(3);
    listed.splice(1);
    answerReads({
      'list-resellers': () => ({ resellers: [{ id: albaId, name: 'Alba Sistemi S.r.l.', partnerId: '4847383', state: 'Active', location: 'IT' }] }),
    });
    await desk.user.click(screen.getByRole('button', { name: 'Refresh list' }));
    await waitFor(() => expect(names()).toEqual(['Alba Sistemi S.r.l.']));
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Refresh list' })).toBeNull());
  });

  it('says that it was never read rather than that there is none, and how old it is', async () => {
    const desk = await openListsDesk({ resellers: threeResellers });
    desk.show('/resellers');
    await screen.findByText('Not read yet');
    expect(screen.queryByText('No resellers yet')).toBeNull();
    await desk.services.pull.pullNow();
    await screen.findByText('3 resellers');
    expect(screen.getByText(/^Indirect resellers with whom/u).textContent).toMatch(/· Updated /u);
  });

  it('lets Tab pass the links in its rows, and leads to them by the arrow', async () => {
    const desk = await openListsDesk({ resellers: threeResellers });
    await desk.services.pull.pullNow();
    desk.show('/resellers');
    await screen.findByText('3 resellers');
    const grid = screen.getByRole('grid');
    grid.focus();
    await desk.user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Add customer for Bruma Cloud GmbH');
    await desk.user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(grid);
    await desk.user.tab();
    expect(grid.contains(document.activeElement) && document.activeElement?.tagName === 'A').toBe(false);
  });

  it('teaches the first step while there is none', async () => {
    const desk = await openListsDesk();
    await desk.services.pull.pullNow();
    desk.show('/resellers');
    await screen.findByText('No resellers yet');
    expect(screen.getAllByRole('link', { name: 'Request a partnership' })[0]?.getAttribute('href')).toBe('/resellers/request');
  });
});
