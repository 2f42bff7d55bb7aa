import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { CustomerListRow } from '../../../shared/partner-center/readers/customers.ts';
import type { CustomerIndex } from './customer-index.ts';
import { firstRowsOf, layOver, readIndex } from './customer-list.ts';
import type { CustomerList } from './customer-list.ts';
import { readDocument } from './mirror-database.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import { packPage } from './packed-page.ts';
import type { ListGeneration, ListState, NextGeneration, OverlayRow } from './records.ts';

// A customer we made may be missing from a list whose reading began this long after.
const LATE_LISTING_SECONDS = 15 * 60;

const STALE_SECONDS = 24 * 3600;

/** Whether what was read so long ago is better read again than added to. */
export const isStale = (startedAt: Instant, now: Instant): boolean => isBefore(plusSeconds(startedAt, STALE_SECONDS), now);

/** One page as it came. `continuation` is where the next one is; missing on the last. */
export interface ListPage {
  readonly rows: readonly CustomerListRow[];
  readonly total?: number;
  readonly continuation?: string;
}

/**
 * Writes a new generation of the customer list, page by page. The generation before it stays readable until this one
 * is complete; when there is none, the rows are shown as they land.
 */
export class ListPull {
  private readonly database: MirrorDatabase;
  private readonly list: CustomerList;
  private readonly current: ListGeneration | undefined;
  private next: NextGeneration;
  private index: CustomerIndex;

  private constructor(
    database: MirrorDatabase, list: CustomerList, state: ListState, next: NextGeneration, index: CustomerIndex,
  ) {
    this.database = database;
    this.list = list;
    this.current = state.current;
    this.next = next;
    this.index = index;
  }

  /** Goes on with a generation that was interrupted, or starts one. */
  static async open(database: MirrorDatabase, list: CustomerList, now: Instant): Promise<ListPull> {
    const loaded = await list.loaded();
    const state = (await readDocument(database, 'list')) ?? {};
    const next = state.next ?? startOf((state.current?.generation ?? 0) + 1, now);
    const index = state.current === undefined ? loaded.index : await readIndex(database, next);
    const pull = new ListPull(database, list, state, next, index);
    // without a list before it, the half one is all there is to look at: it is added to, whatever its age
    if (state.current !== undefined && isStale(next.startedAt, now)) await pull.restart(now);
    return pull;
  }

  get progress(): NextGeneration {
    return this.next;
  }

  /** Stores a page and its cursor in one transaction, so that an interrupted pull neither loses nor repeats one. */
  async add({ rows, total, continuation }: ListPage): Promise<void> {
    const { continuation: _former, ...before } = this.next;
    const next: NextGeneration = {
      ...before,
      pages: before.pages + 1,
      rows: before.rows + rows.length,
      isAllRead: continuation === undefined,
      ...(total === undefined ? {} : { total }),
      ...(continuation === undefined ? {} : { continuation }),
    };
    const page = { generation: next.generation, number: before.pages, bytes: packPage(rows) };
    const { documents, pages } = this.database;
    await this.database.transaction('rw', documents, pages, async () => {
      await pages.add(page);
      await documents.put({ key: 'list', value: this.stateWith(next) });
    });
    this.index.append(rows);
    this.next = next;
  }

  /** Forgets what was read of this generation: the server no longer knows where it stopped. */
  async restart(now: Instant): Promise<void> {
    const { generation } = this.next;
    this.next = startOf(generation + 1, now);
    const { documents, pages } = this.database;
    await this.database.transaction('rw', documents, pages, async () => {
      await pages.where('[generation+number]').between([generation, 0], [generation, Infinity]).delete();
      await documents.put({ key: 'list', value: this.stateWith(this.next) });
    });
    if (this.current === undefined) this.list.forget();
    this.index = this.current === undefined ? (await this.list.loaded()).index : await readIndex(this.database, undefined);
  }

  /** Keeps the index of a first pull that was interrupted, so that the next start need not build it again. */
  async pause(): Promise<void> {
    if (this.current === undefined && this.next.pages > 0) await this.list.save(this.next);
  }

  /** Switches the readers to this generation and drops the one before it, in one transaction. */
  async finish(): Promise<void> {
    const { database, index } = this;
    const { generation, pages: pageCount, rows, startedAt } = this.next;
    const current = { generation, pages: pageCount, rows, startedAt };
    const overlay = await database.rows.toArray();
    const superseded = overlay.filter((row) => !this.outlives(row)).map((row) => row.id);
    layOver(index, overlay.filter((row) => this.outlives(row)));
    const loaded = await this.list.loaded();
    const saved = index.save(generation, pageCount);
    const first = firstRowsOf({ index, associations: loaded.associations, facts: loaded.facts });
    const { documents, pages } = database;
    await database.transaction('rw', documents, pages, database.rows, async () => {
      await documents.put({ key: 'list', value: { current } });
      await documents.bulkPut([{ key: 'index', value: saved }, { key: 'first', value: first }]);
      await pages.where('[generation+number]').below([generation, 0]).delete();
      await database.rows.bulkDelete(superseded);
    });
    loaded.index = index;
    // What was made here while the transaction ran reached the former index only.
    layOver(index, await database.rows.toArray());
    await this.list.saveFirstRows();
    await this.dropStrangers();
  }

  // A row of ours stands until a list that was begun after it says otherwise.
  private outlives({ id, at }: OverlayRow): boolean {
    const { startedAt } = this.next;
    if (!isBefore(at, startedAt)) return true;
    return this.index.rowOf(id) < 0 && !isBefore(plusSeconds(at, LATE_LISTING_SECONDS), startedAt);
  }

  private async dropStrangers(): Promise<void> {
    const { customers, rows } = this.database;
    await this.database.transaction('rw', customers, rows, async () => {
      const made = new Set(await rows.toCollection().primaryKeys());
      const known = await customers.toCollection().primaryKeys();
      await customers.bulkDelete(known.filter((id) => this.index.rowOf(id) < 0 && !made.has(id)));
    });
  }

  private stateWith(next: NextGeneration): ListState {
    return { next, ...(this.current === undefined ? {} : { current: this.current }) };
  }
}

const startOf = (generation: number, startedAt: Instant): NextGeneration => ({
  generation, pages: 0, rows: 0, startedAt, isAllRead: false,
});
