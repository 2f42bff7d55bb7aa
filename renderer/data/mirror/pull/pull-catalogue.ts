import type { Failure } from '../../../../shared/contract/failure.ts';
import { Segment } from '../../../../shared/domain/catalogue/offer.ts';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../../shared/domain/catalogue/promotion.ts';
import { readAvailability } from '../../../../shared/partner-center/readers/availabilities.ts';
import { readCountryRules } from '../../../../shared/partner-center/readers/country-rules.ts';
import { offerOf } from '../../../../shared/partner-center/readers/offers.ts';
import { readProduct } from '../../../../shared/partner-center/readers/products.ts';
import type { WireProduct } from '../../../../shared/partner-center/readers/products.ts';
import { readSku } from '../../../../shared/partner-center/readers/skus.ts';
import type { WireSku } from '../../../../shared/partner-center/readers/skus.ts';
import { readDocument } from '../mirror-database.ts';
import { monthOf } from '../lists/list-name.ts';
import { progressOf, readBlob, readList, readOne } from './pull-context.ts';
import { pullPromotions } from './pull-promotions.ts';
import type { Ended, PullContext, PullStep, Stop } from './pull-context.ts';

/** The countries that matter: those of the resellers, the provider's own, and those of customers that are taken along. */
async function countriesOf({ database }: PullContext): Promise<readonly string[]> {
  const resellers = (await readDocument(database, 'resellers')) ?? [];
  const own = (await readDocument(database, 'organization'))?.country;
  const wanted = (await readDocument(database, 'wanted-countries')) ?? [];
  const named = [...(own === undefined ? [] : [own]), ...resellers.map((reseller) => reseller.location), ...wanted];
  return [...new Set(named.filter((country) => /^[A-Z]{2}$/u.test(country)))];
}

/** What each country asks of a new customer. */
export const pullCountryRules: PullStep = async (context) => {
  const { database, board, log } = context;
  if (log.isDone('country-rules')) return undefined;
  const countries = await countriesOf(context);
  const tell = progressOf(context, 'country-rules', countries.length);
  for (const [done, iso2] of countries.entries()) {
    const read = await readOne(context, { kind: 'country-rules', iso2 }, readCountryRules);
    if (read.kind === 'stopped') return read;
    if (read.kind === 'read') await database.countryRules.put({ iso2, rules: read.value });
    else await log.failed(`country-rules:${iso2}`, read.failure);
    tell(done + 1);
  }
  await log.done('country-rules');
  await board.complete('country-rules', await database.countryRules.count(), context.now());
  board.changed('country-rules');
  return undefined;
};

// A job whose rows are kept until the country is complete, so that an interrupted catalogue need not begin again.
async function staged<Row>(
  { log }: PullContext, key: string, read: () => Promise<Ended<readonly Row[]>>,
): Promise<Ended<readonly Row[]>> {
  // written by this function, a few lines on, under a key that names the reader
  const known = log.value(key) as readonly Row[] | undefined;
  if (known !== undefined) return { kind: 'read', value: known };
  const ended = await read();
  if (ended.kind === 'read') await log.done(key, ended.value);
  if (ended.kind === 'failed') await log.failed(key, ended.failure);
  return ended;
}

/** A part of the catalogue: a country's offers for one kind of customer. */
interface Part {
  readonly country: string;
  readonly segment: Segment;
}

const skusOf = (context: PullContext, part: Part, productId: string): Promise<Ended<readonly WireSku[]>> =>
  staged(context, `skus:${part.country}:${part.segment}:${productId}`, () =>
    readList(context, { kind: 'skus', ...part, productId }, readSku));

/** A product's offers in one country and segment, not priced yet. A SKU that fails is left out. */
async function offersOf(context: PullContext, part: Part, productId: string): Promise<Ended<readonly Offer[]>> {
  const { country, segment } = part;
  const skus = await skusOf(context, part, productId);
  if (skus.kind !== 'read') return skus;
  const offers: Offer[] = [];
  for (const sku of skus.value) {
    const { skuId } = sku;
    const read = await staged(context, `availabilities:${country}:${segment}:${productId}:${skuId}`, () =>
      readList(context, { kind: 'availabilities', ...part, productId, skuId }, readAvailability));
    if (read.kind === 'stopped') return read;
    const offer = read.kind === 'read' ? offerOf(country, sku, read.value) : undefined;
    if (offer !== undefined) offers.push(offer);
  }
  return { kind: 'read', value: offers };
}

