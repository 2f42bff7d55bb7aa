import type { Offer } from '../catalogue/offer.ts';
import { AgreementContact } from '../customer/customer-form.ts';
import type { CartDraft } from '../draft.ts';
import { isActive } from '../reseller/reseller.ts';
import type { Reseller } from '../reseller/reseller.ts';
import type { Instant } from '../../instant.ts';
import { isBefore } from '../../instant.ts';
import type { CustomerRef, PlaceOrderPayload } from '../../sync/operation.ts';
import { offerKeyOf, offerTerm, seatRange } from './line-rules.ts';
import type { CartLine } from './cart-line.ts';

export const cartProblemCodes = [
  'no-lines', 'offer-gone', 'term-not-offered', 'quantity-below', 'quantity-above', 'too-many-seats', 'currency-mixed', 'price-missing',
  'reseller-missing', 'partner-id-own', 'partner-id-missing', 'reseller-not-partner', 'reseller-not-active',
  'agreement-missing', 'agreement-contact', 'agreement-date-future', 'attestation-missing',
] as const;

/** Something between a cart and the order; the sentence is `cartProblem.<code>`. `stops`: it cannot be bought like this. */
export interface CartProblem {
  readonly code: (typeof cartProblemCodes)[number];
  readonly step: 'products' | 'agreement' | 'review';
  readonly stops: boolean;
  readonly lineId?: number;
  readonly values?: Readonly<Record<string, string>>;
}

/** What the computer knows around a cart. Nothing is asked of the server here: it is asked again just before sending. */
export interface CartSurroundings {
  readonly offers: ReadonlyMap<string, Offer>;
  readonly resellers: readonly Reseller[];
  readonly ownPartnerId: string | undefined;
  /** Seats of the business family the customer has already. */
  readonly ownedBusinessSeats: number;
  readonly now: Instant;
}

const stop = (step: CartProblem['step'], code: CartProblem['code'], more: Partial<CartProblem> = {}): CartProblem => ({
  step, code, stops: true, ...more,
});

function seatProblem(offer: Offer, line: CartLine, cart: CartDraft, around: CartSurroundings): readonly CartProblem[] {
  const range = seatRange(offer, line, cart.lines, around.ownedBusinessSeats);
  const about = { lineId: line.id, values: { title: line.title, minimum: String(range.minimum), maximum: String(range.maximum) } };
  if (line.quantity < range.minimum) return [stop('products', 'quantity-below', about)];
  if (line.quantity <= range.maximum) return [];
  return [stop('products', range.reason === 'business-family' ? 'too-many-seats' : 'quantity-above', about)];
}

function lineProblems(line: CartLine, cart: CartDraft, around: CartSurroundings): readonly CartProblem[] {
  const about = { lineId: line.id, values: { title: line.title } };
  const offer = around.offers.get(offerKeyOf(cart.market, line));
  if (offer === undefined) return [stop('products', 'offer-gone', about)];
  const problems = [...seatProblem(offer, line, cart, around)];
  if (offerTerm(offer, line.termDuration, line.billingCycle) === undefined) problems.push(stop('products', 'term-not-offered', about));
  if (line.unitPrice === undefined) problems.push(stop('products', 'price-missing', { ...about, stops: false }));
  else if (line.unitPrice.currency !== cart.currency) problems.push(stop('products', 'currency-mixed', about));
  return problems;
}

/** Stories F17 to F19: no order without a reseller by accident, never the provider's own ID, removed and suspended ones said. */
function resellerProblems(cart: CartDraft, around: CartSurroundings): readonly CartProblem[] {
  const { reseller } = cart;
  if (reseller === undefined) return [stop('products', 'reseller-missing')];
  if (reseller.kind === 'direct') return [];
  const values = { name: reseller.name, partnerId: reseller.partnerId };
  if (reseller.partnerId === around.ownPartnerId) return [stop('products', 'partner-id-own', { values })];
  if (cart.lines.some((line) => line.partnerId !== reseller.partnerId)) return [stop('products', 'partner-id-missing', { values })];
  if (around.resellers.length === 0) return [];
  const known = around.resellers.find((candidate) => candidate.id === reseller.id);
  if (known === undefined) return [stop('products', 'reseller-not-partner', { values })];
  // A warning only: the copy may be old, and the reseller is checked again before anything is sent.
  return isActive(known) ? [] : [stop('products', 'reseller-not-active', { values, stops: false })];
}

/** Purchases without the Microsoft Customer Agreement fail with 403/13605 (confirm-customer-agreement, notes; story F31). */
function agreementProblems(cart: CartDraft, around: CartSurroundings): readonly CartProblem[] {
  const { agreement } = cart;
  if (agreement === undefined) return [stop('agreement', 'agreement-missing')];
  if (agreement.kind === 'on-file') return [];
  if (!AgreementContact.safeParse(agreement.contact).success) return [stop('agreement', 'agreement-contact')];
  if (agreement.kind === 'invited') return [];
  return isBefore(around.now, agreement.dateAgreed) ? [stop('agreement', 'agreement-date-future')] : [];
}

/** Everything between this cart and the order, in the order of the wizard's steps. */
export function cartProblems(cart: CartDraft, around: CartSurroundings): readonly CartProblem[] {
  return [
    ...(cart.lines.length === 0 ? [stop('products', 'no-lines')] : []),
    ...resellerProblems(cart, around),
    ...cart.lines.flatMap((line) => lineProblems(line, cart, around)),
    ...agreementProblems(cart, around),
    ...(cart.attestationAccepted ? [] : [stop('review', 'attestation-missing')]),
  ];
}

export const canBuy = (problems: readonly CartProblem[]): boolean => !problems.some((problem) => problem.stops);

const sameCustomer = (a: CustomerRef, b: CustomerRef): boolean =>
  a.kind === 'tenant' ? b.kind === 'tenant' && a.customerId === b.customerId : b.kind === 'pending' && a.operationId === b.operationId;

const contentOf = (lines: readonly CartLine[]): string =>
  lines.map((line) => [line.productId, line.skuId, line.quantity, line.termDuration, line.billingCycle].join(':')).toSorted().join('|');

/** The same products, seats and terms for the same customer: perhaps meant, perhaps a second press of the button. */
export const isSameOrder = (cart: CartDraft, order: PlaceOrderPayload): boolean =>
  sameCustomer(cart.customer, order.customer) && contentOf(cart.lines) === contentOf(order.lines);
