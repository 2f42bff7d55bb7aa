const MINUTE_MS = 60_000;

/** Requests left in the running minute, counted by the tenant acted on. */
export interface RequestBudget {
  /** Takes one request; gives the seconds to wait when none is left. A refused request counts too. */
  take(tenant: string, now: Date): number | undefined;
}

/** A budget of so many requests a minute and tenant (throttling: by partner, or by partner and customer); 0 means no limit. */
export function createRequestBudget(requestsPerMinute: number): RequestBudget {
  const windows = new Map<string, { readonly endsAt: number; used: number }>();
  return {
    take: (tenant, now) => {
      if (requestsPerMinute === 0) return undefined;
      const time = now.getTime();
      const kept = windows.get(tenant);
      const current = kept !== undefined && kept.endsAt > time ? kept : { endsAt: time + MINUTE_MS, used: 0 };
      windows.set(tenant, current);
      current.used += 1;
      return current.used > requestsPerMinute ? Math.ceil((current.endsAt - time) / 1_000) : undefined;
    },
  };
}
