import type { PriceListKind } from '../../../../shared/domain/catalogue/price-list.ts';
import type { MirrorDatabase } from '../mirror-database.ts';
import type { PriceListRecord } from '../records.ts';
import { ListWriter } from './list-writer.ts';

/** The chunks of one list. */
export const chunksOfList = (list: number): readonly [readonly [number, number], readonly [number, number]] =>
  [[list, 0], [list, Infinity]];

/** What one import is about to make: lists under new ids, switched to in one transaction or dropped together. */
export class NewLists {
  private readonly database: MirrorDatabase;
  private readonly nextId: () => number;
  private readonly ids: number[] = [];

  constructor(database: MirrorDatabase, nextId: () => number) {
    this.database = database;
    this.nextId = nextId;
  }

  writer(kind: PriceListKind, now: string): ListWriter {
    const id = this.nextId();
    this.ids.push(id);
    return new ListWriter(this.database, id, kind, now);
  }

  /**
   * Puts the lists in place of those of the same kind, market and month. False, and nothing changed, when a chunk is missing:
   * another window may have cleared the copy meanwhile.
   */
  async switchTo(lists: readonly PriceListRecord[], writers: Iterable<ListWriter>): Promise<boolean> {
    const { priceLists, priceChunks, priceIndexes } = this.database;
    const indexes = Array.from(writers, (writer) => ({ list: writer.id, pairs: writer.skuIndex() }));
    return this.database.transaction('rw', priceLists, priceChunks, priceIndexes, async () => {
      for (const { id, chunks } of lists) {
        if ((await priceChunks.where('[list+number]').between(...chunksOfList(id)).count()) !== chunks) return false;
      }
      const held = await priceLists.toArray();
      const replaced = held.filter((old) =>
        lists.some(({ kind, market, month }) => old.kind === kind && old.market === market && old.month === month));
      for (const { id } of replaced) await priceChunks.where('[list+number]').between(...chunksOfList(id)).delete();
      await priceIndexes.bulkDelete(replaced.map(({ id }) => id));
      await priceLists.bulkDelete(replaced.map(({ id }) => id));
      await priceIndexes.bulkPut(indexes);
      await priceLists.bulkPut([...lists]);
      return true;
    });
  }

  /** Drops whatever was written. */
  async discard(): Promise<void> {
    for (const id of this.ids) await this.database.priceChunks.where('[list+number]').between(...chunksOfList(id)).delete();
  }
}
