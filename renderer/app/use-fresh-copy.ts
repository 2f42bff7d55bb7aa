import { useEffect } from 'react';
import { useConnectivity, useServices } from '../platform/services.tsx';
import { dataAge } from './sync-state.ts';

/** Lists older than this are pulled again by themselves, behind the screens. */
const staleAfterMs = 4 * 3_600_000;

/** Pulls when the app starts, or the network returns, with an incomplete or old copy. Never more than once per return. */
export function useFreshCopy(): void {
  const { mirror, pull } = useServices();
  const { isOnline } = useConnectivity();
  useEffect(() => {
    if (!isOnline) return;
    void mirror.status().then((status) => {
      const at = dataAge(status);
      const isStale = at === undefined || Date.now() - Date.parse(at) > staleAfterMs;
      if (isStale && status.pull === undefined) void pull.pullNow();
    });
  }, [mirror, pull, isOnline]);
}
