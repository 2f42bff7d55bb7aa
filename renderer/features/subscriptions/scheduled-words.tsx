import type { TFunction } from 'i18next';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import { ownOffer } from '../../../shared/domain/subscription/next-term.ts';
import type { ScheduledChange } from '../../../shared/domain/subscription/subscription.ts';
import { billingWords, termWords } from '../../text/commerce-words.ts';
import type { Format } from '../../text/format.ts';

/** The name of a promotion where the copy knows it, else its id. */
export const promotionName = (promotions: readonly Promotion[], id: string): string =>
  promotions.find((one) => one.id.toLowerCase() === id.toLowerCase())?.name ?? id;

interface Known {
  readonly offers: readonly Offer[];
  readonly promotions: readonly Promotion[];
}

/** What is arranged for the next term, in words: product, seats, term, billing, promotion, early end. */
export function scheduledWords(t: TFunction, format: Format, scheduled: ScheduledChange, { offers, promotions }: Known): string {
  const { product, quantity, customTermEndsAt } = scheduled;
  const sku = `${product.productId}:${product.skuId}`;
  const parts = [
    ownOffer(offers, sku)?.title ?? sku,
    t('subscription.licenses', { count: quantity, shown: format.number(quantity) }),
    termWords(t, product.termDuration),
    t('subscription.billed', { cycle: billingWords(t, product.billingCycle).toLowerCase() }),
    ...(product.promotionId === undefined ? [] : [t('subscription.withPromotion', { name: promotionName(promotions, product.promotionId) })]),
    ...(customTermEndsAt === undefined ? [] : [t('subscription.endingOn', { date: format.date(customTermEndsAt) })]),
  ];
  return parts.join(', ');
}
