import { findItem, skuOf, type CatalogueItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import { promotionsAt, type PracticePromotion, type PromotedPair } from './seed/promotions.ts';
import type { State } from './state.ts';
import { everyBought } from './subscription-records.ts';

/** One purchase as verify-promotion-eligibility asks about it. */
export interface PromotionAsk {
  readonly catalogItemId: string;
  readonly quantity: number;
  readonly termDuration: string | undefined;
  /** In any letter case. */
  readonly billingCycle: string;
  /** Without it all promotions of the offer are judged. */
  readonly promotionId?: string | undefined;
}

/** Why a promotion is not for this purchase (reference, promotionEligibilityError). */
export interface EligibilityError {
  readonly type:
    | 'InvalidCatalogItemId'
    | 'InvalidPromotion'
    | 'PrerequisiteProductOwnership'
    | 'RedemptionLimit'
    | 'SeatCount'
    | 'OfferPurchasedPreviously'
    | 'Term'
    | 'NoPromotionsAvailable';
  readonly description: string;
  readonly minimumRequiredSeats?: number;
  readonly maximumRequiredSeats?: number;
  readonly availableSeats?: number;
}

/** The judgement on one promotion for one purchase. */
export interface Eligibility {
  /** Absent when there is no promotion to name. */
  readonly promotionId?: string;
  readonly isEligible: boolean;
  readonly errors: readonly EligibilityError[];
  /** What it takes off the asked pair; absent when it is not eligible. */
  readonly discount?: string;
  readonly isAutoApplicable: boolean;
}

function asChanged(state: State, promotion: PracticePromotion): PracticePromotion {
  const { endedPromotions, promotionDiscounts } = state.conditions;
  const ended = endedPromotions.get(promotion.id);
  const discount = promotionDiscounts.get(promotion.id);
  return {
    ...promotion,
    ...(ended !== undefined && ended < promotion.endsAt ? { endsAt: ended } : {}),
    ...(discount === undefined ? {} : { products: promotion.products.map((pair) => ({ ...pair, discount })) }),
  };
}

/** Every promotion, the ended and the coming ones too, as faults of the state have left them. */
export function everyPromotion(state: State, now: Date): readonly PracticePromotion[] {
  return promotionsAt(now).map((promotion) => asChanged(state, promotion));
}

/** True while a promotion may be bought with. */
export function isActive(promotion: PracticePromotion, now: Date): boolean {
  return promotion.startsAt <= now && now <= promotion.endsAt;
}

const isFor = (pair: PromotedPair, item: CatalogueItem): boolean =>
  pair.productId === item.productId && pair.skuId === item.skuId;

function seatError(promotion: PracticePromotion, quantity: number, used: number): readonly EligibilityError[] {
  const { minimumSeats = 1, maximumSeats } = promotion;
  const available = maximumSeats === undefined ? undefined : Math.max(0, maximumSeats - used);
  if (quantity >= minimumSeats && (available === undefined || quantity <= available)) return [];
  return [
    {
      type: 'SeatCount',
      description: 'The provided quantity does not satisfy the minimum or maximum seat requirements for the promotion.',
      minimumRequiredSeats: minimumSeats,
      ...(maximumSeats === undefined ? {} : { maximumRequiredSeats: maximumSeats }),
      ...(available === undefined ? {} : { availableSeats: available }),
    },
  ];
}

interface Asked {
  readonly state: State;
  readonly customer: Customer;
  readonly item: CatalogueItem;
  readonly ask: PromotionAsk;
  readonly now: Date;
}

function errorsOf({ state, customer, item, ask, now }: Asked, promotion: PracticePromotion): EligibilityError[] {
  // the orders behind them may still be hidden from lists: the service knows them all the same
  const bought = everyBought(state, customer, now);
  const withIt = bought.filter((one) => one.promotionId === promotion.id);
  const errors: EligibilityError[] = [];
  const { maximumUses, ownedSkus } = promotion;
  if (pairOf(promotion, item, ask) === undefined)
    errors.push({ type: 'Term', description: 'The promotion is not for this term and billing cycle.' });
  errors.push(...seatError(promotion, ask.quantity, withIt.reduce((sum, one) => sum + one.quantity, 0)));
  if (maximumUses !== undefined && withIt.length >= maximumUses)
    errors.push({ type: 'RedemptionLimit', description: 'The customer has used the promotion as often as it may be used.' });
  if (promotion.isFirstPurchaseOnly && bought.some((one) => skuOf(one.catalogItemId) === `${item.productId}:${item.skuId}`))
    errors.push({ type: 'OfferPurchasedPreviously', description: 'The customer has bought this offer before.' });
  if (ownedSkus.length > 0 && !bought.some((one) => ownedSkus.includes(skuOf(one.catalogItemId))))
    errors.push({ type: 'PrerequisiteProductOwnership', description: 'The customer does not own a product the promotion asks for.' });
  return errors;
}

function pairOf(promotion: PracticePromotion, item: CatalogueItem, ask: PromotionAsk): PromotedPair | undefined {
  const cycle = ask.billingCycle.toLowerCase();
  return promotion.products.find(
    (pair) => isFor(pair, item) && pair.termDuration === ask.termDuration?.toUpperCase() && pair.billingCycle === cycle,
  );
}

function judged(asked: Asked, promotion: PracticePromotion): Eligibility {
  const { item, ask } = asked;
  const errors = errorsOf(asked, promotion);
  const discount = pairOf(promotion, item, ask)?.discount;
  const { id: promotionId, isAutoApplicable } = promotion;
  return {
    promotionId,
    isEligible: errors.length === 0,
    errors,
    isAutoApplicable,
    ...(errors.length === 0 && discount !== undefined ? { discount } : {}),
  };
}

const refused = (error: EligibilityError, promotionId?: string): Eligibility => ({
  ...(promotionId === undefined ? {} : { promotionId }),
  isEligible: false,
  errors: [error],
  isAutoApplicable: false,
});

function itemOf(catalogItemId: string): CatalogueItem | undefined {
  const [productId = '', skuId = '', availabilityId = ''] = catalogItemId.toUpperCase().split(':');
  const item = findItem(productId, skuId);
  return item?.availabilityId === availabilityId ? item : undefined;
}

/**
 * Which promotions a purchase of a customer may have now (verify-promotion-eligibility): the one it names, or all of the
 * offer. Carts ask the same question, so that a cart takes what was called eligible.
 */
export function eligibilityOf(state: State, customer: Customer, ask: PromotionAsk, now: Date): readonly Eligibility[] {
  const item = itemOf(ask.catalogItemId);
  const { promotionId } = ask;
  if (item === undefined)
    return [refused({ type: 'InvalidCatalogItemId', description: 'The catalog item id is not valid.' }, promotionId)];
  const asked = { state, customer, item, ask, now };
  const active = everyPromotion(state, now).filter(
    (promotion) => isActive(promotion, now) && promotion.products.some((pair) => isFor(pair, item)),
  );
  if (promotionId === undefined) {
    if (active.length === 0)
      return [refused({ type: 'NoPromotionsAvailable', description: 'There is no promotion for this offer.' })];
    return active.map((promotion) => judged(asked, promotion));
  }
  const named = active.find((promotion) => promotion.id === promotionId.toUpperCase());
  return named === undefined
    ? [refused({ type: 'InvalidPromotion', description: 'The promotion is not valid for this offer.' }, promotionId)]
    : [judged(asked, named)];
}
