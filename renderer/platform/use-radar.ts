import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Verdict } from '../../shared/domain/partnership/verdict.ts';
import type { PartnerId } from '../../shared/ids.ts';
import type { RadarRun } from '../../shared/ports/reseller-radar.ts';
import type { Result } from '../../shared/result.ts';
import { useServices } from './services.tsx';

/** What can be asked of the radar. */
export interface RadarCommands {
  /** Starts a walk over all resellers, or goes on with one that was stopped. */
  readonly checkAll: () => Promise<void>;
  readonly stop: () => void;
  /** Checks one Partner ID now and keeps the finding. */
  readonly checkOne: (partnerId: PartnerId) => Promise<Result<Verdict>>;
}
export interface Radar extends RadarCommands {
  /** The walk that runs, waits or was last, live; undefined before the first. */
  readonly run: RadarRun | undefined;
}

/** The walk over all Partner IDs. */
export function useRadar(): Radar {
  const { radar } = useServices();
  const subscribe = useCallback((listener: () => void) => radar.subscribe(listener), [radar]);
  const run = useSyncExternalStore(subscribe, () => radar.run());
  return useMemo(
    () => ({ run, checkAll: () => radar.checkAll(), stop: () => radar.stop(), checkOne: (partnerId) => radar.checkOne(partnerId) }),
    [radar, run],
  );
}
