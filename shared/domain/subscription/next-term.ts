import { decideBy } from '../renewal/end-of-term.ts';
import type { BillingCycle, CartLine, TermDuration } from '../cart/cart-line.ts';
import { endDateChoices, endDateProblem } from '../cart/end-dates.ts';
import type { EndDateChoice } from '../cart/end-dates.ts';
import type { Offer, OfferTerm } from '../catalogue/offer.ts';
import type { Promotion } from '../catalogue/promotion.ts';
import { skuKey, skuOf } from '../catalogue/sku.ts';
import { isBefore } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { seatLimitProblem, isSoftware } from './seat-rules.ts';
import type { SeatProblem } from './seat-rules.ts';
import { isSuspended } from './subscription.ts';
import type { ScheduledChange, Subscription } from './subscription.ts';
import type { KnownUpgrades } from './upgrade.ts';

/** What a person chose for the next term. */
export interface NextTerm {
  readonly offer: Offer;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly quantity: number;
  readonly promotionId?: string | undefined;
  readonly customTermEndsAt?: Instant | undefined;
}

const keyOf = ({ productId, skuId }: Pick<Offer, 'productId' | 'skuId'>): string => skuKey(productId, skuId);
const isSku = (offer: Offer, offerId: string | undefined): boolean => offerId !== undefined && keyOf(offer) === skuOf(offerId);

const isPair = (a: OfferTerm, b: Pick<NextTerm, 'termDuration' | 'billingCycle'>): boolean =>
  a.termDuration === b.termDuration && a.billingCycle === b.billingCycle;

/** The SKU of a subscription among the offers of its market. */
export const ownOffer = (offers: readonly Offer[], offerId: string | undefined): Offer | undefined =>
  offers.find((offer) => isSku(offer, offerId));

/**
 * Whether Microsoft said that a subscription may become that at its renewal (get-transition-eligibilities, scheduled); undefined where
 * nobody asked. As itself it always may go on.
 */
export function isConfirmedNext(offer: Offer, { offerId }: Subscription, known: KnownUpgrades | undefined): boolean | undefined {
  return isSku(offer, offerId) || known?.targets.scheduled.some((target) => isSku(offer, target.catalogItemId));
}

/**
 * The products a subscription may continue as: itself, and others of the same kind for the same segment. An add-on keeps to the
 * add-ons of its base, and a trial is nothing to renew as. The server has the last word: its catalogue does not tell every rule. What
 * it confirmed comes first, of whatever kind.
 */
export function nextTermOffers(
  subscription: Subscription, offers: readonly Offer[], base: Subscription | undefined, known?: KnownUpgrades,
): readonly Offer[] {
  const own = ownOffer(offers, subscription.offerId);
  const isAddon = own?.isAddon ?? subscription.parentSubscriptionId !== undefined;
  const fits = (offer: Offer): boolean => {
    if (offer === own) return true;
    if (offer.isTrial || offer.isAddon !== isAddon || offer.segment !== (own?.segment ?? 'commercial')) return false;
    return !isAddon || (base?.offerId !== undefined && offer.prerequisiteSkus.some((sku) => sku.toUpperCase() === skuOf(base.offerId ?? '')));
  };
  const isConfirmed = (offer: Offer): boolean => isConfirmedNext(offer, subscription, known) === true;
  const choices = offers.filter((offer) => offer.terms.length > 0 && (fits(offer) || isConfirmed(offer)));
  return [...choices.filter(isConfirmed), ...choices.filter((offer) => !isConfirmed(offer))];
}

/** The pair of term and billing cycle an offer has, by preference: the wanted one, one of the same term, the first. */
export function pairFor(offer: Offer, wanted: { readonly termDuration: string; readonly billingCycle: string }): OfferTerm | undefined {
  const ofTerm = offer.terms.filter(({ termDuration }) => termDuration === wanted.termDuration.toUpperCase());
  return ofTerm.find(({ billingCycle }) => billingCycle === wanted.billingCycle.toLowerCase()) ?? ofTerm[0] ?? offer.terms[0];
}

/** What the next term is as things stand: what was scheduled, else the same again. Undefined where the catalogue lacks it. */
export function plannedTerm({ scheduled, ...subscription }: Subscription, offers: readonly Offer[]): NextTerm | undefined {
  const { product } = scheduled ?? {};
  const offer = ownOffer(offers, product ? `${product.productId}:${product.skuId}` : subscription.offerId);
  const pair = offer && pairFor(offer, product ?? {
    termDuration: subscription.renewalTermDuration ?? subscription.termDuration ?? 'P1Y', billingCycle: subscription.billingCycle ?? 'monthly',
  });
  if (!offer || !pair) return undefined;
  return {
    offer, termDuration: pair.termDuration, billingCycle: pair.billingCycle, quantity: scheduled?.quantity ?? subscription.quantity,
    ...(product?.promotionId !== undefined && { promotionId: product.promotionId }),
    ...(scheduled?.customTermEndsAt !== undefined && { customTermEndsAt: scheduled.customTermEndsAt }),
  };
}

