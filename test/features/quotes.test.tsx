import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CartDraft } from '../../shared/domain/draft.ts';
import { MailAddress } from '../../shared/domain/letter/letter.ts';
import { newDraftId } from '../../shared/ids.ts';
import { cartDraft, lineOf } from '../unit/sync/sync-builders.ts';
import { calls, expectAccessible, mainProcess, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';
import { alba, albaSistemi } from './wizard-mirror.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const priced = (id: number, retail: string, more: object = {}) => lineOf(id, { retailPrice: eur(retail), unitPrice: eur('77.77'), ...more });
const lines = [
  priced(0, '20.00', { quantity: 10, billingCycle: 'monthly' }),
  priced(1, '5.00', { quantity: 10, billingCycle: 'monthly', addonOf: { kind: 'line', lineId: 0 } }),
];

async function keep({ work, account }: WizardDesk, more: object = {}): Promise<CartDraft> {
  const draft = cartDraft({ accountId: account.id, id: newDraftId(), reseller: albaSistemi, lines, listDate: '2026-11-01T00:00:00.000Z', ...more });
  await work.saveDraft(draft);
  return draft;
}
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const paper = (): HTMLElement => screen.getByRole('article');
const press = async ({ user }: WizardDesk, name: string | RegExp): Promise<void> => user.click(await screen.findByRole('button', { name }));
/** The date field is read when the catalogue was asked: until then the button is not ready. */
async function make(desk: WizardDesk, name = 'Make the quote'): Promise<void> {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button.getAttribute('aria-disabled')).not.toBe('true'));
  await desk.user.click(button);
}

