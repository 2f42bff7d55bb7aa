import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerListRow } from '../../../shared/partner-center/readers/customers.ts';
import { IdTable } from './id-table.ts';
import { insertByName } from './name-order.ts';
import { hasWords, idHead, idIn, isIdAt, nameKeyIn, rowIn, scan, segmentOf, textIn } from './segment.ts';
import type { Segment } from './segment.ts';

/** The whole index as one record of the database. */
export interface SavedIndex {
  readonly generation: number;
  /** How many packed pages it covers. */
  readonly pages: number;
  readonly segments: readonly Segment[];
  readonly dead: readonly number[];
  readonly order: Uint32Array<ArrayBuffer>;
}

export interface Hits {
  /** Row numbers in order of name, from `offset` on, at most `limit`. */
  readonly rows: readonly number[];
  readonly total: number;
}

/**
 * All customers of one generation of the list, in memory: searched, ordered by name, looked up by id. Grows as pages
 * land and is complete at each moment (decision D16). A changed row is a new row, its former one is dead.
 */
export class CustomerIndex {
  private readonly segments: Segment[] = [];
  /** Row number of the first row of each segment. */
  private readonly firsts: number[] = [];
  private readonly ids = new IdTable();
  private readonly dead = new Set<number>();
  private rowCount = 0;
  private order = new Uint32Array(0);
  private orderedRows = 0;
  private orderedDead = 0;
  private rank = new Uint32Array(0);
  private marks = new Uint8Array(0);

  static load(saved: SavedIndex): CustomerIndex {
    const index = new CustomerIndex();
    for (const segment of saved.segments) index.addSegment(segment);
    for (const row of saved.dead) index.dead.add(row);
    index.takeOrder(saved.order);
    return index;
  }

  /** What `load` takes back. Shares the segments, which never change. */
  save(generation: number, pages: number): SavedIndex {
    return { generation, pages, segments: [...this.segments], dead: [...this.dead], order: this.sortedRows() };
  }

  get size(): number {
    return this.rowCount - this.dead.size;
  }

  /** Adds a page. A tenant that came before (lists shift while they are read) counts once, as it came last. */
  append(rows: readonly CustomerListRow[]): void {
    const latest = new Map(rows.map((row) => [row.id, row]));
    for (const { id } of rows) this.bury(id);
    this.addSegment(segmentOf(latest.size === rows.length ? rows : [...latest.values()]));
  }

  /** Row number of a tenant; -1 when the list has none. */
  rowOf(id: string): number {
    const hasId = (row: number): boolean => this.at(row, (segment, local) => isIdAt(segment, local, id));
    return this.ids.find(idHead(id), (row) => !this.dead.has(row) && hasId(row));
  }

  row(row: number): CustomerListRow {
    return this.at(row, rowIn);
  }

  idOf(row: number): CustomerTenantId {
    return this.at(row, idIn);
  }

  /** Another number after each change. */
  get version(): number {
    return this.rowCount * 2 + this.dead.size;
  }

  /** How many row numbers there are, dead ones included: the length of an array by row number. */
  get rowNumbers(): number {
    return this.rowCount;
  }

  /** Rows with all the words, among all or among those given. */
  search(words: readonly string[], offset: number, limit: number, among?: readonly number[]): Hits {
    const order = this.sortedRows();
    if (words.length === 0 && among === undefined) {
      return { rows: [...order.subarray(offset, offset + limit)], total: order.length };
    }
    this.marks.fill(0);
    const total = among === undefined ? this.markAll(words) : this.markAmong(words, among);
    return { rows: this.marked(offset, Math.min(limit, total - offset)), total };
  }

  /** Calls back with each row that has all the words, and with what is searched of it. Needs at least one word. */
  each(words: readonly string[], found: (row: number, text: string) => void): void {
    this.segments.forEach((segment, position) => {
      const first = this.firsts[position] ?? 0;
      scan(segment, words, (local) => {
        if (!this.dead.has(first + local)) found(first + local, textIn(segment, local));
      });
    });
  }

  /** Marks each row that has all the words, dead ones too. Needs at least one word. */
  mark(words: readonly string[], marks: Uint8Array): void {
    this.segments.forEach((segment, position) => {
      const first = this.firsts[position] ?? 0;
      scan(segment, words, (local) => {
        marks[first + local] = 1;
      });
    });
  }

  private markAll(words: readonly string[]): number {
    let total = 0;
    this.segments.forEach((segment, position) => {
      const first = this.firsts[position] ?? 0;
      scan(segment, words, (local) => {
        if (this.dead.size > 0 && this.dead.has(first + local)) return;
        this.marks[this.rank[first + local] ?? 0] = 1;
        total += 1;
      });
    });
    return total;
  }

  private markAmong(words: readonly string[], among: readonly number[]): number {
    let total = 0;
    for (const row of among) {
      if (!this.at(row, (segment, local) => hasWords(segment, local, words))) continue;
      this.marks[this.rank[row] ?? 0] = 1;
      total += 1;
    }
    return total;
  }

  private marked(offset: number, limit: number): number[] {
    const rows: number[] = [];
    let skipped = 0;
    for (let place = this.marks.indexOf(1); place >= 0 && rows.length < limit; place = this.marks.indexOf(1, place + 1)) {
      if (skipped < offset) skipped += 1;
      else rows.push(this.order[place] ?? 0);
    }
    return rows;
  }

  private at<Value>(row: number, read: (segment: Segment, local: number) => Value): Value {
    let low = 0;
    let high = this.firsts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.firsts[middle] ?? 0) <= row) low = middle;
      else high = middle;
    }
    const segment = this.segments[low];
    if (segment === undefined) throw new Error(`The index has no row ${row}`);
    return read(segment, row - (this.firsts[low] ?? 0));
  }

  private bury(id: string): void {
    const row = this.rowOf(id);
    if (row >= 0) this.dead.add(row);
  }

  private addSegment(segment: Segment): void {
    this.firsts.push(this.rowCount);
    this.segments.push(segment);
    segment.idHeads.forEach((head, local) => this.ids.add(head, this.rowCount + local));
    this.rowCount += segment.idHeads.length;
  }

  private sortedRows(): Uint32Array<ArrayBuffer> {
    if (this.orderedRows === this.rowCount && this.orderedDead === this.dead.size) return this.order;
    const kept = this.orderedDead === this.dead.size ? this.order : this.order.filter((row) => !this.dead.has(row));
    const added: number[] = [];
    for (let row = this.orderedRows; row < this.rowCount; row += 1) if (!this.dead.has(row)) added.push(row);
    this.takeOrder(insertByName(kept, added, (row) => this.at(row, nameKeyIn)));
    return this.order;
  }

  private takeOrder(order: Uint32Array<ArrayBuffer>): void {
    this.order = order;
    this.orderedRows = this.rowCount;
    this.orderedDead = this.dead.size;
    this.rank = new Uint32Array(this.rowCount);
    order.forEach((row, place) => {
      this.rank[row] = place;
    });
    this.marks = new Uint8Array(order.length);
  }
}
