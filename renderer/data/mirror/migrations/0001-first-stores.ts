/**
 * Version 1 of the mirror. Frozen: a later version is a new file. The mirror may also be dropped and pulled again,
 * so a version that cannot convert may clear.
 */
export const migration = {
  version: 1,
  stores: {
    documents: 'key',
    pages: '[generation+number]',
    rows: 'id',
    customers: 'id',
    associations: 'resellerId',
    countryRules: 'iso2',
    catalogues: 'country',
    jobs: 'key',
  },
} as const;
