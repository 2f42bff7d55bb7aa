import { failure } from '../../../../shared/contract/failure.ts';
import { priceAt } from '../../../../shared/domain/catalogue/price-choice.ts';
import type {
  ImportEnd, ImportView, ListedPrice, ListSource, MatrixEntry, PriceList, PriceQuery, SkuInLists,
} from '../../../../shared/domain/catalogue/price-list.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { skuKey } from '../../../../shared/domain/catalogue/sku.ts';
import { err } from '../../../../shared/result.ts';
import type { MirrorDatabase } from '../mirror-database.ts';
import type { PriceListRecord } from '../records.ts';
import type { StatusBoard } from '../status-board.ts';
import { importList } from './list-import.ts';
import { monthOf } from './list-name.ts';
import { matrixEntryOf, priceOf } from './list-prices.ts';
import { chunksOfList, NewLists } from './new-lists.ts';
import { unpackRows } from './packed-rows.ts';
import { chunksOf } from './sku-index.ts';

/** Lists of a market that can price something at a moment, newest month first. */
export interface MarketLists {
  readonly lists: readonly PriceListRecord[];
  /** Start of the next month for which a list is already here. */
  readonly nextStart?: Instant;
}

interface Running {
  view: ImportView;
  readonly abort: AbortController;
  readonly done: Promise<ImportEnd>;
}

const newestFirst = (a: PriceList, b: PriceList): number =>
  b.month.localeCompare(a.month) || b.importedAt.localeCompare(a.importedAt) || b.id - a.id;

/**
 * Price sheets and offer matrices, of files and of the server. A list is readable once all its rows are stored; rows without
 * a list are left from an import that was cut off, and go before anything else is done.
 */
export class PriceListStore {
  private readonly database: MirrorDatabase;
  private readonly board: StatusBoard;
  private readonly now: () => Instant;
  private sweeping: Promise<void> | undefined;
  private lastId = 0;
  private readonly sizes = new Map<number, number>();
  private running: Running | undefined;
  private ended: ImportView | undefined;
  /** Rises with each change of what is held. */
  version = 0;

  constructor(database: MirrorDatabase, board: StatusBoard, now: () => Instant) {
    this.database = database;
    this.board = board;
    this.now = now;
  }

  async lists(): Promise<readonly PriceList[]> {
    const held = await this.records();
    return held.map(({ chunks: _inside, ...list }) => list);
  }

  /** Bytes of a list as it is stored: its packed rows and their index. A list never changes once it is here. */
  async bytesOf(id: number): Promise<number> {
    const known = this.sizes.get(id);
    if (known !== undefined) return known;
    let bytes = (await this.database.priceIndexes.get(id))?.pairs.byteLength ?? 0;
    await this.database.priceChunks.where('[list+number]').between(...chunksOfList(id)).each((chunk) => {
      bytes += chunk.bytes.byteLength;
    });
    this.sizes.set(id, bytes);
    return bytes;
  }

  importView(): ImportView | undefined {
    return this.running?.view ?? this.ended;
  }

  /** Takes a list in that a person asked for: one at a time, shown while it runs, and it can be cancelled. */
  async take(source: ListSource, read: (signal: AbortSignal) => Promise<Blob | ImportEnd>): Promise<ImportEnd> {
    if (this.running !== undefined) return { kind: 'ended', result: err(failure('list-busy')) };
    const abort = new AbortController();
    const running: Running = {
      view: { source, rows: 0, bytes: 0, totalBytes: 0 }, abort, done: this.runTake(source, abort.signal, read),
    };
    this.running = running;
    this.board.changed('price-lists');
    try {
      const end = await running.done;
      this.ended = { ...this.running.view, end };
      return end;
    } catch (error) {
      // whoever asked writes it to the log; on the screen the import has failed, and is not simply gone
      this.ended = { ...running.view, end: { kind: 'ended', result: err(failure('internal')) } };
      throw error;
    } finally {
      this.running = undefined;
      this.board.changed('price-lists');
    }
  }

  /** Stops the running import; nothing of it stays. Answers when that is so. */
  async cancel(): Promise<void> {
    const { running } = this;
    running?.abort.abort();
    await running?.done.catch(() => undefined);
  }

  /** Takes a list in as part of a pull. */
  async store(source: ListSource, content: Blob): Promise<ImportEnd> {
    await this.swept();
    const made = new NewLists(this.database, () => this.nextId());
    const end = await importList({ content, source, now: this.now() }, made);
    if (end.kind === 'ended' && end.result.ok) this.changed();
    return end;
  }

  async remove(id: number): Promise<void> {
    const { priceLists, priceChunks, priceIndexes } = this.database;
    await this.swept();
    await this.database.transaction('rw', priceLists, priceChunks, priceIndexes, async () => {
      await priceLists.delete(id);
      await priceIndexes.delete(id);
      await priceChunks.where('[list+number]').between(...chunksOfList(id)).delete();
    });
    this.changed();
  }

