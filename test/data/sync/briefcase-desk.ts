import { createStore } from 'zustand/vanilla';
import { openGateway } from '../../../electron/sync/sync-gateway.ts';
import { startPractice } from '../../../electron/practice/server.ts';
import type { PracticeServer } from '../../../electron/practice/server.ts';
import { openPause } from '../../../electron/partner-center/pause.ts';
import { servePull } from '../../../electron/sync/pull-stream.ts';
import { changeChoice } from '../../../renderer/data/work/briefcase-choice.ts';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { startBriefcase } from '../../../renderer/sync/briefcase-runner.ts';
import type { BriefcaseParts } from '../../../renderer/sync/briefcase-runner.ts';
import type { Connectivity } from '../../../shared/contract/contract.ts';
import { withItem } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import type { Account } from '../../../shared/domain/account.ts';
import { AccountId, CustomerTenantId } from '../../../shared/ids.ts';
import type { Briefcase, BriefcaseRun } from '../../../shared/ports/briefcase.ts';
import type { ResellerRow } from '../../../shared/ports/mirror.ts';
import { ok } from '../../../shared/result.ts';
import { ScreenRead } from '../../../shared/sync/exchange.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import { account } from '../../unit/sync/sync-builders.ts';
import { openStore } from '../mirror/stores.ts';
import { RushClock } from './radar-desk.ts';

interface Question {
  readonly call: string;
  readonly customerId: string | undefined;
  readonly at: string;
}
type Window = { readonly work: OpenWorkStore; readonly briefcase: Briefcase };
const fail = (): never => {
  throw new Error('not for a briefcase');
};

/** A profile on the real practice tenant, in a window whose time a test moves: a work store, a copy with all lists, one window after the other. */
export class BriefcaseDesk {
  readonly owner: Account = { ...account, id: AccountId.parse(crypto.randomUUID()) };
  readonly clock: RushClock;
  readonly connectivity = createStore<Connectivity>(() => ({ isOnline: true, reason: 'online' }));
  readonly asked: Question[] = [];
  readonly bugs: unknown[] = [];
  pulls = 0;
  /** Called before each question goes out; what it answers is said in place of the tenant. */
  before: (question: Question) => Incoming | undefined | Promise<Incoming | undefined> = () => undefined;
  readonly practice: PracticeServer;
  readonly mirror: Awaited<ReturnType<typeof openStore>>;
  readonly #gateway: ReturnType<typeof openGateway>;
  #windows: Window[] = [];
  readonly #killed = new Set<OpenWorkStore>();

