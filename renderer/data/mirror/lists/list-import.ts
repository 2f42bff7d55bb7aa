import { failure } from '../../../../shared/contract/failure.ts';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { BadRow, ImportEnd, ImportReport, ListSource } from '../../../../shared/domain/catalogue/price-list.ts';
import { Instant } from '../../../../shared/instant.ts';
import { CsvRows } from '../../../../shared/partner-center/readers/csv-rows.ts';
import type { CsvRow } from '../../../../shared/partner-center/readers/csv-rows.ts';
import { readListHeading } from '../../../../shared/partner-center/readers/list-heading.ts';
import type { ListHeading } from '../../../../shared/partner-center/readers/list-heading.ts';
import { rowReader } from '../../../../shared/partner-center/readers/list-rows.ts';
import type { RowRead } from '../../../../shared/partner-center/readers/list-rows.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { PriceListRecord } from '../records.ts';
import { openListBytes, UnreadableContent } from './list-bytes.ts';
import { monthOf, readListName, startOfMonth } from './list-name.ts';
import type { ListWriter } from './list-writer.ts';
import type { NewLists } from './new-lists.ts';

/** Bad rows that are told one by one. */
const shownBadRows = 20;

export interface ListToImport {
  readonly content: Blob;
  /** What the server was asked for is not taken from its rows. */
  readonly source: ListSource;
  readonly now: Instant;
  readonly signal?: AbortSignal;
  /** Told after each piece: rows taken in, and how much of the content was read. */
  readonly tell?: (rows: number, bytes: number) => void;
}

const semicolons = (cells: readonly string[]): boolean => cells.length === 1 && /[;\t]/u.test(cells[0] ?? '');

/** One run of an import: reads, writes under new ids, and switches at the very end. What it replaces stays until then. */
class ListImport {
  private readonly list: ListToImport;
  private readonly made: NewLists;
  private readonly writers = new Map<string, ListWriter>();
  private readonly badRows: BadRow[] = [];
  private readonly named: { readonly month?: string; readonly market?: string };
  private skipped = 0;
  private rows = 0;
  private heading: ListHeading | undefined;
  private read: ((cells: readonly string[]) => RowRead) | undefined;

  constructor(list: ListToImport, made: NewLists) {
    this.list = list;
    this.made = made;
    this.named = list.source.kind === 'file' ? readListName(list.source.name, list.now) : {};
  }

  async run(): Promise<ImportEnd> {
    const problem = await this.takeAll();
    if (this.isCancelled()) return { kind: 'cancelled' };
    if (problem !== undefined) return { kind: 'ended', result: err(problem) };
    for (const writer of this.writers.values()) await writer.flush(true);
    if (this.isCancelled()) return { kind: 'cancelled' };
    return { kind: 'ended', result: await this.switchOver() };
  }

  private isCancelled(): boolean {
    return this.list.signal?.aborted === true;
  }

  private async takeAll(): Promise<Failure | undefined> {
    const csv = new CsvRows();
    const opened = await openListBytes(this.list.content);
    if (!opened.ok) return opened.error;
    try {
      for await (const { bytes, read } of opened.value) {
        if (this.isCancelled()) return undefined;
        const problem = await this.take(csv.push(bytes));
        if (problem !== undefined) return problem;
        this.list.tell?.(this.rows, read);
      }
    } catch (error) {
      if (error instanceof UnreadableContent) return failure('list-unreadable');
      throw error;
    }
    return this.takeLast(csv.end());
  }

  private async takeLast(rows: Result<readonly CsvRow[]>): Promise<Failure | undefined> {
    const last = rows.ok ? rows.value.at(-1) : undefined;
    if (last !== undefined && last.cells.length < (this.heading?.width ?? 0)) {
      return failure('list-cut', { values: { line: String(last.line) } });
    }
    const problem = await this.take(rows);
    if (problem !== undefined) return problem;
    if (this.heading === undefined) return failure('list-empty');
    return this.rows === 0 ? failure('list-no-rows', { values: { count: String(this.skipped) } }) : undefined;
  }

  private async take(rows: Result<readonly CsvRow[]>): Promise<Failure | undefined> {
    if (!rows.ok) return rows.error;
    for (const row of rows.value) {
      if (this.read === undefined) {
        const problem = this.takeHeading(row.cells);
        if (problem !== undefined) return problem;
      } else if (row.isMisquoted) this.skip({ line: row.line, problem: 'quotes', found: row.cells.join(' ').slice(0, 60) });
      else this.takeRow(row.line, this.read(row.cells));
    }
    for (const writer of this.writers.values()) if (writer.isFull) await writer.flush();
    return undefined;
  }

  private takeHeading(cells: readonly string[]): Failure | undefined {
    if (semicolons(cells)) return failure('list-resaved');
    const heading = readListHeading(cells);
    if (!heading.ok) return failure('list-columns-missing', { values: { columns: heading.error.join(', ') } });
    const { source } = this.list;
    if (source.kind === 'server' && heading.value.kind !== 'price-sheet') return failure('malformed-answer');
    this.heading = heading.value;
    const { market } = this.named;
    const markets = source.kind === 'server' ? { asked: source.market } : market === undefined ? {} : { named: market };
    this.read = rowReader(heading.value, markets);
    return undefined;
  }

  private takeRow(line: number, row: RowRead): void {
    if ('problem' in row) return this.skip({ line, ...row });
    let writer = this.writers.get(row.market);
    if (writer === undefined) {
      writer = this.made.writer(this.heading?.kind ?? 'price-sheet', this.list.now);
      this.writers.set(row.market, writer);
    }
    writer.add(row.cells);
    this.rows += 1;
  }

  private skip(row: BadRow): void {
    this.skipped += 1;
    if (this.badRows.length < shownBadRows) this.badRows.push(row);
  }

  private async switchOver(): Promise<Result<ImportReport>> {
    const lists = [...this.writers].map(([market, writer]) => this.recordOf(market, writer));
    const isStored = await this.made.switchTo(lists, this.writers.values());
    if (!isStored) return err(failure('storage-failed'));
    return ok({ lists, rows: this.rows, skipped: this.skipped, badRows: this.badRows });
  }

  private recordOf(market: string, writer: ListWriter): PriceListRecord {
    const { source, now } = this.list;
    const newest = writer.latestStart === '' ? monthOf(now) : monthOf(writer.latestStart);
    const month = source.kind === 'server' ? source.month : (this.named.month ?? newest);
    return {
      id: writer.id,
      kind: this.heading?.kind ?? 'price-sheet',
      ...(market === '' ? {} : { market }),
      month,
      source: source.kind,
      ...(source.kind === 'file' ? { fileName: source.name } : {}),
      rows: writer.rows,
      // rows that name no market belong to none of several lists
      skipped: this.writers.size === 1 ? this.skipped : 0,
      importedAt: now,
      listDate: Instant.parse(startOfMonth(month)),
      chunks: writer.chunks,
    };
  }
}

/** Takes a list in. However it ends, nothing of it is left but a whole list. */
export async function importList(list: ListToImport, made: NewLists): Promise<ImportEnd> {
  try {
    const end = await new ListImport(list, made).run();
    if (end.kind === 'cancelled' || !end.result.ok) await made.discard();
    return end;
  } catch (error) {
    await made.discard();
    if (error instanceof Error && error.name === 'QuotaExceededError') {
      return { kind: 'ended', result: err(failure('storage-failed')) };
    }
    throw error;
  }
}
