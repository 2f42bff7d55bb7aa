import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { MirrorStore } from '../../../renderer/data/mirror/mirror-store.ts';
import { watchPartnerships } from '../../../renderer/sync/partnership-watch.ts';
import type { Connectivity } from '../../../shared/contract/contract.ts';
import { failure } from '../../../shared/contract/failure.ts';
import { RequestedReseller } from '../../../shared/domain/partnership/request.ts';
import { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { AccountId, newPartnershipRequestId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { WorkStore } from '../../../shared/ports/work-store.ts';
import { err, ok } from '../../../shared/result.ts';
import { account } from '../../unit/sync/sync-builders.ts';
import { openStore } from '../mirror/stores.ts';
import { RushClock } from './radar-desk.ts';

const partnerId = '4000001';
const idOf = (number: number): string => `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const listed = (...numbers: readonly number[]): readonly Reseller[] =>
  numbers.map((number) => Reseller.parse({
    id: idOf(number), name: `Reseller ${number}`, partnerId: String(4_000_000 + number), state: 'Active', location: 'IT',
  }));

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A desk whose server answers `list` to whoever reads it. */
class WatchDesk {
  /** Goes on by itself to the next reading, until the list was read so many times. */
  readonly clock: RushClock;
  holdAfter = 0;
  readonly #wanted = new Set<() => void>();
  readonly connectivity = createStore<Connectivity>(() => ({ isOnline: true, reason: 'online' }));
  readonly seen = createStore(() => ({ isVisible: true }));
  readonly bugs: unknown[] = [];
  list: readonly Reseller[] = listed(1);
  isRefused = false;
  isFull = false;
  readonly readings: Instant[] = [];
  readonly work: WorkStore;
  readonly mirror: MirrorStore;

  constructor(work: WorkStore, mirror: MirrorStore, clock: RushClock) {
    this.clock = clock;
    this.work = work;
    this.mirror = mirror;
  }

  /** What the watch is to work with; `status` may be another one, as while a pull runs. */
  start(status: MirrorStore['status'] = this.mirror.status): void {
    const { work, mirror, clock, connectivity, seen } = this;
    const stop = watchPartnerships({
      work, clock, connectivity,
      mirror: { status, resellers: () => mirror.resellers(), subscribe: (listener) => mirror.subscribe(listener) },
      pull: { refreshResellers: () => this.read() },
      visibility: { isVisible: () => seen.getState().isVisible, subscribe: (listener) => seen.subscribe(listener) },
      report: (error) => void this.bugs.push(error),
    });
    closing.push(stop);
  }

  readonly read = async (): ReturnType<Parameters<typeof watchPartnerships>[0]['pull']['refreshResellers']> => {
    this.readings.push(this.clock.now());
    this.clock.isHeld = this.readings.length >= this.holdAfter;
    for (const look of this.#wanted) look();
    if (this.isRefused) return err(failure('throttled'));
    if (this.isFull) throw new DOMException('disk full', 'QuotaExceededError');
    await this.mirror.replaceResellers(this.list, this.clock.now());
    return ok(undefined);
  };

  async request(): Promise<void> {
    const reseller = RequestedReseller.parse({ name: 'Reseller 2', email: 'a@due.example', language: 'it', partnerId: '4000002' });
    const [made] = await this.work.partnerships.prepare([{ reseller, subject: 's', body: 'b', remindAfterDays: 7, expiresAfterDays: 30 }]);
    await this.work.partnerships.advance(made?.id ?? newPartnershipRequestId(), { name: 'sent' });
  }

  async removal(): Promise<void> {
    const [one] = listed(1);
    if (one === undefined) throw new Error('no reseller');
    const impact = { customers: 0, subscriptions: 0, supportContacts: 0, drafts: 0, operations: 0 };
    const made = await this.work.partnerships.attestRemoval({ resellerId: one.id, name: one.name, partnerId, points: [], impact });
    await this.work.partnerships.advanceRemoval(made.id, { name: 'portal-opened' });
  }

  /** Resolves when the store says so. */
  async until(isSo: () => Promise<boolean>): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = this.work.watch(isSo, (yes) => yes && resolve());
    await promise.finally(stop);
  }

  /** Lets time go on until the list was read so many times in all. */
  async readTimes(count: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = (): void => {
      if (this.readings.length >= count) resolve();
    };
    this.#wanted.add(look);
    this.holdAfter = count;
    this.clock.release();
    look();
    await promise.finally(() => this.#wanted.delete(look));
  }
  gaps(): readonly number[] {
    return this.readings.slice(1).map((at, index) => (Date.parse(at) - Date.parse(this.readings[index] ?? at)) / 1000);
  }
}

/** Enough turns for whatever is under way to show itself, for tests that something does not happen. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function open(): Promise<WatchDesk> {
  const owner = { ...account, id: AccountId.parse(crypto.randomUUID()) };
  const clock = new RushClock();
  clock.isHeld = true;
  const desk = new WatchDesk(await openWorkStore(owner, clock), await openStore(), clock);
  closing.push(async () => {
    if (desk.bugs.length > 0) throw new AggregateError(desk.bugs, 'told as bugs');
  });
  return desk;
}

describe('comparing', () => {
  it('notices each list once, whoever read it', async () => {
    const desk = await open();
    await desk.mirror.replaceResellers(listed(1), desk.clock.now());
    desk.start();
    await desk.until(async () => (await desk.work.partnerships.sightings()).length === 1);
    await desk.request();
    desk.clock.goOn(60);
    await desk.mirror.replaceResellers(listed(2), desk.clock.now());
    await desk.until(async () => (await desk.work.partnerships.requests())[0]?.state === 'accepted');
    const sightings = await desk.work.partnerships.sightings();
    expect(sightings.map(({ id, goneAt }) => [id, goneAt])).toEqual([[idOf(1), desk.clock.now()], [idOf(2), undefined]]);
  });

  it('says nothing of a list that was never read, and leaves one alone that a pull is bringing', async () => {
    const desk = await open();
    desk.start(async () => {
      const status = await desk.mirror.status();
      return { ...status, pull: { collection: 'resellers', done: 0, startedAt: desk.clock.now() } };
    });
    await desk.mirror.replaceResellers(listed(1), desk.clock.now());
    await settled();
    expect(await desk.work.partnerships.sightings()).toEqual([]);
    expect(desk.readings).toEqual([]);
  });
});

describe('reading the list by itself', () => {
  it('does not while nothing in it is waited for', async () => {
    const desk = await open();
    desk.start();
    await desk.mirror.replaceResellers(listed(1), desk.clock.now());
    await desk.until(async () => (await desk.work.partnerships.sightings()).length === 1);
    desk.clock.release();
    await settled();
    expect([desk.readings, desk.clock.armed]).toEqual([[], 0]);
  });

  it('every half hour for a request that was sent, until it is accepted', async () => {
    const desk = await open();
    await desk.request();
    desk.start();
    await desk.readTimes(5);
    expect(desk.gaps()).toEqual([1800, 1800, 1800, 1800]);
    desk.list = listed(1, 2);
    await desk.readTimes(6);
    await desk.until(async () => (await desk.work.partnerships.requests())[0]?.state === 'accepted');
    await vi.waitFor(() => expect(desk.clock.armed).toBe(0));
    desk.clock.release();
    await settled();
    expect([desk.readings.length, desk.clock.armed]).toEqual([6, 0]);
  });

  it('every two minutes in the hour after the portal was opened, then every half hour, until the reseller is gone', async () => {
    const desk = await open();
    await desk.removal();
    desk.start();
    await desk.readTimes(34);
    const gaps = desk.gaps();
    expect(new Set(gaps.slice(0, 29))).toEqual(new Set([120]));
    expect(new Set(gaps.slice(31))).toEqual(new Set([1800]));
    desk.list = [];
    await desk.readTimes(35);
    await desk.until(async () => (await desk.work.partnerships.removals())[0]?.state === 'gone');
    await vi.waitFor(() => expect(desk.clock.armed).toBe(0));
    desk.clock.release();
    await settled();
    expect([desk.readings.length, desk.clock.armed]).toEqual([35, 0]);
  });

  it('not offline, not unseen, not beside a pull; at once when that is over', async () => {
    const desk = await open();
    let isPulling = false;
    await desk.removal();
    desk.connectivity.setState({ isOnline: false, reason: 'no-network' });
    desk.start(async () => {
      const status = await desk.mirror.status();
      return isPulling ? { ...status, pull: { collection: 'customers', done: 0, startedAt: desk.clock.now() } } : status;
    });
    await settled();
    expect(desk.readings).toHaveLength(0);
    desk.connectivity.setState({ isOnline: true, reason: 'online' });
    await desk.readTimes(1);
    desk.seen.setState({ isVisible: false });
    desk.clock.goOn(600);
    await settled();
    expect(desk.readings).toHaveLength(1);
    isPulling = true;
    desk.seen.setState({ isVisible: true });
    await settled();
    expect(desk.readings).toHaveLength(1);
    isPulling = false;
    // stands for the news that the pull has ended
    desk.seen.setState({ isVisible: true }, true);
    await desk.readTimes(2);
  });

  it('goes on after readings that the disk had no room for', async () => {
    const desk = await open();
    desk.isFull = true;
    await desk.removal();
    desk.start();
    await desk.readTimes(4);
    expect(desk.gaps()).toEqual([120, 120, 120]);
    await vi.waitFor(() => expect(desk.bugs.splice(0)).toHaveLength(4));
    desk.isFull = false;
    await desk.readTimes(5);
    await desk.until(async () => (await desk.work.partnerships.sightings()).length === 1);
  });

  it('goes on when the clock was ahead of what is now', async () => {
    const desk = await open();
    desk.clock.goOn(400 * 86_400);
    await desk.mirror.replaceResellers(listed(1), desk.clock.now());
    await desk.removal();
    desk.clock.goOn(-399 * 86_400);
    desk.start();
    await desk.readTimes(3);
    // nobody knows how long ago the portal was opened
    expect(desk.gaps()).toEqual([1800, 1800]);
    desk.list = [];
    await desk.readTimes(4);
    await desk.until(async () => (await desk.work.partnerships.removals())[0]?.state === 'gone');
  });

  it('keeps its pace when the server refuses', async () => {
    const desk = await open();
    desk.isRefused = true;
    await desk.removal();
    desk.start();
    await desk.readTimes(5);
    expect(desk.gaps()).toEqual([120, 120, 120, 120]);
    expect(await desk.work.partnerships.sightings()).toEqual([]);
  });
});