  private constructor(practice: PracticeServer, mirror: BriefcaseDesk['mirror'], clock: RushClock) {
    this.practice = practice;
    this.mirror = mirror;
    this.clock = clock;
    const connection = {
      hosts: { api: practice.url, pricing: practice.url }, locale: 'it-IT', pause: openPause(() => Date.parse(clock.now())),
      tokens: { access: async () => ok(practice.token), refuse: () => undefined },
    };
    this.#gateway = openGateway({
      accounts: { open: async () => ok({ account: this.owner, connection }) as never },
      connectivity: { read: () => this.connectivity.getState(), reportUnreachable: () => undefined, reportAnswer: () => undefined },
      envelopes: { seal: fail, find: fail } as never, envelopesChanged: fail, log: { error: fail, warn: fail, info: fail } as never,
    });
  }

  static async open(): Promise<BriefcaseDesk> {
    const clock = new RushClock();
    clock.isHeld = true;
    const practice = await startPractice({ seed: 'small' });
    const mirror = await openStore({ now: () => clock.now(), pass: (seconds) => clock.goOn(seconds) });
    const desk = new BriefcaseDesk(practice, mirror, clock);
    await desk.pull();
    return desk;
  }

  async pull(): Promise<void> {
    this.pulls += 1;
    const { port1, port2 } = new MessageChannel();
    servePull({
      on: (event: 'message' | 'close', listener: (message: { readonly data: unknown }) => void) =>
        port1.addEventListener(event, (heard) => listener({ data: heard instanceof MessageEvent ? heard.data : undefined })),
      postMessage: (message) => port1.postMessage(message), start: () => port1.start(), close: () => port1.close(),
    }, {
      connect: async () => ({
        hosts: { api: this.practice.url, pricing: this.practice.url }, locale: 'it-IT', pause: openPause(),
        tokens: { access: async () => ok(this.practice.token), refuse: () => undefined },
      }),
      isOnline: () => true, unreachable: () => undefined, pause: async () => undefined,
    });
    await this.mirror.pull(port2);
  }

  async window(): Promise<Window> {
    const work = await openWorkStore(this.owner, this.clock);
    const free: object = { request: async (_name: string, _options: unknown, run: (lock: unknown) => unknown) => run({}) };
    const briefcase = startBriefcase({
      account: this.owner, work, mirror: this.mirror, clock: this.clock, connectivity: this.connectivity, locks: free as LockManager,
      callsPerMinute: Infinity, pull: { pullNow: () => this.pull() }, bridge: { call: this.#callFrom(work) },
      // what a killed window still says is heard by nobody
      report: (error) => void (this.#killed.has(work) || this.bugs.push(error)),
    });
    const window = { work, briefcase };
    this.#windows.push(window);
    return window;
  }

  /** The end of the app, in the middle of whatever it does. */
  kill({ work }: Window): void {
    this.#killed.add(work);
    this.#windows = this.#windows.filter((one) => one.work !== work);
    work.close();
  }

  setOnline(isOnline: boolean): void {
    this.connectivity.setState({ isOnline, reason: isOnline ? 'online' : 'no-network' });
  }

  /** A reseller of the tenant with so many customers that are read in a moment. */
  async reseller(most = 12): Promise<ResellerRow> {
    const rows = await this.mirror.resellers();
    const found = rows.filter(({ customerCount, state }) => customerCount >= 4 && customerCount <= most && state.toLowerCase() === 'active')[0];
    if (found === undefined) throw new Error('no reseller of that size');
    return found;
  }

  async take({ work }: Window, { id, name }: ResellerRow): Promise<void> {
    await changeChoice(work, (choice) => withItem(choice, { kind: 'reseller', id, name, at: this.clock.now() }));
  }

  /** Resolves when something waits for time to pass. */
  async armed(): Promise<void> {
    while (this.clock.armed === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  times(call: string, customerId?: string): number {
    return this.asked.filter((one) => one.call === call && (customerId === undefined || one.customerId === customerId)).length;
  }

  async close(): Promise<void> {
    for (const { briefcase, work } of this.#windows.splice(0)) {
      await briefcase.close();
      work.close();
    }
    await this.practice.close();
    if (this.bugs.length > 0) throw new AggregateError(this.bugs, 'told as bugs');
  }

  readonly #callFrom = (work: OpenWorkStore): BriefcaseParts['bridge']['call'] => async (_name: string, raw: unknown) => {
    const read = ScreenRead.parse(raw);
    const id: unknown = Reflect.get(Object(read.input), 'customerId');
    const question = { call: read.call, customerId: CustomerTenantId.safeParse(id).data, at: this.clock.now() };
    this.asked.push(question);
    const said = await this.before(question);
    if (this.#killed.has(work)) await new Promise(() => undefined);
    return ok(said ?? (await this.#gateway.read(read))) as never;
  };
}

/** Resolves when the reading looks as wanted. */
export function whenRun({ briefcase }: Window, isSo: (run: BriefcaseRun) => boolean): Promise<BriefcaseRun> {
  const { promise, resolve } = Promise.withResolvers<BriefcaseRun>();
  const look = (): void => {
    const run = briefcase.run();
    if (run !== undefined && isSo(run)) resolve(run);
  };
  const stop = briefcase.subscribe(look);
  look();
  return promise.finally(stop);
}
export const isDone = ({ state }: BriefcaseRun): boolean => state === 'done';
