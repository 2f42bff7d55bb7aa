import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../shared/contract/failure.ts';
import type { CartDraft } from '../../shared/domain/draft.ts';
import { PartnerId } from '../../shared/ids.ts';
import type { OperationOf } from '../../shared/sync/operation.ts';
import { answer, cartDraft, good, lineOf, refusal, toConfirm } from '../unit/sync/sync-builders.ts';
import { expectAccessible, openDialog, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const promotion = { id: 'PROMO:0001:A', name: 'Spring', discount: '0.15' };
const base = lineOf(0, { promotion });
const lines = [base, lineOf(1, { addonOf: { kind: 'line', lineId: 0 } }), lineOf(2)];
const judged = answer({
  lines: [{
    lineId: 0,
    eligibilities: [{
      promotionId: promotion.id, isEligible: false,
      errors: [{ type: 'SeatCount', text: 'too many', minimumSeats: 1, maximumSeats: 300, availableSeats: 4 }],
    }],
  }],
});

async function orderOf(desk: WizardDesk, more: object = {}): Promise<OperationOf<'place-order'>> {
  const draft = cartDraft({ accountId: desk.account.id, id: crypto.randomUUID(), lines, ...more });
  const made = await desk.work.confirmCart(draft);
  const order = made.ok ? made.value.at(-1) : undefined;
  if (order?.kind !== 'place-order') throw new Error('no order');
  return order;
}
async function stopped(desk: WizardDesk, more: object = {}): Promise<string> {
  const { id } = await orderOf(desk, more);
  desk.outbox.wake();
  await waitFor(async () => expect((await desk.work.operation(id))?.state.name).toBe('needs-decision'));
  return id;
}
/** The promotion of the first line is gone, the price of the third went up. */
async function openSheet(desk: WizardDesk): Promise<{ id: string; table: HTMLElement }> {
  desk.answers.set('read-offers', answer({
    listDate: new Date().toISOString(),
    lines: [0, 1, 2].map((lineId) => ({
      lineId, catalogItemId: `CFQ7TTC0LH${lineId}:0001:NEW`, unitPrice: { amount: lineId === 2 ? '110.00' : '100.00', currency: 'EUR' },
    })),
  }));
  desk.answers.set('check-promotions', judged);
  const id = await stopped(desk);
  desk.show(`/outbox/${id}`);
  return { id, table: await screen.findByRole('table', { name: /line by line|riga per riga/u }) };
}
const decided = async (desk: WizardDesk, id: string) => {
  await waitFor(async () => expect((await desk.work.operations()).find((one) => one.id === id)?.state.name).not.toBe('needs-decision'));
  const operation = (await desk.work.operations()).find((one) => one.id === id);
  return operation?.kind === 'place-order' ? operation.payload.lines : [];
};
const draftsOf = async (desk: WizardDesk): Promise<CartDraft[]> =>
  (await desk.work.drafts()).flatMap((draft) => (draft.kind === 'cart' && draft.state === 'open' ? [draft] : []));

describe('what differs in an order', () => {
  it('stands in one table, line by line, with its effect in money for all seats, and all is accepted at once', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const { id, table } = await openSheet(desk);
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getAllByRole('cell').slice(0, 4).map((cell) => cell.textContent))).toEqual([
      [
        'promotion Spring', '15%',
        'The number of licenses is outside its limits: then nothing is discounted at allAllowed: 1 to 300 licenses. Left for this customer: 4.',
        '+€75.00per year',
      ],
      ['price of one license', '€100.00', '€110.00', '+€70.00per year'],
    ]);
    within(table).getByRole('radiogroup', { name: 'Your choice for Product 0' });
    await expectAccessible();
    expect(desk.server.performed).toEqual([]);
    desk.answers.set('read-offers', good.offers('110.00', [0]));
    await desk.user.click(button('Accept and go on'));
    const kept = await decided(desk, id);
    expect(kept.map((line) => [line.promotion, line.unitPrice?.amount])).toEqual([
      [undefined, '100.00'], [undefined, '100.00'], [undefined, '110.00'],
    ]);
  });

  it('is accepted of some lines while others are left out, their add-ons with them, which is said', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const { id, table } = await openSheet(desk);
    const choice = within(table).getByRole('radiogroup', { name: 'Your choice for Product 0' });
    await desk.user.click(within(choice).getByRole('radio', { name: 'Leave out' }));
    await screen.findByText('Left out with their base: Product 1');
    button('Accept all');
    desk.answers.set('read-offers', answer({ listDate: new Date().toISOString(), lines: [] }));
    await desk.user.click(button('Buy without these 2 lines'));
    await waitFor(async () => expect((await desk.work.operations())[0]?.payload).toMatchObject({
      lines: [{ id: 0, title: 'Product 2', unitPrice: { amount: '110.00' } }],
    }));
    expect((await desk.work.operations()).map((one) => one.id)).toEqual([id]);
  });

  it('goes back to accepting all of it by one button', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const { table } = await openSheet(desk);
    const choice = within(table).getByRole('radiogroup', { name: 'Your choice for Product 2' });
    await desk.user.click(within(choice).getByRole('radio', { name: 'Leave out' }));
    await screen.findByRole('button', { name: 'Buy without this line' });
    await desk.user.click(button('Accept all'));
    await screen.findByRole('button', { name: 'Accept and go on' });
    expect(screen.queryByRole('button', { name: 'Accept all' })).toBeNull();
  });

  it('is changed as a cart, with what was accepted of the other lines and all that belongs to the order', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('read-offers', good.offers('110.00', [0, 1, 2]));
    const additionalPartnerIds = [PartnerId.parse('517285')];
    const more = { lines: [lineOf(0), lineOf(1)], additionalPartnerIds, purchaseOrderReference: 'PO-7', notes: 'By Friday', name: 'Second' };
    const id = await stopped(desk, more);
    const place = desk.show(`/outbox/${id}`);
    const choice = await screen.findByRole('radiogroup', { name: 'Your choice for Product 0' });
    await desk.user.click(within(choice).getByRole('radio', { name: 'Change' }));
    const sheet = screen.getByRole('region', { name: 'Something differs from what you confirmed' });
    await desk.user.click(within(sheet).getByRole('button', { name: 'Change as a cart' }));
    const dialog = await openDialog();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Open as a cart', hidden: true }));
    await waitFor(() => expect(place()).toMatch(/^\/carts\//u));
    expect(await draftsOf(desk)).toMatchObject([{
      additionalPartnerIds, purchaseOrderReference: 'PO-7', notes: 'By Friday', name: 'Second',
      lines: [{ unitPrice: { amount: '100.00' } }, { unitPrice: { amount: '110.00' } }],
    }]);
  });

  it.each([
    ['the cart cannot be saved', (desk: WizardDesk) => vi.spyOn(desk.work, 'saveDraft').mockRejectedValue(new Error('disk full'))],
    ['the cancelling is declined', (desk: WizardDesk) =>
      vi.spyOn(desk.outbox, 'cancel').mockResolvedValue({ ok: false, error: failure('no-answer') })],
  ])('stays in the outbox, and leaves no cart behind, when %s', async (_, fail) => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('read-offers', good.offers('110.00', [0, 1, 2]));
    const id = await stopped(desk, { lines: [lineOf(0), lineOf(1)] });
    const place = desk.show(`/outbox/${id}`);
    const choice = await screen.findByRole('radiogroup', { name: 'Your choice for Product 0' });
    await desk.user.click(within(choice).getByRole('radio', { name: 'Change' }));
    const failing = fail(desk);
    const differences = screen.getByRole('region', { name: 'Something differs from what you confirmed' });
    await desk.user.click(within(differences).getByRole('button', { name: 'Change as a cart' }));
    const dialog = await openDialog();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Open as a cart', hidden: true }));
    await waitFor(() => expect(failing).toHaveBeenCalled());
    await waitFor(async () => expect(await draftsOf(desk)).toEqual([]));
    const operation = (await desk.work.operations()).find((one) => one.id === id);
    expect([operation?.state.name, place()]).toEqual(['needs-decision', `/outbox/${id}`]);
  });

  it('is in Italian, too', async () => {
    const desk = await openWizardDesk({ isOnline: true, language: 'it' });
    const { table } = await openSheet(desk);
    within(table).getByText('promozione Spring');
    within(table).getByText('prezzo di una licenza');
    within(table).getByRole('radiogroup', { name: 'Scelta per Product 2' });
    await screen.findByRole('button', { name: 'Accetta e prosegui' });
    await expectAccessible();
  });
});

