import { useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { TransitionSubscriptionPayload } from '../../../shared/sync/operation.ts';
import { useServices } from '../../platform/services.tsx';

export interface UpgradeCommand {
  /** Puts the upgrade into the outbox. True when it is there. */
  readonly submit: (payload: TransitionSubscriptionPayload) => Promise<boolean>;
  readonly problem: Failure | undefined;
  readonly isBusy: boolean;
}

/** From the form to the outbox: one transaction; pressing twice finds what is on its way. */
export function useUpgrade(): UpgradeCommand {
  const { work, outbox, mirror } = useServices();
  const [problem, setProblem] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (payload: TransitionSubscriptionPayload): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(undefined);
    const confirmed = await work.confirmChange([{ kind: 'transition-subscription', payload }], (await mirror.organization())?.partnerId);
    setBusy(false);
    if (confirmed.ok) outbox.wake();
    else setProblem(confirmed.error);
    return confirmed.ok;
  };
  return { submit, problem, isBusy };
}
