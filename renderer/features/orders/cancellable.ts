import { cancellationWindow, timeLeft } from '../../../shared/domain/order/cancellation-window.ts';
import { isCancelled } from '../../../shared/domain/subscription/subscription.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import type { WindowShown } from '../../ui/window-words.tsx';
import type { BoughtLine } from './bought-lines.ts';
import { isUnderWay } from './order-work.ts';

/** A line of an order whose subscription was read, and where it stands between "can still be cancelled" and "is owed". */
export interface Cancellable extends WindowShown {
  readonly bought: BoughtLine;
  readonly canCancel: boolean;
}

/** The lines of an order whose subscriptions were read, by the server's own dates against the clock. */
export function cancellables(
  lines: readonly BoughtLine[], orderedAt: Instant | undefined, cancellations: readonly OperationOf<'cancel-subscription'>[], now: Instant,
): readonly Cancellable[] {
  return lines.flatMap((bought): Cancellable[] => {
    const { subscription } = bought;
    if (subscription === undefined) return [];
    const window = cancellationWindow(subscription, orderedAt);
    const left = window && timeLeft(window.until, now);
    const underWay = cancellations.find((one) => one.payload.subscriptionId === subscription.id && isUnderWay(one));
    const isOver = subscription.status.toLowerCase() !== 'active';
    const canCancel = !isOver && left !== undefined && underWay === undefined;
    return [{ bought, subscription, window, left, underWay, isOver, isCancelled: isCancelled(subscription), canCancel }];
  });
}

/** The base in the same order that takes a line with it. */
const baseOf = ({ bought, subscription }: Cancellable): string | undefined => bought.line.parentSubscriptionId ?? subscription.parentSubscriptionId;

/** Whether a line ends because its base was chosen. */
export const endsWithBase = (one: Cancellable, chosen: ReadonlySet<string>): boolean => {
  const base = baseOf(one);
  return base !== undefined && chosen.has(base);
};
