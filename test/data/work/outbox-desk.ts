import { createStore } from 'zustand/vanilla';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { startOutbox } from '../../../renderer/sync/sync-runner.ts';
import type { SyncGateway } from '../../../renderer/sync/sync-gateway.ts';
import type { Connectivity } from '../../../shared/contract/contract.ts';
import type { Account } from '../../../shared/domain/account.ts';
import { AccountId } from '../../../shared/ids.ts';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Mirror, MirrorUpdate } from '../../../shared/ports/mirror.ts';
import type { OutboxControl } from '../../../shared/ports/outbox-control.ts';
import type { OperationChange } from '../../../shared/ports/work-store.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import type { Outgoing } from '../../../shared/sync/exchange.ts';
import type { Fault } from '../../unit/sync/model-server.ts';
import { ModelServer } from '../../unit/sync/model-server.ts';
import { account, silence, start } from '../../unit/sync/sync-builders.ts';

/** Stands still until it is told to go on. What is asked for a moment that has passed comes at once, as a timer's. */
export class HandClock implements Clock {
  #now: Instant = start;
  /** How many timers were asked for so far. */
  armed = 0;
  readonly #timers = new Set<{ readonly moment: Instant; readonly callback: () => void }>();

  now(): Instant {
    return this.#now;
  }
  at(moment: Instant, callback: () => void): () => void {
    const timer = { moment, callback };
    this.#timers.add(timer);
    this.armed += 1;
    if (!isBefore(this.#now, moment)) setImmediate(() => this.#timers.delete(timer) && callback());
    return () => this.#timers.delete(timer);
  }
  goOn(seconds: number): void {
    this.#now = plusSeconds(this.#now, seconds);
    for (const timer of this.#timers) {
      if (isBefore(this.#now, timer.moment)) continue;
      this.#timers.delete(timer);
      timer.callback();
    }
  }
}

interface Window {
  readonly work: OpenWorkStore;
  readonly outbox: OutboxControl;
}

/** One profile: a work store on disk, a server, and as many windows as a test opens. */
export class Profile {
  readonly owner: Account;
  readonly server = new ModelServer(0);
  readonly clock = new HandClock();
  readonly connectivity = createStore<Connectivity>(() => ({ isOnline: true, reason: 'online' }));
  readonly told: MirrorUpdate[] = [];
  readonly bugs: unknown[] = [];
  /** The trouble the next calls meet, by the name of the call. */
  readonly faults = new Map<string, Fault>();
  /** Calls of this name never come back: the window that made them is killed. */
  hangOn: string | undefined;
  /** Calls that take so many seconds and then bring nothing. */
  isSlow: (outgoing: Outgoing) => boolean = () => false;
  slowSeconds = 100;
  /** What answers of the server wait for. */
  hold: Promise<void> | undefined;
  /** What the store is asked to keep, and cannot: the disk is full. */
  isDiskFull: (change: OperationChange) => boolean = () => false;
  /** So many of the next readings of the operations fail. */
  silentReads = 0;
  /** The store worker has died without a word. */
  isMirrorDead = false;
  readonly senders: string[] = [];
  readonly #windows = new Set<Window>();

  constructor(tenantId = account.tenantId) {
    this.owner = { ...account, tenantId, id: AccountId.parse(crypto.randomUUID()) };
  }

  gateway(window: string): SyncGateway {
    return {
      exchange: async (outgoing) => {
        this.senders.push(window);
        if (this.isSlow(outgoing)) {
          this.server.received.push(outgoing);
          this.clock.goOn(this.slowSeconds);
          return silence;
        }
        const fault = this.faults.get(outgoing.call) ?? 'none';
        this.faults.delete(outgoing.call);
        const incoming = this.server.exchange(outgoing, fault, this.clock.now());
        await this.hold;
        if (this.hangOn !== outgoing.call) return incoming;
        return new Promise(() => undefined);
      },
    };
  }

  readonly mirror: Pick<Mirror, 'apply' | 'customer'> = {
    apply: (update) => this.#fromMirror(() => void this.told.push(update)),
    customer: () => this.#fromMirror(() => undefined),
  };

  async #fromMirror<Value>(answer: () => Value): Promise<Value> {
    return this.isMirrorDead ? new Promise(() => undefined) : answer();
  }

  async open(name = 'one', locks: LockManager = navigator.locks): Promise<Window> {
    const store = await openWorkStore(this.owner, this.clock);
    const work: OpenWorkStore = {
      ...store,
      operations: async () => {
        this.silentReads -= 1;
        if (this.silentReads >= 0) throw new Error('the disk is silent');
        return store.operations();
      },
      commit: async (change) => {
        if (this.isDiskFull(change)) throw new Error('the disk is full');
        return store.commit(change);
      },
    };
    const outbox = await startOutbox({
      account: this.owner, work, mirror: this.mirror, gateway: this.gateway(name), clock: this.clock, locks,
      connectivity: this.connectivity, report: (error) => void this.bugs.push(error),
    });
    const window = { work, outbox };
    this.#windows.add(window);
    return window;
  }

  /** Nothing is finished, nothing is stopped: only what is on the disk remains. */
  kill(window: Window): void {
    this.#windows.delete(window);
    window.work.close();
    this.hangOn = undefined;
  }

  async close(): Promise<void> {
    for (const { outbox, work } of this.#windows) {
      await outbox.stop();
      work.close();
    }
  }
}

/** Resolves when the operations of the store look as wanted. */
export function when(work: OpenWorkStore, isSo: (operations: readonly Operation[]) => boolean): Promise<readonly Operation[]> {
  const { promise, resolve } = Promise.withResolvers<readonly Operation[]>();
  const stop = work.watch(
    () => work.operations(),
    (operations) => {
      if (isSo(operations)) resolve(operations);
    },
  );
  return promise.finally(stop);
}
export const names = (operations: readonly Operation[]): string[] => operations.map(({ state }) => state.name);

/** Locks that die with their window, as a killed process' do; those of this process would live on. */
export function isolatedLocks(): LockManager {
  const prefix = crypto.randomUUID();
  const request = (name: string, options: LockOptions, callback: LockGrantedCallback<unknown>): Promise<unknown> =>
    navigator.locks.request(`${prefix}-${name}`, options, callback);
  return { request, query: () => navigator.locks.query() } as LockManager;
}
