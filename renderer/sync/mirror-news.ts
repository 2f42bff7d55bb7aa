import type { Mirror } from '../../shared/ports/mirror.ts';
import { mirrorUpdatesOf } from '../../shared/sync/mirror-updates.ts';
import type { Operation } from '../../shared/sync/operation.ts';

/**
 * Whether the offline copy never heard what a done operation did: the app was killed between the two. What the copy
 * knows already is never told again: the server may have told something newer since.
 */
export async function lacksNewsOf(mirror: Pick<Mirror, 'customer'>, operation: Operation): Promise<boolean> {
  for (const update of mirrorUpdatesOf(operation)) {
    if (update.kind === 'customer-created') return (await mirror.customer(update.row.id)) === undefined;
    if (update.kind === 'agreement-read') return !(await mirror.customer(update.customerId))?.agreement?.isAccepted;
    if (update.kind === 'orders-placed') {
      const known = (await mirror.customer(update.customerId))?.orders ?? [];
      return update.orders.some(({ id }) => !known.some((order) => order.id === id));
    }
  }
  return false;
}
