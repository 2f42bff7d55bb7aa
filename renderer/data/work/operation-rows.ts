import { Operation } from '../../../shared/sync/operation.ts';
import { readRow } from './readable-rows.ts';
import type { WorkDatabase } from './work-database.ts';

/**
 * Rows read, written or made in one go. Each part is a task of the window of its own: thousands of operations at once would keep
 * the keyboard waiting.
 */
const rowsAtOnce = 200;

/** One part after the other. Within a transaction each part has to ask something of it: a transaction that is not asked ends. */
export async function inParts<Item>(items: readonly Item[], each: (part: readonly Item[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += rowsAtOnce) await each(items.slice(from, from + rowsAtOnce));
}

interface KnownRow {
  readonly revision: number;
  readonly operation: Operation;
}

/** The operations of one database, as this window knows them. */
export interface OperationRows {
  /** Oldest first. One that was not written since the last reading is the same object as then, and so is the whole list. */
  all(): Promise<readonly Operation[]>;
  /**
   * Writes operations, within a transaction of the caller that writes. Nothing of what was written may be read before that
   * transaction has come to its end.
   */
  write(operations: readonly Operation[]): Promise<void>;
  /** Whether the stored row is still the operation that was read; undefined when that takes a comparison. */
  isSame(operation: Operation, raw: unknown): boolean | undefined;
  /** Whether the row of this key was read. */
  has(id: string): boolean;
}

const revisionOf = (raw: unknown): number | undefined =>
  typeof raw === 'object' && raw !== null && 'revision' in raw && typeof raw.revision === 'number' ? raw.revision : undefined;
const idOf = (raw: unknown): string | undefined =>
  typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id : undefined;

/** The highest revision there is. All who write take turns, in whatever window: no two rows ever get the same one. */
async function lastRevision(database: WorkDatabase): Promise<number> {
  return revisionOf(await database.operations.orderBy('revision').last()) ?? 0;
}

async function put(database: WorkDatabase, operations: readonly Operation[]): Promise<void> {
  let revision = await lastRevision(database);
  await inParts(operations, (part) =>
    database.operations.bulkPut(part.map((operation) => {
      revision += 1;
      return { ...Operation.parse(operation), revision };
    })));
}

/**
 * Gives a revision to operations without one: those of an older app, which knows of none. What cannot be read stays as it was found
 * (failure story F11).
 */
export async function giveRevisions(database: WorkDatabase): Promise<void> {
  await database.transaction('rw', database.operations, async () => {
    // At nearly every start that is all: counting reads no rows and no keys.
    if ((await database.operations.count()) === (await database.operations.orderBy('revision').count())) return;
    const known = new Set(await database.operations.orderBy('revision').primaryKeys());
    const ids = await database.operations.toCollection().primaryKeys();
    const rows = await database.operations.bulkGet(ids.filter((id) => !known.has(id)));
    const without = rows.flatMap((raw) => readRow(Operation, raw) ?? []);
    await put(database, without);
  });
}

/** Parsing thousands of operations takes longer than all else: each row is parsed once for each time it was written. */
export function operationRows(database: WorkDatabase): OperationRows {
  const known = new Map<string, KnownRow>();
  /** Revisions of what was handed out, also of what is no longer the newest. */
  const revisions = new WeakMap<Operation, number>();
  let seen = 0;
  let list: readonly Operation[] = [];
  /** An operation came or went; otherwise only some were written. */
  let isListOld = false;
  const written = new Map<string, Operation>();

  function take(raw: unknown, revision: number): void {
    const id = idOf(raw);
    const before = known.get(id ?? '');
    if (id === undefined || (before?.revision ?? 0) >= revision) return;
    const operation = readRow(Operation, raw);
    if (!operation) {
      isListOld = true;
      return void known.delete(id);
    }
    if (before) written.set(id, operation);
    else isListOld = true;
    known.set(id, { revision, operation });
    revisions.set(operation, revision);
  }

  /** In the order of the ids, as the database sorts them; sorting thousands at each writing takes longer than the writing. */
  function listed(): readonly Operation[] {
    if (!isListOld) return list.map((one) => written.get(one.id) ?? one);
    return [...known.values()].map(({ operation }) => operation).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  async function all(): Promise<readonly Operation[]> {
    for (;;) {
      const part = await database.operations.where('revision').above(seen).limit(rowsAtOnce).toArray();
      for (const raw of part) {
        const revision = revisionOf(raw) ?? 0;
        take(raw, revision);
        seen = Math.max(seen, revision);
      }
      if (part.length < rowsAtOnce) break;
    }
    if (isListOld || written.size > 0) list = listed();
    isListOld = false;
    written.clear();
    return list;
  }

  return {
    all,
    has: (id) => known.has(id),
    write: (operations) => put(database, operations),
    isSame: (operation, raw) => {
      const [before, now] = [revisions.get(operation), revisionOf(raw)];
      return before === undefined || now === undefined ? undefined : before === now;
    },
  };
}
