import { afterEach, describe, expect, it, vi } from 'vitest';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { endChoicesSetting, endRemindersSetting } from '../../../renderer/platform/read-ends.ts';
import { watchEnds } from '../../../renderer/sync/ending-watch.ts';
import type { EndNotice, EndingWatchParts } from '../../../renderer/sync/ending-watch.ts';
import { endKey } from '../../../shared/domain/renewal/choice.ts';
import { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { AccountId, CustomerTenantId } from '../../../shared/ids.ts';
import { plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import { account, start } from '../../unit/sync/sync-builders.ts';
import { customerId } from '../mirror/pull-tenant.ts';
import { openStore } from '../mirror/stores.ts';
import { RushClock } from './radar-desk.ts';

const day = 86_400;
const officina = CustomerTenantId.parse(customerId(0));
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).toReversed()) close();
});

/** A copy on this computer, the server's clock, and what was told when. Nothing here could reach a server. */
async function openDesk() {
  const clock = new RushClock();
  clock.isHeld = true;
  const [work, mirror] = await Promise.all([openWorkStore({ ...account, id: AccountId.parse(crypto.randomUUID()) }, clock), openStore()]);
  closing.push(() => work.close());
  const told: string[] = [];
  const bugs: unknown[] = [];
  const waking = new Set<() => void>();
  const wake = (): void => {
    for (const listener of waking) listener();
  };
  const dayOf = (): number => Math.round((Date.parse(clock.now()) - Date.parse(start)) / 8_640_000) / 10;
  const remind = (notice: EndNotice): void => {
    told.push(`day ${dayOf()}: ${notice.map(({ days, count }) => `${count} in ${days}`).join(', ')}`);
  };
  const listen = (listener: () => void) => {
    waking.add(listener);
    return () => waking.delete(listener);
  };
  let looks = 0;
  /** Ids of what the copy answered, of all looks. */
  const crossed = new Set<string>();
  const watch = (more: Partial<EndingWatchParts> = {}): (() => void) => {
    const counted = {
      subscribe: mirror.subscribe, skuInLists: mirror.skuInLists,
      subscriptions: async (query: Parameters<typeof mirror.subscriptions>[0]) => {
        looks += 1;
        const rows = await mirror.subscriptions(query);
        for (const { subscription } of rows) crossed.add(subscription.id);
        return rows;
      },
    };
    const report = (error: unknown): void => void bugs.push(error);
    const stop = watchEnds({ work, mirror: counted, clock, onResume: listen, onTimeSet: () => () => undefined, remind, report, ...more });
    closing.push(stop);
    return stop;
  };
  const read = async (ends: Readonly<Record<string, Instant>>, autoRenewEnabled = true): Promise<void> => {
    const subscriptions = Object.entries(ends).map(([id, endsAt]) => Subscription.parse({
      id, offerName: id, friendlyName: id, quantity: 1, status: 'active', autoRenewEnabled, termDuration: 'P1Y', billingCycle: 'annual', endsAt,
    }));
    await mirror.apply({ kind: 'subscriptions-read', customerId: officina, subscriptions, at: clock.now() });
  };
  /** Looks are one at a time: once another has begun and armed its timer, those before it are over, what they tell included. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 2; round += 1) {
      const before = looks;
      wake();
      await vi.waitFor(() => expect(looks).toBeGreaterThan(before), { interval: 1 });
    }
    await vi.waitFor(() => expect(clock.armed).toBe(1), { interval: 1 });
  };
  const goOn = async (seconds: number): Promise<void> => {
    clock.goOn(seconds);
    await settle();
  };
  return { clock, work, mirror, watch, read, crossed, told, bugs, wake, settle, goOn };
}
/** An end in the middle of a day: the hour the server names counts. */
const endIn = (days: number): Instant => plusSeconds(start, days * day);

describe('reminders of what ends undecided (story F35)', () => {
  it('come 90, 30, 7 and 1 days before in a walk over the days, one notice a day for all', async () => {
    const desk = await openDesk();
    await desk.read({ a: endIn(95), b: endIn(95), c: endIn(37) });
    desk.watch();
    await desk.settle();
    for (let passed = 0; passed < 96; passed += 1) await desk.goOn(day);
    expect(desk.told).toEqual([
      'day 0: 1 in 90', 'day 5: 2 in 90', 'day 7: 1 in 30', 'day 30: 1 in 7', 'day 36: 1 in 1', 'day 65: 2 in 30', 'day 88: 2 in 7',
      'day 94: 2 in 1',
    ]);
    expect(desk.bugs).toEqual([]);
  });

  it('ask the copy for nothing but what ends within the days that count', async () => {
    const desk = await openDesk();
    await desk.read({ near: endIn(80), past: endIn(-20), far: endIn(120), longPast: endIn(-40) });
    desk.watch();
    await desk.settle();
    expect([...desk.crossed].toSorted()).toEqual(['near', 'past']);
  });

  it('come by the timer alone, by the waking alone after a long sleep, and not again at the next start', async () => {
    const desk = await openDesk();
    await desk.read({ a: endIn(31.5) });
    const stop = desk.watch();
    await desk.settle();
    // a day of notices lasts twenty hours
    desk.clock.goOn(20 * 3600);
    await vi.waitFor(() => expect(desk.told).toEqual(['day 0: 1 in 90', 'day 0.8: 1 in 30']));
    await desk.goOn(28 * day);
    expect(desk.told.slice(2)).toEqual(['day 28.8: 1 in 7']);
    stop();
    desk.watch();
    await desk.settle();
    await desk.goOn(day);
    expect(desk.told.slice(3)).toEqual(['day 29.8: 1 in 1']);
  });

  it('do not come of what was decided, nor while they are switched off, and come once they are on', async () => {
    const desk = await openDesk();
    const choice = { choice: 'renew', at: start, endsAt: endIn(20) };
    await desk.work.saveSetting(endChoicesSetting, JSON.stringify({ [endKey('a', endIn(20))]: choice }));
    await desk.work.saveSetting(endRemindersSetting, 'off');
    await desk.read({ a: endIn(20), b: endIn(20) });
    desk.watch();
    desk.wake();
    await desk.work.saveSetting(endRemindersSetting, 'on');
    await vi.waitFor(() => expect(desk.told).toEqual(['day 0: 1 in 30']));
    await desk.goOn(30 * day);
    expect(desk.told).toHaveLength(1);
  });

  it('are not given where they could not be kept, and are given when they can be', async () => {
    const desk = await openDesk();
    await desk.read({ a: endIn(20) });
    let isFull = true;
    const saveSetting = async (name: string, value: string): Promise<void> => {
      if (isFull) throw new DOMException('disk full', 'QuotaExceededError');
      await desk.work.saveSetting(name, value);
    };
    desk.watch({ work: { setting: desk.work.setting, operations: desk.work.operations, watch: desk.work.watch, saveSetting } });
    await vi.waitFor(() => expect(desk.bugs.length).toBeGreaterThan(0));
    expect(desk.told).toEqual([]);
    isFull = false;
    desk.wake();
    await vi.waitFor(() => expect(desk.told).toEqual(['day 0: 1 in 30']));
  });
});
