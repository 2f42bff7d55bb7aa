import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import type { CustomerExtra } from './records.ts';

/** Enough to be quick, few enough not to hold the records of all customers in memory at once. */
export const recordsAtOnce = 1000;

type Dates = ReadonlyMap<string, Instant>;

/** What is remembered of one customer. */
interface Trace {
  /** The newest order or subscription of each Partner ID. */
  readonly dates: Dates;
  /** Every Partner ID and tenant that its orders, subscriptions and support contacts name. */
  readonly names: ReadonlySet<string>;
}
type Traces = Map<CustomerTenantId, Trace>;

function note(dates: Map<string, Instant>, partnerId: string | undefined, at: Instant | undefined): void {
  if (partnerId === undefined || partnerId === '' || at === undefined) return;
  const known = dates.get(partnerId);
  if (known === undefined || known < at) dates.set(partnerId, at);
}

function traceOf({ orders = [], subscriptions = [], supportContacts = {} }: CustomerExtra): Trace {
  const dates = new Map<string, Instant>();
  const names = new Set<string>();
  for (const { createdAt, lines } of orders) {
    for (const { partnerId = '' } of lines) {
      note(dates, partnerId, createdAt);
      names.add(partnerId);
    }
  }
  for (const { createdAt, partnerId = '' } of subscriptions) {
    note(dates, partnerId, createdAt);
    names.add(partnerId);
  }
  for (const { tenantId, partnerId } of Object.values(supportContacts)) names.add(tenantId.toLowerCase()).add(partnerId);
  names.delete('');
  return { dates, names };
}

const noDates: Dates = new Map();
const isSame = (a: Dates, b: Dates): boolean => a.size === b.size && [...a].every(([partnerId, at]) => b.get(partnerId) === at);

/**
 * Which resellers each customer that is kept names, and when each Partner ID was last credited. All records are read once;
 * after that the customer that changed is put in anew. A list of 2,000 resellers never waits for the records of all
 * customers, nor does what is known of one reseller, nor anything that is stored.
 */
export class ActivityIndex {
  private readonly database: MirrorDatabase;
  private readonly tellRead: () => void;
  private traces: Traces | undefined;
  private reading: Promise<Traces> | undefined;
  /** Stored while all were being read: newer than what that reading may have found. */
  private fresher: Traces = new Map();
  private newest: Dates | undefined;

  /** `tellRead` hears when the dates are there that `latest` could not answer. */
  constructor(database: MirrorDatabase, tellRead: () => void) {
    this.database = database;
    this.tellRead = tellRead;
  }

  /** By Partner ID. None before all was read, which this begins; when it fails, the next question begins it anew. */
  latest(): Dates {
    if (this.traces === undefined) {
      if (this.reading === undefined) void this.read().then(this.tellRead, () => undefined);
      return noDates;
    }
    if (this.newest !== undefined) return this.newest;
    const newest = new Map<string, Instant>();
    for (const { dates } of this.traces.values()) for (const [partnerId, at] of dates) note(newest, partnerId, at);
    this.newest = newest;
    return newest;
  }

  /** Customers that are kept and either listed or name the reseller by one of its names, in the order of their ids. */
  async customersOf(names: readonly string[], listed: ReadonlySet<CustomerTenantId>): Promise<readonly CustomerTenantId[]> {
    const traces = this.traces ?? (await this.read());
    const found = [...traces].filter(([id, trace]) => listed.has(id) || names.some((name) => trace.names.has(name)));
    return found.map(([id]) => id).toSorted();
  }

  /** A customer as it is stored now; answers whether the last activity of a reseller may be another. */
  take(extra: CustomerExtra): boolean {
    const trace = traceOf(extra);
    const { traces } = this;
    if (traces === undefined) {
      // before the reading there is nothing that it could miss
      if (this.reading !== undefined) this.fresher.set(extra.id, trace);
      return true;
    }
    const before = traces.get(extra.id)?.dates ?? noDates;
    traces.set(extra.id, trace);
    if (isSame(before, trace.dates)) return false;
    this.newest = undefined;
    return true;
  }

  /** Customers that are in no list any more are no activity. */
  async keepOnly(isKept: (id: CustomerTenantId) => boolean): Promise<void> {
    const traces = this.traces ?? (await this.reading?.catch(() => undefined));
    if (traces === undefined) return;
    for (const [id, { names }] of traces) if (!isKept(id)) traces.set(id, { dates: noDates, names });
    this.newest = undefined;
  }

  forget(): void {
    this.traces = undefined;
    this.reading = undefined;
    this.fresher = new Map();
    this.newest = undefined;
  }

  private read(): Promise<Traces> {
    const reading = this.reading ?? this.readAll();
    this.reading = reading;
    return reading;
  }

  private async readAll(): Promise<Traces> {
    const fresher: Traces = new Map();
    this.fresher = fresher;
    try {
      const traces = await this.tracesOfAll();
      for (const [id, trace] of fresher) traces.set(id, trace);
      if (this.fresher === fresher) this.traces = traces;
      return traces;
    } finally {
      if (this.fresher === fresher) this.reading = undefined;
    }
  }

  private async tracesOfAll(): Promise<Traces> {
    const traces: Traces = new Map();
    const { customers } = this.database;
    let part = await customers.toCollection().limit(recordsAtOnce).toArray();
    for (;;) {
      for (const extra of part) traces.set(extra.id, traceOf(extra));
      const last = part.at(-1);
      if (last === undefined || part.length < recordsAtOnce) return traces;
      part = await customers.where(':id').above(last.id).limit(recordsAtOnce).toArray();
    }
  }
}
