import type { Offer, OfferTerm } from '../catalogue/offer.ts';
import type { OrderReseller } from '../reseller/customer-reseller.ts';
import { isActiveSubscription } from '../subscription/subscription.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Result } from '../../result.ts';
import { err, ok } from '../../result.ts';
import type { BillingCycle, CartLine, TermDuration } from './cart-line.ts';

/**
 * Microsoft 365 Business Basic, Standard and Premium (new-commerce-skus.json): together at most 300 seats in a
 * customer's tenant, across the plans (facts.md, "Seat limits"; errors 2002 and 900419; story F34).
 */
export const businessFamily: ReadonlySet<string> = new Set(['CFQ7TTC0LH18', 'CFQ7TTC0LDPB', 'CFQ7TTC0LCHC']);
export const businessFamilySeats = 300;

/** Key of the offer a line was made from (Offer.key). */
export const offerKeyOf = (market: string, line: Pick<CartLine, 'productId' | 'skuId'>): string =>
  `${market}:${line.productId}:${line.skuId}`;

/** The allowed pair with its price, when the catalogue still has it. */
export const offerTerm = (offer: Offer, termDuration: TermDuration, billingCycle: BillingCycle): OfferTerm | undefined =>
  offer.terms.find((term) => term.termDuration === termDuration && term.billingCycle === billingCycle);

/** What most customers take: a year, paid by the month; else the first pair the availability allows. */
const usualTerm = (terms: readonly OfferTerm[]): OfferTerm | undefined =>
  terms.find((term) => term.termDuration === 'P1Y' && term.billingCycle === 'monthly') ?? terms[0];

const priced = (term: OfferTerm): Pick<CartLine, 'unitPrice' | 'retailPrice'> => ({
  ...(term.unitPrice === undefined ? {} : { unitPrice: term.unitPrice }),
  ...(term.retailPrice === undefined ? {} : { retailPrice: term.retailPrice }),
});
const credited = (reseller: OrderReseller | undefined): Pick<CartLine, 'partnerId'> =>
  reseller?.kind === 'reseller' ? { partnerId: reseller.partnerId } : {};

/** What a new line is made among. `same`: lines whose pairs it may not repeat; `like`: whose pair it takes when it can. */
export interface LinePlace {
  readonly lines: readonly CartLine[];
  readonly same: readonly CartLine[];
  readonly reseller: OrderReseller | undefined;
  readonly like?: Pick<CartLine, 'termDuration' | 'billingCycle'> | undefined;
}

const isOf = (offer: Offer, line: CartLine): boolean => line.productId === offer.productId && line.skuId === offer.skuId;
const isPair = (a: OfferTerm, b: Pick<CartLine, 'termDuration' | 'billingCycle'>): boolean =>
  a.termDuration === b.termDuration && a.billingCycle === b.billingCycle;

/** A line for an offer under a pair that is still free, with the reseller's Partner ID on it. */
export function lineFrom(
  offer: Offer, { lines, same, reseller, like }: LinePlace,
): Result<CartLine, 'already-in-cart' | 'no-terms'> {
  if (offer.terms.length === 0) return err('no-terms');
  const taken = same.filter((line) => isOf(offer, line));
  const free = offer.terms.filter((one) => !taken.some((line) => isPair(one, line)));
  const term = free.find((one) => like !== undefined && isPair(one, like)) ?? usualTerm(free);
  if (term === undefined) return err('already-in-cart');
  return ok({
    id: lines.reduce((highest, line) => Math.max(highest, line.id), -1) + 1,
    productId: offer.productId,
    skuId: offer.skuId,
    catalogItemId: term.catalogItemId,
    title: offer.title,
    quantity: Math.max(1, offer.minimumQuantity),
    termDuration: term.termDuration,
    billingCycle: term.billingCycle,
    ...priced(term),
    ...credited(reseller),
  });
}

/**
 * A new line for an offer. The same product may stand twice only with different pairs of term and billing cycle, a trial only
 * once: `already-in-cart`. `no-terms` when it cannot be bought, `needs-base` for an add-on (newAddonLine).
 */
