import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import { fold, wordsOf } from './fold.ts';
import type { MirrorDatabase } from './mirror-database.ts';

/** A country's offers with the text each is found by. */
interface LoadedCatalogue {
  readonly offers: readonly Offer[];
  readonly texts: readonly string[];
}

/** Offers by country. A country's catalogue is one record and is searched in memory. */
export class CatalogueStore {
  private readonly database: MirrorDatabase;
  private readonly loaded = new Map<string, LoadedCatalogue>();

  constructor(database: MirrorDatabase) {
    this.database = database;
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

  async countries(): Promise<readonly string[]> {
    return this.database.catalogues.toCollection().primaryKeys();
  }

  /** Replaces the catalogue of a country. */
  async replace(country: string, offers: readonly Offer[]): Promise<void> {
    await this.database.catalogues.put({ country, offers: offers.toSorted((a, b) => a.title.localeCompare(b.title)) });
    this.loaded.delete(country);
  }

  forget(): void {
    this.loaded.clear();
  }

  private async read(country: string): Promise<LoadedCatalogue> {
    const known = this.loaded.get(country);
    if (known !== undefined) return known;
    const offers = (await this.database.catalogues.get(country))?.offers ?? [];
    const texts = offers.map((one) => fold([one.title, one.description, one.productId, one.skuId].join('\u0001')));
    const read = { offers, texts };
    this.loaded.set(country, read);
    return read;
  }
}
