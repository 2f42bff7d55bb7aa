/**
 * Version 2 of the mirror: price lists and offer matrices. Rows are packed (packed-rows.ts); a chunk whose list is not in
 * `priceLists` is left over from an import that did not come to its end.
 */
export const migration = {
  version: 2,
  stores: {
    priceLists: 'id',
    priceChunks: '[list+number]',
    priceIndexes: 'list',
  },
} as const;
