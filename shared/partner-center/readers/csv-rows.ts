import Papa from 'papaparse';
import { failure } from '../../contract/failure.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';

export interface CsvRow {
  /** Where it starts, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark stands where none may. */
  readonly isMisquoted: boolean;
}

/** No row is this long: a quotation that does not end within it was never closed. */
const longestRow = 1_000_000;

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

const linesIn = (text: string): number => {
  let count = 0;
  for (let place = text.indexOf('\n'); place >= 0; place = text.indexOf('\n', place + 1)) count += 1;
  return count;
};

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Reads CSV from bytes that come in pieces of any size: UTF-8 with or without its mark, lines of either kind, quotations over
 * several lines. Only what is not yet a whole row is kept between two pieces.
 */
export class CsvRows {
  private readonly decoder = new TextDecoder();
  private readonly parser = new Papa.Parser({ delimiter: ',', newline: '\n' });
  private rest = '';
  private line = 1;

  /** The rows that are complete by now. */
  push(bytes: Uint8Array): Result<readonly CsvRow[]> {
    return this.take(this.decoder.decode(bytes, { stream: true }), false);
  }

  /** The last row. */
  end(): Result<readonly CsvRow[]> {
    return this.take(this.decoder.decode(), true);
  }

  private take(text: string, isLast: boolean): Result<readonly CsvRow[]> {
    if (text.includes('\0')) return err(failure('list-not-text'));
    const all = this.rest + text;
    // up to the last line break: a row, a mark or an escaped quotation may be cut in two at the end of a piece
    const end = isLast ? all.length : all.lastIndexOf('\n') + 1;
    const whole = all.slice(0, end);
    // the types call it any; it is what papaparse documents as a result of parsing
    const parsed = this.parser.parse(whole, 0, !isLast) as Parsed;
    if (isLast && parsed.errors.some((error) => error.row === parsed.data.length - 1) && whole.split('"').length % 2 === 0) {
      return err(failure('list-cut', { values: { line: String(this.line + linesIn(whole)) } }));
    }
    const cursor = isLast ? whole.length : parsed.meta.cursor;
    this.rest = all.slice(cursor);
    if (this.rest.length > longestRow) return err(failure('list-cut', { values: { line: String(this.line + linesIn(all.slice(0, cursor))) } }));
    return ok(this.rowsOf(parsed, linesIn(whole.slice(0, cursor))));
  }

  private rowsOf({ data, errors }: Parsed, lines: number): readonly CsvRow[] {
    const misquoted = new Set(errors.map(({ row }) => row));
    // most lists have no line break within a cell: then a row is a line, and no cell needs to be looked at
    const isPlain = lines === data.length || lines === data.length - 1;
    const rows: CsvRow[] = [];
    for (const [place, cells] of data.entries()) {
      const { line } = this;
      this.line += isPlain ? 1 : 1 + cells.reduce((sum, cell) => sum + linesIn(cell), 0);
      const last = cells.length - 1;
      if (cells[last]?.endsWith('\r') === true) cells[last] = cells[last].slice(0, -1);
      if (!isEmpty(cells)) rows.push({ line, cells, isMisquoted: misquoted.has(place) });
    }
    return rows;
  }
}
