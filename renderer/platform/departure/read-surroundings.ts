import { offerKeyOf } from '../../../shared/domain/cart/line-rules.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import { isBefore } from '../../../shared/instant.ts';
import type { CustomerRecord, Mirror } from '../../../shared/ports/mirror.ts';
import type { Departing } from './departing.ts';

/** What the offline copy tells around carts that are to leave. */
export interface Surroundings {
  readonly customers: ReadonlyMap<CustomerTenantId, CustomerRecord>;
  readonly offers: ReadonlyMap<string, Offer>;
  /** By market, where the catalogue was read. */
  readonly promotions: ReadonlyMap<string, readonly Promotion[]>;
  /** When prices were last read or imported, by market. */
  readonly pricesReadAt: ReadonlyMap<string, Instant>;
}

const later = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || (b !== undefined && isBefore(a, b)) ? b : a;

async function pricesOf(mirror: Mirror, markets: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
  const [lists, status, pulled] = await Promise.all([mirror.priceLists(), mirror.status(), mirror.catalogueCountries()]);
  const read = markets.flatMap((market) => {
    const imported = lists.filter((list) => list.market === market).reduce<Instant | undefined>((at, list) => later(at, list.importedAt), undefined);
    const at = later(imported, pulled.includes(market) ? status.collections.catalogue.pulledAt : undefined);
    return at === undefined ? [] : [[market, at] as const];
  });
  return new Map(read);
}

/** Everything the offline copy knows around the carts; one reading for all of them. */
export async function readSurroundings(mirror: Mirror, departing: readonly Departing[]): Promise<Surroundings> {
  const ids = [...new Set(departing.flatMap(({ cart }) => (cart.customer.kind === 'tenant' ? [cart.customer.customerId] : [])))];
  const keys = [...new Set(departing.flatMap(({ cart }) => cart.lines.map((line) => offerKeyOf(cart.market, line))))];
  const markets = [...new Set(departing.map(({ cart }) => cart.market))];
  const [records, offers, countries, pricesReadAt] = await Promise.all([
    Promise.all(ids.map((id) => mirror.customer(id))),
    Promise.all(keys.map((key) => mirror.offer(key))),
    mirror.catalogueCountries(),
    pricesOf(mirror, markets),
  ]);
  const known = markets.filter((market) => countries.includes(market));
  const promotions = await Promise.all(known.map(async (market) => [market, await mirror.promotions(market)] as const));
  return {
    customers: new Map(records.flatMap((record) => (record === undefined ? [] : [[record.row.id, record] as const]))),
    offers: new Map(offers.flatMap((offer) => (offer === undefined ? [] : [[offer.key, offer] as const]))),
    promotions: new Map(promotions),
    pricesReadAt,
  };
}
