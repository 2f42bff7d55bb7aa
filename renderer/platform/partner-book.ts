import type { ResellerContact } from '../../shared/domain/partnership/reseller-contact.ts';
import type { Sighting } from '../../shared/domain/partnership/sighting.ts';
import type { Verdict } from '../../shared/domain/partnership/verdict.ts';
import type { Instant } from '../../shared/instant.ts';
import type { MirrorTopic, ResellerRow } from '../../shared/ports/mirror.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Services } from './services.tsx';

/** A reseller of the list with what is known of it beside the list. */
export interface PartnerRow extends ResellerRow {
  /** What the last check of its Partner ID found. */
  readonly verdict?: Verdict;
  readonly contact?: ResellerContact;
  /** Since when it stands in the list; missing when it did from the first list on. */
  readonly firstSeenAt?: Instant;
}

export interface Partners {
  readonly rows: readonly PartnerRow[];
  readonly rowOf: (id: string) => PartnerRow | undefined;
  readonly verdictOf: (partnerId: string) => Verdict | undefined;
  readonly contactOf: (id: string) => ResellerContact | undefined;
  /** Every reseller that was ever listed, those that are gone too. */
  readonly sightings: readonly Sighting[];
  readonly ownPartnerId: string | undefined;
  /** How old the list is; undefined when it was never read. */
  readonly readAt: Instant | undefined;
}

interface Parts {
  readonly listed: readonly ResellerRow[];
  readonly ownPartnerId: string | undefined;
  readonly readAt: Instant | undefined;
  readonly verdicts: readonly Verdict[];
  readonly contacts: readonly ResellerContact[];
  readonly sightings: readonly Sighting[];
}

const byKey = <Value>(values: readonly Value[], keyOf: (value: Value) => string): ReadonlyMap<string, Value> =>
  new Map(values.map((value) => [keyOf(value), value]));

/** The parts put together: each row with what is known of it. */
function partnersOf({ listed, ownPartnerId, readAt, verdicts, contacts, sightings }: Parts): Partners {
  const verdictBy = byKey(verdicts, ({ partnerId }) => partnerId);
  const contactBy = byKey(contacts, ({ id }) => id);
  const sightingBy = byKey(sightings, ({ id }) => id);
  const rows = listed.map((row): PartnerRow => {
    const verdict = verdictBy.get(row.partnerId);
    const contact = contactBy.get(row.id);
    const sighting = sightingBy.get(row.id);
    return {
      ...row,
      ...(verdict === undefined ? {} : { verdict }),
      ...(contact === undefined ? {} : { contact }),
      ...(sighting === undefined || sighting.isFromStart ? {} : { firstSeenAt: sighting.firstSeenAt }),
    };
  });
  const rowBy = byKey(rows, ({ id }) => id);
  return {
    rows,
    sightings,
    readAt,
    rowOf: (id) => rowBy.get(id),
    verdictOf: (partnerId) => verdictBy.get(partnerId),
    contactOf: (id) => contactBy.get(id),
    ownPartnerId: ownPartnerId === '' ? undefined : ownPartnerId,
  };
}

const partNames = ['listed', 'ownPartnerId', 'readAt', 'verdicts', 'contacts', 'sightings'] as const;
const isWhole = (parts: Partial<Parts>): parts is Parts => partNames.every((name) => name in parts);

/** What the book says now: nothing yet, all partners, or why they could not be read. */
export interface BookPage {
  readonly partners?: Partners;
  readonly error?: unknown;
}

/**
 * All resellers of one account with what is known of them, read once for however many parts of the screen ask. It
 * follows the stores while somebody looks, and forgets what it has when nobody does.
 */
export class PartnerBook {
  private readonly services: Pick<Services, 'mirror' | 'work'>;
  private readonly readers = new Set<() => void>();
  private parts: Partial<Parts> = {};
  private current: BookPage = {};
  private stops: readonly (() => void)[] = [];

  constructor(services: Pick<Services, 'mirror' | 'work'>) {
    this.services = services;
  }

  readonly page = (): BookPage => this.current;

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    if (this.stops.length === 0) this.open();
    return () => {
      this.readers.delete(reader);
      // the next screen subscribes in the same turn: it goes on with what is known
      setTimeout(() => this.readers.size === 0 && this.close(), 0);
    };
  };

  private open(): void {
    const { mirror, work } = this.services;
    const questions: Partial<Record<MirrorTopic, () => Promise<Partial<Parts>>>> = {
      // the list and its age are told together
      resellers: async () => {
        const [listed, status] = await Promise.all([mirror.resellers(), mirror.status()]);
        return { listed, readAt: status.collections.resellers.pulledAt };
      },
      status: async () => ({ readAt: (await mirror.status()).collections.resellers.pulledAt }),
      organization: async () => ({ ownPartnerId: (await mirror.organization())?.partnerId }),
    };
    const hear = (answer: { readonly value: Partial<Parts> } | { readonly error: unknown }): void => {
      if ('value' in answer) this.take(answer.value);
      else this.show({ error: answer.error });
    };
    // During a pull the copy tells of changes faster than 2,000 rows are brought: each answer counts, however many are told.
    const askings = new Map(Object.entries(questions).map(([topic, question]) => [topic, oneAtATime(question, hear)]));
    const ask = (topic: string): void => askings.get(topic)?.ask();
    this.stops = [
      () => askings.forEach(({ stop }) => stop()),
      mirror.subscribe((changed) => changed.forEach(ask)),
      work.watch(() => work.partnerships.verdicts(), (verdicts) => this.take({ verdicts })),
      work.watch(() => work.partnerships.contacts(), (contacts) => this.take({ contacts })),
      work.watch(() => work.partnerships.sightings(), (sightings) => this.take({ sightings })),
    ];
    ask('resellers');
    ask('organization');
  }

  private close(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
    this.parts = {};
    this.current = {};
  }

  private take(parts: Partial<Parts>): void {
    const before = this.parts;
    this.parts = { ...before, ...parts };
    if (!isWhole(this.parts)) return;
    const { ownPartnerId, readAt } = this.parts;
    const isOnlyAge = !('listed' in parts || 'verdicts' in parts || 'contacts' in parts || 'sightings' in parts);
    if (isOnlyAge && isWhole(before) && before.ownPartnerId === ownPartnerId && before.readAt === readAt) return;
    this.show({ partners: partnersOf(this.parts) });
  }

  private show(page: BookPage): void {
    this.current = page;
    for (const reader of this.readers) reader();
  }
}