describe('an order that waits for the agreement', () => {
  const { dateAgreed: _when, ...asked } = toConfirm;
  const invited = { ...asked, kind: 'invited' };

  it('says so in words, offers the letter, and looks at once when it is asked to (F31)', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('read-agreement-state', answer({ isAccepted: false, how: 'none' }));
    const { id } = await orderOf(desk, { agreement: invited, lines: [lineOf(2)].map(({ unitPrice: _price, ...line }) => line) });
    desk.outbox.wake();
    desk.show(`/outbox/${id}`);
    await screen.findByText('Waiting for the customer’s agreement');
    screen.getByText(/^Looks again by itself at/u);
    screen.getByRole('link', { name: 'Write the invitation to accept' });
    expect(screen.queryByText('Needs you')).toBeNull();
    await expectAccessible();
    await desk.user.click(button('Look now'));
    await waitFor(async () => expect((await desk.work.operation(id))?.state.name).toBe('done'));
  });

  it('waits, too, when only the purchase was refused for want of it, and can be changed as a cart meanwhile', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('checkout', refusal('agreement-missing'));
    const { id } = await orderOf(desk, { lines: [lineOf(2)].map(({ unitPrice: _price, ...line }) => line) });
    desk.outbox.wake();
    desk.show(`/outbox/${id}`);
    await screen.findByText('Waiting for the customer’s agreement');
    expect(desk.server.timesDone(id, 'checkout')).toBe(0);
    button('Change as a cart');
  });
});

