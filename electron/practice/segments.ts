import type { Segment } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import type { SeedQualification } from './seed/seed.ts';
import type { State } from './state.ts';

const opened: Readonly<Record<SeedQualification, Segment>> = { Education: 'education', Nonprofit: 'nonprofit' };

/** The segments a customer may buy from: commercial, and what its approved qualifications open. */
export function qualifiedSegments(state: State, customer: Customer): ReadonlySet<Segment> {
  const qualification = state.seed.qualificationOf(customer.tenantId);
  return new Set(qualification === undefined ? ['commercial'] : ['commercial', opened[qualification]]);
}
