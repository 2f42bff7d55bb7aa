import { z } from 'zod';
import { closingOrders } from '../../shared/domain/order/closing-orders.ts';
import type { ClosingOrder, OpenOrder } from '../../shared/domain/order/closing-orders.ts';
import { Instant, isBefore, plusSeconds } from '../../shared/instant.ts';
import { readKept } from '../../shared/kept-json.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { watchMoments } from './moment-watch.ts';

export interface ClosingWatchParts {
  readonly work: Pick<WorkStore, 'setting' | 'saveSetting'>;
  readonly mirror: Pick<Mirror, 'openOrders' | 'subscribe'>;
  /** The server's. */
  readonly clock: Clock;
  readonly onResume: (listener: () => void) => () => void;
  /** The server's clock was found to be another than was thought. */
  readonly onTimeSet: (listener: () => void) => () => void;
  readonly remind: (order: ClosingOrder, now: Instant) => void;
  readonly report: (error: unknown) => void;
}

const remindedSetting = 'orders.reminded';
const remindHours = 24;
/** Longer than any window: what is forgotten cannot come again, a renewal of the same order a term later can. */
const rememberedSeconds = 20 * 86_400;

const Reminded = z.record(z.string(), Instant);

/** When the next window comes under the hours of a reminder; undefined while none will. */
function nextMoment(orders: readonly OpenOrder[], now: Instant): Instant | undefined {
  return orders
    .flatMap(({ windows }) => windows.map(({ until }) => plusSeconds(until, -remindHours * 3600)))
    .filter((moment) => isBefore(now, moment))
    .toSorted()[0];
}

/**
 * Reminds once of each order whose cancellation window has come under 24 hours (failure story F23): at that moment, or, where the
 * computer slept or the app was closed then, at the next waking or start while the window is open. It reads the offline copy
 * alone. Returns the way to stop.
 */
export function watchClosingOrders({ work, mirror, clock, onResume, onTimeSet, remind, report }: ClosingWatchParts): () => void {
  return watchMoments({
    clock, report, causes: [(ask) => mirror.subscribe((topics) => topics.includes('orders') && ask()), onResume, onTimeSet],
    look: async ({ again, isOver }) => {
      const open = await mirror.openOrders(clock.now());
      const before = readKept(Reminded, await work.setting(remindedSetting)) ?? {};
      if (isOver()) return;
      const now = clock.now();
      // named before anything can fail: what could not be kept is tried again then
      again(nextMoment(open, now));
      const due = closingOrders(open, now, remindHours).filter(({ orderId }) => before[orderId] === undefined);
      if (due.length === 0) return;
      const kept = Object.entries(before).filter(([, at]) => isBefore(now, plusSeconds(at, rememberedSeconds)));
      // kept first: a reminder that is lost with the app is better than one that comes at each start
      await work.saveSetting(remindedSetting, JSON.stringify(Object.fromEntries([...kept, ...due.map(({ orderId }) => [orderId, now])])));
      for (const order of due) remind(order, now);
    },
  });
}