/** Keeps the market's present sheet among the price lists, which price the offers. Without one they keep what older lists say. */
async function pullPrices(context: PullContext, market: string): Promise<Stop | undefined> {
  const { log, priceBook, now } = context;
  // not `price-sheet:`, under which former versions kept its rows here: a pull they began has no list yet
  const key = `price-list:${market}`;
  if (log.isDone(key)) return undefined;
  const read = await readBlob(context, { kind: 'price-sheet', market });
  if (read.kind === 'stopped') return read;
  if (read.kind === 'failed') return log.failed(key, read.failure);
  const end = await priceBook.store({ kind: 'server', market, month: monthOf(now()) }, read.value);
  if (end.kind === 'ended' && !end.result.ok) return log.failed(key, end.result.error);
  await log.done(key);
  return undefined;
}

const isRefused = (failure: Failure): boolean => failure.code === 'segment-not-allowed';

/** What is sold in a part. A segment the provider may not sell to is an empty one. */
async function productsOf(context: PullContext, part: Part): Promise<Ended<readonly WireProduct[]>> {
  const products = await staged(context, `products:${part.country}:${part.segment}`, () =>
    readList(context, { kind: 'products', ...part }, readProduct));
  return products.kind === 'failed' && isRefused(products.failure) ? { kind: 'read', value: [] } : products;
}

interface Gathering {
  readonly products: readonly (readonly [Segment, string])[];
  /** Offers of the segments whose products could not be read now. */
  readonly kept: readonly Offer[];
}

/** The products of every segment. Without those of commercial customers, by far the most, there is no catalogue. */
async function gather(context: PullContext, country: string): Promise<Ended<Gathering>> {
  const products: (readonly [Segment, string])[] = [];
  const kept: Offer[] = [];
  for (const segment of Segment.options) {
    const read = await productsOf(context, { country, segment });
    if (read.kind === 'stopped' || (read.kind === 'failed' && segment === 'commercial')) return read;
    if (read.kind === 'read') products.push(...read.value.map(({ id }) => [segment, id] as const));
    else kept.push(...(await context.catalogue.offers({ country, text: '' })).filter((offer) => offer.segment === segment));
  }
  return { kind: 'read', value: { products, kept } };
}

async function promotionsOf(context: PullContext, country: string): Promise<Ended<readonly Promotion[]>> {
  const read = await staged(context, `promotions:${country}`, () => pullPromotions(context, country));
  return read.kind === 'failed' ? { kind: 'read', value: await context.catalogue.promotions(country) } : read;
}

/** A catalogue without prices is of use; one without products is not, and the former one stays. */
async function pullCountry(
  context: PullContext, country: string, tell: (done: number, total: number) => void,
): Promise<Stop | undefined> {
  const { catalogue, board, log } = context;
  if (log.isDone(`catalogue:${country}`)) return undefined;
  const gathered = await gather(context, country);
  if (gathered.kind === 'stopped') return gathered;
  if (gathered.kind === 'failed') return undefined;
  const stop = await pullPrices(context, country);
  if (stop !== undefined) return stop;
  const { products, kept } = gathered.value;
  const offers: Offer[] = [];
  for (const [done, [segment, productId]] of products.entries()) {
    const read = await offersOf(context, { country, segment }, productId);
    if (read.kind === 'stopped') return read;
    if (read.kind === 'read') offers.push(...read.value);
    tell(done + 1, products.length);
  }
  const promotions = await promotionsOf(context, country);
  if (promotions.kind !== 'read') return promotions.kind === 'stopped' ? promotions : undefined;
  // a SKU that two segments list is known by the first of them, commercial before the others
  const all = [...offers, ...kept];
  const firsts = new Map(all.toReversed().map((offer) => [offer.key, offer]));
  await catalogue.replace(country, all.filter((offer) => firsts.get(offer.key) === offer), promotions.value);
  await log.done(`catalogue:${country}`);
  board.changed('catalogue');
  return undefined;
}

/** What is sold in each country, with its limits, terms and prices. */
export const pullCatalogue: PullStep = async (context) => {
  const { database, board, log } = context;
  if (log.isDone('catalogue')) return undefined;
  const countries = await countriesOf(context);
  const tell = progressOf(context, 'catalogue');
  for (const [position, country] of countries.entries()) {
    const stop = await pullCountry(context, country, (done, total) => tell(position * total + done, countries.length * total));
    if (stop !== undefined) return stop;
  }
  const catalogues = await database.catalogues.toArray();
  await log.done('catalogue');
  await board.complete('catalogue', catalogues.reduce((sum, { offers }) => sum + offers.length, 0), context.now());
  return undefined;
};
