import { wireInteger, wirePart, wireRecord, wireText, wireValue } from './case.ts';

/** A page of any list of the service (contract: Collection). */
export interface WireCollection {
  readonly items: readonly unknown[];
  /** Of the whole list where the service says so, else missing. */
  readonly totalCount?: number;
  /** MS-ContinuationToken of the next page, opaque; missing on the last one (page-customers). */
  readonly continuation?: string;
}

/** The token in the links of a page. */
export function continuationOf(links: unknown): string | undefined {
  const headers = wireValue(wirePart(wireRecord(links), 'next'), 'headers');
  if (!Array.isArray(headers)) return undefined;
  for (const header of headers) {
    const pair = wireRecord(header);
    if (wireText(pair, 'key')?.toLowerCase() === 'ms-continuationtoken') return wireText(pair, 'value');
  }
  return undefined;
}

/**
 * Reads a collection: items under `items`, `values` or `value`, or a plain list. Undefined when the body holds no list:
 * taken for an empty one, an error in disguise or an answer cut short would say that everything is gone.
 */
export function readCollection(body: unknown): WireCollection | undefined {
  if (Array.isArray(body)) return { items: body };
  const record = wireRecord(body);
  const found = wireValue(record, 'items') ?? wireValue(record, 'values') ?? wireValue(record, 'value');
  const totalCount = wireInteger(record, 'totalCount');
  const items = Array.isArray(found) ? found : undefined;
  if (items === undefined && totalCount !== 0) return undefined;
  const continuation = continuationOf(wireValue(record, 'links'));
  return {
    items: items ?? [],
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

/**
 * Reads each item of a page; an item the reader refuses (undefined) is skipped and counted. Undefined when the body is no
 * page, or a page of nothing but such items.
 */
export function readRows<Row>(body: unknown, readOne: (item: unknown) => Row | undefined): RowsOf<Row> | undefined {
  const collection = readCollection(body);
  if (collection === undefined) return undefined;
  const { items, ...rest } = collection;
  const rows: Row[] = [];
  for (const item of items) {
    const row = readOne(item);
    if (row !== undefined) rows.push(row);
  }
  const skipped = items.length - rows.length;
  return rows.length === 0 && skipped > 0 ? undefined : { ...rest, rows, skipped };
}

/** What the pages of a list brought together. */
export interface Gathered {
  readonly rows: number;
  readonly skipped: number;
  readonly totalCount?: number;
}

/** Whether nothing of a list is missing, as far as the service said how long it is. */
export const isWhole = ({ rows, skipped, totalCount = 0 }: Gathered): boolean => skipped === 0 && rows >= totalCount;
