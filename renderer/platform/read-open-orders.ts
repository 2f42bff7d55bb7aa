import { openOrders } from '../../shared/domain/order/closing-orders.ts';
import type { OpenOrder } from '../../shared/domain/order/closing-orders.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';

/** The orders of the offline copy of which something could be cancelled at `now` (closing-orders.ts). */
export async function readOpenOrders(mirror: Pick<Mirror, 'orders' | 'subscriptions'>, now: () => Instant): Promise<readonly OpenOrder[]> {
  const everything = { text: '', limit: Infinity };
  const [orders, subscriptions] = await Promise.all([mirror.orders(everything), mirror.subscriptions(everything)]);
  return openOrders(orders, subscriptions, now());
}
