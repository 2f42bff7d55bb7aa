import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import type { Instant } from '../../../shared/instant.ts';
import { fold, wordsOf } from './fold.ts';
import type { PriceListStore } from './lists/price-list-store.ts';
import { pricersOf, reprice } from './lists/reprice.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import type { CatalogueRecord } from './records.ts';
import { storedSize } from './stored-size.ts';
import { storedOffer } from './stored-offer.ts';

/** A country's offers with the text each is found by. */
interface LoadedCatalogue {
  readonly offers: readonly Offer[];
  readonly texts: readonly string[];
  /** Of the price lists, when these prices were taken from them. */
  readonly version: number;
  readonly pricesChangeAt: Instant | undefined;
}

export interface KeptCatalogue {
  readonly offers: number;
  readonly bytes: number;
  readonly promotions?: readonly Promotion[];
  readonly pulledAt?: Instant;
}

/**
 * Offers by country. A country's catalogue is one record and is searched in memory. Its prices are written into it whenever
 * another list prices it or a price begins or ends, so that reading an offer costs nothing more than before.
 */
export class CatalogueStore {
  private readonly database: MirrorDatabase;
  private readonly lists: PriceListStore;
  private readonly now: () => Instant;
  private readonly loaded = new Map<string, LoadedCatalogue>();
  private readonly loading = new Map<string, Promise<LoadedCatalogue>>();
  private readonly sizes = new Map<string, number>();
  private replacements = 0;

  constructor(database: MirrorDatabase, lists: PriceListStore, now: () => Instant) {
    this.database = database;
    this.lists = lists;
    this.now = now;
  }

  async offers({ country, text }: { readonly country: string; readonly text: string }): Promise<readonly Offer[]> {
    const { offers, texts } = await this.read(country);
    const words = wordsOf(text);
    return offers.filter((_offer, position) => words.every((word) => texts[position]?.includes(word)));
  }

  /** `key` is `country:productId:skuId`. */
  async offer(key: string): Promise<Offer | undefined> {
    const [country = ''] = key.split(':');
    const { offers } = await this.read(country);
    return offers.find((offer) => offer.key === key);
  }

  async promotions(country: string): Promise<readonly Promotion[]> {
    return (await this.database.catalogues.get(country))?.promotions ?? [];
  }

  /** How a country's catalogue is kept: how old, how much, in how many bytes. */
  async kept(country: string): Promise<KeptCatalogue | undefined> {
    const record = await this.database.catalogues.get(country);
    if (record === undefined) return undefined;
    const bytes = this.sizes.get(country) ?? storedSize(record);
    this.sizes.set(country, bytes);
    const { offers, promotions, pulledAt } = record;
    return { offers: offers.length, bytes, ...(promotions && { promotions }), ...(pulledAt && { pulledAt }) };
  }

  async countries(): Promise<readonly string[]> {
    return this.database.catalogues.toCollection().primaryKeys();
  }

  /** Replaces the catalogue of a country. */
  async replace(country: string, offers: readonly Offer[], promotions: readonly Promotion[]): Promise<void> {
    this.replacements += 1;
    await this.database.catalogues.put({
      country,
      pulledAt: this.now(),
      offers: offers.toSorted((a, b) => a.title.localeCompare(b.title)),
      promotions: promotions.toSorted((a, b) => a.name.localeCompare(b.name)),
    });
    this.loaded.delete(country);
    this.sizes.delete(country);
  }

  forget(): void {
    this.replacements += 1;
    this.loaded.clear();
    this.sizes.clear();
  }

  private read(country: string): Promise<LoadedCatalogue> {
    const known = this.loaded.get(country);
    if (known !== undefined && this.isFresh(known)) return Promise.resolve(known);
    const running = this.loading.get(country) ?? this.load(country).finally(() => this.loading.delete(country));
    this.loading.set(country, running);
    return running;
  }

  private isFresh({ version, pricesChangeAt }: LoadedCatalogue): boolean {
    return version === this.lists.version && (pricesChangeAt === undefined || this.now() < pricesChangeAt);
  }

  private async load(country: string): Promise<LoadedCatalogue> {
    const { replacements, lists: { version } } = this;
    const record = await this.database.catalogues.get(country);
    const kept = record && (await this.withPrices(record, replacements));
    if (replacements !== this.replacements) return this.load(country);
    const offers = (kept?.offers ?? []).map(storedOffer);
    const texts = offers.map((one) => fold([one.title, one.description, `${one.productId}:${one.skuId}`].join('\u0001')));
    const read = { offers, texts, version, pricesChangeAt: kept?.pricesChangeAt };
    this.loaded.set(country, read);
    return read;
  }

  /** A catalogue from before lists were kept has the prices of its pull until there is a list. */
  private async withPrices(record: CatalogueRecord, replacements: number): Promise<CatalogueRecord> {
    const at = this.now();
    const { country, pricedBy = '', pricesChangeAt } = record;
    const isDue = pricesChangeAt !== undefined && at >= pricesChangeAt;
    if (!isDue && pricedBy === (await pricersOf(this.lists, country, at))) return record;
    const { offers, pricedBy: by, changeAt } = await reprice(this.lists, country, record.offers, at);
    const { pricesChangeAt: _before, ...rest } = record;
    const next: CatalogueRecord = { ...rest, offers, pricedBy: by, ...(changeAt === undefined ? {} : { pricesChangeAt: changeAt }) };
    await this.database.transaction('rw', this.database.catalogues, async () => {
      // a pull may have brought another catalogue meanwhile
      if (replacements !== this.replacements) return;
      await this.database.catalogues.put(next);
      this.sizes.delete(country);
    });
    return next;
  }
}
