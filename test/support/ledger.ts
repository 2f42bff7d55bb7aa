import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger, LedgerEntry } from '../../electron/practice/ledger.ts';

/** What the practice tenant says it did: the server's side of "exactly once". */
export interface LedgerFigures {
  readonly customers: number;
  readonly orders: number;
  /** Requests that were answered a second time from the first answer. */
  readonly replays: number;
  readonly ledgerWrites: Readonly<Record<string, number>>;
}

const performed = (ledger: Ledger, scenario: string): readonly LedgerEntry[] =>
  ledger.writes.filter((entry) => entry.family === scenario && entry.status < 300);

/** Counts customers and orders as they came to be. */
export function ledgerFigures(ledger: Ledger): LedgerFigures {
  return {
    customers: performed(ledger, 'create-customer').length,
    orders: performed(ledger, 'checkout-cart').flatMap((entry) => entry.orders ?? []).length,
    replays: ledger.replays.length,
    ledgerWrites: ledger.counts,
  };
}

/** Address of the practice tenant inside a running app. */
export function practiceUrlOf(profile: string): string | undefined {
  const file = join(profile, 'practice', 'address.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly url: string }).url : undefined;
}

/** Reads the ledger of a practice tenant. */
export async function readLedger(url: string): Promise<Ledger> {
  const answer = await fetch(`${url}/_practice/ledger`);
  return (await answer.json()) as Ledger;
}
