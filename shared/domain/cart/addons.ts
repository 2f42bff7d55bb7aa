import type { Offer } from '../catalogue/offer.ts';
import { skuKey } from '../catalogue/sku.ts';
import type { OrderReseller } from '../reseller/customer-reseller.ts';
import { isActiveSubscription } from '../subscription/subscription.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Result } from '../../result.ts';
import { err } from '../../result.ts';
import type { AddonBase, CartLine } from './cart-line.ts';
import { lineFrom } from './line-rules.ts';

/* Seats: an add-on has the limits of its own SKU and no others. The contract names none that comes from the base, and add-ons
   such as storage or minutes are counted in another unit than the base's users. The practice tenant holds the same. */

/** Whether an add-on fits a base with these ids. An add-on that names no base fits every one (list-skus, prerequisiteSkus). */
export function fitsBase(offer: Offer, productId: string, skuId: string): boolean {
  const key = skuKey(productId, skuId);
  return offer.prerequisiteSkus.length === 0 || offer.prerequisiteSkus.some((sku) => sku.toUpperCase() === key);
}

/** Whether the subscription can carry the add-on: active, no add-on itself, and of a fitting SKU (27009, 800029). */
export function isBaseSubscription(offer: Offer, subscription: Subscription): boolean {
  const [productId = '', skuId = ''] = subscription.offerId?.split(':') ?? [];
  return isActiveSubscription(subscription) && subscription.parentSubscriptionId === undefined && fitsBase(offer, productId, skuId);
}

/** What an add-on may be bought for: lines of the cart, then active subscriptions of the customer (create-cart-with-addons). */
export function addonBases(
  offer: Offer, lines: readonly CartLine[], subscriptions: readonly Subscription[],
): readonly AddonBase[] {
  if (!offer.isAddon) return [];
  return [
    ...lines
      .filter((line) => line.addonOf === undefined && fitsBase(offer, line.productId, line.skuId))
      .map((line) => ({ kind: 'line', lineId: line.id }) as const),
    ...subscriptions
      .filter((one) => isBaseSubscription(offer, one))
      .map((one) => ({ kind: 'subscription', subscriptionId: one.id, name: one.friendlyName }) as const),
  ];
}

const isSameBase = (a: AddonBase | undefined, b: AddonBase): boolean => {
  if (a === undefined) return false;
  if (a.kind === 'line') return b.kind === 'line' && a.lineId === b.lineId;
  return b.kind === 'subscription' && a.subscriptionId === b.subscriptionId;
};

/** The line that a base of the cart is. */
export const baseLineOf = (line: CartLine, lines: readonly CartLine[]): CartLine | undefined => {
  const { addonOf } = line;
  return addonOf?.kind === 'line' ? lines.find((other) => other.id === addonOf.lineId) : undefined;
};

/**
 * A new line for an add-on under its base: with the base's term and billing where they are offered, so that both are billed
 * and end together. The same add-on may stand under several bases; under one base only with different pairs.
 */
export function newAddonLine(
  offer: Offer, base: AddonBase, lines: readonly CartLine[], reseller: OrderReseller | undefined,
): Result<CartLine, 'already-in-cart' | 'no-terms' | 'wrong-base'> {
  const baseLine = base.kind === 'line' ? lines.find((line) => line.id === base.lineId) : undefined;
  const fits = base.kind === 'subscription'
    || (baseLine !== undefined && baseLine.addonOf === undefined && fitsBase(offer, baseLine.productId, baseLine.skuId));
  if (!offer.isAddon || !fits) return err('wrong-base');
  const made = lineFrom(offer, { lines, same: lines.filter((line) => isSameBase(line.addonOf, base)), reseller, like: baseLine });
  return made.ok ? { ok: true, value: { ...made.value, addonOf: base } } : made;
}

/** The add-ons that hang on a line. */
export const addonsOf = (lines: readonly CartLine[], id: number): CartLine[] =>
  lines.filter(({ addonOf }) => addonOf?.kind === 'line' && addonOf.lineId === id);

/** The lines without one: a base takes its add-ons along, for they cannot be bought without it. */
export const withoutLine = (lines: readonly CartLine[], id: number): CartLine[] => {
  const gone = new Set([id, ...addonsOf(lines, id).map((line) => line.id)]);
  return lines.filter((line) => !gone.has(line.id));
};

/** The lines as they are shown and sent: each add-on right after its base. Nothing is left out. */
export function linesInOrder(lines: readonly CartLine[]): CartLine[] {
  const isUnderLine = (line: CartLine): boolean => baseLineOf(line, lines)?.addonOf === undefined && baseLineOf(line, lines) !== undefined;
  return lines.filter((line) => !isUnderLine(line)).flatMap((line) => [line, ...addonsOf(lines, line.id).filter(isUnderLine)]);
}
