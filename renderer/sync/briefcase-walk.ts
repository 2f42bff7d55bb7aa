import { failure } from '../../shared/contract/failure.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { BriefcaseContent, BriefcaseQuery, CustomerPart, CustomerParts } from '../../shared/domain/briefcase/briefcase-parts.ts';
import { dueParts, freshSeconds, isDue, isMarketDue } from '../../shared/domain/briefcase/due-parts.ts';
import { partnerIdsOf } from '../../shared/domain/briefcase/readiness.ts';
import { PartnerId } from '../../shared/ids.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import type { BriefcaseRun } from '../../shared/ports/briefcase.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { CustomerReader } from './briefcase-customer.ts';
import type { BriefcaseStop } from './briefcase-customer.ts';
import type { PullControl } from './pull-controller.ts';
import { findOne } from './radar/find-one.ts';
import { Patience } from './radar/patience.ts';
import type { Asked, PatienceParts } from './radar/patience.ts';
import type { RadarCalls, Wait } from './radar/radar-calls.ts';
import type { Reading } from './server-read.ts';

export interface BriefcaseWalkParts extends Omit<PatienceParts, 'waits' | 'goesOn'> {
  readonly work: Pick<WorkStore, 'partnerships'>;
  readonly mirror: Pick<Mirror, 'apply' | 'briefcase' | 'customer' | 'organization' | 'resellers' | 'wantCountries'>;
  readonly pull: Pick<PullControl, 'pullNow'>;
  /** Keeps the reading on the disk, and shows it. */
  readonly save: (run: BriefcaseRun) => Promise<void>;
  /** Shows it only: between two writings. */
  readonly show: (run: BriefcaseRun) => void;
  /** True when the window ends, or another choice is to be read: the reading stays as it is, to be gone on with. */
  readonly isToGoOn: () => boolean;
  /** Hears of each customer that was asked for. */
  readonly attempted: (id: CustomerTenantId) => void;
}

/** Customers in a row of which nothing was answered: then it is not the customer. */
const mostSilent = 5;

/** The pause of a signal that says to give up. */
const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

class BriefcaseWalk {
  private readonly parts: BriefcaseWalkParts;
  private readonly patience: Patience;
  private run: BriefcaseRun;
  private reader: CustomerReader | undefined;

  constructor(parts: BriefcaseWalkParts, run: BriefcaseRun) {
    this.parts = parts;
    this.run = run;
    this.patience = new Patience({ ...parts, waits: (wait) => this.wait(wait), goesOn: () => this.change({}) });
  }

  async go(query: BriefcaseQuery): Promise<void> {
    const { state, until, failure: why } = this.run;
    if (state === 'waiting' && until !== undefined && why !== undefined) await this.patience.until({ until, failure: why });
    const stop = (await this.readCustomers(query)) ?? (await this.readShared(query));
    await this.end(stop);
  }

  private async readCustomers(query: BriefcaseQuery): Promise<BriefcaseStop | undefined> {
    const { clock, mirror, attempted, signal } = this.parts;
    const { customers } = await mirror.briefcase(query);
    const due = customers.filter((customer) => dueParts(customer, clock.now()).length > 0);
    this.change({ phase: 'customers', total: customers.length, done: customers.length - due.length });
    let silent = 0;
    for (const customer of newestNeedFirst(due)) {
      if (signal.aborted) return {};
      this.change({ current: customer.name, currentId: customer.id });
      // asked for anew: what an earlier try of this reading missed counts no more
      this.run = { ...this.run, unread: this.run.unread.filter(({ customerId }) => customerId !== customer.id) };
      const unread = (part: CustomerPart, why: Failure): void => this.miss(customer, part, why);
      const reader = new CustomerReader({ ...this.parts, patience: this.patience, unread }, customer);
      this.reader = reader;
      attempted(customer.id);
      const stop = await reader.read(withThoseOfEach(dueParts(customer, clock.now())));
      this.reader = undefined;
      if (stop !== undefined) return stop;
      silent = reader.isAnswered ? 0 : silent + 1;
      const last = this.run.unread.at(-1);
      if (silent >= mostSilent && last !== undefined) return { failure: last.failure };
      this.change({ done: this.run.done + 1 });
    }
    return undefined;
  }

  /** What the customers share. Only what was read of them says which Partner IDs and countries that is. */
  private async readShared(query: BriefcaseQuery): Promise<BriefcaseStop | undefined> {
    const content = await this.parts.mirror.briefcase(query);
    return (await this.checkResellers(content)) ?? (await this.readMarkets(content));
  }

