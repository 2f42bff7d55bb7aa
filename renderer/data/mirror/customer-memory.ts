import type { CustomerTenantId } from '../../../shared/ids.ts';
import { recordsAtOnce } from './activity-index.ts';
import { keptCustomer } from './kept-customer.ts';
import type { KeptCustomer } from './kept-customer.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import type { CustomerExtra } from './records.ts';

type Kept = Map<CustomerTenantId, KeptCustomer>;

/**
 * What was read of customers, in memory: a question about the subscriptions of thousands does not read their records each time.
 * All records are read once, when first asked; after that the customer that changed is put in anew.
 */
export class CustomerMemory {
  private readonly database: MirrorDatabase;
  private reading: Promise<Kept> | undefined;
  private known: Kept | undefined;
  /** Stored while all were being read: newer than what that reading may have found. */
  private fresher: Kept = new Map();

  constructor(database: MirrorDatabase) {
    this.database = database;
  }

  all(): Promise<ReadonlyMap<CustomerTenantId, KeptCustomer>> {
    this.reading ??= this.read();
    return this.reading;
  }

  /** A customer as it is stored now. */
  take(extra: CustomerExtra): void {
    if (this.known !== undefined) this.known.set(extra.id, keptCustomer(extra));
    // before the reading there is nothing that it could miss
    else if (this.reading !== undefined) this.fresher.set(extra.id, keptCustomer(extra));
  }

  /** Records that were deleted: of customers that are in no list any more, or whose space was given back. */
  drop(isGone: (id: CustomerTenantId) => boolean): void {
    for (const kept of [this.known, this.fresher]) for (const id of kept?.keys() ?? []) if (isGone(id)) kept?.delete(id);
  }

  forget(): void {
    this.reading = undefined;
    this.known = undefined;
    this.fresher = new Map();
  }

  private async read(): Promise<Kept> {
    const fresher: Kept = new Map();
    this.fresher = fresher;
    try {
      const kept = await this.readAll();
      for (const [id, one] of fresher) kept.set(id, one);
      if (this.fresher === fresher) this.known = kept;
      return kept;
    } catch (error) {
      // the next question reads anew
      if (this.fresher === fresher) this.reading = undefined;
      throw error;
    }
  }

  private async readAll(): Promise<Kept> {
    const kept: Kept = new Map();
    const { customers } = this.database;
    let part = await customers.toCollection().limit(recordsAtOnce).toArray();
    for (;;) {
      for (const extra of part) kept.set(extra.id, keptCustomer(extra));
      const last = part.at(-1);
      if (last === undefined || part.length < recordsAtOnce) return kept;
      part = await customers.where(':id').above(last.id).limit(recordsAtOnce).toArray();
    }
  }
}
