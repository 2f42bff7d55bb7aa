import { useEffect, useState } from 'react';
import { instantOf } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import { bridge } from './bridge.ts';

const renewMs = 30_000;

/**
 * The present moment, renewed twice a minute and when the computer wakes up. It is read from the clock each time, never added
 * up: timers stand still while the computer sleeps.
 */
export function useClock(): Instant {
  const [now, setNow] = useState(() => instantOf(new Date()));
  useEffect(() => {
    const renew = (): void => setNow(instantOf(new Date()));
    const timer = setInterval(renew, renewMs);
    const stop = bridge.on('system.resumed', renew);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);
  return now;
}
