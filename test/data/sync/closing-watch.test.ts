import { afterEach, describe, expect, it, vi } from 'vitest';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { watchClosingOrders } from '../../../renderer/sync/closing-watch.ts';
import type { ClosingWatchParts } from '../../../renderer/sync/closing-watch.ts';
import { Order } from '../../../shared/domain/order/order.ts';
import { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { AccountId, CustomerTenantId } from '../../../shared/ids.ts';
import { plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import { account, start } from '../../unit/sync/sync-builders.ts';
import { customerId } from '../mirror/pull-tenant.ts';
import { openStore } from '../mirror/stores.ts';
import { RushClock } from './radar-desk.ts';

const hour = 3600;
const officina = CustomerTenantId.parse(customerId(0));
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).toReversed()) close();
});

/** A copy on this computer, and who is reminded. There is nothing here that could reach a server. */
async function openDesk() {
  const clock = new RushClock();
  clock.isHeld = true;
  const [work, mirror] = await Promise.all([
    openWorkStore({ ...account, id: AccountId.parse(crypto.randomUUID()) }, clock), openStore(),
  ]);
  closing.push(() => work.close());
  const reminded: string[] = [];
  const bugs: unknown[] = [];
  const waking = new Set<() => void>();
  const ends = new Map<string, Instant>();
  const watch = (more: Partial<ClosingWatchParts> = {}): (() => void) => {
    const stop = watchClosingOrders({
      work, mirror, clock,
      onResume: (listener) => {
        waking.add(listener);
        return () => waking.delete(listener);
      },
      onTimeSet: () => () => undefined,
      remind: ({ orderId }) => void reminded.push(orderId),
      report: (error) => void bugs.push(error),
      ...more,
    });
    closing.push(stop);
    return stop;
  };
  /** An order whose window ends then, as it was read. */
  const bought = async (id: string, until: Instant): Promise<void> => {
    ends.set(id, until);
    const line = { lineNumber: 0, offerId: 'o', friendlyName: id, quantity: 1 };
    const subscriptions = [...ends].map(([one, cancellableUntil]) => Subscription.parse({
      id: one, offerName: one, friendlyName: one, quantity: 1, status: 'active', autoRenewEnabled: true, cancellableUntil,
    }));
    const orders = [...ends.keys()].map((one) => Order.parse({
      id: one, customerId: officina, billingCycle: 'monthly', status: 'completed', lines: [{ ...line, subscriptionId: one }],
    }));
    await mirror.apply({ kind: 'subscriptions-read', customerId: officina, subscriptions, at: clock.now() });
    await mirror.apply({ kind: 'orders-read', customerId: officina, orders, at: clock.now() });
  };
  const resume = (): void => {
    for (const listener of waking) listener();
  };
  const expectReminded = (...ids: readonly string[]): Promise<void> => vi.waitFor(() => expect(reminded).toEqual(ids));
  return { clock, work, mirror, watch, bought, resume, reminded, bugs, expectReminded };
}

/** Reminders come in order: once that of another order is there, one that came twice would be too. */
async function expectNoMore(desk: Awaited<ReturnType<typeof openDesk>>): Promise<void> {
  const before = [...desk.reminded];
  await desk.bought('sentinel', plusSeconds(desk.clock.now(), hour));
  await desk.expectReminded(...before, 'sentinel');
}

describe('the reminder of a window that ends (story F23)', () => {
  it('comes although the copy could not be read for a while', async () => {
    const desk = await openDesk();
    await desk.bought('order-1', plusSeconds(start, 12 * hour));
    let isDown = true;
    const openOrders: typeof desk.mirror.openOrders = async (...query) => {
      if (isDown) throw new Error('The store is down');
      return desk.mirror.openOrders(...query);
    };
    desk.watch({ mirror: { openOrders, subscribe: () => () => undefined } });
    await vi.waitFor(() => expect(desk.clock.armed).toBe(1));
    expect([desk.bugs.length, desk.reminded]).toEqual([1, []]);
    isDown = false;
    desk.clock.goOn(600);
    await desk.expectReminded('order-1');
  });

  it('comes at the very moment 24 hours are left, once', async () => {
    const desk = await openDesk();
    await desk.bought('order-1', plusSeconds(start, 30 * hour));
    desk.watch();
    await vi.waitFor(() => expect(desk.clock.armed).toBe(1));
    desk.clock.goOn(6 * hour - 1);
    expect(desk.clock.armed).toBe(1);
    expect(desk.reminded).toEqual([]);
    desk.clock.goOn(1);
    await desk.expectReminded('order-1');
    desk.clock.goOn(hour);
    desk.resume();
    await expectNoMore(desk);
    expect(desk.bugs).toEqual([]);
  });

  it('comes once when the computer wakes up after that moment, though its timer rings too', async () => {
    const desk = await openDesk();
    await desk.bought('order-1', plusSeconds(start, 30 * hour));
    desk.watch();
    await vi.waitFor(() => expect(desk.clock.armed).toBe(1));
    desk.clock.goOn(20 * hour);
    desk.resume();
    await desk.expectReminded('order-1');
    desk.resume();
    await expectNoMore(desk);
  });

  it('comes by the waking alone, where timers stood still', async () => {
    const desk = await openDesk();
    await desk.bought('order-1', plusSeconds(start, 30 * hour));
    const armed: Instant[] = [];
    const clock = {
      now: () => desk.clock.now(),
      at: (moment: Instant) => {
        armed.push(moment);
        return () => undefined;
      },
    };
    desk.watch({ clock });
    await vi.waitFor(() => expect(armed).toEqual([plusSeconds(start, 6 * hour)]));
    desk.clock.goOn(20 * hour);
    desk.resume();
    await desk.expectReminded('order-1');
    await expectNoMore(desk);
  });

  it('comes at the next start where the app was closed then, and not again at the one after', async () => {
    const desk = await openDesk();
    await desk.bought('order-1', plusSeconds(start, 10 * hour));
    const stop = desk.watch();
    await desk.expectReminded('order-1');
    stop();
    desk.watch();
    await expectNoMore(desk);
  });

  it('does not come once the window is over', async () => {
    const desk = await openDesk();
    await desk.bought('order-1', plusSeconds(start, 30 * hour));
    desk.watch();
    await vi.waitFor(() => expect(desk.clock.armed).toBe(1));
    desk.clock.goOn(30 * hour);
    desk.resume();
    await expectNoMore(desk);
    expect(desk.reminded).toEqual(['sentinel']);
  });

  it('is not given where it could not be kept, and is given when it can be', async () => {
    const desk = await openDesk();
    await desk.bought('order-1', plusSeconds(start, 10 * hour));
    let isFull = true;
    const work = {
      setting: desk.work.setting,
      saveSetting: async (name: string, value: string) => {
        if (isFull) throw new DOMException('disk full', 'QuotaExceededError');
        await desk.work.saveSetting(name, value);
      },
    };
    desk.watch({ work });
    await vi.waitFor(() => expect(desk.bugs).toHaveLength(1));
    expect(desk.reminded).toEqual([]);
    isFull = false;
    desk.resume();
    await desk.expectReminded('order-1');
  });

  it('begins anew where what was kept cannot be read', async () => {
    const desk = await openDesk();
    await desk.work.saveSetting('orders.reminded', '{');
    await desk.bought('order-1', plusSeconds(start, 10 * hour));
    desk.watch();
    await desk.expectReminded('order-1');
    expect(desk.bugs).toEqual([]);
  });
});
