import type { QualificationName } from './qualification-records.ts';
import { approvedQualifications } from './qualifications.ts';
import type { Segment } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import type { State } from './state.ts';

/** State-owned entities buy from the commercial segment; the qualification says who they are (get-customer-qualifications). */
const opened: Readonly<Record<QualificationName, Segment>> = {
  Education: 'education',
  Nonprofit: 'nonprofit',
  GovernmentCommunityCloud: 'government',
  StateOwnedEntity: 'commercial',
};

/** The segments a customer may buy from: commercial, and what its approved qualifications open. */
export function qualifiedSegments(state: State, customer: Customer, now: Date): ReadonlySet<Segment> {
  const approved = approvedQualifications(state, customer.tenantId, now);
  return new Set(['commercial', ...approved.map((qualification) => opened[qualification])]);
}
