import type { Offer } from '../catalogue/offer.ts';
import { AgreementContact } from '../customer/customer-form.ts';
import type { CartDraft } from '../draft.ts';
import { isActive } from '../reseller/reseller.ts';
import type { Reseller } from '../reseller/reseller.ts';
import type { Instant } from '../../instant.ts';
import { isBefore } from '../../instant.ts';
import type { CustomerRef, PlaceOrderPayload } from '../../sync/operation.ts';
import type { Promotion } from '../catalogue/promotion.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { baseLineOf, fitsBase, isBaseSubscription } from './addons.ts';
import { endDateProblem } from './end-dates.ts';
import { hadTrial, offerKeyOf, offerTerm, seatRange } from './line-rules.ts';
import type { CartLine } from './cart-line.ts';
import { additionalProblem } from './participants.ts';
import { promotionProblem } from './promotions.ts';
import { qualificationFor } from './segment-rules.ts';

export const cartProblemCodes = [
  'no-lines', 'too-many-lines',
  'offer-gone', 'term-not-offered', 'quantity-below', 'quantity-above', 'too-many-seats', 'currency-mixed', 'price-missing',
  'reseller-missing', 'partner-id-own', 'partner-id-missing', 'reseller-not-partner', 'reseller-not-active',
  'additional-region', 'additional-too-many', 'additional-without-reseller', 'additional-own', 'additional-is-reseller', 'additional-twice',
  'addon-base-missing', 'addon-base-wrong', 'addon-base-unchecked',
  'end-date-not-allowed', 'end-date-outside-term', 'end-date-not-aligned', 'end-date-unchecked',
  'promotion-ended', 'promotion-gone', 'promotion-seats-below', 'promotion-seats-above',
  'promotion-used-up', 'promotion-first-purchase', 'promotion-needs-product',
  'trial-once', 'renews-only-trial', 'offer-attestation-missing', 'segment-not-qualified', 'segment-unchecked',
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
  /** Subscriptions the customer has; absent when they were never read: what needs them is then only warned of. */
  readonly subscriptions?: readonly Subscription[] | undefined;
  /** Approved qualifications of the customer by their wire names (reference.json, qualification); absent when never read. */
  readonly qualifications?: readonly string[] | undefined;
  /** Promotions of the customer's country; absent when they were never read. */
  readonly promotions?: readonly Promotion[] | undefined;
}

/** Lines of a cart, add-ons among them. No limit is published (reference.json, limits.cart): the practice tenant's own. */
const mostLines = 500;

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

interface About {
  readonly lineId: number;
  readonly values: Readonly<Record<string, string>>;
}
const warn = (code: CartProblem['code'], about: About): CartProblem => stop('products', code, { ...about, stops: false });

/** An add-on needs a base it fits, in this cart or among the customer's subscriptions; nothing else may hang on one (800029). */
function addonProblem(line: CartLine, offer: Offer, cart: CartDraft, around: CartSurroundings): CartProblem['code'] | undefined {
  const { addonOf } = line;
  if (addonOf === undefined) return offer.isAddon ? 'addon-base-missing' : undefined;
  if (!offer.isAddon) return 'addon-base-wrong';
  if (addonOf.kind === 'line') {
    const base = baseLineOf(line, cart.lines);
    if (base === undefined || base.id === line.id) return 'addon-base-missing';
    return base.addonOf === undefined && fitsBase(offer, base.productId, base.skuId) ? undefined : 'addon-base-wrong';
  }
  if (around.subscriptions === undefined) return 'addon-base-unchecked';
  const subscription = around.subscriptions.find((one) => one.id === addonOf.subscriptionId);
  if (subscription === undefined) return 'addon-base-missing';
  return isBaseSubscription(offer, subscription) ? undefined : 'addon-base-wrong';
}

/** An offer of another segment than the commercial one needs a qualification of the customer (800086). */
function segmentProblem(offer: Offer, { qualifications }: CartSurroundings): CartProblem['code'] | undefined {
  const needed = qualificationFor(offer.segment);
  if (needed === undefined) return undefined;
  if (qualifications === undefined) return 'segment-unchecked';
  return qualifications.includes(needed) ? undefined : 'segment-not-qualified';
}

/** A trial is had once per product, in this cart and ever (facts.md, "Seat limits"). */
function trialProblem(line: CartLine, offer: Offer, cart: CartDraft, around: CartSurroundings): CartProblem['code'] | undefined {
  if (!offer.isTrial) return line.renewsTo === undefined ? undefined : 'renews-only-trial';
  const isTwice = cart.lines.some((other) =>
    other.id !== line.id && other.productId === line.productId && around.offers.get(offerKeyOf(cart.market, other))?.isTrial === true);
  return isTwice || hadTrial(line.productId, around.subscriptions ?? []) ? 'trial-once' : undefined;
}

