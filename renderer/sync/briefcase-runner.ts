import type { StoreApi } from 'zustand/vanilla';
import type { Connectivity } from '../../shared/contract/contract.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { Account } from '../../shared/domain/account.ts';
import { queryOf } from '../../shared/domain/briefcase/briefcase-choice.ts';
import type { BriefcaseChoice } from '../../shared/domain/briefcase/briefcase-choice.ts';
import { customerParts } from '../../shared/domain/briefcase/briefcase-parts.ts';
import { freshSeconds, isDue } from '../../shared/domain/briefcase/due-parts.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { plusSeconds } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Briefcase, BriefcaseRun } from '../../shared/ports/briefcase.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { readChoice } from '../data/work/briefcase-choice.ts';
import { briefcaseAsks, keepRun, storedRun } from './briefcase-stored.ts';
import type { BriefcaseAsk } from './briefcase-stored.ts';
import { walkBriefcase } from './briefcase-walk.ts';
import type { BriefcaseWalkParts } from './briefcase-walk.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import { RadarCalls } from './radar/radar-calls.ts';
import type { ReadParts } from './server-read.ts';

export interface BriefcaseParts {
  readonly account: Account;
  readonly work: Pick<WorkStore, 'partnerships' | 'setting' | 'saveSetting' | 'watch'>;
  readonly mirror: BriefcaseWalkParts['mirror'] & Pick<Mirror, 'status' | 'subscribe'>;
  readonly pull: BriefcaseWalkParts['pull'];
  readonly bridge: ReadParts['bridge'];
  readonly clock: Clock;
  readonly connectivity: Pick<StoreApi<Connectivity>, 'getState' | 'subscribe'>;
  /** Calls to the server a minute at most. */
  readonly callsPerMinute?: number;
  readonly report: (error: unknown) => void;
  readonly locks?: LockManager;
}

/** With the radar's 240 less than the 500 a minute that the service allows (reference, limits): the people at the desk have the rest. */
const defaultCallsPerMinute = 180;
/** What stopped by itself is tried again after a while; what a person stopped is not. */
const retrySeconds = 30 * 60;

const isOn = (run: BriefcaseRun | undefined): run is BriefcaseRun => run?.state === 'running' || run?.state === 'waiting';
const isStoppedByPerson = (run: BriefcaseRun | undefined): boolean => run?.state === 'stopped' && run.failure === undefined;

/** The one window that holds the lock reads what any window chose. */
class BriefcaseReader {
  private readonly parts: BriefcaseParts;
  private readonly calls: RadarCalls;
  private readonly closing: AbortSignal;
  private readonly tell: () => void;
  private readonly attempted = new Set<CustomerTenantId>();
  private choice: BriefcaseChoice = [];
  private walking: { readonly abort: AbortController; isToGoOn: boolean } | undefined;
  private wake = Promise.withResolvers<void>();
  current: BriefcaseRun | undefined;

  constructor(parts: BriefcaseParts, calls: RadarCalls, closing: AbortSignal, tell: () => void) {
    this.parts = parts;
    this.calls = calls;
    this.closing = closing;
    this.tell = tell;
  }

  async attend(): Promise<void> {
    const { work, mirror, clock, report } = this.parts;
    const stops = [
      work.watch(() => briefcaseAsks.open(work), (ask) => this.hear(ask)),
      work.watch(() => readChoice(work), (choice) => this.chosen(choice)),
      mirror.subscribe((topics) => {
        if (topics.includes('status') && this.walking === undefined) void this.hearStatus().catch(report);
      }),
    ];
    this.closing.addEventListener('abort', () => this.wake.resolve(), { once: true });
    let isTrouble = false;
    while (!this.closing.aborted) {
      this.wake = Promise.withResolvers<void>();
      let next: Instant | undefined;
      try {
        next = await this.look();
        isTrouble = false;
        if (next === undefined) continue;
      } catch (error) {
        // a disk that takes nothing now may take it later; it is told once
        if (!isTrouble && !this.closing.aborted) report(error);
        isTrouble = true;
        await this.giveUp();
        next = plusSeconds(clock.now(), retrySeconds);
      }
      if (this.closing.aborted) break;
      const disarm = clock.at(next, () => this.wake.resolve());
      await this.wake.promise;
      disarm();
    }
    for (const stop of stops) stop();
  }

  /** Reads when there is something to read; else answers when to look again. */
  private async look(): Promise<Instant | undefined> {
    const { work, clock } = this.parts;
    const ask = await this.obey();
    this.choice = await readChoice(work);
    const run = await storedRun(work);
    this.show(run);
    const isAsked = ask?.what === 'read' || isOn(run);
    if (this.choice.length === 0) {
      if (isOn(run)) await this.save({ ...run, state: 'done', endedAt: clock.now() });
      return plusSeconds(clock.now(), freshSeconds.detail);
    }
    if (!isAsked) {
      const next = await this.nextMoment(run);
      if (next !== undefined) return next;
    }
    await this.walkOn(isOn(run) ? run : { startedAt: clock.now(), phase: 'customers', total: 0, done: 0, state: 'running', unread: [] });
    return undefined;
  }

