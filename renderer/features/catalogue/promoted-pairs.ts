import type { Offer, OfferTerm } from '../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';

/** A promotion with what it takes off one pair of term and billing. */
export interface Promoted {
  readonly promotion: Promotion;
  /** Fraction as decimal text. */
  readonly discount: string;
}
/** The promotions of an offer's pair today, the one that takes off most first. */
export type PromotedPairs = (offer: Pick<Offer, 'productId' | 'skuId'>, term: Pick<OfferTerm, 'termDuration' | 'billingCycle'>) =>
  readonly Promoted[];

/** True while a promotion holds: the copy may be older than its end. */
export const holdsAt = ({ startsAt, endsAt }: Promotion, nowMs: number): boolean =>
  (startsAt === undefined || Date.parse(startsAt) <= nowMs) && (endsAt === undefined || nowMs <= Date.parse(endsAt));

const none: readonly Promoted[] = [];
const keyOf = (...parts: readonly string[]): string => parts.join(' ').toUpperCase();

/** Finds the promotions of a pair among those that hold now. */
export function promotedPairs(promotions: readonly Promotion[], nowMs: number): PromotedPairs {
  const byPair = new Map<string, readonly Promoted[]>();
  for (const promotion of promotions.filter((one) => holdsAt(one, nowMs))) {
    for (const { productId, skuId, termDuration, billingCycle, discount } of promotion.products) {
      const key = keyOf(productId, skuId, termDuration, billingCycle);
      // fractions between 0 and 1 sort as texts as they do as numbers
      const all = [...(byPair.get(key) ?? none), { promotion, discount }];
      byPair.set(key, all.toSorted((a, b) => (a.discount < b.discount ? 1 : a.discount > b.discount ? -1 : 0)));
    }
  }
  return ({ productId, skuId }, { termDuration, billingCycle }) =>
    byPair.get(keyOf(productId, skuId, termDuration, billingCycle)) ?? none;
}

/** The promotions that hold now for any pair of an offer. */
export const promotionsFor = (
  { productId, skuId }: Pick<Offer, 'productId' | 'skuId'>, promotions: readonly Promotion[], nowMs: number,
): readonly Promotion[] =>
  promotions.filter((one) =>
    holdsAt(one, nowMs) && one.products.some((product) => keyOf(product.productId, product.skuId) === keyOf(productId, skuId)));
