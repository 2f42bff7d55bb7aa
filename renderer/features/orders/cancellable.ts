import { cancellationWindow, timeLeft } from '../../../shared/domain/order/cancellation-window.ts';
import type { CancellationWindow, TimeLeft } from '../../../shared/domain/order/cancellation-window.ts';
import { isCancelled } from '../../../shared/domain/subscription/subscription.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import type { BoughtLine } from './bought-lines.ts';
import { isUnderWay } from './order-work.ts';

/** Where one line of an order stands between "can still be cancelled" and "is owed". */
export interface Cancellable {
  readonly bought: BoughtLine;
  readonly subscription: Subscription;
  readonly window: CancellationWindow | undefined;
  /** Undefined when the window is over or not known. */
  readonly left: TimeLeft | undefined;
  /** A cancellation that was confirmed here and is not at its end. */
  readonly underWay: OperationOf<'cancel-subscription'> | undefined;
  readonly isOver: boolean;
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
    const isOver = isCancelled(subscription) || subscription.status.toLowerCase() !== 'active';
    return [{ bought, subscription, window, left, underWay, isOver, canCancel: !isOver && left !== undefined && underWay === undefined }];
  });
}

/** The base in the same order that takes a line with it. */
const baseOf = ({ bought, subscription }: Cancellable): string | undefined => bought.line.parentSubscriptionId ?? subscription.parentSubscriptionId;

/** Whether a line ends because its base was chosen. */
export const endsWithBase = (one: Cancellable, chosen: ReadonlySet<string>): boolean => {
  const base = baseOf(one);
  return base !== undefined && chosen.has(base);
};
