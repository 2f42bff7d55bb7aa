import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { PlainRow } from './plain-row.ts';

/** The straightforward store that the mirror is compared with: one row a record, five indexes. */
export type PlainStore = Dexie & { readonly customers: Table<PlainRow, string> };

export function plainStore(): PlainStore {
  const store = new Dexie('plain-customers', { chromeTransactionDurability: 'relaxed' }) as PlainStore;
  store.version(1).stores({ customers: 'id, companyProfile.companyName, companyProfile.domain, resellerId, country, updatedAt' });
  return store;
}
