import { afterEach, describe, expect, it } from 'vitest';
import { changeChoice } from '../../../renderer/data/work/briefcase-choice.ts';
import { failure } from '../../../shared/contract/failure.ts';
import { withoutItem } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import { customerParts } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import type { BriefcaseQuery, CustomerParts } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import { isActiveSubscription } from '../../../shared/domain/subscription/subscription.ts';
import { PartnerId } from '../../../shared/ids.ts';
import type { ResellerRow } from '../../../shared/ports/mirror.ts';
import { BriefcaseDesk, isDone, whenRun } from './briefcase-desk.ts';

const desks: BriefcaseDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
async function openDesk(): Promise<{ readonly desk: BriefcaseDesk; readonly own: ResellerRow }> {
  const desk = await BriefcaseDesk.open();
  desks.push(desk);
  return { desk, own: await desk.reseller() };
}
const of = ({ id }: ResellerRow): BriefcaseQuery => ({ resellerIds: [id], customerIds: [] });
const isWhole = ({ readAt }: CustomerParts): boolean => customerParts.every((part) => readAt[part] !== undefined);
const kinds = ['read-customer', 'list-subscriptions', 'list-orders', 'read-agreement-state', 'read-qualifications'] as const;
const timesOf = (desk: BriefcaseDesk): readonly number[] => kinds.map((call) => desk.times(call));

