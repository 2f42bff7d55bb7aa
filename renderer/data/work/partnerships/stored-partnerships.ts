import type { PartnershipStore } from '../../../../shared/ports/partnership-store.ts';
import type { PartnershipContext } from './partnership-context.ts';
import { storedContacts } from './stored-contacts.ts';
import { storedRemovals } from './stored-removals.ts';
import { storedRequests } from './stored-requests.ts';
import { storedSightings } from './stored-sightings.ts';
import { storedVerdicts } from './stored-verdicts.ts';

/** What is known of partnerships beside the server's list; each method is one transaction with its journal entries. */
export const storedPartnerships = (context: PartnershipContext): PartnershipStore => ({
  ...storedRequests(context),
  ...storedContacts(context),
  ...storedVerdicts(context),
  ...storedSightings(context),
  ...storedRemovals(context),
});
