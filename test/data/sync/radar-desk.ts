import { createStore } from 'zustand/vanilla';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { startRadar } from '../../../renderer/sync/reseller-radar.ts';
import type { RadarParts } from '../../../renderer/sync/reseller-radar.ts';
import type { Connectivity } from '../../../shared/contract/contract.ts';
import { failure } from '../../../shared/contract/failure.ts';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import { ScreenRead } from '../../../shared/sync/exchange.ts';
import type { Account } from '../../../shared/domain/account.ts';
import type { VerdictStanding } from '../../../shared/domain/partnership/verdict.ts';
import { AccountId, PartnerId, ResellerTenantId } from '../../../shared/ids.ts';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ServerCallName } from '../../../shared/partner-center/server-call.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ResellerRow } from '../../../shared/ports/mirror.ts';
import type { WorkStore } from '../../../shared/ports/work-store.ts';
import type { RadarRun, ResellerRadar } from '../../../shared/ports/reseller-radar.ts';
import { ok } from '../../../shared/result.ts';
import { account, start } from '../../unit/sync/sync-builders.ts';

/** Goes on by itself to whatever is waited for, unless a test holds it. */
export class RushClock implements Clock {
  #now: Instant = start;
  readonly #timers = new Map<() => void, Instant>();
  isHeld = false;

