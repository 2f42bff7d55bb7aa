/**
 * Version 2, frozen like the first: what the provider knows of its partnerships beside the server's list. Tables of
 * version 1 stay as they are. Ids are UUIDv7, except those of contacts and sightings: the reseller's tenant id.
 */
export const partnerships = {
  version: 2,
  stores: {
    requests: 'id',
    contacts: 'id',
    verdicts: 'id, partnerId',
    sightings: 'id',
    removals: 'id',
  },
} as const;
