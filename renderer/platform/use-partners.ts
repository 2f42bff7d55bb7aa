import { useMemo } from 'react';
import type { ResellerContact } from '../../shared/domain/partnership/reseller-contact.ts';
import type { Sighting } from '../../shared/domain/partnership/sighting.ts';
import type { Verdict } from '../../shared/domain/partnership/verdict.ts';
import type { Instant } from '../../shared/instant.ts';
import type { ResellerRow } from '../../shared/ports/mirror.ts';
import { useLive, useMirror } from './services.tsx';

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

const byKey = <Value>(values: readonly Value[], keyOf: (value: Value) => string): ReadonlyMap<string, Value> =>
  new Map(values.map((value) => [keyOf(value), value]));

interface Known {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly contacts: ReadonlyMap<string, ResellerContact>;
  readonly sightings: ReadonlyMap<string, Sighting>;
}

/** A row with what is known of it. */
function partnerRow(row: ResellerRow, { verdicts, contacts, sightings }: Known): PartnerRow {
  const verdict = verdicts.get(row.partnerId);
  const contact = contacts.get(row.id);
  const sighting = sightings.get(row.id);
  return {
    ...row,
    ...(verdict === undefined ? {} : { verdict }),
    ...(contact === undefined ? {} : { contact }),
    ...(sighting === undefined || sighting.isFromStart ? {} : { firstSeenAt: sighting.firstSeenAt }),
  };
}

/**
 * All resellers with verdicts, contacts and sightings, live; undefined before the first answer. The same object until
 * something changes, so that what is worked out of 2,000 rows can be kept.
 */
export function usePartners(): Partners | undefined {
  const listed = useMirror(['resellers'], (mirror) => mirror.resellers(), []);
  // an organization that was never read is an answer too
  const own = useMirror(['organization'], async (mirror) => ({ partnerId: (await mirror.organization())?.partnerId }), []);
  const status = useMirror(['status'], (mirror) => mirror.status(), []);
  const verdicts = useLive((work) => work.partnerships.verdicts(), []);
  const contacts = useLive((work) => work.partnerships.contacts(), []);
  const sightings = useLive((work) => work.partnerships.sightings(), []);
  const readAt = status?.collections.resellers.pulledAt;
  const isStatusKnown = status !== undefined;
  return useMemo(() => {
    if (!listed || !own || !isStatusKnown || !verdicts || !contacts || !sightings) return undefined;
    const known: Known = {
      verdicts: byKey(verdicts, ({ partnerId }) => partnerId),
      contacts: byKey(contacts, ({ id }) => id),
      sightings: byKey(sightings, ({ id }) => id),
    };
    const rows = listed.map((row) => partnerRow(row, known));
    const rowsById = byKey(rows, ({ id }) => id);
    return {
      rows,
      sightings,
      readAt,
      rowOf: (id) => rowsById.get(id),
      verdictOf: (partnerId) => known.verdicts.get(partnerId),
      contactOf: (id) => known.contacts.get(id),
      ownPartnerId: own.partnerId === '' ? undefined : own.partnerId,
    };
  }, [listed, own, isStatusKnown, readAt, verdicts, contacts, sightings]);
}
