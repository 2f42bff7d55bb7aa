import { useCallback, useEffect, useMemo, useState } from 'react';
import { withItem, withoutItem } from '../../shared/domain/briefcase/briefcase-choice.ts';
import type { BriefcaseChoice, ChosenItem, NewItem } from '../../shared/domain/briefcase/briefcase-choice.ts';
import type { BriefcaseRun } from '../../shared/ports/briefcase.ts';
import { changeChoice, readChoice } from '../data/work/briefcase-choice.ts';
import { systemClock } from './clock.ts';
import { useLive, useServices } from './services.tsx';

/** What can be asked of the briefcase. */
export interface BriefcaseCommands {
  /** Takes some along from now on; they are read at once, or when there is a network. */
  readonly take: (items: readonly NewItem[]) => Promise<void>;
  /** What was read of it stays until its space is given back. */
  readonly leave: (item: Pick<ChosenItem, 'id'>) => Promise<void>;
  readonly readNow: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What is taken along, live; undefined for the moment before it is known. */
export const useBriefcaseChoice = (): BriefcaseChoice | undefined => useLive(readChoice, []);

/** The reading that runs, waits or was last, live. */
export function useBriefcaseRun(): BriefcaseRun | undefined {
  const { briefcase } = useServices();
  const [run, setRun] = useState<BriefcaseRun>();
  useEffect(() => {
    const left = new AbortController();
    briefcase.get().then(
      (read) => {
        if (left.signal.aborted) return;
        setRun(read.run());
        const stop = read.subscribe(() => setRun(read.run()));
        left.signal.addEventListener('abort', stop);
      },
      // that its code could not be read was told
      () => undefined,
    );
    return () => left.abort();
  }, [briefcase]);
  return run;
}

export function useBriefcaseCommands(): BriefcaseCommands {
  const { work, briefcase } = useServices();
  const readNow = useCallback(async () => (await briefcase.get()).readNow(), [briefcase]);
  return useMemo(
    () => ({
      take: async (items) => {
        const at = systemClock.now();
        await changeChoice(work, (choice) => items.reduce((all: BriefcaseChoice, item) => withItem(all, { ...item, at }), choice));
        await readNow();
      },
      leave: (item) => changeChoice(work, (choice) => withoutItem(choice, item)),
      readNow,
      stop: async () => (await briefcase.get()).stop(),
    }),
    [work, briefcase, readNow],
  );
}