describe('a quote', () => {
  it('is made of a cart of the list, for the customer, with recommended prices and without the cost', async () => {
    const desk = await openWizardDesk();
    const cart = await keep(desk, { purchaseOrderReference: 'PO-77', notes: 'only for us' });
    const place = desk.show('/carts');
    await desk.user.click(await screen.findByRole('button', { name: /^Actions/u }));
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Quote', hidden: true }));
    await waitFor(() => expect(place()).toBe(`/quotes/${cart.id}`));
    await desk.user.type(await screen.findByRole('textbox', { name: 'Terms' }), 'Payment in 30 days');
    await make(desk);
    await screen.findByText(/^Q-\w{6}-v1 is made/u);
    await screen.findByRole('article');
    expect(within(paper()).getAllByRole('row').map((row) => row.textContent)).toEqual([
      'ProductTerm and billingLicensesPrice a license (EUR)Amount (EUR)',
      'Product 01 year, billed monthly1020.00200.00per month',
      'Product 1Add-on of Product 01 year, billed monthly105.0050.00per month',
      'Total per month€250.00',
    ]);
    const words = paper().textContent;
    const expected = [
      'Fornace Bianchi', 'Alba Sistemi S.r.l. (Partner ID 4847383)', 'PO-77', 'Payment in 30 days', 'Prices as of', 'without taxes',
      'Practice prices',
    ];
    for (const said of expected) expect(words).toContain(said);
    expect(words).not.toContain('77.77');
    expect(words).not.toContain('only for us');
    await expectAccessible();
  });

  it('for the reseller takes the typed discount off, and refuses one that is no percentage', async () => {
    const desk = await openWizardDesk();
    const cart = await keep(desk);
    desk.show(`/quotes/${cart.id}`);
    await desk.user.click(await screen.findByRole('radio', { name: /^The reseller/u }));
    const field = screen.getByRole('textbox', { name: 'Discount for the reseller' });
    await desk.user.clear(field);
    await desk.user.type(field, '100');
    await screen.findByText(/^A number from 0 to 99\.99/u);
    expect(screen.getByRole('button', { name: 'Make the quote' }).getAttribute('aria-disabled')).toBe('true');
    await desk.user.clear(field);
    await desk.user.type(field, '12,5');
    await make(desk);
    await screen.findByRole('article');
    expect(within(paper()).getByText('Total per month').closest('tr')?.textContent).toContain('€218.80');
    expect(paper().textContent).toContain('Recommended price €20.00 a license');
    expect(paper().textContent).toContain('Recommended prices less 12.5%');
  });

  it('has its own language, is versioned, and says what changed', async () => {
    const desk = await openWizardDesk();
    const cart = await keep(desk);
    desk.show(`/quotes/${cart.id}`);
    await make(desk);
    await screen.findByText(/-v1 is made/u);
    await desk.work.saveDraft({ ...cart, lines: [{ ...priced(0, '22.00'), quantity: 12, billingCycle: 'monthly' }] });
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Language of the quote' }), 'it');
    await make(desk);
    await screen.findByText(/-v2 is made/u);
    await waitFor(() => expect(paper().getAttribute('lang')).toBe('it'));
    expect(within(paper()).getByRole('heading', { name: /^Preventivo Q-\w{6}-v2$/u })).toBeDefined();
    expect(paper().textContent).toContain('Totale al mese');
    const changes = screen.getByRole('list', { name: /^Changed since Q-\w{6}-v1:$/u });
    expect(within(changes).getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Product 0: 10 → 12 licenses', 'Product 0: €20.00 → €22.00 a license', 'Product 1: removed', 'Other language',
    ]);
    await press(desk, /^Show Q-\w{6}-v1$/u);
    await waitFor(() => expect(paper().getAttribute('lang')).toBe('en'));
    expect(paper().textContent).toContain('€250.00');
  });

  it('is saved as a PDF of that quote alone, noted in the journal; closing the dialog is none', async () => {
    const desk = await openWizardDesk();
    const cart = await keep(desk, { market: 'US' });
    desk.show(`/quotes/${cart.id}`);
    await make(desk);
    let printed: { title: string; language: string; heading: string | null | undefined } | undefined;
    mainProcess.set('pdf.save', () => {
      const page = document.querySelector('body > .printed-page');
      printed = { title: document.title, language: document.documentElement.lang, heading: page?.querySelector('h1')?.textContent };
      return { saved: { fileName: 'Offer.pdf' } };
    });
    await press(desk, /^Save Q-\w{6}-v1 as PDF$/u);
    await screen.findByText('Saved as Offer.pdf.');
    const title = document.title;
    const number = /Q-\w{6}-v1/u.exec(screen.getByRole('button', { name: /^Save/u }).textContent)?.[0] ?? '';
    expect(printed).toEqual({ title: `Quote ${number} Fornace Bianchi`, language: 'en', heading: `Quote ${number}` });
    expect(calls('pdf.save')).toEqual([{ fileName: `Quote ${number} Fornace Bianchi`, paper: 'Letter' }]);
    expect(document.querySelector('.printed-page')).toBeNull();
    expect(title).toContain('Quotes for Fornace Bianchi');
    const saved = { what: 'quote-saved', details: { number, fileName: 'Offer.pdf' } };
    await waitFor(async () => expect(await desk.work.journal({ limit: 1 })).toMatchObject([saved]));
    mainProcess.set('pdf.save', () => ({}));
    await press(desk, /^Save/u);
    await screen.findByText('Not saved: the dialog was closed.');
    expect(await desk.work.journal({ limit: 1 })).toMatchObject([{ details: { fileName: 'Offer.pdf' } }]);
  });

  it('goes to the contact of the reseller by default, in Italian', async () => {
    const desk = await openWizardDesk({ language: 'it' });
    await desk.work.partnerships.saveContact({ id: alba, email: MailAddress.parse('ordini@alba.example'), name: '', language: 'it' });
    const cart = await keep(desk);
    desk.show(`/quotes/${cart.id}`);
    await make(desk, 'Crea il preventivo');
    await press(desk, 'Apri l’e-mail con il PDF');
    await screen.findByText(/^Aperta come bozza con il PDF allegato/u);
    expect(calls('mail.openPdf')).toMatchObject([{
      paper: 'A4', fileName: matching(/^Preventivo Q-\w{6}-v1 Fornace Bianchi$/u),
      letter: { to: ['ordini@alba.example'], subject: matching(/^Preventivo Q-\w{6}-v1 per Fornace Bianchi$/u) },
    }]);
    await waitFor(async () => expect(await desk.work.journal({ limit: 1 })).toMatchObject([{ what: 'quote-mailed', subject: 'Fornace Bianchi' }]));
    await expectAccessible();
  });

  it('stays when its cart is thrown away, without a next version', async () => {
    const desk = await openWizardDesk();
    const cart = await keep(desk);
    const place = desk.show(`/quotes/${cart.id}`);
    await make(desk);
    await screen.findByText(/-v1 is made/u);
    await desk.work.dropDraft(cart.id);
    await screen.findByText(/^The cart was thrown away/u);
    expect(screen.queryByRole('button', { name: 'Make the quote' })).toBeNull();
    await desk.user.click(screen.getByRole('link', { name: 'Quotes' }));
    await waitFor(() => expect(place()).toBe('/quotes'));
    await desk.user.click(await screen.findByRole('link', { name: /^Q-\w{6}-v1$/u }));
    expect((await screen.findByRole('article')).textContent).toContain('Fornace Bianchi');
  });

  it('cannot be made of an empty cart', async () => {
    const desk = await openWizardDesk();
    const empty = await keep(desk, { lines: [] });
    desk.show(`/quotes/${empty.id}`);
    await screen.findByText('The cart is empty. Add products first.');
    expect(screen.getByRole('button', { name: 'Make the quote' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('is made all the same where it would outlast its price list, with a warning', async () => {
    const desk = await openWizardDesk();
    const cart = await keep(desk, { listDate: '2020-01-01T00:00:00.000Z' });
    desk.show(`/quotes/${cart.id}`);
    await screen.findByText(/^It is valid longer than the month of its price list/u);
    await make(desk);
    await waitFor(async () => expect(await desk.work.quotes.ofDraft(cart.id)).toHaveLength(1));
  });
});