describe('what is taken along', () => {
  it('is read whole, once each, with its resellers and countries, and nothing that is fresh is read again', async () => {
    const { desk, own } = await openDesk();
    const { mirror, clock } = desk;
    const window = await desk.window();
    await desk.take(window, own);
    const count = own.customerCount;
    expect(await whenRun(window, isDone)).toMatchObject({ total: count, done: count, unread: [] });
    expect(timesOf(desk)).toEqual(kinds.map(() => count));
    const { customers, markets, others } = await mirror.briefcase(of(own));
    expect(customers.filter((one) => !isWhole(one))).toEqual([]);
    expect(customers.every(({ bytes }) => bytes > 200)).toBe(true);
    expect(desk.times('read-support-contact')).toBe(customers.reduce((sum, one) => sum + one.subscriptions, 0));
    const running = (await mirror.subscriptions({ text: '', limit: Infinity })).filter(({ subscription }) => isActiveSubscription(subscription));
    expect(desk.times('read-transitions')).toBe(running.length);
    const upgrades = await Promise.all(customers.map(async ({ id }) => Object.values((await mirror.customer(id))?.upgrades ?? {})));
    expect(upgrades.flat().filter(({ targets }) => targets.scheduled.length > 0).length).toBeGreaterThan(0);
    expect(markets.map(({ country, catalogue, priceList }) => [country, (catalogue?.bytes ?? 0) > 1000, (priceList?.bytes ?? 0) > 1000]))
      .toEqual([[own.location, true, true]]);
    expect(others).toEqual({ customers: 0, bytes: 0 });
    const [verdict] = await window.work.partnerships.verdictsOf(PartnerId.parse(own.partnerId));
    expect(verdict).toMatchObject({ checkedAt: clock.now() });
    const before = desk.asked.length;
    clock.goOn(60);
    await window.briefcase.readNow();
    await whenRun(window, ({ startedAt, state }) => state === 'done' && startedAt === clock.now());
    expect(desk.asked).toHaveLength(before);
  });

  it('is read again by itself once it is no longer fresh: what changes daily sooner than the rest', async () => {
    const { desk, own } = await openDesk();
    const window = await desk.window();
    await desk.take(window, own);
    await whenRun(window, isDone);
    const contacts = desk.times('read-support-contact');
    await desk.armed();
    desk.clock.goOn(6 * 3600);
    await whenRun(window, ({ startedAt, state }) => state === 'done' && startedAt === desk.clock.now());
    const count = own.customerCount;
    expect(timesOf(desk)).toEqual([2 * count, 2 * count, 2 * count, count, count]);
    expect([desk.times('read-support-contact'), desk.times('check-reseller')]).toEqual([contacts, 1]);
    await desk.armed();
    desk.clock.goOn(6 * 3600);
    await whenRun(window, ({ startedAt, state }) => state === 'done' && startedAt === desk.clock.now());
    // once for the lists of the start, once because they are half a day old
    expect(desk.pulls).toBe(2);
  });

  it('goes on after the app was killed with what was not read yet', async () => {
    const { desk, own } = await openDesk();
    const first = await desk.window();
    const killed = Promise.withResolvers<void>();
    desk.before = ({ call }) => {
      if (call !== 'list-orders' || desk.times('list-orders') < 3) return undefined;
      desk.kill(first);
      killed.resolve();
      return undefined;
    };
    await desk.take(first, own);
    await killed.promise;
    desk.before = () => undefined;
    const second = await desk.window();
    const run = await whenRun(second, isDone);
    expect(run).toMatchObject({ total: own.customerCount, done: own.customerCount });
    expect((await desk.mirror.briefcase(of(own))).customers.every(isWhole)).toBe(true);
    // only what was under way is asked for again
    expect([desk.times('read-customer'), desk.times('list-orders')]).toEqual([own.customerCount, own.customerCount + 1]);
  });

  it('waits out the pause the server asks for, keeps what came before it, and asks nothing meanwhile', async () => {
    const { desk, own } = await openDesk();
    const window = await desk.window();
    let held = 0;
    desk.before = async ({ call }) => {
      if (call === 'list-orders' && desk.times('list-orders') === 2) {
        await fetch(`${desk.practice.url}/_practice/faults`, {
          method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'throttle', retryAfter: 40 }),
        });
        held = desk.asked.length;
      }
      return undefined;
    };
    await desk.take(window, own);
    const run = await whenRun(window, ({ state }) => state === 'waiting');
    expect(run).toMatchObject({ failure: { code: 'throttled' }, phase: 'customers', done: 1 });
    const { customers } = await desk.mirror.briefcase(of(own));
    expect(customers.filter(({ readAt }) => readAt.subscriptions !== undefined)).toHaveLength(2);
    await desk.armed();
    desk.clock.goOn(39);
    expect(desk.asked).toHaveLength(held);
    desk.clock.goOn(1);
    await whenRun(window, isDone);
    expect(desk.times('list-orders')).toBe(own.customerCount + 1);
    expect(desk.times('read-customer')).toBe(own.customerCount);
  });

  it('can be stopped, stays stopped over a restart, and goes on when asked', async () => {
    const { desk, own } = await openDesk();
    const first = await desk.window();
    desk.before = ({ call }) => {
      if (call === 'list-orders' && desk.times(call) === 2) first.briefcase.stop();
      return undefined;
    };
    await desk.take(first, own);
    const stopped = await whenRun(first, ({ state }) => state === 'stopped');
    expect(stopped.failure).toBeUndefined();
    expect(stopped.done).toBeLessThan(own.customerCount);
    const asked = desk.asked.length;
    await first.briefcase.close();
    const second = await desk.window();
    await desk.armed();
    desk.clock.goOn(3 * 3600);
    expect([second.briefcase.run()?.state, desk.asked.length]).toEqual(['stopped', asked]);
    await second.briefcase.readNow();
    await whenRun(second, isDone);
    expect((await desk.mirror.briefcase(of(own))).customers.every(isWhole)).toBe(true);
  });

  it('is read but for what is refused: one customer does not stop the others, and the part is named', async () => {
    const { desk, own } = await openDesk();
    const window = await desk.window();
    const [bad] = (await desk.mirror.briefcase(of(own))).customers;
    desk.before = ({ call, customerId }) =>
      customerId === bad?.id && call === 'list-orders' ? { outcome: 'refused', failure: failure('role-missing') } : undefined;
    await desk.take(window, own);
    const run = await whenRun(window, isDone);
    expect(run.unread).toMatchObject([{ customerId: bad?.id, part: 'orders', failure: { code: 'role-missing' } }]);
    const { customers } = await desk.mirror.briefcase(of(own));
    expect(customers.filter((one) => !isWhole(one)).map(({ id }) => id)).toEqual([bad?.id]);
    expect(customers.find(({ id }) => id === bad?.id)?.readAt).not.toHaveProperty('orders');
  });

  it('names no part as unread that was read after all, in the same reading', async () => {
    const { desk, own } = await openDesk();
    const window = await desk.window();
    const [bad, next] = (await desk.mirror.briefcase(of(own))).customers;
    if (bad === undefined || next === undefined) throw new Error('no customers');
    let isRefused = false;
    desk.before = async ({ call, customerId }) => {
      if (!isRefused && customerId === bad.id && call === 'list-orders') {
        isRefused = true;
        return { outcome: 'refused', failure: failure('role-missing') };
      }
      // another choice: the reading goes on with it
      if (isRefused && customerId !== bad.id && call === 'read-customer') {
        desk.before = () => undefined;
        await changeChoice(window.work, (choice) => [...choice, { kind: 'customer', id: next.id, name: next.name, at: desk.clock.now() }]);
      }
      return undefined;
    };
    await desk.take(window, own);
    expect((await whenRun(window, isDone)).unread).toEqual([]);
    expect([desk.times('list-orders', bad.id), isRefused]).toEqual([2, true]);
  });

  it('stops where the account is refused, and tries again by itself', async () => {
    const { desk, own } = await openDesk();
    const window = await desk.window();
    desk.before = () => ({ outcome: 'refused', failure: failure('program-not-active') });
    await desk.take(window, own);
    expect((await whenRun(window, ({ state }) => state === 'stopped')).failure?.code).toBe('program-not-active');
    expect(desk.asked).toHaveLength(1);
    desk.before = () => undefined;
    await desk.armed();
    desk.clock.goOn(30 * 60);
    await whenRun(window, isDone);
  });

  it('is chosen offline and read once there is a network; what is taken out of it is left alone', async () => {
    const { desk, own } = await openDesk();
    desk.setOnline(false);
    const window = await desk.window();
    await desk.take(window, own);
    const waiting = await whenRun(window, ({ state }) => state === 'waiting');
    expect([waiting.failure?.code, desk.asked.length]).toEqual(['offline', 0]);
    desk.setOnline(true);
    await whenRun(window, isDone);
    await changeChoice(window.work, (choice) => withoutItem(choice, own));
    const nothing = { resellerIds: [], customerIds: [] };
    const { others } = await desk.mirror.briefcase(nothing);
    expect(others.customers).toBe(own.customerCount);
    expect(await desk.mirror.lightenOthers(of(own))).toBe(0);
    expect(await desk.mirror.lightenOthers(nothing)).toBe(own.customerCount);
    const left = await desk.mirror.briefcase(of(own));
    expect(left.customers.map(({ readAt }) => Object.keys(readAt).toSorted())).toEqual(left.customers.map(() => ['agreement', 'detail']));
    expect(left.others.bytes).toBe(0);
    expect(others.bytes).toBeGreaterThan(2 * left.customers.reduce((sum, { bytes }) => sum + bytes, 0));
  });
});