  /** The lists that may price something of a market at a moment. */
  async ofMarket(market: string, at: Instant): Promise<MarketLists> {
    const held = (await this.records()).filter((list) => list.kind === 'price-sheet' && list.market === market);
    const next = held.filter(({ month }) => month > monthOf(at)).at(-1);
    return {
      lists: held.filter(({ month }) => month <= monthOf(at)),
      ...(next === undefined ? {} : { nextStart: next.listDate }),
    };
  }

  /** Prices of some SKUs in one list, by SKU. */
  async pricesIn(list: PriceList, skus: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly ListedPrice[]>> {
    const found = new Map<string, ListedPrice[]>();
    await this.eachRow(list, skus, (row) => {
      const [sku = ''] = row;
      const known = found.get(sku);
      if (known === undefined) found.set(sku, [priceOf(row)]);
      else known.push(priceOf(row));
    });
    return found;
  }

  /** The price of one thing at a moment, from the newest list that has one. */
  async price(query: PriceQuery): Promise<{ readonly list: PriceList; readonly price: ListedPrice } | undefined> {
    const { market, productId, skuId, at } = query;
    const sku = skuKey(productId, skuId);
    for (const list of (await this.ofMarket(market, at)).lists) {
      const prices = (await this.pricesIn(list, new Set([sku]))).get(sku) ?? [];
      const price = priceAt(prices, query, at);
      if (price !== undefined) return { list, price };
    }
    return undefined;
  }

  /** All that is held about one SKU. */
  async skuInLists(productId: string, skuId: string): Promise<SkuInLists> {
    const sku = skuKey(productId, skuId);
    const wanted = new Set([sku]);
    const prices: SkuInLists['prices'][number][] = [];
    let rule: SkuInLists['rule'];
    for (const { chunks: _inside, ...list } of await this.records()) {
      if (list.kind === 'price-sheet') {
        const found = (await this.pricesIn(list, wanted)).get(sku);
        if (found !== undefined) prices.push({ list, prices: found });
      } else if (rule === undefined) {
        const entries: MatrixEntry[] = [];
        await this.eachRow(list, wanted, (row) => entries.push(matrixEntryOf(row)));
        const [entry] = entries;
        if (entry !== undefined) rule = { list, entry };
      }
    }
    return { prices, ...(rule === undefined ? {} : { rule }) };
  }

  /** The copy was dropped, lists and all. */
  forget(): void {
    this.ended = undefined;
    this.sizes.clear();
    this.changed();
  }

  private async runTake(
    source: ListSource, signal: AbortSignal, read: (signal: AbortSignal) => Promise<Blob | ImportEnd>,
  ): Promise<ImportEnd> {
    await this.swept();
    const content = await read(signal);
    if (!(content instanceof Blob)) return content;
    const made = new NewLists(this.database, () => this.nextId());
    const tell = (rows: number, bytes: number): void => {
      if (this.running !== undefined) this.running.view = { source, rows, bytes, totalBytes: content.size };
      this.board.changed('price-lists');
    };
    const end = await importList({ content, source, now: this.now(), signal, tell }, made);
    if (end.kind === 'ended' && end.result.ok) this.changed();
    return end;
  }

  private changed(): void {
    this.version += 1;
    this.board.changed('price-lists', 'catalogue');
  }

  private async records(): Promise<readonly PriceListRecord[]> {
    await this.swept();
    return (await this.database.priceLists.toArray()).toSorted(newestFirst);
  }

  private async eachRow(list: PriceList, skus: ReadonlySet<string>, take: (row: readonly string[]) => void): Promise<void> {
    const pairs = (await this.database.priceIndexes.get(list.id))?.pairs ?? new Float64Array();
    for (const number of chunksOf(pairs, skus)) {
      const chunk = await this.database.priceChunks.get([list.id, number]);
      if (chunk === undefined) continue;
      const rows = unpackRows(chunk.bytes);
      for (const place of rows.startingWith(skus)) take(rows.row(place));
    }
  }

  private nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  private swept(): Promise<void> {
    // one that failed is forgotten: the next read tries again
    this.sweeping ??= this.sweep().catch((error: unknown) => {
      this.sweeping = undefined;
      throw error;
    });
    return this.sweeping;
  }

  private async sweep(): Promise<void> {
    const { priceLists, priceChunks } = this.database;
    const held = new Set(await priceLists.toCollection().primaryKeys());
    const keys = await priceChunks.toCollection().primaryKeys();
    const left = new Set(keys.map(([list]) => list));
    this.lastId = Math.max(0, ...held, ...left);
    for (const id of left) {
      if (!held.has(id)) await priceChunks.where('[list+number]').between(...chunksOfList(id)).delete();
    }
  }
}
