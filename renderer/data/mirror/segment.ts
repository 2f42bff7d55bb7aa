import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerListRow } from '../../../shared/partner-center/readers/customers.ts';
import { clean, fold, foldDomain } from './fold.ts';

/** Parts the fields of a row. */
export const FIELD = '\u0001';
const ROW = '\n';
const ID_LENGTH = 36;

/**
 * Rows that came together, as two texts with offsets: what is searched and what is shown. Never changes. Texts of
 * mostly Latin letters take one byte a character, and a scan of one is a single pass of `indexOf`
 * (store measurements, section 4).
 */
export interface Segment {
  /** `name<1>domain<1>id<newline>`, folded, the domain without `.onmicrosoft.com`, a row after the other. */
  readonly folded: string;
  /** Where each row starts in `folded`, and one more: its length. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** `name<1>domain<1>relationship` as the server wrote them. */
  readonly display: string;
  readonly displayStarts: Uint32Array<ArrayBuffer>;
  /** First eight digits of each tenant id, for looking rows up. */
  readonly idHeads: Uint32Array<ArrayBuffer>;
}

/** The number a tenant id is looked up by. */
export const idHead = (id: string): number => Number.parseInt(id.slice(0, 8), 16);

export function segmentOf(rows: readonly CustomerListRow[]): Segment {
  const starts = new Uint32Array(rows.length + 1);
  const displayStarts = new Uint32Array(rows.length + 1);
  const idHeads = new Uint32Array(rows.length);
  const folded: string[] = [];
  const display: string[] = [];
  let start = 0;
  let displayStart = 0;
  rows.forEach(({ id, name, domain, relationship }, row) => {
    const searched = fold(name) + FIELD + foldDomain(domain) + FIELD + id + ROW;
    const shown = clean(name) + FIELD + clean(domain) + FIELD + clean(relationship);
    folded.push(searched);
    display.push(shown);
    idHeads[row] = idHead(id);
    starts[row + 1] = start += searched.length;
    displayStarts[row + 1] = displayStart += shown.length;
  });
  return { folded: folded.join(''), starts, display: display.join(''), displayStarts, idHeads };
}

const at = (numbers: Uint32Array, position: number): number => numbers[position] ?? 0;

/** Tenant id of a row. */
export function idIn(segment: Segment, row: number): CustomerTenantId {
  const end = at(segment.starts, row + 1) - 1;
  // checked when it was read from the server, and written by segmentOf only
  return segment.folded.slice(end - ID_LENGTH, end) as CustomerTenantId;
}

export const isIdAt = (segment: Segment, row: number, id: string): boolean =>
  segment.folded.startsWith(id, at(segment.starts, row + 1) - 1 - ID_LENGTH);

/** What rows are ordered by: the folded name. */
export function nameKeyIn(segment: Segment, row: number): string {
  const start = at(segment.starts, row);
  return segment.folded.slice(start, segment.folded.indexOf(FIELD, start));
}

export function rowIn(segment: Segment, row: number): CustomerListRow {
  const shown = segment.display.slice(at(segment.displayStarts, row), at(segment.displayStarts, row + 1));
  const [name = '', domain = '', relationship = ''] = shown.split(FIELD);
  return { id: idIn(segment, row), name, domain, relationship };
}

/** All that is searched of a row. */
export const textIn = (segment: Segment, row: number): string =>
  segment.folded.slice(at(segment.starts, row), at(segment.starts, row + 1));

/** Whether a row has all the words. */
export function hasWords(segment: Segment, row: number, words: readonly string[]): boolean {
  const text = textIn(segment, row);
  return words.every((word) => text.includes(word));
}

// The row that holds a position, searched from `from` on in steps that double: near hits are found in a step or two.
function rowAt(starts: Uint32Array, position: number, from: number): number {
  let step = 1;
  let low = from;
  const last = starts.length - 2;
  while (low + step <= last && at(starts, low + step) <= position) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, last + 1);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (at(starts, middle) <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** Calls back with each row that has all the words, in the order of the segment. Needs at least one word. */
export function scan(segment: Segment, words: readonly string[], found: (row: number) => void): void {
  const { folded, starts } = segment;
  const [first = '', ...others] = words;
  let row = 0;
  for (let hit = folded.indexOf(first); hit >= 0; hit = folded.indexOf(first, at(starts, row + 1))) {
    row = rowAt(starts, hit, row);
    if (others.length === 0 || hasWords(segment, row, others)) found(row);
  }
}