describe('a new cart with the lines that were refused', () => {
  it('hangs an add-on on the subscription that its base became', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const bare = lines.map(({ unitPrice: _price, promotion: _promotion, ...line }) => line);
    const { id } = await orderOf(desk, { lines: bare });
    desk.outbox.wake();
    await waitFor(async () => expect((await desk.work.operations())[0]?.state.name).toBe('done'));
    const [done] = await desk.work.operations();
    if (done?.kind !== 'place-order' || done.state.name !== 'done') throw new Error('not done');
    const outcomes = [
      { lineId: 0, state: 'ordered' as const, orderId: 'order-1', subscriptionId: 'subscription-9' },
      { lineId: 1, state: 'refused' as const, failure: { code: 'base-not-valid' as const } },
      { lineId: 2, state: 'ordered' as const, orderId: 'order-1' },
    ];
    const result = { kind: 'place-order' as const, orderIds: ['order-1'], lines: outcomes };
    await desk.work.commit({ before: [done], after: [{ ...done, state: { ...done.state, result } }], journal: [] });
    const place = desk.show(`/outbox/${id}`);
    await desk.user.click(await screen.findByRole('button', { name: 'New cart with this line' }));
    await waitFor(() => expect(place()).toMatch(/^\/carts\//u));
    expect(await draftsOf(desk)).toMatchObject([{
      lines: [{ title: 'Product 1', addonOf: { kind: 'subscription', subscriptionId: 'subscription-9', name: 'Product 0' } }],
    }]);
  });
});
