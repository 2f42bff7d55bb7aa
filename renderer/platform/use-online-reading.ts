import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/result.ts';
import { useConnectivity } from './services.tsx';

export interface OnlineReading {
  /** A reading is under way, or comes at once: what is on screen may be another in a moment. */
  readonly isReading: boolean;
  /** Why the last reading failed; what was read before stays on screen. */
  readonly problem: Failure | undefined;
  readonly refresh: () => Promise<void>;
}

type Read = () => Promise<Result<unknown>>;

const againMs = 60_000;

/**
 * Reads from the server when what it is for is shown online, when asked, and each minute while `isUnderWay`: something there
 * ends by itself. `read` keeps what it read, and is another function only when something else is to be read; undefined: nothing
 * to ask for.
 */
export function useOnlineReading(read: Read | undefined, isUnderWay = false): OnlineReading {
  const { isOnline } = useConnectivity();
  const [asked, setAsked] = useState<{ readonly read: Read }>();
  const [answer, setAnswer] = useState<{ readonly read: Read; readonly problem: Failure | undefined }>();
  const wanted = useRef(read);
  useEffect(() => {
    wanted.current = read;
  }, [read]);
  const refresh = useCallback(async () => {
    if (read === undefined) return;
    setAsked({ read });
    const result = await read();
    // an answer about what was shown before says nothing of what is shown now
    if (wanted.current !== read) return;
    setAsked(undefined);
    setAnswer({ read, problem: result.ok ? undefined : result.error });
  }, [read]);
  useEffect(() => {
    if (isOnline) void refresh();
  }, [isOnline, refresh]);
  useEffect(() => {
    if (!isOnline || !isUnderWay) return undefined;
    const timer = setInterval(() => void refresh(), againMs);
    return () => clearInterval(timer);
  }, [isOnline, isUnderWay, refresh]);
  if (read === undefined) return { isReading: false, problem: undefined, refresh };
  const isAnswered = answer?.read === read;
  // known before the effect that begins it: the first frame must not say that something is missing
  const isComing = isOnline && !isAnswered;
  return { isReading: isComing || asked?.read === read, problem: isAnswered ? answer.problem : undefined, refresh };
}
