import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { OperationId } from '../../../shared/ids.ts';
import type { RequestQualificationPayload } from '../../../shared/sync/operation.ts';
import { useServices } from '../../platform/services.tsx';

export interface RequestCommand {
  /** Confirms the request, or puts it in the place of the one that is edited. True when it is in the outbox. */
  readonly submit: (payload: RequestQualificationPayload) => Promise<boolean>;
  readonly problem: Failure | undefined;
  readonly isBusy: boolean;
}

/** From the form to the outbox: one transaction; pressing twice finds what is on its way. An edited one leads back to the outbox. */
export function useRequestQualification(editedId: OperationId | undefined): RequestCommand {
  const { work, outbox } = useServices();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (payload: RequestQualificationPayload): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    const done = await (editedId === undefined ? work.confirmQualification(payload) : outbox.edit(editedId, payload));
    setBusy(false);
    setProblem(done.ok ? undefined : done.error);
    if (!done.ok) return false;
    if (editedId === undefined) outbox.wake();
    else await navigate(`/outbox/${editedId}`);
    return true;
  };
  return { submit, problem, isBusy };
}
