import { failure } from '../../../../shared/contract/failure.ts';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { ImportEnd } from '../../../../shared/domain/catalogue/price-list.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { err } from '../../../../shared/result.ts';
import { PullChannel } from '../pull/pull-channel.ts';
import { readBlob } from '../pull/pull-context.ts';
import { monthOf } from './list-name.ts';
import type { PriceListStore } from './price-list-store.ts';

const ended = (problem: Failure): ImportEnd => ({ kind: 'ended', result: err(problem) });

/** A refusal for lack of rights concerns prices alone (get-price-sheet, roles). */
const told = (problem: Failure): Failure => (problem.httpStatus === 403 ? { ...problem, code: 'price-access-missing' } : problem);

/** Takes in the price sheet of a market and month over a port to the main process. */
export async function downloadList(
  store: PriceListStore, asked: { readonly market: string; readonly month?: string }, port: MessagePort, now: Instant,
): Promise<ImportEnd> {
  const { market, month = monthOf(now) } = asked;
  const channel = new PullChannel(port);
  try {
    return await store.take({ kind: 'server', market, month }, async (signal) => {
      signal.addEventListener('abort', () => channel.stop());
      const past = month < monthOf(now) ? { month: month.replace('-', '') } : {};
      const read = await readBlob({ channel }, { kind: 'price-sheet', market, ...past });
      if (read.kind === 'read') return read.value;
      if (signal.aborted) return { kind: 'cancelled' };
      return ended(told(read.failure ?? failure('no-answer')));
    });
  } finally {
    channel.close();
  }
}
