import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/result.ts';
import { useConnectivity } from './services.tsx';

export interface OnlineReading {
  readonly isReading: boolean;
  /** Why the last reading failed; what was read before stays on screen. */
  readonly problem: Failure | undefined;
  readonly refresh: () => Promise<void>;
}

const againMs = 60_000;

/**
 * Reads from the server when what it is for is shown online, when asked, and each minute while `isUnderWay`: something there
 * ends by itself. `read` keeps what it read, and is another function only when something else is to be read; undefined: nothing
 * to ask for.
 */
export function useOnlineReading(read: (() => Promise<Result<unknown>>) | undefined, isUnderWay = false): OnlineReading {
  const { isOnline } = useConnectivity();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const refresh = useCallback(async () => {
    if (read === undefined) return;
    setReading(true);
    const answer = await read();
    setReading(false);
    setProblem(answer.ok ? undefined : answer.error);
  }, [read]);
  useEffect(() => {
    if (isOnline) void refresh();
  }, [isOnline, refresh]);
  useEffect(() => {
    if (!isOnline || !isUnderWay) return undefined;
    const timer = setInterval(() => void refresh(), againMs);
    return () => clearInterval(timer);
  }, [isOnline, isUnderWay, refresh]);
  return { isReading, problem, refresh };
}
