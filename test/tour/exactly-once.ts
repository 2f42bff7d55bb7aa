import type { Ledger } from '../../electron/practice/ledger.ts';
import { ledgerFigures } from '../support/ledger.ts';
import type { JourneyOutcome } from './journey.ts';

/** One customer and so many orders came to be, and nothing was sent twice: the server's own word. */
export function exactlyOnce(ledger: Ledger, orders: number): Promise<JourneyOutcome> {
  const { replays, ledgerWrites, ...made } = ledgerFigures(ledger);
  return Promise.resolve({
    figures: { ...made, ledgerWrites },
    problems: [
      ...(made.customers === 1 ? [] : [`${made.customers} customers were created instead of 1`]),
      ...(made.orders === orders ? [] : [`${made.orders} orders were placed instead of ${orders}`]),
      ...(replays === 0 ? [] : [`${replays} requests were sent twice`]),
    ],
  });
}
