import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CartDraft } from '../../shared/domain/draft.ts';
import { newDraftId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { cartDraft, lineOf } from '../unit/sync/sync-builders.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';
import { knownCustomer } from './wizard-mirror.ts';

const officina = { customer: { kind: 'tenant', customerId: knownCustomer }, customerName: 'Officina Caffè' };

async function keep({ work, account }: WizardDesk, day: number, more: object): Promise<CartDraft> {
  const at = Instant.parse(`2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`);
  const draft = cartDraft({ accountId: account.id, id: newDraftId(), updatedAt: at, ...more });
  await work.saveDraft(draft);
  return draft;
}
const rows = (): readonly HTMLElement[] => within(screen.getByRole('grid')).getAllByRole('row').slice(1);
const carts = async ({ work }: WizardDesk): Promise<readonly CartDraft[]> =>
  (await work.drafts()).filter((draft) => draft.kind === 'cart');

async function choose({ user }: WizardDesk, row: HTMLElement, entry: string): Promise<void> {
  await user.click(within(row).getByRole('button', { name: /^Actions/u }));
  await user.click(await screen.findByRole('menuitem', { name: entry, hidden: true }));
}

describe('the list of carts', () => {
  it('keeps the carts of one customer together, says what each is, and finds one by any word of it', async () => {
    const desk = await openWizardDesk();
    await keep(desk, 3, { ...officina, name: 'Renewal of the shop', purchaseOrderReference: 'PO-77' });
    await keep(desk, 4, { customerName: 'Fornace Bianchi', lines: [lineOf(0, { title: 'Visio Plan 2' })] });
    await keep(desk, 5, { ...officina, lines: [] });
    const place = desk.show('/carts');
    await screen.findByText('3 carts');
    expect(rows().map((row) => row.textContent)).toMatchObject([
      expect.stringContaining('Officina Caffè 2 cartsNothing in it yet'),
      expect.stringContaining('Officina CaffèRenewal of the shop · PO PO-77 · Product 0 and 1 more line'),
      expect.stringContaining('Fornace BianchiVisio Plan 2'),
    ]);
    await expectAccessible();
    await desk.user.type(screen.getByRole('searchbox'), 'visio');
    await screen.findByText('1 cart');
    await desk.user.clear(screen.getByRole('searchbox'));
    await desk.user.type(screen.getByRole('searchbox'), 'po-77{ArrowDown}{Enter}');
    await waitFor(() => expect(place()).toMatch(/^\/carts\/[0-9a-f-]{36}$/u));
    expect(await screen.findByDisplayValue('Renewal of the shop')).toBeDefined();
  });

  it('duplicates a cart without what was confirmed for it', async () => {
    const desk = await openWizardDesk();
    const kept = await keep(desk, 3, { ...officina, name: 'Shop', lines: [lineOf(0, { attestationAccepted: true })] });
    desk.show('/carts');
    await screen.findByText('1 cart');
    const [row] = rows();
    if (row === undefined) throw new Error('no row');
    await choose(desk, row, 'Duplicate');
    await screen.findByText('Duplicated: “Shop (copy)” for Officina Caffè. Your confirmation must be given again.');
    await screen.findByText('2 carts', { selector: '[role="status"]' });
    const copy = (await carts(desk)).find((cart) => cart.id !== kept.id);
    expect(copy).toMatchObject({ name: 'Shop (copy)', attestationAccepted: false, reseller: kept.reseller, customer: kept.customer });
    expect(copy?.lines).toEqual([lineOf(0)]);
  });

  it('renames a cart, and drops one only after asking', async () => {
    const desk = await openWizardDesk();
    await keep(desk, 3, { ...officina, name: 'Shop' });
    desk.show('/carts');
    await screen.findByText('1 cart');
    const first = (): HTMLElement => rows()[0] ?? document.body;
    await choose(desk, first(), 'Rename');
    const field = await screen.findByRole('textbox', { name: 'Name of this cart', hidden: true });
    await desk.user.clear(field);
    await desk.user.type(field, 'Bar{Enter}');
    await waitFor(async () => expect(await carts(desk)).toMatchObject([{ name: 'Bar' }]));
    await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).toBeNull());
    await choose(desk, first(), 'Throw away');
    const dialog = await screen.findByRole('alertdialog', { hidden: true });
    within(dialog).getByText(/It is called “Bar”/u);
    await desk.user.click(within(dialog).getByRole('button', { name: 'Keep it', hidden: true }));
    expect(await carts(desk)).toHaveLength(1);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid', { name: 'Carts' })));
    await choose(desk, first(), 'Throw away');
    await desk.user.click(await screen.findByRole('button', { name: 'Throw away', hidden: true }));
    await screen.findByText('No cart is being prepared');
    expect(await carts(desk)).toEqual([]);
  });

  it('speaks Italian', async () => {
    const desk = await openWizardDesk({ language: 'it' });
    await keep(desk, 3, { ...officina });
    await keep(desk, 4, { ...officina, name: 'Negozio' });
    desk.show('/carts');
    await screen.findByText('2 carrelli', { selector: '[role="status"]' });
    await desk.user.type(screen.getByRole('searchbox', { name: 'Cliente, nome, prodotto, riferimento' }), 'negozio');
    await screen.findByText('1 carrello');
    expect(rows()[0]?.textContent).toContain('Officina CaffèNegozio · Product 0 e un’altra riga');
  });
});
