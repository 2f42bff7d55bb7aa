import { useEffect, useRef, useState } from 'react';
import { failure } from '../../../../shared/contract/failure.ts';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { CustomerTenantId } from '../../../../shared/ids.ts';
import { bridge } from '../../../platform/bridge.ts';
import { systemClock } from '../../../platform/clock.ts';
import { useServices } from '../../../platform/services.tsx';
import type { SubscriptionReading } from '../../../sync/read-subscriptions.ts';

export interface Reading {
  /** The reading that runs; undefined when none does. */
  readonly running: SubscriptionReading | undefined;
  /** Why the last one ended before its end. */
  readonly problem: Failure | undefined;
  /** Of how many customers of the last one nothing came. */
  readonly failed: number;
  readonly start: (idsOf: () => Promise<readonly CustomerTenantId[]>) => Promise<void>;
  readonly stop: () => void;
}

/** Reads the subscriptions of many customers while the screen is open. What came stays: started again it goes on with the rest. */
export function useReading(): Reading {
  const { account, mirror, connectivity } = useServices();
  const [running, setRunning] = useState<SubscriptionReading>();
  const [problem, setProblem] = useState<Failure>();
  const [failed, setFailed] = useState(0);
  const control = useRef<AbortController>(undefined);
  useEffect(() => () => control.current?.abort(), []);
  const start = async (idsOf: () => Promise<readonly CustomerTenantId[]>): Promise<void> => {
    if (control.current !== undefined) return;
    const stop = new AbortController();
    control.current = stop;
    setProblem(undefined);
    setFailed(0);
    try {
      const [ids, { readSubscriptions }] = await Promise.all([idsOf(), import('../../../sync/read-subscriptions.ts')]);
      const parts = { account, mirror, connectivity, bridge, clock: systemClock };
      setProblem(await readSubscriptions(ids, parts, stop.signal, (reading) => {
        setRunning(reading);
        setFailed(reading.failed);
      }));
    } catch (error) {
      // a disk that is full keeps nobody from trying again
      if (!stop.signal.aborted) setProblem(failure('storage-failed', { serverText: String(error).slice(0, 2000) }));
    } finally {
      control.current = undefined;
      setRunning(undefined);
    }
  };
  return { running, problem, failed, start, stop: () => control.current?.abort() };
}
