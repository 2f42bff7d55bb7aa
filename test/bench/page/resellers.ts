import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import { openMirror } from '../../../renderer/data/mirror/open-mirror.ts';
import { found, searchable, sorted } from '../../../renderer/features/resellers/reseller-search.ts';
import { createFormat } from '../../../renderer/text/format.ts';
import type { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId } from '../../../shared/ids.ts';
import { instantOf } from '../../../shared/instant.ts';
import type { Mirror, ResellerRow } from '../../../shared/ports/mirror.ts';
import { benchAccount } from './account.ts';
import { feed } from './mirror-pull.ts';
import { plainStore } from './plain-store.ts';
import { benchResellers, customerIdsIn, customersByReseller, readCustomers, resellerCount, resellerKeystrokes } from './reseller-rows.ts';

interface PlainSubscription {
  readonly id: string;
  readonly partnerId: string;
  readonly createdAt: string;
}
type PlainPartners = Dexie & {
  readonly resellers: Table<Reseller, string>;
  readonly subscriptions: Table<PlainSubscription, string>;
};

/** What the straightforward store keeps beside its customers: one row a reseller and a subscription, with their indexes. */
function plainPartners(): PlainPartners {
  const store = new Dexie('plain-partners', { chromeTransactionDurability: 'relaxed' }) as PlainPartners;
  store.version(1).stores({ resellers: 'id, name', subscriptions: 'id, [partnerId+createdAt]' });
  return store;
}

const start = Date.UTC(2026, 0, 1);
const subscriptionOf = (number: number): Subscription =>
  Subscription.parse({
    id: `s${number}`, offerName: 'Microsoft 365', friendlyName: 'Microsoft 365', quantity: 1, status: 'active', autoRenewEnabled: true,
    partnerId: benchResellers[number % resellerCount]?.partnerId ?? '', createdAt: instantOf(new Date(start + number * 60_000)),
  });

/** Puts resellers, whose customers they have, and what was bought for some of these customers into the mirror. */
export async function storeInMirror(pages: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
  const mirror = await openMirror(benchAccount);
  const { port } = feed(pages, { resellers: benchResellers, customersOf: customersByReseller(pages) });
  const { stopped, collections } = await mirror.pull(port);
  if (collections.resellers.count !== resellerCount) throw new Error(`the resellers did not come: ${stopped?.code ?? 'no reason'}`);
  for (const [number, id] of customerIdsIn(pages, readCustomers).entries()) {
    const subscriptions = [subscriptionOf(number * 2), subscriptionOf(number * 2 + 1)];
    const customerId = CustomerTenantId.parse(id.toLowerCase());
    await mirror.apply({ kind: 'subscriptions-read', customerId, subscriptions, at: instantOf(new Date(start)) });
  }
}

/** The same for the plain store; its customers name their resellers already. */
export async function storePlainly(): Promise<void> {
  const store = plainPartners();
  await store.resellers.bulkPut(benchResellers);
  const rows = Array.from({ length: readCustomers * 2 }, (_unused, number) => subscriptionOf(number));
  await store.subscriptions.bulkPut(rows.map(({ id, partnerId = '', createdAt = '' }) => ({ id, partnerId, createdAt })));
}

async function listPlainly(): Promise<readonly ResellerRow[]> {
  const [store, customers] = [plainPartners(), plainStore()];
  const rows = await store.resellers.toArray();
  return Promise.all(rows.map(async (row) => {
    const customerCount = await customers.customers.where('resellerId').equals(row.id).count();
    const newest = await store.subscriptions.where('[partnerId+createdAt]')
      .between([row.partnerId, Dexie.minKey], [row.partnerId, Dexie.maxKey])
      .last();
    return { ...row, customerCount, ...(newest === undefined ? {} : { lastActivityAt: instantOf(new Date(newest.createdAt)) }) };
  }));
}

/** All resellers, once the last activity of each of them is known: until then the list is told without it. */
async function listWhole(mirror: Mirror): Promise<readonly ResellerRow[]> {
  const { promise, resolve } = Promise.withResolvers<readonly ResellerRow[]>();
  const look = async (): Promise<void> => {
    const rows = await mirror.resellers();
    if (rows.every(({ lastActivityAt }) => lastActivityAt !== undefined)) resolve(rows);
  };
  const stop = mirror.subscribe((topics) => void (topics.includes('resellers') && look()));
  await look();
  return promise.finally(stop);
}

/** Milliseconds from opening the store to every reseller with its customers counted and its last activity. */
export async function listResellers(store: 'mirror' | 'plain'): Promise<number> {
  const startedAt = performance.now();
  const rows = await (store === 'mirror' ? openMirror(benchAccount).then(listWhole) : listPlainly());
  const took = performance.now() - startedAt;
  const isWhole = rows.length === resellerCount && rows.every(({ customerCount }) => customerCount > 0);
  if (!isWhole || rows.filter(({ lastActivityAt }) => lastActivityAt !== undefined).length !== resellerCount) {
    throw new Error('resellers are missing');
  }
  return took;
}

export interface ResellerSearch {
  readonly ours: readonly number[];
  readonly plain: readonly number[];
  /** Rows that one of the two finds or orders otherwise. */
  readonly missed: number;
}

const fold = (text: string): string => text.normalize('NFD').replaceAll(/[\u0300-\u036F]/gu, '').toLowerCase();

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The textbook way: each key typed folds, filters and sorts all rows. */
function searchPlainly(rows: readonly ResellerRow[], text: string, countryOf: (code: string) => string): readonly ResellerRow[] {
  const words = fold(text).split(/\s+/u).filter((word) => word !== '');
  const textOf = ({ name, partnerId, id, location }: ResellerRow): string => fold([name, partnerId, id, location, countryOf(location)].join('\n'));
  return rows
    .filter((row) => words.every((word) => textOf(row).includes(word)))
    .toSorted((a, b) => byName.compare(a.name, b.name));
}

/** Types every keystroke in the list of the app and in the plain one, in turn; one pass more than once. */
export async function searchResellers(passes: number): Promise<readonly ResellerSearch[]> {
  const rows = await (await openMirror(benchAccount)).resellers();
  const format = createFormat('en', 'now');
  const ordered = sorted(searchable(rows, format), { sortedBy: 'name', isDescending: false }, format);
  const ours = (text: string): readonly ResellerRow[] => found(ordered, { text, state: 'all', country: '' });
  const plainly = (text: string): readonly ResellerRow[] => searchPlainly(rows, text, format.country);
  const timed = (search: typeof ours, text: string): number => {
    const startedAt = performance.now();
    search(text);
    return performance.now() - startedAt;
  };
  const idsOf = (list: readonly ResellerRow[]): string => list.map(({ id }) => id).join();
  const missed = resellerKeystrokes.filter((text) => idsOf(ours(text)) !== idsOf(plainly(text))).length;
  return Array.from({ length: passes }, () => ({
    ours: resellerKeystrokes.map((text) => timed(ours, text)), plain: resellerKeystrokes.map((text) => timed(plainly, text)), missed,
  }));
}
