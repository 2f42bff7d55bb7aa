/**
 * Version 5, frozen like those before: the bulk changes that were confirmed, and apart from them their rows, by the same id
 * (UUIDv7). Their operations stand among the operations.
 */
export const batches = {
  version: 5,
  stores: { batches: 'id', batchContents: 'id' },
} as const;
