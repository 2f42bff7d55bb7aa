import { wireInteger, wirePart, wireRecord, wireText, wireValue } from './case.ts';

/** A page of any list of the service (contract: Collection). */
export interface WireCollection {
  readonly items: readonly unknown[];
  /** Of the whole list where the service says so, else missing. */
  readonly totalCount?: number;
  /** MS-ContinuationToken of the next page, opaque; missing on the last one (page-customers). */
  readonly continuation?: string;
}

function continuationOf(links: unknown): string | undefined {
  const headers = wireValue(wirePart(wireRecord(links), 'next'), 'headers');
  if (!Array.isArray(headers)) return undefined;
  for (const header of headers) {
    const pair = wireRecord(header);
    if (wireText(pair, 'key')?.toLowerCase() === 'ms-continuationtoken') return wireText(pair, 'value');
  }
  return undefined;
}

/** Reads a collection: items under `items`, `values` or `value`, or a plain list. A body with none is an empty page. */
export function readCollection(body: unknown): WireCollection {
  if (Array.isArray(body)) return { items: body };
  const record = wireRecord(body);
  const found = wireValue(record, 'items') ?? wireValue(record, 'values') ?? wireValue(record, 'value');
  const totalCount = wireInteger(record, 'totalCount');
  const continuation = continuationOf(wireValue(record, 'links'));
  return {
    items: Array.isArray(found) ? found : [],
    ...(totalCount === undefined ? {} : { totalCount }),
    ...(continuation === undefined ? {} : { continuation }),
  };
}

/** The rows of a page in our shape. */
export interface RowsOf<Row> extends Omit<WireCollection, 'items'> {
  readonly rows: readonly Row[];
  /** Items that could not be read: one bad row never costs the page. */
  readonly skipped: number;
}

/** Reads each item of a page; an item the reader refuses (undefined) is skipped and counted. */
export function readRows<Row>(body: unknown, readOne: (item: unknown) => Row | undefined): RowsOf<Row> {
  const { items, ...rest } = readCollection(body);
  const rows: Row[] = [];
  for (const item of items) {
    const row = readOne(item);
    if (row !== undefined) rows.push(row);
  }
  return { ...rest, rows, skipped: items.length - rows.length };
}
