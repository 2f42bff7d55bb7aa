import { PartnerId } from '../../../shared/ids.ts';
import type { ResellerTenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Sighting } from '../../../shared/domain/partnership/sighting.ts';
import type { PartnerRow } from '../../platform/use-partners.ts';

/** The reseller a page is about: one of the list, or one that stood in it before. */
export interface ResellerSubject {
  readonly id: ResellerTenantId;
  readonly name: string;
  /** Empty when the service sends none. */
  readonly partnerId: string;
  readonly location: string;
  /** Its row, while it is listed. */
  readonly row?: PartnerRow;
  /** When it was first missing from the list. */
  readonly goneAt?: Instant;
}

/** Looks a reseller up in the list, then among those that were listed before. */
export function subjectOf(id: string, rows: readonly PartnerRow[], sightings: readonly Sighting[]): ResellerSubject | undefined {
  const row = rows.find((one) => one.id === id);
  if (row !== undefined) return { id: row.id, name: row.name, partnerId: row.partnerId, location: row.location, row };
  const sighting = sightings.find((one) => one.id === id);
  if (sighting === undefined) return undefined;
  const { name, partnerId, location, goneAt } = sighting;
  return { id: sighting.id, name, partnerId, location, ...(goneAt === undefined ? {} : { goneAt }) };
}

/** Its Partner ID when it has one that can be checked and put on orders. */
export function usablePartnerId({ partnerId }: Pick<ResellerSubject, 'partnerId'>): PartnerId | undefined {
  const read = PartnerId.safeParse(partnerId);
  return read.success ? read.data : undefined;
}
