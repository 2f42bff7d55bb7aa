import { isBefore, plusSeconds } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { isActiveSubscription } from '../subscription/subscription.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { cancellationWindow } from './cancellation-window.ts';
import type { CancellationWindow } from './cancellation-window.ts';
import type { Order } from './order.ts';

/** An order as it is listed, for whom. */
export interface NamedOrder {
  readonly order: Order;
  readonly customerName: string;
}

/** A subscription of the copy, and whose it is. */
export interface OwnedSubscription {
  readonly subscription: Subscription;
  readonly customerId: string;
}

/** The windows of an order's lines that were open when it was looked at, the first to end first. */
export interface OpenOrder {
  readonly orderId: string;
  readonly customerName: string;
  readonly windows: readonly CancellationWindow[];
}

/** An order of which something must be cancelled soon, or its whole term is owed. */
export interface ClosingOrder {
  readonly orderId: string;
  readonly customerName: string;
  readonly window: CancellationWindow;
}

/** They give back or end what another order bought (reference, orderLineTransactionType). */
const givingBack: ReadonlySet<string> = new Set(['cancel', 'removequantity', 'customercredit']);

const keyOf = (customerId: string, subscriptionId: string): string => `${customerId} ${subscriptionId}`.toLowerCase();
const isOrderOver = ({ status }: Order): boolean => ['cancelled', 'canceled'].includes(status.toLowerCase());

/**
 * The orders of which something can still be cancelled, by the dates of their subscriptions. A line whose subscription was not
 * read, or has no date, is counted from its order, as an estimate. What is cancelled or not active is left out.
 */
export function openOrders(orders: readonly NamedOrder[], subscriptions: readonly OwnedSubscription[], now: Instant): readonly OpenOrder[] {
  const known = new Map(subscriptions.map(({ customerId, subscription }) => [keyOf(customerId, subscription.id), subscription]));
  const windowOf = (order: Order, { subscriptionId, transactionType }: Order['lines'][number]): CancellationWindow | undefined => {
    if (givingBack.has((transactionType ?? '').toLowerCase())) return undefined;
    const subscription = subscriptionId === undefined ? undefined : known.get(keyOf(order.customerId, subscriptionId));
    if (subscription !== undefined && !isActiveSubscription(subscription)) return undefined;
    return cancellationWindow(subscription, order.createdAt);
  };
  return orders.filter(({ order }) => !isOrderOver(order)).flatMap(({ order, customerName }): OpenOrder[] => {
    const windows = order.lines.flatMap((line) => windowOf(order, line) ?? []).filter(({ until }) => isBefore(now, until));
    if (windows.length === 0) return [];
    return [{ orderId: order.id, customerName, windows: windows.toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until)) }];
  });
}

/**
 * Those of them that have a window which is still open and ends within so many hours, each with its next end, the first to end
 * first. Hours are counted between moments: no zone and no change of the clocks shortens them (failure story F23).
 */
export function closingOrders(orders: readonly OpenOrder[], now: Instant, withinHours: number): readonly ClosingOrder[] {
  const limit = plusSeconds(now, withinHours * 3600);
  return orders
    .flatMap(({ orderId, customerName, windows }): ClosingOrder[] => {
      const window = windows.find(({ until }) => isBefore(now, until));
      return window === undefined || isBefore(limit, window.until) ? [] : [{ orderId, customerName, window }];
    })
    .toSorted((a, b) => Date.parse(a.window.until) - Date.parse(b.window.until));
}
