import type {
  BriefcaseContent, BriefcaseQuery, CustomerParts, MarketParts, NamedEnd,
} from '../../../shared/domain/briefcase/briefcase-parts.ts';
import { Instant } from '../../../shared/instant.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import type { CatalogueStore } from './catalogue-store.ts';
import type { CustomerList, LoadedList } from './customer-list.ts';
import type { CustomerMemory } from './customer-memory.ts';
import { fold } from './fold.ts';
import type { KeptCustomer } from './kept-customer.ts';
import { monthAfter, startOfMonth } from './lists/list-name.ts';
import type { PriceListStore } from './lists/price-list-store.ts';
import { readDocument, writeDocument } from './mirror-database.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import type { CustomerExtra } from './records.ts';

/** What the briefcase is made of. */
export interface BriefcaseParts {
  readonly database: MirrorDatabase;
  readonly list: CustomerList;
  readonly memory: CustomerMemory;
  readonly catalogue: CatalogueStore;
  readonly priceBook: PriceListStore;
}

/** Whether more than who it is was read of a customer. */
const isDeep = ({ parts: { readAt, orders } }: KeptCustomer): boolean =>
  orders > 0 || readAt.subscriptions !== undefined || readAt.qualifications !== undefined;

/** Every customer that is chosen, by itself or with its reseller. */
function chosenIn({ index, associations }: LoadedList, { resellerIds, customerIds }: BriefcaseQuery): ReadonlySet<CustomerTenantId> {
  const rows = resellerIds.flatMap((id) => associations.rowsOf(id, index));
  return new Set([...rows.map((row) => index.idOf(row)), ...customerIds]);
}

function partsOf({ index, associations }: LoadedList, id: CustomerTenantId, kept: KeptCustomer | undefined): CustomerParts {
  const row = index.rowOf(id);
  return {
    id,
    name: row < 0 ? (kept?.name ?? '') : index.row(row).name,
    resellerIds: row < 0 ? [] : associations.resellersOf(row, index),
    ...(kept?.parts ?? { readAt: {}, subscriptions: 0, orders: 0, partnerIds: [], bytes: 0 }),
  };
}

function nextEndOf(promotions: readonly Promotion[], readAt: Instant | undefined): NamedEnd | undefined {
  const ends = promotions.flatMap(({ endsAt, name }) => (endsAt === undefined || endsAt <= (readAt ?? '') ? [] : [{ at: endsAt, name }]));
  return ends.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
}

async function marketOf({ database, catalogue, priceBook }: BriefcaseParts, country: string): Promise<MarketParts> {
  const [kept, lists, status] = await Promise.all([catalogue.kept(country), priceBook.lists(), readDocument(database, 'status')]);
  const sheet = lists.find((list) => list.kind === 'price-sheet' && list.market === country);
  // catalogues of before each had its own age are as old as all of them
  const readAt = kept?.pulledAt ?? status?.collections.catalogue.pulledAt;
  const age = readAt === undefined ? {} : { readAt };
  const nextEnd = nextEndOf(kept?.promotions ?? [], readAt);
  return {
    country,
    ...(kept === undefined ? {} : { catalogue: { ...age, offers: kept.offers, bytes: kept.bytes } }),
    ...(sheet === undefined ? {} : {
      priceList: {
        month: sheet.month, readAt: sheet.importedAt, until: Instant.parse(startOfMonth(monthAfter(sheet.month))),
        bytes: await priceBook.bytesOf(sheet.id),
      },
    }),
    ...(kept?.promotions === undefined ? {} : {
      promotions: { count: kept.promotions.length, ...age, ...(nextEnd === undefined ? {} : { nextEnd }) },
    }),
  };
}

/** What the copy holds of what is chosen: how old, how large, and what of it ends when. */
export async function briefcaseContent(parts: BriefcaseParts, query: BriefcaseQuery): Promise<BriefcaseContent> {
  const [list, kept] = await Promise.all([parts.list.loaded(), parts.memory.all()]);
  const chosen = chosenIn(list, query);
  const named = [...chosen].map((id) => partsOf(list, id, kept.get(id))).map((one) => ({ one, key: fold(one.name) }));
  const customers = named.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one);
  const countries = [...new Set(customers.flatMap(({ country }) => country ?? []))].toSorted();
  const others = [...kept.values()].filter((one) => !chosen.has(one.id) && isDeep(one));
  return {
    customers,
    markets: await Promise.all(countries.map((country) => marketOf(parts, country))),
    others: { customers: others.length, bytes: others.reduce((sum, { parts: { bytes } }) => sum + bytes, 0) },
  };
}

/** A customer without what was read of it: who it is and what we ordered stays, the service may not list that yet. */
function lightened({ id, detail, placed = {}, orders = [], agreement, readAt }: CustomerExtra): CustomerExtra {
  const waiting = orders.filter((order) => placed[order.id] !== undefined);
  return {
    id,
    ...(detail === undefined ? {} : { detail }),
    ...(agreement === undefined ? {} : { agreement }),
    ...(waiting.length === 0 ? {} : { orders: waiting, placed }),
    ...(readAt?.detail === undefined ? {} : { readAt: { detail: readAt.detail } }),
  };
}

/** Gives back the space of customers that are not chosen, and are none of those to be kept. Answers those that were lightened. */
export async function lightenOthers(
  { database, list, memory }: BriefcaseParts, query: BriefcaseQuery, take: (extra: CustomerExtra) => void,
): Promise<number> {
  const [loaded, kept] = await Promise.all([list.loaded(), memory.all()]);
  const chosen = chosenIn(loaded, query);
  const { customers } = database;
  const ids = [...kept.values()].filter((one) => !chosen.has(one.id) && isDeep(one)).map(({ id }) => id);
  const light = await database.transaction('rw', customers, async () => {
    const extras = (await customers.bulkGet(ids)).flatMap((extra) => (extra === undefined ? [] : [lightened(extra)]));
    await customers.bulkPut(extras);
    return extras;
  });
  for (const extra of light) take(extra);
  return light.length;
}

/** Countries whose catalogue a pull is to bring too: those of the customers that are taken along. */
export async function wantCountries(database: MirrorDatabase, countries: readonly string[]): Promise<void> {
  await writeDocument(database, 'wanted-countries', [...new Set(countries)].filter((country) => /^[A-Z]{2}$/u.test(country)).toSorted());
}