  private async checkResellers({ customers }: BriefcaseContent): Promise<BriefcaseStop | undefined> {
    const { mirror, work, clock, signal } = this.parts;
    const [resellers, verdicts] = await Promise.all([mirror.resellers(), work.partnerships.verdicts()]);
    const partnerIds = new Map<string, string>(resellers.map(({ id, partnerId }) => [id, partnerId]));
    const checkedAt = new Map<string, Parameters<typeof isDue>[0]>(verdicts.map((verdict) => [verdict.partnerId, verdict.checkedAt]));
    const named = new Set(customers.flatMap((customer) => partnerIdsOf(customer, (id) => partnerIds.get(id))));
    const due = [...named].flatMap((id) => PartnerId.safeParse(id).data ?? [])
      .filter((id) => isDue(checkedAt.get(id), freshSeconds['reseller-check'], clock.now()));
    this.change({ phase: 'resellers' });
    for (const partnerId of due) {
      if (signal.aborted) return {};
      this.change({ current: partnerId });
      const stop = await this.checkOne(partnerId);
      if (stop !== undefined) return stop;
    }
    return undefined;
  }

  /** One that cannot be checked now is missing, and the others are checked. */
  private async checkOne(partnerId: PartnerId): Promise<BriefcaseStop | undefined> {
    const { mirror, clock, work } = this.parts;
    let stop: BriefcaseStop | undefined;
    const ask: RadarCalls['ask'] = async (call, input) => {
      const asked = await this.patience.ask(call, input);
      if (asked.kind === 'stopped') stop = asked;
      return readingOf(asked);
    };
    const found = await findOne(partnerId, { calls: { ask }, mirror, clock });
    if (found.ok && stop === undefined) await work.partnerships.recordFindings([found.value]);
    return stop;
  }

  /** A pull brings the catalogues, price lists and promotions; what it could not bring is missing, and is said to be. */
  private async readMarkets({ markets }: BriefcaseContent): Promise<BriefcaseStop | undefined> {
    const { mirror, pull, clock, signal } = this.parts;
    await mirror.wantCountries(markets.map(({ country }) => country));
    const due = markets.filter((market) => isMarketDue(market, clock.now()));
    if (due.length === 0) return undefined;
    this.change({ phase: 'markets', current: due.map(({ country }) => country).join(', ') });
    await Promise.race([pull.pullNow(), aborted(signal)]);
    return signal.aborted ? {} : undefined;
  }

  private miss({ id: customerId }: CustomerParts, part: CustomerPart, why: Failure): void {
    const others = this.run.unread.filter((one) => one.customerId !== customerId || one.part !== part);
    this.run = { ...this.run, unread: [...others, { customerId, part, failure: why }] };
  }

  /** It goes on; without the reason of its last pause. */
  private change(more: Partial<Pick<BriefcaseRun, 'phase' | 'total' | 'done' | 'current' | 'currentId'>>): void {
    const { until: _until, failure: _failure, current, currentId, ...rest } = this.run;
    const name = more.current ?? (more.phase === undefined ? current : undefined);
    const id = more.currentId ?? (more.current === undefined && more.phase === undefined ? currentId : undefined);
    const { phase = rest.phase, total = rest.total, done = rest.done } = more;
    const reading = { ...(name !== undefined && { current: name }), ...(id !== undefined && { currentId: id }) };
    this.run = { ...rest, phase, total, done, state: 'running', ...reading };
    this.parts.show(this.run);
  }

  private async wait(wait: Wait): Promise<void> {
    await this.reader?.keep();
    const { until: _until, failure: _failure, ...rest } = this.run;
    this.run = { ...rest, state: 'waiting', ...wait };
    await this.parts.save(this.run);
  }

  private async end(stop: BriefcaseStop | undefined): Promise<void> {
    if (stop !== undefined && this.parts.isToGoOn()) return this.parts.save(this.run);
    const { until: _until, failure: _failure, current: _name, currentId: _id, ...rest } = this.run;
    const ended = { ...rest, endedAt: this.parts.clock.now() };
    await this.parts.save(stop === undefined
      ? { ...ended, state: 'done' }
      : { ...ended, state: 'stopped', ...(stop.failure === undefined ? {} : { failure: stop.failure }) });
  }
}

/** Of whom nothing is there come first: somebody who leaves early has something of everybody. */
const newestNeedFirst = (due: readonly CustomerParts[]): readonly CustomerParts[] => {
  const isNew = ({ readAt }: CustomerParts): boolean => readAt.subscriptions === undefined;
  return [...due.filter(isNew), ...due.filter((one) => !isNew(one))];
};

/** Subscriptions that are read anew may be others: each of them is asked for what is kept of it alone where that is not fresh. */
const withThoseOfEach = (due: ReturnType<typeof dueParts>): ReturnType<typeof dueParts> =>
  due.includes('subscriptions') ? [...new Set([...due, 'support-contacts', 'upgrades'] as const)] : due;

/** How a patient question ended, as a single one would have. */
function readingOf<Value>(asked: Asked<Value>): Reading<Value> {
  if (asked.kind === 'answered') return { outcome: 'answered', value: asked.value };
  if (asked.kind === 'refused') return { outcome: 'refused', failure: asked.failure };
  return { outcome: asked.kind === 'silent' ? 'no-answer' : 'not-sent', failure: asked.failure ?? failure('offline') };
}

/** Reads what is due of what is chosen, from what is on the disk on. */
export const walkBriefcase = (query: BriefcaseQuery, run: BriefcaseRun, parts: BriefcaseWalkParts): Promise<void> =>
  new BriefcaseWalk(parts, run).go(query);
