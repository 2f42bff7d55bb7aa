import { comparedNumber } from '../../../shared/domain/customer/duplicates.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { recordsAtOnce } from './activity-index.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import type { CustomerExtra } from './records.ts';

interface Facts {
  /** ISO code, upper case; empty where the server never told. */
  readonly country: string;
  /** As it is compared. */
  readonly registrationNumber: string;
  /** Its subscriptions were read. */
  readonly isRead: boolean;
}
type KnownFacts = Map<CustomerTenantId, Facts>;

/** ISO code, upper case; empty where the server never told. */
export const countryOf = ({ detail }: CustomerExtra): string => (detail?.country ?? detail?.address?.country ?? '').toUpperCase();

const factsOf = (extra: CustomerExtra): Facts => ({
  country: countryOf(extra),
  registrationNumber: comparedNumber(extra.detail?.registrationNumber ?? ''),
  isRead: extra.subscriptions !== undefined,
});

/**
 * What lists and searches need of customers that were read online and the packed list does not carry (list-customers, notes).
 * Read from their records once, and kept in step after that.
 */
export class CustomerFacts {
  private readonly database: MirrorDatabase;
  private known: KnownFacts | undefined;
  private reading: Promise<KnownFacts> | undefined;
  private fresher: KnownFacts = new Map();
  /** Counts the changes of a country: what was worked out before is stale. */
  version = 0;

  constructor(database: MirrorDatabase) {
    this.database = database;
  }

  loaded(): Promise<KnownFacts> {
    this.reading ??= this.read();
    return this.reading;
  }

  /** Country of a customer that was read; undefined before the reading, and for one that never was read. */
  countryOf(id: CustomerTenantId): string | undefined {
    const country = this.known?.get(id)?.country;
    return country === '' ? undefined : country;
  }

  /** A customer as it is stored now. */
  take(extra: CustomerExtra): void {
    const facts = factsOf(extra);
    if (this.known === undefined) this.fresher.set(extra.id, facts);
    else {
      if (this.known.get(extra.id)?.country !== facts.country) this.version += 1;
      this.known.set(extra.id, facts);
    }
  }

  /** Customers with this registration number. */
  async withNumber(registrationNumber: string): Promise<readonly CustomerTenantId[]> {
    const wanted = comparedNumber(registrationNumber);
    if (wanted === '') return [];
    return [...(await this.loaded())].filter(([, facts]) => facts.registrationNumber === wanted).map(([id]) => id);
  }

  forget(): void {
    this.known = undefined;
    this.reading = undefined;
    this.fresher = new Map();
    this.version += 1;
  }

  private async read(): Promise<KnownFacts> {
    const known: KnownFacts = new Map();
    const { customers } = this.database;
    let part = await customers.toCollection().limit(recordsAtOnce).toArray();
    for (let last = part.at(-1); last !== undefined; last = part.length < recordsAtOnce ? undefined : part.at(-1)) {
      for (const extra of part) known.set(extra.id, factsOf(extra));
      if (part.length < recordsAtOnce) break;
      part = await customers.where(':id').above(last.id).limit(recordsAtOnce).toArray();
    }
    for (const [id, facts] of this.fresher) known.set(id, facts);
    this.known = known;
    this.version += 1;
    return known;
  }
}
