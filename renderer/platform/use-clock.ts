import { useEffect, useState } from 'react';
import type { Instant } from '../../shared/instant.ts';
import { bridge } from './bridge.ts';
import { followServerTime, serverNow } from './server-time.ts';
import { useServices } from './services.tsx';

const renewMs = 30_000;

/**
 * The present moment by the server's clock, renewed twice a minute and when the computer wakes up. It is read from the clock each
 * time, never added up: timers stand still while the computer sleeps.
 */
export function useClock(): Instant {
  const { id } = useServices().account;
  const [now, setNow] = useState(() => serverNow(id));
  useEffect(() => {
    const renew = (): void => setNow(serverNow(id));
    const timer = setInterval(renew, renewMs);
    const stops = [bridge.on('system.resumed', renew), followServerTime(id, renew)];
    return () => {
      clearInterval(timer);
      for (const stop of stops) stop();
    };
  }, [id]);
  return now;
}
