import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { AccountId, CustomerTenantId, ResellerTenantId } from '../../../shared/ids.ts';
import { migration as firstStores } from './migrations/0001-first-stores.ts';
import { migration as priceLists } from './migrations/0002-price-lists.ts';
import type {
  AssociationRecord, CatalogueRecord, CustomerExtra, DocumentRecord, Documents, JobRecord, OverlayRow, PageRecord, PriceChunkRecord,
  PriceIndexRecord, PriceListRecord, RulesRecord,
} from './records.ts';

const migrations = [firstStores, priceLists] as const;

/** The offline copy of one account's server data. */
export type MirrorDatabase = Dexie & {
  readonly documents: Table<DocumentRecord, keyof Documents>;
  readonly pages: Table<PageRecord, readonly [number, number]>;
  readonly rows: Table<OverlayRow, CustomerTenantId>;
  readonly customers: Table<CustomerExtra, CustomerTenantId>;
  readonly associations: Table<AssociationRecord, ResellerTenantId>;
  readonly countryRules: Table<RulesRecord, string>;
  readonly catalogues: Table<CatalogueRecord, string>;
  readonly jobs: Table<JobRecord, string>;
  readonly priceLists: Table<PriceListRecord, number>;
  readonly priceChunks: Table<PriceChunkRecord, readonly [number, number]>;
  readonly priceIndexes: Table<PriceIndexRecord, number>;
};

export const mirrorDatabaseName = (accountId: AccountId): string => `mirror-${accountId}`;

/**
 * Opens the database, up to a version when a test asks for an old one. Relaxed durability: a page lost in a power cut
 * is pulled again, because its cursor is lost with it (decisions D1 and D16).
 */
export async function openMirrorDatabase(accountId: AccountId, upTo = Infinity): Promise<MirrorDatabase> {
  const database = new Dexie(mirrorDatabaseName(accountId), { chromeTransactionDurability: 'relaxed' }) as MirrorDatabase;
  for (const { version, stores } of migrations.filter((migration) => migration.version <= upTo)) {
    database.version(version).stores(stores);
  }
  await database.open();
  return database;
}

/** One of the singletons. */
export async function readDocument<Key extends keyof Documents>(
  database: MirrorDatabase, key: Key,
): Promise<Documents[Key] | undefined> {
  const record = await database.documents.get(key);
  // the key decides the type of the value, which the table cannot say
  return record?.value as Documents[Key] | undefined;
}

export async function writeDocument<Key extends keyof Documents>(
  database: MirrorDatabase, key: Key, value: Documents[Key],
): Promise<void> {
  await database.documents.put({ key, value } as DocumentRecord);
}
