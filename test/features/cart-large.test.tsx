import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { isSameView, lineViews } from '../../renderer/features/carts/lines/line-view.ts';
import type { CartLine } from '../../shared/domain/cart/cart-line.ts';
import type { CartProblem } from '../../shared/domain/cart/cart-rules.ts';
import { PartnerId } from '../../shared/ids.ts';
import { cartOf, offerOf } from '../unit/domain/cart-fixtures.ts';
import { cartDraft } from '../unit/sync/sync-builders.ts';
import { keptCart, lineOf, shopMirror, shopOffers } from './cart-shop.ts';
import { openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';
import { albaSistemi, knownCustomer } from './wizard-mirror.ts';

const count = 60;
const places = Array.from({ length: count }, (_unused, index) => index);
const many = places.map((index) => offerOf(`MANY${index}`, { title: `Product ${index}` }));

const lineOfPlace = (index: number): CartLine => ({
  id: index, productId: `MANY${index}`, skuId: '0001', catalogItemId: `MANY${index}:0001:Y`, title: `Product ${index}`, quantity: 2,
  termDuration: 'P1Y', billingCycle: 'monthly', unitPrice: { amount: '5.50', currency: 'EUR' }, partnerId: PartnerId.parse('4847383'),
});

async function openLargeCart(): Promise<WizardDesk> {
  const desk = await openWizardDesk({ mirror: shopMirror({ offers: [...shopOffers, ...many] }) });
  const draft = cartDraft({
    accountId: desk.account.id, customer: { kind: 'tenant', customerId: knownCustomer }, customerName: 'Officina Caffè', reseller: albaSistemi,
    lines: places.map(lineOfPlace),
  });
  await desk.work.saveDraft(draft);
  desk.show(`/carts/${draft.id}`);
  await screen.findByRole('button', { name: 'Compare commitments Product 59' });
  return desk;
}
const removal = (title: string): HTMLElement => within(lineOf(title)).getByRole('button', { name: `Remove ${title}` });

describe('a cart of sixty lines', () => {
  it('gives the keyboard to the next line when one is removed, and to the one before at the end', async () => {
    const desk = await openLargeCart();
    removal('Product 20').focus();
    await desk.user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(removal('Product 21')));
    await desk.user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(removal('Product 22')));
    removal('Product 59').focus();
    await desk.user.keyboard('{Enter}');
    await waitFor(() => expect(lineOf('Product 58').contains(document.activeElement)).toBe(true));
    await waitFor(async () => expect((await keptCart(desk)).lines).toHaveLength(count - 3));
  });

  it('goes through a line in the order it is read: remove, term, seats, then the choices', async () => {
    await openLargeCart();
    const seventh = lineOf('Product 7');
    await within(seventh).findByRole('button', { name: /^Compare commitments/u });
    const stops = [...seventh.querySelectorAll<HTMLElement>('button, input, select, a, [tabindex]')].filter((one) => one.tabIndex === 0);
    expect(stops.map((one) => one.getAttribute('aria-label') ?? (one.tagName === 'SELECT' ? 'term' : one.textContent))).toEqual([
      'Remove Product 7', 'term', 'Licenses of Product 7', 'First term: full length Product 7', 'Compare commitments Product 7',
    ]);
  });

  it('draws again only the lines that look otherwise after a change', () => {
    const cart = cartOf({ lines: places.map(lineOfPlace) });
    const offers = new Map(many.map((offer) => [offer.key, offer]));
    const around = {
      catalogue: { offers, looked: new Set(offers.keys()) }, ownedSeats: 0, problems: [], subscriptions: [], promotions: [],
    };
    const before = lineViews({ ...around, cart }, []);
    const lines = cart.lines.map((line) => (line.id === 30 ? { ...line, quantity: 9 } : line));
    const after = lineViews({ ...around, cart: { ...cart, lines } }, []);
    expect(after.filter((view, index) => !isSameView(before[index] ?? view, view)).map(({ line }) => line.id)).toEqual([30]);
    const problem: CartProblem = { code: 'price-missing', step: 'products', stops: false, lineId: 7 };
    const warned = lineViews({ ...around, cart, problems: [problem] }, []);
    expect(warned.filter((view, index) => !isSameView(before[index] ?? view, view)).map(({ line }) => line.id)).toEqual([7]);
  });
});
