import type { FailureCode } from '../../../../shared/contract/failure.ts';
import { present, readJson } from '../../../../shared/partner-center/readers/case.ts';
import { readRows } from '../../../../shared/partner-center/readers/collection.ts';
import { readCustomerListRow } from '../../../../shared/partner-center/readers/customers.ts';
import { ListPull } from '../list-pull.ts';
import { progressOf } from './pull-context.ts';
import type { PullContext, PullStep } from './pull-context.ts';
import type { JobEnd, PageTaker } from './pull-channel.ts';

/** Rows a page: larger ones win nothing measurable (npm run bench), smaller ones cost a transaction each. */
export const customerPageSize = 1000;

/** The whole customer list as a new generation; see ListPull. */
export const pullCustomers: PullStep = async (context) => {
  const { board, log, now } = context;
  if (log.isDone('customers')) return undefined;
  const pull = await ListPull.open(context.database, context.list, now());
  const end = await readOn(context, pull);
  if (end.kind === 'stopped') {
    await pull.pause();
    return end;
  }
  if (end.kind === 'failed') {
    await pull.pause();
    return log.failed('customers', end.failure);
  }
  await pull.finish();
  await log.done('customers');
  await board.complete('customers', (await context.list.loaded()).index.size, now());
  board.changed('customers');
  return undefined;
};

// What a server may say of a continuation it no longer knows; page-customers lists no error.
const lostPlace: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'bad-request', 'invalid-property', 'not-found', 'not-supported', 'unknown-server-code',
]);

// A server that no longer knows where the last pull stopped is asked from the beginning, once. One that is in trouble
// is not: what came so far is kept for the next pull.
async function readOn(context: PullContext, pull: ListPull): Promise<JobEnd> {
  const { continuation, isAllRead } = pull.progress;
  if (isAllRead) return { kind: 'done' };
  const end = await read(context, pull, continuation);
  if (end.kind !== 'failed' || continuation === undefined || !lostPlace.has(end.failure.code)) return end;
  await pull.restart(context.now());
  return read(context, pull, undefined);
}

function read(context: PullContext, pull: ListPull, continuation: string | undefined): Promise<JobEnd> {
  const tell = progressOf(context, 'customers');
  const takePage: PageTaker = async (bytes, next) => {
    const body = readJson(bytes);
    const page = body.ok ? readRows(body.value, readCustomerListRow) : undefined;
    if (page === undefined) return false;
    const { rows, totalCount } = page;
    await pull.add({ rows, ...present({ total: totalCount, continuation: next }) });
    tell(pull.progress.rows, pull.progress.total);
    context.board.changed('customers');
    return true;
  };
  return context.channel.read({ kind: 'customers', size: customerPageSize, ...present({ continuation }) }, takePage);
}
