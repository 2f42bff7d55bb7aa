/**
 * Version 3, frozen like those before: the quotes made of carts. Tables of versions 1 and 2 stay as they are. Ids are UUIDv7; one
 * cart has each version once, whoever writes it.
 */
export const quotes = {
  version: 3,
  stores: { quotes: 'id, draftId, &[draftId+version]' },
} as const;
