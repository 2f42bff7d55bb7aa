import { screen, waitFor, within } from '@testing-library/react';
import type { CartDraft } from '../../shared/domain/draft.ts';
import type { Offer } from '../../shared/domain/catalogue/offer.ts';
import { Promotion } from '../../shared/domain/catalogue/promotion.ts';
import type { Subscription } from '../../shared/domain/subscription/subscription.ts';
import { instantOf } from '../../shared/instant.ts';
import type { CustomerRecord, Mirror } from '../../shared/ports/mirror.ts';
import { now, offerOf } from '../unit/domain/cart-fixtures.ts';
import type { WizardDesk } from './wizard-desk.tsx';
import { knownCustomer, memoryMirror } from './wizard-mirror.ts';

const euro = (amount: string): { readonly amount: string; readonly currency: string } => ({ amount, currency: 'EUR' });
type Term = Offer['terms'][number];
const term = (
  productId: string, termDuration: Term['termDuration'], billingCycle: Term['billingCycle'], prices: readonly [string, string],
): Term => ({
  termDuration, billingCycle, catalogItemId: `${productId}:0001:${termDuration}${billingCycle}`,
  unitPrice: euro(prices[0]), retailPrice: euro(prices[1]),
});

/** A product sold with every commitment, its add-on, a trial, one with a statement of its own and one for education. */
export const shopOffers: readonly Offer[] = [
  offerOf('E3', {
    title: 'Office 365 E3', listDate: now,
    terms: [
      term('E3', 'P1M', 'monthly', ['12.00', '15.00']), term('E3', 'P1Y', 'monthly', ['10.00', '12.50']),
      term('E3', 'P1Y', 'annual', ['114.00', '144.00']), term('E3', 'P3Y', 'annual', ['108.00', '138.00']),
    ],
  }),
  offerOf('STORAGE', {
    title: 'Extra File Storage', listDate: now, isAddon: true, prerequisiteSkus: ['E3:0001'],
    terms: [term('STORAGE', 'P1M', 'monthly', ['0.30', '0.40']), term('STORAGE', 'P1Y', 'monthly', ['0.25', '0.35'])],
  }),
  offerOf('TRIAL', {
    title: 'Project Plan 3 (Trial)', isTrial: true, maximumQuantity: 25, listDate: now, terms: [term('TRIAL', 'P1M', 'none', ['0.00', '0.00'])],
  }),
  offerOf('SERVER', { title: 'Defender for Servers', needsAttestation: true, listDate: now }),
  offerOf('FACULTY', { title: 'Visio for Faculty', segment: 'education', listDate: now }),
];

/** Ends at midday of the last day of a month that lies ahead, so that it is in the first term whenever the tests run. */
const monthsAhead = (months: number): string => {
  const today = new Date();
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 15, 12)).toISOString();
};

export const shopPromotion = Promotion.parse({
  id: 'E3:0001:PROMO', name: 'Winter offer', endsAt: monthsAhead(2), minimumSeats: 1, maximumSeats: 20,
  products: [{ productId: 'E3', skuId: '0001', termDuration: 'P1Y', billingCycle: 'monthly', discount: '0.15' }],
});

export const ownE3: Subscription = {
  id: 'subscription-e3', offerId: 'E3:0001:X', offerName: 'Office 365 E3', friendlyName: 'E3 of the shop', quantity: 5, status: 'active',
  autoRenewEnabled: true, termDuration: 'P1Y', endsAt: instantOf(new Date(monthsAhead(3))),
};

export interface Shop {
  readonly offers?: readonly Offer[];
  readonly subscriptions?: readonly Subscription[];
  readonly qualifications?: CustomerRecord['qualifications'];
}

/** The offline copy with this shop: what the customer has is as given, by default nothing. */
export function shopMirror({ offers = shopOffers, subscriptions = [], qualifications }: Shop = {}): Partial<Mirror> {
  const base = memoryMirror();
  return {
    offers: async ({ country, text }) =>
      offers.filter((one) => one.country === country && one.title.toLowerCase().includes(text.toLowerCase())),
    offer: async (key) => offers.find((one) => one.key === key),
    promotions: async () => [shopPromotion],
    customer: async (id) => {
      const record = await base.customer(id);
      return record && { ...record, subscriptions, ...(qualifications === undefined ? {} : { qualifications }) };
    },
  };
}

export const cartPath = `/carts/new?customer=${knownCustomer}`;
export const linesList = (): HTMLElement => screen.getByRole('list', { name: /^(Lines of the cart|Righe del carrello)$/u });
export const lineOf = (title: string): HTMLElement => within(linesList()).getByRole('listitem', { name: title });

/** Adds a product from the catalogue and waits for its line. */
export async function addLine({ user }: WizardDesk, title: string): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: `Add to cart: ${title}` }));
  return waitFor(() => lineOf(title));
}

export async function writeSeats({ user }: WizardDesk, line: HTMLElement, seats: number): Promise<void> {
  const field = within(line).getByRole('spinbutton');
  await user.clear(field);
  await user.type(field, `${seats}{Enter}`);
}

/** Opens a menu of a line and chooses an entry. */
export async function chooseInLine({ user }: WizardDesk, line: HTMLElement, menu: RegExp, entry: RegExp): Promise<void> {
  await user.click(within(line).getByRole('button', { name: menu }));
  const isEntry = (item: HTMLElement): boolean => entry.test(item.textContent ?? '');
  const found = await waitFor(() => {
    const item = [...document.querySelectorAll<HTMLElement>('[role^="menuitem"]')].find(isEntry);
    if (item === undefined) throw new Error(`no entry ${entry.source}`);
    return item;
  });
  await user.click(found);
}

export async function keptCart({ work }: WizardDesk): Promise<CartDraft> {
  const draft = (await work.drafts()).find((one) => one.kind === 'cart');
  if (draft === undefined) throw new Error('no cart is kept');
  return draft;
}