  /** How many timers are set. */
  get armed(): number {
    return this.#timers.size;
  }
  now(): Instant {
    return this.#now;
  }
  at(moment: Instant, callback: () => void): () => void {
    this.#timers.set(callback, moment);
    setImmediate(() => this.#rush());
    return () => this.#timers.delete(callback);
  }
  goOn(seconds: number): void {
    this.#now = plusSeconds(this.#now, seconds);
    for (const [callback, moment] of this.#timers) {
      if (isBefore(this.#now, moment)) continue;
      this.#timers.delete(callback);
      callback();
    }
  }
  release(): void {
    this.isHeld = false;
    this.#rush();
  }
  #rush(): void {
    if (this.isHeld) return;
    const [first] = [...this.#timers.entries()].toSorted(([, a], [, b]) => a.localeCompare(b));
    if (first === undefined) return;
    const [callback, moment] = first;
    this.#timers.delete(callback);
    if (isBefore(this.#now, moment)) this.#now = moment;
    callback();
  }
}

type Answer =
  | { readonly outcome: 'answered'; readonly value: unknown }
  | { readonly outcome: 'refused' | 'not-sent' | 'no-answer'; readonly code: FailureCode; readonly serverCode?: string; readonly serverText?: string }
  | { readonly outcome: 'throttled'; readonly seconds: number };

export interface Asked {
  readonly call: ServerCallName;
  readonly partnerIds: readonly string[];
  readonly at: Instant;
}

export const partnerIdOf = (number: number): PartnerId => PartnerId.parse(String(4_000_000 + number));
const rowOf = (number: number, partnerId: string): ResellerRow => ({
  id: ResellerTenantId.parse(`e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
  name: `Reseller ${number}`, partnerId, state: 'Active', location: 'IT', customerCount: 0,
});

/** A profile: a work store on the disk, a list of resellers, a scripted server, and one window after the other. */
export class RadarDesk {
  readonly owner: Account = { ...account, id: AccountId.parse(crypto.randomUUID()) };
  readonly clock = new RushClock();
  readonly connectivity = createStore<Connectivity>(() => ({ isOnline: true, reason: 'online' }));
  readonly asked: Asked[] = [];
  readonly bugs: unknown[] = [];
  rows: ResellerRow[];
  own = '5380000';
  /** What the server says instead of its usual answer. */
  script: (asked: Asked) => Answer | undefined = () => undefined;
  /** Partner IDs that may not stand on an order, with the server's code. */
  readonly invalid = new Map<string, string>();
  readonly unsigned = new Set<string>();
  /** From now on no call of this window comes back. */
  isDead = false;
  inFlight = 0;
  mostInFlight = 0;
  readonly #open: { readonly work: OpenWorkStore; readonly radar: ResellerRadar }[] = [];
  readonly #killed = new Set<OpenWorkStore>();

  constructor(count: number) {
    this.rows = Array.from({ length: count }, (_, index) => rowOf(index, partnerIdOf(index)));
  }

  addRow(partnerId: string): void {
    this.rows.push(rowOf(this.rows.length, partnerId));
  }

  setOnline(isOnline: boolean): void {
    this.connectivity.setState({ isOnline, reason: isOnline ? 'online' : 'no-network' });
  }

  /** A window; each has a lock of its own unless it is given one, as after the end of the app. */
  async open(more: Partial<RadarParts> = {}): Promise<{ readonly work: OpenWorkStore; readonly radar: ResellerRadar }> {
    const work = await openWorkStore(this.owner, this.clock);
    const free: object = { request: async (_name: string, _options: unknown, run: (lock: unknown) => unknown) => run({}) };
    const radar = startRadar({
      account: this.owner, work, clock: this.clock, connectivity: this.connectivity, locks: free as LockManager, callsPerMinute: 120,
      mirror: {
        resellers: async () => this.rows,
        organization: async () => ({ companyName: 'Own', tenantId: 't', domain: 'd', country: 'IT', partnerId: this.own }),
      },
      bridge: { call: this.#callFrom(work) },
      // what a killed window still says is heard by nobody
      report: (error) => void (this.#killed.has(work) || this.bugs.push(error)),
      ...more,
    });
    this.#open.push({ work, radar });
    return { work, radar };
  }

  /** The end of the app, in the middle of whatever it does. */
  kill({ work }: { readonly work: OpenWorkStore }): void {
    this.#open.splice(0, this.#open.length, ...this.#open.filter((window) => window.work !== work));
    this.#killed.add(work);
    work.close();
  }

  async close(): Promise<void> {
    this.isDead = false;
    this.clock.release();
    for (const { radar, work } of this.#open.splice(0)) {
      await radar.close();
      work.close();
    }
    if (this.bugs.length > 0) throw new AggregateError(this.bugs, 'told as bugs');
  }

  times(call: ServerCallName): number {
    return this.asked.filter((one) => one.call === call).length;
  }

  readonly #callFrom = (work: OpenWorkStore): RadarParts['bridge']['call'] => async (_name: string, raw: unknown) =>
    // The bridge's type says what each call answers; the radar makes one of them, and parses it.
    (this.#killed.has(work) ? await new Promise(() => undefined) : await this.#answer(raw)) as never;

  async #answer(raw: unknown): Promise<unknown> {
    const { call, input } = ScreenRead.parse(raw);
    const partnerIds = partnerIdsIn(call, input);
    const asked = { call, partnerIds, at: this.clock.now() };
    this.asked.push(asked);
    if (this.isDead) return new Promise(() => undefined);
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    await new Promise((resolve) => setImmediate(resolve));
    this.inFlight -= 1;
    const answer = this.script(asked) ?? this.#usual(asked);
    if (answer.outcome === 'answered') return ok({ ...answer, correlationId: 'c' });
    if (answer.outcome === 'throttled') {
      return ok({ outcome: 'throttled', retryAfterSeconds: answer.seconds, failure: failure('throttled', { retryAfterSeconds: answer.seconds }) });
    }
    const { outcome, code, ...more } = answer;
    return ok({ outcome, failure: failure(code, more) });
  }

  #usual({ call, partnerIds }: Asked): Answer {
    const [first = ''] = partnerIds;
    switch (call) {
      case 'validate-resellers': {
        const results = partnerIds.map((partnerId) => {
          const code = this.invalid.get(partnerId);
          return { partnerId, isValid: code === undefined, ...(code === undefined ? {} : { code, text: `said ${code}` }) };
        });
        return { outcome: 'answered', value: { results } };
      }
      case 'check-agreement':
        return { outcome: 'answered', value: { isSigned: !this.unsigned.has(first) } };
      case 'check-reseller': {
        const isKnown = this.invalid.get(first) !== '2200';
        return { outcome: 'answered', value: { isKnown, isAgreementSigned: isKnown && !this.unsigned.has(first), name: `Company ${first}` } };
      }
      default:
        throw new Error(`${call} is not for a radar`);
    }
  }
}

function partnerIdsIn(call: ServerCallName, input: unknown): readonly string[] {
  if (call === 'validate-resellers') return serverCalls[call].in.parse(input).partnerIds;
  return [serverCalls['check-agreement'].in.parse(input).partnerId];
}

export const standings = async (work: WorkStore): Promise<ReadonlyMap<string, VerdictStanding>> =>
  new Map((await work.partnerships.verdicts()).map(({ partnerId, standing }) => [partnerId, standing]));

/** Resolves when the walk looks as wanted. */
export function when(radar: ResellerRadar, isSo: (run: RadarRun) => boolean): Promise<RadarRun> {
  const { promise, resolve } = Promise.withResolvers<RadarRun>();
  const look = (): void => {
    const run = radar.run();
    if (run !== undefined && isSo(run)) resolve(run);
  };
  const stop = radar.subscribe(look);
  look();
  return promise.finally(stop);
}
export const isOver = ({ state }: RadarRun): boolean => state === 'done';

/** HTTP requests in the busiest minute: check-reseller is two. */
export function busiestMinute(asked: readonly Asked[]): number {
  const times = asked.flatMap(({ call, at }) => (call === 'check-reseller' ? [Date.parse(at), Date.parse(at)] : [Date.parse(at)]));
  let most = 0;
  let first = 0;
  times.forEach((time, index) => {
    while ((times[first] ?? time) <= time - 60_000) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
