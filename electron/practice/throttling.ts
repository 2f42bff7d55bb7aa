const MINUTE_MS = 60_000;

/** Most requests a minute, then 429; 0 means no limit. */
export interface RequestLimits {
  /** Of the partner, whatever they are about. */
  readonly requestsPerMinute: number;
  /** Of the partner for one customer. */
  readonly customerRequestsPerMinute: number;
  /** Writes among them. */
  readonly writesPerMinute: number;
  readonly customerWritesPerMinute: number;
}

/** No limit at all. */
export const unlimited: RequestLimits = {
  requestsPerMinute: 0, customerRequestsPerMinute: 0, writesPerMinute: 0, customerWritesPerMinute: 0,
};

/** A request as far as limits are concerned. */
interface CountedRequest {
  /** Tenant id of the customer it is about. */
  readonly customerId: string | undefined;
  readonly isWrite: boolean;
}

/** Requests left in the running minute. */
export interface RequestBudget {
  /** Takes one request; gives the seconds to wait when none is left. A refused request counts too. */
  take(request: CountedRequest, limits: RequestLimits, now: Date): number | undefined;
}

/**
 * A budget by partner, and by partner and customer; writes have a lower one of their own (throttling, 09/2020; writes run out
 * sooner: facts of 2026-11). Each counts from the first request of its minute.
 */
export function createRequestBudget(): RequestBudget {
  const windows = new Map<string, { readonly endsAt: number; used: number }>();
  const count = (key: string, limit: number, time: number): number => {
    if (limit === 0) return 0;
    const kept = windows.get(key);
    const current = kept !== undefined && kept.endsAt > time ? kept : { endsAt: time + MINUTE_MS, used: 0 };
    windows.set(key, current);
    current.used += 1;
    return current.used > limit ? Math.ceil((current.endsAt - time) / 1_000) : 0;
  };
  return {
    take: ({ customerId, isWrite }, limits, now) => {
      const time = now.getTime();
      const customer = customerId?.toLowerCase();
      const waits = [
        count('partner', limits.requestsPerMinute, time),
        isWrite ? count('partner writes', limits.writesPerMinute, time) : 0,
        customer === undefined ? 0 : count(customer, limits.customerRequestsPerMinute, time),
        customer !== undefined && isWrite ? count(`${customer} writes`, limits.customerWritesPerMinute, time) : 0,
      ];
      const wait = Math.max(...waits);
      return wait === 0 ? undefined : wait;
    },
  };
}
