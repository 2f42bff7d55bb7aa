/**
 * Version 1, frozen: it imports nothing of ours, so that no later change of the app changes what it did.
 * Ids are UUIDv7, so the primary keys sort by age.
 */
export const firstTables = {
  version: 1,
  stores: {
    drafts: 'id',
    operations: 'id',
    journal: 'id, operationId',
    settings: 'name',
    /** Raw copies of rows that could not be read, by table and key. */
    parked: '[table+key]',
  },
} as const;
