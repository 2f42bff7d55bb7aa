import type { Call } from './call.ts';
import type { StateEvent } from './state-events.ts';

/** What a write did; goes into the journal before the answer goes out. */
export interface Performed {
  readonly effect: string;
  /** Tenant GUID of the customer acted on or created. */
  readonly tenantId: string;
  readonly events: readonly StateEvent[];
  /** Order ids of a checkout. */
  readonly orders?: readonly string[];
}

/** One line of the ledger: a write performed, or a request answered again from the idempotency store. */
export interface LedgerEntry {
  readonly seq: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Scenario of the contract, the narrower one where a path has two (create-customer-for-reseller). */
  readonly scenario: string;
  /** Scenario of the path, what `counts` adds up by. */
  readonly family: string;
  readonly requestId: string;
  readonly correlationId: string;
  readonly tenantId: string;
  readonly status: number;
  /** Body of the request in camelCase, without any password. */
  readonly body: unknown;
  readonly effect: string;
  readonly replay: boolean;
  readonly orders?: readonly string[] | undefined;
}

/** The ledger as GET /_practice/ledger shows it. */
export interface Ledger {
  readonly writes: readonly LedgerEntry[];
  readonly replays: readonly LedgerEntry[];
  /** Writes performed, by scenario of the path. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A copy without any field whose name speaks of a password. */
export function withoutPasswords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPasswords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !/password/iu.test(key))
      .map(([key, item]): [string, unknown] => [key, withoutPasswords(item)]),
  );
}

/** What a line of the ledger is made from, besides its call. */
export interface LedgerFacts {
  readonly seq: number;
  readonly names: { readonly scenario: string; readonly family: string };
  readonly status: number;
  readonly done: { readonly effect: string; readonly tenantId: string; readonly orders?: readonly string[] | undefined };
  readonly isReplay: boolean;
}

/** The line for a write performed or replayed. */
export function ledgerEntry(call: Call, facts: LedgerFacts): LedgerEntry {
  const { seq, names, status, done, isReplay } = facts;
  return {
    seq,
    at: call.now.toISOString(),
    method: call.method,
    path: call.path,
    ...names,
    requestId: call.requestId,
    correlationId: call.correlationId,
    tenantId: done.tenantId,
    status,
    body: withoutPasswords(call.body) ?? null,
    effect: done.effect,
    replay: isReplay,
    ...(done.orders === undefined ? {} : { orders: done.orders }),
  };
}

/** The ledger of the lines given, in order of time. */
export function ledgerOf(entries: readonly LedgerEntry[]): Ledger {
  const writes = entries.filter((entry) => !entry.replay);
  const counts: Record<string, number> = {};
  for (const entry of writes) counts[entry.family] = (counts[entry.family] ?? 0) + 1;
  return { writes, replays: entries.filter((entry) => entry.replay), counts };
}