const unchecked: ReadonlySet<CartProblem['code']> = new Set(['addon-base-unchecked', 'end-date-unchecked', 'segment-unchecked']);

function priceProblem(line: CartLine, cart: CartDraft, about: About): readonly CartProblem[] {
  if (line.unitPrice === undefined) return [warn('price-missing', about)];
  return line.unitPrice.currency === cart.currency ? [] : [stop('products', 'currency-mixed', about)];
}

function lineProblems(line: CartLine, cart: CartDraft, around: CartSurroundings): readonly CartProblem[] {
  const about = { lineId: line.id, values: { title: line.title, promotion: line.promotion?.name ?? '' } };
  const offer = around.offers.get(offerKeyOf(cart.market, line));
  if (offer === undefined) return [stop('products', 'offer-gone', about)];
  const codes = [
    offerTerm(offer, line.termDuration, line.billingCycle) === undefined ? 'term-not-offered' : undefined,
    addonProblem(line, offer, cart, around),
    trialProblem(line, offer, cart, around),
    segmentProblem(offer, around),
    offer.needsAttestation && line.attestationAccepted !== true ? 'offer-attestation-missing' : undefined,
    endDateProblem(line, offer, around.subscriptions, around.now),
    promotionProblem(line, around.now, around),
  ] as const;
  return [
    ...seatProblem(offer, line, cart, around),
    ...codes.filter((code) => code !== undefined).map((code) => (unchecked.has(code) ? warn(code, about) : stop('products', code, about))),
    ...priceProblem(line, cart, about),
  ];
}

/** Further resellers stand on every line beside the one who is credited (create-cart, participants). */
function additionalProblems(cart: CartDraft, around: CartSurroundings): readonly CartProblem[] {
  const code = additionalProblem(cart, around.ownPartnerId);
  return code === undefined ? [] : [stop('products', code)];
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
  const { id, partnerId } = reseller;
  const known = around.resellers.find((candidate) => (id === undefined ? candidate.partnerId === partnerId : candidate.id === id));
  // One that was entered by its Partner ID never was in the list (portal task T5).
  if (known === undefined && id === undefined) return [];
  if (known === undefined) return [stop('products', 'reseller-not-partner', { values })];
  // A warning only: the copy may be old, and the reseller is checked again before anything is sent.
  return isActive(known) ? [] : [stop('products', 'reseller-not-active', { values, stops: false })];
}

/** Purchases without the Microsoft Customer Agreement fail with 403/13605 (confirm-customer-agreement, notes; story F31). */
function agreementProblems(cart: CartDraft, around: CartSurroundings): readonly CartProblem[] {
  const { agreement } = cart;
  if (agreement === undefined) return [stop('agreement', 'agreement-missing')];
  if (agreement.kind === 'on-file') return [];
  // Whom the invitation goes to was checked when the order was confirmed, and is not part of it.
  if (agreement.kind === 'invited' && cart.state === 'confirmed') return [];
  if (!AgreementContact.safeParse(agreement.contact).success) return [stop('agreement', 'agreement-contact')];
  if (agreement.kind === 'invited') return [];
  return isBefore(around.now, agreement.dateAgreed) ? [stop('agreement', 'agreement-date-future')] : [];
}

/** Everything between this cart and the order, in the order of the wizard's steps. */
export function cartProblems(cart: CartDraft, around: CartSurroundings): readonly CartProblem[] {
  return [
    ...(cart.lines.length === 0 ? [stop('products', 'no-lines')] : []),
    ...(cart.lines.length > mostLines ? [stop('products', 'too-many-lines', { values: { maximum: String(mostLines) } })] : []),
    ...resellerProblems(cart, around),
    ...additionalProblems(cart, around),
    ...cart.lines.flatMap((line) => lineProblems(line, cart, around)),
    ...agreementProblems(cart, around),
    ...(cart.attestationAccepted ? [] : [stop('review', 'attestation-missing')]),
  ];
}

export const canBuy = (problems: readonly CartProblem[]): boolean => !problems.some((problem) => problem.stops);

export const isSameCustomer = (a: CustomerRef, b: CustomerRef): boolean =>
  a.kind === 'tenant' ? b.kind === 'tenant' && a.customerId === b.customerId : b.kind === 'pending' && a.operationId === b.operationId;

const contentOf = (lines: readonly CartLine[]): string =>
  lines.map((line) => [line.productId, line.skuId, line.quantity, line.termDuration, line.billingCycle].join(':')).toSorted().join('|');

/** The same products, seats and terms for the same customer: perhaps meant, perhaps a second press of the button. */
export const isSameOrder = (cart: CartDraft, order: PlaceOrderPayload): boolean =>
  isSameCustomer(cart.customer, order.customer) && contentOf(cart.lines) === contentOf(order.lines);
