import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useCatalogueView } from '../../renderer/features/catalogue/catalogue-view-store.ts';
import { createFormat } from '../../renderer/text/format.ts';
import type { Language } from '../../renderer/text/language.ts';
import { customerId, plan, resellerId } from '../data/mirror/pull-tenant.ts';
import type { PullTenant, TenantSku } from '../data/mirror/pull-tenant.ts';
import { openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';

const untouched = useCatalogueView.getState();
afterEach(() => useCatalogueView.setState(untouched, true));

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const skus: readonly TenantSku[] = [
  plan,
  {
    ...plan, id: '0002', title: 'Business Premium', price: '21.35',
    terms: [{ duration: 'P1Y', billingCycle: 'monthly' }, { duration: 'P1M', billingCycle: 'monthly' }],
  },
  { ...plan, id: '0003', title: 'Extra Storage', more: { dynamicAttributes: { isAddon: true, prerequisiteSkus: ['CFQ1:0001', 'CFQ9:0007'] } } },
  { ...plan, id: '0T01', title: 'Business Premium for a try', price: '0', more: { isTrial: true, maximumQuantity: 25 } },
  { ...plan, id: '0E01', title: 'Faculty Plan', segment: 'education', more: { attestationProperties: { enforceAttestation: true } } },
];
const promotions: PullTenant['promotions'] = [
  {
    id: 'P1', name: 'Spring for Exchange', endDate: day(30), startDate: day(-30),
    constraints: {
      seatConstraints: [{ minSeats: 5, maxSeats: 300 }],
      assetOwnershipLimits: [{ maxAssets: 2 }],
      eligibilityConstraints: [{ isApplicable: true, type: 'FirstPurchase' }],
      productOwnershipConstraints: [[{ bigId: 'CFQ1/0002' }, { bigId: 'CFQ9/0007' }]],
    },
  },
  { id: 'P2', name: 'Ended meanwhile', sku: '0002', startDate: day(-30), endDate: day(-1) },
];
const customers = [{ id: customerId(1), name: 'Officina Uno', domain: 'uno.onmicrosoft.com', resellerId: resellerId(1) }];

async function openCatalogue(path = '/catalogue', language: Language = 'en'): Promise<ListsDesk> {
  const desk = await openListsDesk({ customers, resellers: [{ id: resellerId(1), name: 'Alba Sistemi S.r.l.' }], skus, promotions }, language);
  await desk.services.pull.pullNow();
  await desk.services.work.saveSetting('language', language);
  desk.show(path);
  return desk;
}
const titles = (): readonly (string | null | undefined)[] =>
  within(screen.getByRole('grid')).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);
const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

