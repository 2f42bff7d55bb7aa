import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import type { CustomerExtra } from './records.ts';

// Enough to be quick, few enough not to hold the records of all customers in memory at once.
const ROWS_AT_ONCE = 1000;

type Dates = Map<string, Instant>;

function note(dates: Dates, partnerId: string | undefined, at: Instant | undefined): void {
  if (partnerId === undefined || partnerId === '' || at === undefined) return;
  const known = dates.get(partnerId);
  if (known === undefined || known < at) dates.set(partnerId, at);
}

/** The newest order or subscription of each Partner ID at one customer. */
function datesOf({ orders = [], subscriptions = [] }: CustomerExtra): Dates {
  const dates: Dates = new Map();
  for (const { createdAt, lines } of orders) for (const { partnerId } of lines) note(dates, partnerId, createdAt);
  for (const { createdAt, partnerId } of subscriptions) note(dates, partnerId, createdAt);
  return dates;
}

const isSame = (a: Dates, b: Dates): boolean => a.size === b.size && [...a].every(([partnerId, at]) => b.get(partnerId) === at);

/**
 * When each Partner ID was last credited, by what is kept of single customers. All of it is read once; after that the
 * customer that changed is put in anew, so that a list of 2,000 resellers never waits for the records of all customers.
 */
export class ActivityIndex {
  private readonly database: MirrorDatabase;
  private loading: Promise<Map<CustomerTenantId, Dates>> | undefined;
  private newest: ReadonlyMap<string, Instant> | undefined;

  constructor(database: MirrorDatabase) {
    this.database = database;
  }

  /** By Partner ID. */
  async latest(): Promise<ReadonlyMap<string, Instant>> {
    const byCustomer = await this.loaded();
    if (this.newest !== undefined) return this.newest;
    const newest: Dates = new Map();
    for (const dates of byCustomer.values()) for (const [partnerId, at] of dates) note(newest, partnerId, at);
    this.newest = newest;
    return newest;
  }

  /** A customer as it is stored now; answers whether that says anything new. */
  async take(extra: CustomerExtra): Promise<boolean> {
    // not read yet: the first question reads it with all others
    if (this.loading === undefined) return true;
    const byCustomer = await this.loading;
    const dates = datesOf(extra);
    if (isSame(byCustomer.get(extra.id) ?? new Map<string, Instant>(), dates)) return false;
    this.put(byCustomer, extra.id, dates);
    return true;
  }

  /** Drops customers that are no longer kept. */
  async keepOnly(isKept: (id: CustomerTenantId) => boolean): Promise<void> {
    if (this.loading === undefined) return;
    const byCustomer = await this.loading;
    for (const id of byCustomer.keys()) if (!isKept(id)) this.put(byCustomer, id, new Map());
  }

  forget(): void {
    this.loading = undefined;
    this.newest = undefined;
  }

  private put(byCustomer: Map<CustomerTenantId, Dates>, id: CustomerTenantId, dates: Dates): void {
    if (dates.size === 0) byCustomer.delete(id);
    else byCustomer.set(id, dates);
    this.newest = undefined;
  }

  private loaded(): Promise<Map<CustomerTenantId, Dates>> {
    this.loading ??= this.load();
    return this.loading;
  }

  private async load(): Promise<Map<CustomerTenantId, Dates>> {
    const byCustomer = new Map<CustomerTenantId, Dates>();
    const { customers } = this.database;
    let part = await customers.toCollection().limit(ROWS_AT_ONCE).toArray();
    for (;;) {
      for (const extra of part) this.put(byCustomer, extra.id, datesOf(extra));
      const last = part.at(-1);
      if (last === undefined || part.length < ROWS_AT_ONCE) return byCustomer;
      part = await customers.where(':id').above(last.id).limit(ROWS_AT_ONCE).toArray();
    }
  }
}
