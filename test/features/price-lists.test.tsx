import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { describe, expect, it } from 'vitest';
import { feature } from '../../renderer/features/catalogue/feature.ts';
import { createFormat } from '../../renderer/text/format.ts';
import { plan, resellerId } from '../data/mirror/pull-tenant.ts';
import { numberedSheet, sheetHeading, sheetLine, sheetOf } from '../data/mirror/price-sheet-text.ts';
import { openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';

const resellers = [{ id: resellerId(1), name: 'Alba Sistemi S.r.l.' }];
const november = 'Nov_NCE_LicenseBasedPL_GA_IT.csv';

/** As the browser hands a file over: jsdom's own File cannot be read piece by piece. */
const fileOf = (content: Blob, name = november): File => Object.assign(content, { name, lastModified: 0, webkitRelativePath: '' });

const inDialog = async (name: string): Promise<HTMLElement> =>
  within(await screen.findByRole('alertdialog', { hidden: true })).getByRole('button', { name, hidden: true });

/** The feature without the frame around it, which would pull by itself and bring the server's list back. */
function show(desk: ListsDesk, path: string): void {
  desk.showAlone(<RouterProvider router={createMemoryRouter([...feature.routes], { initialEntries: [path] })} />);
}

async function openPage(language: 'en' | 'it' = 'en'): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers }, language);
  await desk.services.pull.pullNow();
  show(desk, '/catalogue/price-lists');
  await screen.findByRole('heading', { level: 1, name: language === 'en' ? 'Price lists' : 'Listini' });
  return desk;
}

const held = (): Promise<HTMLElement> => screen.findByRole('table', { name: 'Lists held here' });

describe('the price lists', () => {
  it('are reached from the catalogue and say where each list is from', async () => {
    const desk = await openListsDesk({ resellers });
    await desk.services.pull.pullNow();
    show(desk, '/catalogue');
    await desk.user.click(await screen.findByRole('link', { name: 'Price lists' }));
    const [, row] = within(await held()).getAllByRole('row');
    expect(row?.textContent).toMatch(/^Price sheetItalyNovember 2026Partner Center1/u);
  });

  it('takes a chosen file in, tells how much of it, and the catalogue has its prices and its date', async () => {
    const desk = await openPage();
    const content = new Blob([[sheetHeading, sheetLine({ UnitPrice: '33.25' }), sheetLine({ UnitPrice: 'free' })].join('\n')]);
    await desk.user.upload(screen.getByLabelText('Choose file', { selector: 'input' }), fileOf(content));
    await screen.findByText(`${november}: 1 row imported.`);
    const bad = within(screen.getByRole('table', { name: 'Rows that were left out' })).getAllByRole('row')[1];
    expect(bad?.textContent).toBe('3The price is not a number.free');
    await waitFor(() => expect(screen.getByRole('table', { name: 'Lists held here' }).textContent).toContain(november));
    const [offer] = await desk.services.mirror.offers({ country: 'IT', text: '' });
    expect(offer?.terms[0]?.unitPrice?.amount).toBe('33.25');
    expect(offer?.listDate).toBe('2026-11-01T00:00:00.000Z');
  });

  it('says what is wrong with a file that is none, in the language of the app', async () => {
    const desk = await openPage('it');
    await desk.user.upload(screen.getByLabelText('Scegli file', { selector: 'input' }), fileOf(new Blob(['a;b\n1;2'])));
    await screen.findByText(/un foglio di calcolo l’ha salvato di nuovo/u);
    expect(await desk.services.mirror.priceLists()).toHaveLength(1);
  });

  it('can be cancelled while it runs, with the keyboard, and nothing changes', async () => {
    const desk = await openPage();
    await desk.user.upload(screen.getByLabelText('Choose file', { selector: 'input' }), fileOf(numberedSheet(60_000)));
    const cancel = await screen.findByRole('button', { name: 'Cancel import' });
    expect(screen.getByRole('progressbar')).toBeDefined();
    cancel.focus();
    await desk.user.keyboard('{Enter}');
    await screen.findByText(`Import of ${november} cancelled. The lists held here are unchanged.`);
    expect(await desk.services.mirror.priceLists()).toMatchObject([{ source: 'server', rows: 1 }]);
  });

  it('downloads a past month, and says offline that it cannot', async () => {
    const desk = await openPage();
    const months = await screen.findByLabelText<HTMLSelectElement>('Month');
    const past = months.options[5];
    await desk.user.selectOptions(months, past?.value ?? '');
    await desk.user.click(screen.getByRole('button', { name: 'Download list' }));
    await screen.findByText(`price sheet of Italy, ${past?.text ?? ''}: 1 row imported.`);
    expect((await desk.services.mirror.priceLists()).map(({ month }) => month)).toContain(past?.value);
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    await screen.findByText(/^You are offline: lists can be downloaded/u);
    expect(screen.getByRole('button', { name: 'Download list' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('removes a list only after a question', async () => {
    const desk = await openPage();
    const name = 'Remove: price sheet of Italy, November 2026';
    await desk.user.click(within(await held()).getByRole('button', { name }));
    await desk.user.click(await inDialog('Cancel'));
    expect(await desk.services.mirror.priceLists()).toHaveLength(1);
    await desk.user.click(within(await held()).getByRole('button', { name }));
    await desk.user.click(await inDialog('Remove list'));
    await screen.findByText('No price list yet');
    expect((await desk.services.mirror.offers({ country: 'IT', text: '' }))[0]?.terms[0]?.unitPrice).toBeUndefined();
  });

  it('finds a product in every list', async () => {
    const desk = await openPage();
    await desk.services.mirror.importPriceList({ name: 'IT 202610.csv', content: sheetOf({ UnitPrice: '8.10' }) });
    await desk.user.type(await screen.findByLabelText('Product ID'), 'cfq1');
    await desk.user.type(screen.getByLabelText('SKU ID'), '0001{Enter}');
    const rows = within(await screen.findByRole('table', { name: 'Prices of cfq1:0001 by list' })).getAllByRole('row');
    expect(rows.slice(1).map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Italy, November 2026.*€9\.40/u), expect.stringMatching(/^Italy, October 2026.*€8\.10/u),
    ]);
  });

  it('are named row by row where the catalogue has prices of several', async () => {
    const desk = await openListsDesk({ resellers, skus: [plan, { ...plan, id: '0002', title: 'Business Premium' }] });
    await desk.services.pull.pullNow();
    const { mirror } = desk.services;
    show(desk, '/catalogue');
    await screen.findByText(/^Price list of/u);
    expect(screen.queryByRole('columnheader', { name: 'Price list of' })).toBeNull();
    await mirror.importPriceList({ name: 'IT 202610.csv', content: sheetOf({ UnitPrice: '8.10', EffectiveStartDate: '2026-10-01' }) });
    await mirror.importPriceList({ name: 'IT 202611.csv', content: sheetOf({ SkuId: '0002', UnitPrice: '21.35' }) });
    await screen.findByText('Prices of several lists: each row names its date');
    const { date } = createFormat('en-US', '');
    const shown = screen.getAllByRole('row').slice(1).map((row) => row.textContent);
    expect(shown).toEqual([
      expect.stringContaining(date('2026-11-01T00:00:00.000Z')), expect.stringContaining(date('2026-10-01T00:00:00.000Z')),
    ]);
  });
});