/** As a line of a cart that would be bought at the renewal: the rules of end dates are the same. */
function lineOf({ offer, termDuration, billingCycle, quantity, customTermEndsAt }: NextTerm): CartLine {
  const catalogItemId = pairFor(offer, { termDuration, billingCycle })?.catalogItemId ?? keyOf(offer);
  return {
    id: 0, productId: offer.productId, skuId: offer.skuId, catalogItemId, title: offer.title, quantity, termDuration, billingCycle,
    ...(customTermEndsAt !== undefined && { customTermEnd: customTermEndsAt }),
  };
}

export interface NextTermFacts {
  readonly subscription: Subscription;
  /** All subscriptions of the customer. */
  readonly subscriptions: readonly Subscription[];
  readonly now: Instant;
}

const others = ({ subscription, subscriptions }: NextTermFacts): readonly Subscription[] =>
  subscriptions.filter(({ id }) => id !== subscription.id);

/** The dates on which the next term may end early, counted from the renewal (facts.md, "Co-terminosity"; 900244 to 900246). */
export function nextTermEnds(next: NextTerm, facts: NextTermFacts): readonly EndDateChoice[] {
  const { endsAt } = facts.subscription;
  return endsAt === undefined || isSoftware(facts.subscription) ? [] : endDateChoices(lineOf(next), next.offer, others(facts), endsAt);
}

/** The promotions that may be asked for with the next term, running when it begins. */
export function nextTermPromotions(next: NextTerm, promotions: readonly Promotion[], startsAt: Instant): readonly Promotion[] {
  const { offer, termDuration, billingCycle, quantity } = next;
  return promotions.filter((promotion) =>
    (promotion.endsAt === undefined || isBefore(startsAt, promotion.endsAt))
    && quantity >= (promotion.minimumSeats ?? 0) && quantity <= (promotion.maximumSeats ?? Infinity)
    && promotion.products.some((one) =>
      skuKey(one.productId, one.skuId) === keyOf(offer) && one.termDuration === termDuration && one.billingCycle === billingCycle));
}

export const nextTermProblems = ['over', 'suspended', 'trial', 'no-pair', 'seats', 'end-date'] as const;
export type NextTermProblem =
  | { readonly code: Exclude<(typeof nextTermProblems)[number], 'seats'> }
  | { readonly code: 'seats'; readonly seats: SeatProblem };

/** Whether changes for a next term can be arranged at all: it has one, and it is not decided yet. */
export function schedulingProblem({ subscription, now }: NextTermFacts): NextTermProblem | undefined {
  const { endsAt, isTrial, status } = subscription;
  if (isSuspended(subscription)) return { code: 'suspended' };
  // renewal runs from 00:00 UTC after the last day (schedule-next-term-changes, notes)
  if (endsAt === undefined || status.toLowerCase() !== 'active' || !isBefore(now, decideBy(endsAt))) return { code: 'over' };
  return isTrial === true ? { code: 'trial' } : undefined;
}

/** What is wrong with a choice for the next term. */
export function nextTermProblem(next: NextTerm, facts: NextTermFacts): NextTermProblem | undefined {
  const { subscription, subscriptions } = facts;
  const cannot = schedulingProblem(facts);
  if (cannot) return cannot;
  if (!next.offer.terms.some((pair) => isPair(pair, next))) return { code: 'no-pair' };
  const asNext = { ...subscription, offerId: keyOf(next.offer) };
  const seats = seatLimitProblem(next.quantity, { subscription: asNext, offer: next.offer, subscriptions, now: facts.now });
  if (seats) return { code: 'seats', seats };
  const start = subscription.endsAt ?? facts.now;
  return endDateProblem(lineOf(next), next.offer, others(facts), start) === undefined ? undefined : { code: 'end-date' };
}

/** The choice as it is sent (schedule-next-term-changes). */
export function scheduledOf(next: NextTerm): ScheduledChange | undefined {
  const { offer, termDuration, billingCycle, quantity, promotionId, customTermEndsAt } = next;
  const availabilityId = offer.terms
    .find((pair) => isPair(pair, next))?.catalogItemId.split(':')[2];
  if (availabilityId === undefined) return undefined;
  return {
    product: {
      productId: offer.productId, skuId: offer.skuId, availabilityId, billingCycle, termDuration,
      ...(promotionId !== undefined && { promotionId }),
    },
    quantity,
    ...(customTermEndsAt !== undefined && { customTermEndsAt }),
  };
}

/** Whether the next term would be as the running one: then there is nothing to schedule. */
export const isSameTerm = (next: NextTerm, { offerId, termDuration, billingCycle, quantity }: Subscription): boolean =>
  isSku(next.offer, offerId) && next.quantity === quantity && next.termDuration === termDuration?.toUpperCase()
  && next.billingCycle === billingCycle?.toLowerCase() && next.promotionId === undefined && next.customTermEndsAt === undefined;
