import { keptColumns } from '../../../../shared/partner-center/readers/list-rows.ts';
import type { PriceListKind } from '../../../../shared/domain/catalogue/price-list.ts';
import type { MirrorDatabase } from '../mirror-database.ts';
import { chunkRows, packRows } from './packed-rows.ts';
import { SkuIndexBuilder } from './sku-index.ts';

/** Writes the rows of one new list, a chunk at a time. Nobody reads them before the list itself is stored. */
export class ListWriter {
  readonly id: number;
  rows = 0;
  chunks = 0;
  /** The latest start of a price that is not to come. */
  latestStart = '';
  private readonly database: MirrorDatabase;
  private readonly columns: number;
  private readonly starts: number;
  private readonly now: string;
  private readonly index = new SkuIndexBuilder();
  private waiting: (readonly string[])[] = [];

  constructor(database: MirrorDatabase, id: number, kind: PriceListKind, now: string) {
    this.database = database;
    this.id = id;
    this.columns = keptColumns[kind].length;
    const names: readonly string[] = keptColumns[kind];
    this.starts = names.indexOf('startsAt');
    this.now = now;
  }

  add(cells: readonly string[]): void {
    this.waiting.push(cells);
    this.rows += 1;
    const start = cells[this.starts] ?? '';
    if (start > this.latestStart && start <= this.now) this.latestStart = start;
  }

  get isFull(): boolean {
    return this.waiting.length >= chunkRows;
  }

  /** Stores what waits: whole chunks, or with `isLast` the rest too. */
  async flush(isLast = false): Promise<void> {
    const least = isLast ? 1 : chunkRows;
    while (this.waiting.length >= least) {
      const rows = this.waiting.splice(0, chunkRows);
      const number = this.chunks;
      this.chunks += 1;
      this.index.add(new Set(rows.map(([sku = '']) => sku)), number);
      await this.database.priceChunks.put({ list: this.id, number, bytes: packRows(rows, this.columns) });
    }
  }

  skuIndex(): Float64Array<ArrayBuffer> {
    return this.index.finish();
  }
}
