import type { PromotedProduct, Promotion } from '../catalogue/promotion.ts';
import { skuKey, skuOf } from '../catalogue/sku.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Instant } from '../../instant.ts';
import { isBefore } from '../../instant.ts';
import type { CartLine, LinePromotion } from './cart-line.ts';

/** What the promotion gives for the product and pair of the line (list-promotions, requiredProducts). */
const promotedBy = (line: CartLine, promotion: Promotion): PromotedProduct | undefined =>
  promotion.products.find((product) =>
    product.productId === line.productId && product.skuId === line.skuId
    && product.termDuration === line.termDuration && product.billingCycle === line.billingCycle);

const isRunning = ({ startsAt, endsAt }: { readonly startsAt?: Instant | undefined; readonly endsAt?: Instant | undefined }, now: Instant): boolean =>
  (startsAt === undefined || !isBefore(now, startsAt)) && (endsAt === undefined || isBefore(now, endsAt));

/** Promotions for the product and pair of the line that run now, whatever the seats: with those, a choice may still come true. */
const runningFor = (line: CartLine, promotions: readonly Promotion[], now: Instant): readonly Promotion[] =>
  promotions.filter((promotion) => promotedBy(line, promotion) !== undefined && isRunning(promotion, now));

/** Whether the seats are within the limits; over the maximum nothing is discounted at all (facts.md, "Promotions"; story F21). */
export const areSeatsWithin = (
  line: CartLine, { minimumSeats, maximumSeats }: Pick<Promotion, 'minimumSeats' | 'maximumSeats'>,
): boolean => line.quantity >= (minimumSeats ?? 1) && line.quantity <= (maximumSeats ?? Number.POSITIVE_INFINITY);

/**
 * Promotions the line may carry as it is: product, pair, dates and seats are right. Whether this customer may have one is
 * asked just before sending (verify-promotion-eligibility).
 */
export const promotionsOf = (line: CartLine, promotions: readonly Promotion[], now: Instant): readonly Promotion[] =>
  runningFor(line, promotions, now).filter((promotion) => areSeatsWithin(line, promotion));

/** Promotions the line could carry with fewer seats: it can be split (facts.md, "Promotions"). */
export const promotionsOverLimit = (line: CartLine, promotions: readonly Promotion[], now: Instant): readonly Promotion[] =>
  runningFor(line, promotions, now).filter(({ maximumSeats }) => maximumSeats !== undefined && line.quantity > maximumSeats);

/** The line with the promotion as it is now, or without any. Unchanged when the promotion is not for its product and pair. */
export function withPromotion(line: CartLine, promotion: Promotion | undefined): CartLine {
  const { promotion: _before, ...rest } = line;
  if (promotion === undefined) return rest;
  const promoted = promotedBy(line, promotion);
  if (promoted === undefined) return line;
  const { id, name, endsAt, minimumSeats, maximumSeats } = promotion;
  return {
    ...rest,
    promotion: {
      id, name, discount: promoted.discount,
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(minimumSeats === undefined ? {} : { minimumSeats }),
      ...(maximumSeats === undefined ? {} : { maximumSeats }),
    },
  };
}

export type PromotionProblem =
  | 'promotion-ended' | 'promotion-gone' | 'promotion-seats-below' | 'promotion-seats-above'
  | 'promotion-used-up' | 'promotion-first-purchase' | 'promotion-needs-product';

/** What is known around a promotion; each part absent where it was never read. */
export interface PromotionFacts {
  /** Those of the customer's country: one that is not among them is gone. */
  readonly promotions?: readonly Promotion[] | undefined;
  /** What the customer has bought so far, running or not. */
  readonly subscriptions?: readonly Subscription[] | undefined;
}

/**
 * What the customer's own purchases say against a promotion (verify-promotion-eligibility: SeatCount, RedemptionLimit,
 * OfferPurchasedPreviously, PrerequisiteProductOwnership). Purchases through other partners are not seen here: the server is
 * asked before sending.
 */
function historyProblem(
  line: CartLine, promotion: Promotion, subscriptions: readonly Subscription[],
): PromotionProblem | undefined {
  const { id, maximumSeats, maximumUses, isFirstPurchaseOnly, ownedSkus = [] } = promotion;
  const withIt = subscriptions.filter((one) => one.promotionId === id);
  const seats = withIt.reduce((sum, one) => sum + one.quantity, line.quantity);
  if (maximumSeats !== undefined && withIt.length > 0 && seats > maximumSeats) return 'promotion-used-up';
  if (maximumUses !== undefined && withIt.length >= maximumUses) return 'promotion-used-up';
  const skus = new Set(subscriptions.map(({ offerId = '' }) => skuOf(offerId)));
  if (isFirstPurchaseOnly === true && skus.has(skuKey(line.productId, line.skuId))) return 'promotion-first-purchase';
  const isOwned = ownedSkus.every((group) => group.some((sku) => skus.has(sku.toUpperCase())));
  return isOwned ? undefined : 'promotion-needs-product';
}

/**
 * What is wrong with the promotion of a line. Over the maximum nothing is discounted at all, not only the seats above it
 * (facts.md, "Promotions"; story F21): the line can be split. A promotion that is not among those of the country, or no longer
 * for this product and pair, is gone (27007).
 */
export function promotionProblem(
  line: CartLine, now: Instant, { promotions, subscriptions }: PromotionFacts = {},
): PromotionProblem | undefined {
  const { promotion } = line;
  if (promotion === undefined) return undefined;
  const known = promotions?.find((one) => one.id === promotion.id);
  // what was noted on the line may be older than the list: a promotion can be prolonged
  if (!isRunning(known ?? { endsAt: promotion.endsAt }, now)) return 'promotion-ended';
  if (promotions !== undefined && (known === undefined || promotedBy(line, known) === undefined)) return 'promotion-gone';
  const limits: Pick<LinePromotion, 'minimumSeats' | 'maximumSeats'> = known ?? promotion;
  if (!areSeatsWithin(line, limits))
    return line.quantity < (limits.minimumSeats ?? 1) ? 'promotion-seats-below' : 'promotion-seats-above';
  return known === undefined || subscriptions === undefined ? undefined : historyProblem(line, known, subscriptions);
}

/**
 * The lines with one split in two: as many seats as the promotion allows with it, the others without it, right after. Its
 * add-ons stay with the first. Undefined when the line has no promotion or is not over its limit.
 */
export function splitAtPromotion(line: CartLine, lines: readonly CartLine[]): CartLine[] | undefined {
  const most = line.promotion?.maximumSeats;
  if (most === undefined || most < 1 || line.quantity <= most) return undefined;
  const id = lines.reduce((highest, one) => Math.max(highest, one.id), -1) + 1;
  const rest = { ...withPromotion(line, undefined), id, quantity: line.quantity - most };
  return lines.flatMap((one) => (one.id === line.id ? [{ ...line, quantity: most }, rest] : [one]));
}
