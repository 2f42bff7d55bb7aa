import { useState } from 'react';
import type { ResultRow } from '../../../../shared/domain/bulk/outcomes.ts';
import type { BatchId } from '../../../../shared/ids.ts';
import type { Operation } from '../../../../shared/sync/operation.ts';
import { useServices } from '../../../platform/services.tsx';
import { pauseBatch, resumeBatch } from '../../../sync/batch-settings.ts';

export interface BatchCommands {
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Gives up what was not sent; what may have reached the server goes on to its end. */
  readonly stopRest: () => Promise<void>;
  readonly isBusy: boolean;
  /** How many the last stop gave up. */
  readonly stopped: number | undefined;
}

export function useBatchCommands(id: BatchId, rows: readonly ResultRow[]): BatchCommands {
  const { work, outbox } = useServices();
  const [isBusy, setBusy] = useState(false);
  const [stopped, setStopped] = useState<number>();
  const run = async (act: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    try {
      await act();
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy, stopped,
    pause: () => run(() => pauseBatch(work, id)),
    resume: () => run(async () => {
      await resumeBatch(work, id);
      outbox.wake();
    }),
    stopRest: () => run(async () => {
      // no more of it leaves while the rest is given up
      await pauseBatch(work, id);
      const isUnsent = ({ state }: Operation): boolean => state.name === 'ready' || state.name === 'waiting';
      const open = rows.flatMap(({ operations }) => operations).filter(isUnsent);
      setStopped(await outbox.cancelAll(open.map((operation) => operation.id)));
      await resumeBatch(work, id);
      outbox.wake();
    }),
  };
}