export function newLine(
  offer: Offer, lines: readonly CartLine[], reseller: OrderReseller | undefined,
): Result<CartLine, 'already-in-cart' | 'no-terms' | 'needs-base'> {
  if (offer.isAddon) return err('needs-base');
  const isRepeatedTrial = offer.isTrial && lines.some((line) => isOf(offer, line));
  return isRepeatedTrial ? err('already-in-cart') : lineFrom(offer, { lines, same: lines, reseller });
}

/**
 * The line under another allowed pair: its catalogue item and prices change with it. A promotion is for one pair, and goes; an
 * end date within the old term goes with the term. Unchanged when the pair is not offered, or the same.
 */
export function withTerm(line: CartLine, offer: Offer, termDuration: TermDuration, billingCycle: BillingCycle): CartLine {
  const term = offerTerm(offer, termDuration, billingCycle);
  if (term === undefined || isPair(term, line)) return line;
  const { unitPrice: _price, retailPrice: _retail, promotion: _promotion, customTermEnd, ...rest } = line;
  const end = customTermEnd !== undefined && termDuration === line.termDuration ? { customTermEnd } : {};
  return { ...rest, termDuration, billingCycle, catalogItemId: term.catalogItemId, ...priced(term), ...end };
}

/** The line with catalogue item and prices as the catalogue has them now; its promotion stays as it was chosen. */
export function withPricesOf(line: CartLine, offer: Offer): CartLine {
  const term = offerTerm(offer, line.termDuration, line.billingCycle);
  if (term === undefined) return line;
  const { unitPrice: _price, retailPrice: _retail, ...rest } = line;
  return { ...rest, catalogItemId: term.catalogItemId, ...priced(term) };
}

/** Every line credited to the reseller, or to none for a direct order (create-cart-for-reseller, notes). */
export const withReseller = (lines: readonly CartLine[], reseller: OrderReseller | undefined): CartLine[] =>
  lines.map(({ partnerId: _before, ...line }) => ({ ...line, ...credited(reseller) }));

/** How many seats a line may have, and which rule ends the range. */
export interface SeatRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly reason: 'product' | 'trial' | 'business-family';
}

/** Trials: 25 seats, one per product (facts.md, "Seat limits"). */
const trialSeats = 25;

/** Whether the customer has, or had, a trial of the product: one each (facts.md, "Seat limits"). */
export const hadTrial = (productId: string, subscriptions: readonly Subscription[]): boolean =>
  subscriptions.some((one) => one.isTrial === true && one.offerId?.split(':')[0]?.toUpperCase() === productId.toUpperCase());

/** Seats of the business family the customer already has, as far as this computer knows. */
export const ownedBusinessSeats = (subscriptions: readonly Subscription[]): number =>
  subscriptions
    .filter((one) => isActiveSubscription(one) && businessFamily.has(one.offerId?.split(':')[0] ?? ''))
    .reduce((seats, one) => seats + one.quantity, 0);

/**
 * Seats allowed on this line: the product's own limits, narrowed by the business family's 300 seats less what its other
 * lines in the cart and the customer's subscriptions (`owned`) hold. The maximum may fall below the minimum: then the
 * line cannot stay.
 */
export function seatRange(offer: Offer, line: CartLine, lines: readonly CartLine[], owned: number): SeatRange {
  const minimum = Math.max(1, offer.minimumQuantity);
  const own = offer.isTrial ? Math.min(offer.maximumQuantity, trialSeats) : offer.maximumQuantity;
  const reason = offer.isTrial && own === trialSeats ? 'trial' : 'product';
  if (!businessFamily.has(offer.productId)) return { minimum, maximum: own, reason };
  const others = lines
    .filter((other) => other.id !== line.id && businessFamily.has(other.productId))
    .reduce((seats, other) => seats + other.quantity, 0);
  const left = Math.max(0, businessFamilySeats - owned - others);
  return left < own ? { minimum, maximum: left, reason: 'business-family' } : { minimum, maximum: own, reason };
}