describe('the catalogue', () => {
  it('says what each offer is, and what is taken off today and until when', async () => {
    await openCatalogue();
    await screen.findByText('5 products');
    expect(titles()).toEqual([
      'Business Premium', 'Business Premium', 'Business Premium for a tryTrial', 'Exchange Online Café', 'Extra StorageAdd-on',
      'Faculty PlanEducation',
    ]);
    const until = createFormat('en-US', '').date(day(30));
    expect(screen.getByText(`−15% until ${until}`).closest('[role="row"]')?.textContent).toContain('Exchange Online Café');
    expect(screen.queryByTitle('Ended meanwhile')).toBeNull();
  });

  it('is searched by name, words and ids', async () => {
    const { user } = await openCatalogue();
    for (const [text, found] of [['CAFE exchange', 'Exchange Online Café'], ['cfq1:0003', 'Extra StorageAdd-on']] as const) {
      const search = await screen.findByRole('searchbox', { name: 'Search products, words or IDs' });
      await user.clear(search);
      await user.type(search, text);
      await screen.findByText('1 product');
      expect(titles()).toEqual([found]);
    }
  });

  it.each([
    ['Segment', 'Education', ['Faculty PlanEducation']],
    ['Kind of offer', 'Add-ons only', ['Extra StorageAdd-on']],
    ['Kind of offer', 'Trials only', ['Business Premium for a tryTrial']],
    ['Term', '1 month', ['Business Premium']],
  ])('is narrowed by %s to %s', async (filter, choice, left) => {
    const { user } = await openCatalogue();
    await screen.findByText('5 products');
    await user.selectOptions(screen.getByRole('combobox', { name: filter }), choice);
    await waitFor(() => expect(titles()).toEqual(left));
    expect(screen.getByText('1 product')).toBeDefined();
  });

  it('is narrowed to what a promotion holds for, and says when nothing fits', async () => {
    const { user } = await openCatalogue();
    await screen.findByText('5 products');
    await user.click(screen.getByRole('checkbox', { name: 'With a promotion' }));
    await waitFor(() => expect(titles()).toEqual(['Exchange Online Café']));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Segment' }), 'Education');
    await screen.findByText('Nothing fits these filters. Choose others.');
  });

  it('opens an offer with the keyboard, beside the list', async () => {
    const { user } = await openCatalogue();
    await screen.findByText('5 products');
    screen.getByRole('grid').focus();
    await user.keyboard('{End}{Enter}');
    const heading = await screen.findByRole('heading', { level: 1, name: 'Faculty Plan' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(titles()).toEqual([
      'Business Premium', 'Business Premium for a tryTrial', 'Exchange Online Café', 'Extra StorageAdd-on', 'Faculty PlanEducation',
    ]);
  });
});

describe('an offer', () => {
  it('has all its pairs with both prices and the date of their list', async () => {
    await openCatalogue(`/catalogue/${encodeURIComponent('IT:CFQ1:0002')}`);
    const prices = await region('Prices');
    expect(within(prices).getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual([
      '1 yearMonthly€21.35€11.75–', '1 monthMonthly–––',
    ]);
    expect(prices.textContent).toContain('Price list of Nov 1, 2026');
    expect((await region('Promotions')).textContent).toContain('No promotion holds today');
  });

  it('tells its promotion with dates and every limit, by name', async () => {
    await openCatalogue(`/catalogue/${encodeURIComponent('IT:CFQ1:0001')}`);
    const promotion = await region('Spring for Exchange');
    const format = createFormat('en-US', '');
    for (const words of [
      '15% off: 1 year, billed Monthly', `From ${format.date(day(-30))} until ${format.date(day(30))}`, '5–300',
      'At most 2 purchases for each customer', 'Only for customers who never had this offer', 'Business Premium or CFQ9:0007',
    ]) expect(promotion.textContent).toContain(words);
  });

  it('that is an add-on leads to its bases, and a plan to its add-ons; a cart does not begin with an add-on', async () => {
    const { user } = await openCatalogue(`/catalogue/${encodeURIComponent('IT:CFQ1:0003')}`);
    const bases = await region('Needs one of these');
    expect(within(bases).getByText('CFQ9:0007 (not sold in this country)')).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Start a cart with it' })).toBeNull();
    await user.click(within(bases).getByRole('link', { name: 'Exchange Online Café' }));
    await screen.findByRole('heading', { level: 1, name: 'Exchange Online Café' });
    expect(within(await region('Add-ons for it')).getByRole('link', { name: 'Extra Storage' })).toBeDefined();
  });

  it('says whom it is for and what it asks to be attested', async () => {
    await openCatalogue(`/catalogue/${encodeURIComponent('IT:CFQ1:0E01')}`);
    const about = await region('About the offer');
    expect(about.textContent).toContain('Customers that Microsoft approved as a school or university');
    expect(about.textContent).toContain('The line must confirm the statement');
  });

  it('begins a cart: first the customer, then the wizard with it', async () => {
    const { user } = await openCatalogue(`/catalogue/${encodeURIComponent('IT:CFQ1:0001')}`);
    await user.click(await screen.findByRole('link', { name: 'Start a cart with it' }));
    await screen.findByText('The cart begins with Exchange Online Café.');
    await user.click(await screen.findByRole('link', { name: 'Officina Uno' }));
    const lines = await screen.findByRole('list', { name: 'Lines of the cart' });
    expect(within(lines).getAllByRole('listitem', { name: 'Exchange Online Café' })).toHaveLength(1);
  });

  it('that is not in the copy is not found, in words', async () => {
    await openCatalogue(`/catalogue/${encodeURIComponent('IT:CFQ1:9999')}`);
    await screen.findByText('The catalogue on this computer has no such offer', { exact: false });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Offer not found');
  });
});

describe('in Italian', () => {
  it('the list and the offer say the same', async () => {
    const { user } = await openCatalogue('/catalogue', 'it');
    await screen.findByText('5 prodotti');
    await user.click(screen.getByRole('checkbox', { name: 'In promozione' }));
    await waitFor(() => expect(titles()).toEqual(['Exchange Online Café']));
    expect(screen.getByText(`−15% fino al ${createFormat('it-IT', '').date(day(30))}`)).toBeDefined();
    await user.click(screen.getByText('Exchange Online Café'));
    const promotion = await region('Spring for Exchange');
    expect(promotion.textContent).toContain('15% in meno: 1 anno, fatturazione Mensile');
    expect(promotion.textContent).toContain('Al massimo 2 acquisti per ogni cliente');
    expect(screen.getByRole('link', { name: 'Inizia un carrello con questa offerta' })).toBeDefined();
  });
});
