import type { StoreApi } from 'zustand/vanilla';
import type { Connectivity } from '../../shared/contract/contract.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { Account } from '../../shared/domain/account.ts';
import type { Verdict } from '../../shared/domain/partnership/verdict.ts';
import type { PartnerId } from '../../shared/ids.ts';
import { isBefore, plusSeconds } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import type { RadarRun, ResellerRadar } from '../../shared/ports/reseller-radar.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { findOne } from './radar/find-one.ts';
import { RadarCalls } from './radar/radar-calls.ts';
import { walk } from './radar/radar-walk.ts';
import { radarAsks, readRun, saveRun } from './radar/stored-run.ts';
import type { RadarAsk } from './radar/stored-run.ts';
import type { ReadParts } from './server-read.ts';

export interface RadarParts {
  readonly account: Account;
  readonly work: Pick<WorkStore, 'partnerships' | 'setting' | 'saveSetting' | 'watch'>;
  readonly mirror: Pick<Mirror, 'resellers' | 'organization'>;
  readonly bridge: ReadParts['bridge'];
  readonly clock: Clock;
  readonly connectivity: Pick<StoreApi<Connectivity>, 'getState' | 'subscribe'>;
  /** Calls to the server a minute at most; the people at the desk have the rest of what the server allows. */
  readonly callsPerMinute?: number;
  readonly report: (error: unknown) => void;
  readonly locks?: LockManager;
}

export const radarLockName = ({ id }: Account): string => `radar-${id}`;

/** Half of what the service allows a tenant for its busiest resources (reference, limits: 500 a minute). */
const defaultCallsPerMinute = 240;
const isOn = (run: RadarRun | undefined): run is RadarRun & { readonly state: 'running' | 'waiting' } =>
  run?.state === 'running' || run?.state === 'waiting';

/** Who shows the walk hears of it; the same walk again is no news. */
class ShownRun {
  current: RadarRun | undefined;
  private readonly listeners = new Set<() => void>();

