import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { useConnectivity, useServices } from './services.tsx';

export interface Refreshing {
  readonly isReading: boolean;
  /** Why the last reading failed; what was read before stays on screen. */
  readonly problem: Failure | undefined;
  readonly refresh: () => Promise<void>;
}

/** Reads a customer from the server when its page is opened online, and when asked. */
export function useRefreshedCustomer(id: CustomerTenantId): Refreshing {
  const { pull } = useServices();
  const { isOnline } = useConnectivity();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const refresh = useCallback(async () => {
    setReading(true);
    const answer = await pull.refreshCustomer(id);
    setReading(false);
    setProblem(answer.ok ? undefined : answer.error);
  }, [pull, id]);
  useEffect(() => {
    if (isOnline) void refresh();
  }, [isOnline, refresh]);
  return { isReading, problem, refresh };
}