  /** When it is to be read again by itself; undefined: now. */
  private async nextMoment(run: BriefcaseRun | undefined): Promise<Instant | undefined> {
    const { mirror, clock } = this.parts;
    const now = clock.now();
    if (isStoppedByPerson(run)) return plusSeconds(now, freshSeconds.detail);
    const again = run?.state === 'stopped' ? retrySeconds : freshSeconds.detail;
    if (run?.endedAt === undefined || isDue(run.endedAt, again, now)) {
      this.attempted.clear();
      return undefined;
    }
    const { customers } = await mirror.briefcase(queryOf(this.choice));
    const isNew = customers.some(({ id, readAt }) => !this.attempted.has(id) && customerParts.some((part) => readAt[part] === undefined));
    return isNew && run.state === 'done' ? undefined : plusSeconds(run.endedAt, again);
  }

  private async obey(): Promise<BriefcaseAsk | undefined> {
    const { work, clock } = this.parts;
    const ask = await briefcaseAsks.open(work);
    if (ask === undefined) return undefined;
    const run = await storedRun(work);
    if (ask.what === 'stop' && isOn(run)) {
      const { until: _until, failure: _failure, ...rest } = run;
      await this.save({ ...rest, state: 'stopped', endedAt: clock.now() });
    }
    if (ask.what === 'read') this.attempted.clear();
    await briefcaseAsks.markHeard(work, ask);
    return ask;
  }

  private hear(ask: BriefcaseAsk | undefined): void {
    if (ask === undefined) return;
    if (ask.what === 'stop') this.walking?.abort.abort();
    // asked for what is happening already
    else if (this.walking?.abort.signal.aborted === false) void briefcaseAsks.markHeard(this.parts.work, ask).catch(this.parts.report);
    this.wake.resolve();
  }

  /** A pull that came to its end may have brought further customers; a copy that was dropped is read anew. */
  private async hearStatus(): Promise<void> {
    const { pull, collections } = await this.parts.mirror.status();
    if (collections.customers.pulledAt === undefined) this.attempted.clear();
    if (pull === undefined) this.wake.resolve();
  }

  /** Another choice is read at once: nothing that is fresh is read again for it. */
  private chosen(choice: BriefcaseChoice): void {
    const ids = (of: BriefcaseChoice): string => of.map(({ id }) => id).join(' ');
    if (ids(choice) === ids(this.choice)) return;
    if (this.walking !== undefined) {
      this.walking.isToGoOn = true;
      this.walking.abort.abort();
    }
    this.wake.resolve();
  }

  private async walkOn(run: BriefcaseRun): Promise<void> {
    const { closing } = this;
    const walking = { abort: new AbortController(), isToGoOn: false };
    this.walking = walking;
    try {
      // what was asked or chosen since found nothing to stop
      this.hear(await briefcaseAsks.open(this.parts.work));
      this.chosen(await readChoice(this.parts.work));
      await walkBriefcase(queryOf(this.choice), run, {
        ...this.parts,
        calls: this.calls,
        signal: AbortSignal.any([walking.abort.signal, closing]),
        save: (next) => this.save(next),
        show: (next) => this.show(next),
        isToGoOn: () => walking.isToGoOn || (closing.aborted && !walking.abort.signal.aborted),
        attempted: (id) => this.attempted.add(id),
      });
    } finally {
      this.walking = undefined;
    }
  }

  private async save(run: BriefcaseRun): Promise<void> {
    this.show(run);
    await keepRun(this.parts.work, run);
  }

  private show(run: BriefcaseRun | undefined): void {
    this.current = run;
    this.tell();
  }

  /** What is shown says so; it goes on by itself. */
  private async giveUp(): Promise<void> {
    const run = this.current;
    if (!isOn(run) || this.closing.aborted) return;
    await this.save({ ...run, state: 'stopped', failure: failure('storage-failed'), endedAt: this.parts.clock.now() }).catch(() => undefined);
  }
}

export const briefcaseLockName = ({ id }: Account): string => `briefcase-${id}`;

/** Starts reading what is taken along, for as long as the account is open. */
export function startBriefcase(parts: BriefcaseParts): Briefcase {
  const { account, work, bridge, clock, report, callsPerMinute = defaultCallsPerMinute, locks = navigator.locks } = parts;
  const closing = new AbortController();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const reader = new BriefcaseReader(parts, new RadarCalls({ account, bridge, clock, callsPerMinute }), closing.signal, tell);
  const held = locks.request(briefcaseLockName(account), { signal: closing.signal }, () => reader.attend()).catch((error: unknown) => {
    if (!closing.signal.aborted) report(error);
  });
  return {
    run: () => reader.current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readNow: () => briefcaseAsks.save(work, 'read'),
    stop: () => void briefcaseAsks.save(work, 'stop').catch(report),
    close: async () => {
      closing.abort();
      await held;
    },
  };
}