  show(run: RadarRun | undefined): void {
    if (JSON.stringify(run) === JSON.stringify(this.current)) return;
    this.current = run;
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

const longestWalkSeconds = 24 * 3600;
/** What a walk found more than a day ago is to be found again: it begins anew, and keeps what it waits for. */
function renewed<Run extends RadarRun>(run: Run, clock: Clock): Run {
  const now = clock.now();
  const isFresh = !isBefore(plusSeconds(run.startedAt, longestWalkSeconds), now) && !isBefore(now, run.startedAt);
  return isFresh ? run : { ...run, startedAt: now, total: 0, done: 0, bad: 0 };
}

/** What an ask makes of the walk that is kept: a new one only when there is none to go on with. */
function afterAsk(run: RadarRun | undefined, { what }: RadarAsk, clock: Clock): RadarRun | undefined {
  if (what === 'stop') {
    if (!isOn(run)) return run;
    const { startedAt, total, done, bad } = run;
    return { startedAt, total, done, bad, state: 'stopped' };
  }
  if (isOn(run)) return run;
  if (run?.state === 'stopped') {
    const { startedAt, total, done, bad } = run;
    return renewed({ startedAt, total, done, bad, state: 'running' }, clock);
  }
  return { startedAt: clock.now(), total: 0, done: 0, bad: 0, state: 'running' };
}

/** The window that holds the lock acts on what any window asks for. */
class Walker {
  private readonly parts: RadarParts;
  private readonly calls: RadarCalls;
  private readonly shown: ShownRun;
  private readonly closing: AbortSignal;
  private walking: AbortController | undefined;
  private wake = Promise.withResolvers<void>();

  constructor(parts: RadarParts, calls: RadarCalls, shown: ShownRun, closing: AbortSignal) {
    this.parts = parts;
    this.calls = calls;
    this.shown = shown;
    this.closing = closing;
  }

  /** Until the window ends. A walk that was under way at the last end of the app goes on. */
  async attend(): Promise<void> {
    const { work, report } = this.parts;
    const end = (): void => this.wake.resolve();
    this.closing.addEventListener('abort', end, { once: true });
    const stopWatch = work.watch(() => radarAsks.open(work), (ask) => this.hear(ask));
    while (!this.closing.aborted) {
      this.wake = Promise.withResolvers<void>();
      try {
        await this.obey();
        const run = await readRun(work);
        this.shown.show(run);
        if (isOn(run)) await this.walkOn(renewed(run, this.parts.clock));
        if (isOn(run) || (await radarAsks.open(work)) !== undefined) continue;
      } catch (error) {
        report(error);
        await this.giveUp();
      }
      if (!this.closing.aborted) await this.wake.promise;
    }
    stopWatch();
  }

  private hear(ask: RadarAsk | undefined): void {
    if (ask === undefined) return;
    if (ask.what === 'stop') this.walking?.abort();
    // asked for what is happening already, and was not just told to stop
    else if (this.walking?.signal.aborted === false) void radarAsks.markHeard(this.parts.work, ask).catch(this.parts.report);
    this.wake.resolve();
  }

  private async obey(): Promise<void> {
    const { work, clock } = this.parts;
    const ask = await radarAsks.open(work);
    if (ask === undefined) return;
    const run = afterAsk(await readRun(work), ask, clock);
    if (run !== undefined) await saveRun(work, run);
    await radarAsks.markHeard(work, ask);
  }

  private async walkOn(run: RadarRun): Promise<void> {
    const { work, mirror, clock, connectivity } = this.parts;
    const stop = new AbortController();
    this.walking = stop;
    const save = async (next: RadarRun): Promise<void> => {
      this.shown.show(next);
      await saveRun(work, next);
    };
    try {
      // what was asked for since the last was obeyed found nothing to stop
      this.hear(await radarAsks.open(work));
      await walk(run, {
        work, mirror, clock, connectivity, save,
        calls: this.calls,
        signal: AbortSignal.any([stop.signal, this.closing]),
        show: (next) => this.shown.show(next),
        isClosing: () => this.closing.aborted && !stop.signal.aborted,
      });
    } finally {
      this.walking = undefined;
    }
  }

  /** The disk took nothing more: what is shown says so, and a person may go on with it. */
  private async giveUp(): Promise<void> {
    const run = this.shown.current;
    if (!isOn(run) || this.closing.aborted) return;
    const { startedAt, total, done, bad } = run;
    const stopped: RadarRun = { startedAt, total, done, bad, state: 'stopped', failure: failure('storage-failed') };
    this.shown.show(stopped);
    await saveRun(this.parts.work, stopped).catch(this.parts.report);
  }
}

/**
 * Starts the radar of an account. Only the window that holds the lock walks; what is asked for in another window reaches
 * it through the settings, and every window shows the same walk.
 */
export function startRadar(parts: RadarParts): ResellerRadar {
  const { account, work, bridge, clock, mirror, report, callsPerMinute = defaultCallsPerMinute, locks = navigator.locks } = parts;
  const closing = new AbortController();
  const shown = new ShownRun();
  const calls = new RadarCalls({ account, bridge, clock, callsPerMinute });
  let isWalker = false;
  const stopWatch = work.watch(() => readRun(work), (run) => {
    if (!isWalker) shown.show(run);
  });
  const held = locks
    .request(radarLockName(account), { signal: closing.signal }, () => {
      isWalker = true;
      return new Walker(parts, calls, shown, closing.signal).attend();
    })
    .catch((error: unknown) => {
      if (!closing.signal.aborted) report(error);
    });

  async function checkOne(partnerId: PartnerId): Promise<Result<Verdict>> {
    const found = await findOne(partnerId, { calls, mirror, clock });
    if (!found.ok) return found;
    await work.partnerships.recordFindings([found.value]);
    const [latest] = await work.partnerships.verdictsOf(partnerId);
    return latest === undefined ? err(failure('storage-failed')) : ok(latest);
  }

  return {
    run: () => shown.current,
    subscribe: (listener) => shown.subscribe(listener),
    checkAll: () => radarAsks.save(work, 'walk'),
    stop: () => void radarAsks.save(work, 'stop').catch(report),
    checkOne,
    close: async () => {
      closing.abort();
      await held;
      stopWatch();
    },
  };
}
