import type { PartnershipRequestId } from '../../../../shared/ids.ts';

/** Where a request's reminder is written; from there it goes back to the request. */
export const reminderPath = (id: PartnershipRequestId): string =>
  `/resellers/write/partnership-reminder?request=${id}&back=${encodeURIComponent(`/resellers/requests?request=${id}`)}`;
