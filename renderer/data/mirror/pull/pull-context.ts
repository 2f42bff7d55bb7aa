import { failure } from '../../../../shared/contract/failure.ts';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { readJson } from '../../../../shared/partner-center/readers/case.ts';
import { isWhole, readRows } from '../../../../shared/partner-center/readers/collection.ts';
import type { RowsOf } from '../../../../shared/partner-center/readers/collection.ts';
import type { CollectionName } from '../../../../shared/ports/mirror.ts';
import type { PullJob } from '../../../../shared/sync/pull.ts';
import type { CatalogueStore } from '../catalogue-store.ts';
import type { PriceListStore } from '../lists/price-list-store.ts';
import type { CustomerList } from '../customer-list.ts';
import type { MirrorDatabase } from '../mirror-database.ts';
import type { StatusBoard } from '../status-board.ts';
import type { JobLog } from './job-log.ts';
import type { PullChannel } from './pull-channel.ts';

/** What the steps of a pull work with. */
export interface PullContext {
  readonly database: MirrorDatabase;
  readonly channel: PullChannel;
  readonly board: StatusBoard;
  readonly list: CustomerList;
  readonly catalogue: CatalogueStore;
  readonly priceBook: PriceListStore;
  readonly log: JobLog;
  readonly now: () => Instant;
}

/** Why the pull ends before its end; no failure when the user stopped it. */
export interface Stop {
  readonly failure?: Failure;
}
/** One collection: answers a stop, or undefined when the pull goes on. */
export type PullStep = (context: PullContext) => Promise<Stop | undefined>;

/** What a job brought. `failed` concerns this job alone. */
export type Ended<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | ({ readonly kind: 'stopped' } & Stop);

async function collect<Part>(
  { channel }: PullContext, job: PullJob, readPage: (bytes: Uint8Array) => readonly Part[] | undefined,
): Promise<Ended<readonly Part[]>> {
  const parts: Part[] = [];
  const end = await channel.read(job, (bytes) => {
    const read = readPage(bytes);
    if (read !== undefined) parts.push(...read);
    return Promise.resolve(read !== undefined);
  });
  return end.kind === 'done' ? { kind: 'read', value: parts } : end;
}

async function pagesOf<Row>(
  context: PullContext, job: PullJob, readOne: (item: unknown) => Row | undefined,
): Promise<Ended<readonly RowsOf<Row>[]>> {
  return collect(context, job, (bytes) => {
    const body = readJson(bytes);
    const page = body.ok ? readRows(body.value, readOne) : undefined;
    return page && [page];
  });
}

/** Reads a list, row by row; rows the reader refuses are left out. */
export async function readList<Row>(
  context: PullContext, job: PullJob, readOne: (item: unknown) => Row | undefined,
): Promise<Ended<readonly Row[]>> {
  const ended = await pagesOf(context, job, readOne);
  return ended.kind === 'read' ? { kind: 'read', value: ended.value.flatMap(({ rows }) => rows) } : ended;
}

/** Reads a list in which what is missing counts as gone: one that is known not to be whole is no answer. */
export async function readWholeList<Row>(
  context: PullContext, job: PullJob, readOne: (item: unknown) => Row | undefined,
): Promise<Ended<readonly Row[]>> {
  const ended = await pagesOf(context, job, readOne);
  if (ended.kind !== 'read') return ended;
  const rows = ended.value.flatMap((page) => page.rows);
  const skipped = ended.value.reduce((sum, page) => sum + page.skipped, 0);
  const { totalCount = 0 } = ended.value.at(-1) ?? {};
  const isComplete = isWhole({ rows: rows.length, skipped, totalCount });
  return isComplete ? { kind: 'read', value: rows } : { kind: 'failed', failure: failure('malformed-answer') };
}

/** Reads one thing. */
export async function readOne<Value>(
  context: PullContext, job: PullJob, read: (body: unknown) => Value | undefined,
): Promise<Ended<Value>> {
  const ended = await collect(context, job, (bytes) => {
    const body = readJson(bytes);
    const value = body.ok ? read(body.value) : undefined;
    return value === undefined ? undefined : [value];
  });
  if (ended.kind !== 'read') return ended;
  const [value] = ended.value;
  return value === undefined ? { kind: 'failed', failure: failure('malformed-answer') } : { kind: 'read', value };
}

/** Reads what is no JSON, as it came. */
export async function readBlob({ channel }: Pick<PullContext, 'channel'>, job: PullJob): Promise<Ended<Blob>> {
  const parts: BlobPart[] = [];
  const end = await channel.read(job, (bytes) => {
    parts.push(new Uint8Array(bytes));
    return Promise.resolve(true);
  });
  return end.kind === 'done' ? { kind: 'read', value: new Blob(parts) } : end;
}

/** Shows how far a collection is; answers the way to tell of each further one. */
export function progressOf(
  context: PullContext, collection: CollectionName, total?: number,
): (done: number, total?: number) => void {
  const startedAt = context.now();
  const tell = (done: number, of = total): void =>
    context.board.progress({ collection, done, startedAt, ...(of === undefined ? {} : { total: of }) });
  tell(0);
  return tell;
}
