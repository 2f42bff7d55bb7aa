import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { skuKey, skuOf } from '../../../shared/domain/catalogue/sku.ts';
import type { Order } from '../../../shared/domain/order/order.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';

export type OrderLine = Order['lines'][number];

/** A line of an order with what is known of it. */
export interface BoughtLine {
  readonly line: OrderLine;
  /** An add-on of another line of the same order: it stands under that. */
  readonly isUnder: boolean;
  readonly subscription: Subscription | undefined;
  /** As it was confirmed here, when the order is ours. */
  readonly confirmed: CartLine | undefined;
}

function confirmedOf(line: OrderLine, order: Order, placer: OperationOf<'place-order'> | undefined): CartLine | undefined {
  if (placer?.state.name !== 'done' || placer.state.result.kind !== 'place-order') return undefined;
  const ours = placer.state.result.lines.filter((one) => one.state === 'ordered').filter(({ orderId }) => orderId === order.id);
  const lineOf = (id: number): CartLine | undefined => placer.payload.lines.find((one) => one.id === id);
  const exact = ours.find(({ subscriptionId }) => subscriptionId !== undefined && subscriptionId === line.subscriptionId);
  if (exact !== undefined) return lineOf(exact.lineId);
  const alike = ours.flatMap(({ lineId }) => lineOf(lineId) ?? []).filter(({ productId, skuId, quantity, termDuration }) =>
    skuKey(productId, skuId) === skuOf(line.offerId) && quantity === line.quantity && termDuration === line.termDuration);
  // two alike at different prices: nobody can tell which of them it was
  return alike.length === 1 ? alike[0] : undefined;
}

/** The lines of an order, each add-on under its base. */
export function boughtLines(
  order: Order, subscriptions: readonly Subscription[], placer: OperationOf<'place-order'> | undefined,
): readonly BoughtLine[] {
  const bought = order.lines.map((line): BoughtLine => {
    const subscription = subscriptions.find(({ id }) => id === line.subscriptionId);
    const parent = line.parentSubscriptionId ?? subscription?.parentSubscriptionId;
    const isUnder = parent !== undefined && order.lines.some(({ subscriptionId }) => subscriptionId === parent);
    return { line, isUnder, subscription, confirmed: confirmedOf(line, order, placer) };
  });
  const parentOf = ({ line, subscription }: BoughtLine): string | undefined => line.parentSubscriptionId ?? subscription?.parentSubscriptionId;
  return bought.filter(({ isUnder }) => !isUnder).flatMap((base) =>
    [base, ...bought.filter((one) => one.isUnder && parentOf(one) === base.line.subscriptionId)]);
}
