import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { OperationId } from '../../../shared/ids.ts';
import type { SetSupportContactPayload } from '../../../shared/sync/operation.ts';
import { useServices } from '../../platform/services.tsx';

export interface ChangeCommand {
  /** Confirms the change, or puts it in the place of the one that is edited. True when it is in the outbox. */
  readonly submit: (payload: SetSupportContactPayload) => Promise<boolean>;
  /** The operation that was made here last. */
  readonly madeId: OperationId | undefined;
  readonly problem: Failure | undefined;
  readonly isBusy: boolean;
}

/** From a form to the outbox: one transaction; pressing twice finds what is on its way. An edited one leads back to the outbox. */
export function useChange(editedId: OperationId | undefined): ChangeCommand {
  const { work, outbox, mirror } = useServices();
  const navigate = useNavigate();
  const [madeId, setMadeId] = useState<OperationId>();
  const [problem, setProblem] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);

  const edit = async (id: OperationId, payload: SetSupportContactPayload): Promise<boolean> => {
    const edited = await outbox.edit(id, payload);
    if (edited.ok) await navigate(`/outbox/${id}`);
    else setProblem(edited.error);
    return edited.ok;
  };
  const confirm = async (payload: SetSupportContactPayload): Promise<boolean> => {
    const confirmed = await work.confirmChange([{ kind: 'set-support-contact', payload }], (await mirror.organization())?.partnerId);
    if (!confirmed.ok) {
      setProblem(confirmed.error);
      return false;
    }
    outbox.wake();
    setMadeId(confirmed.value[0]?.id);
    return true;
  };
  const submit = async (payload: SetSupportContactPayload): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(undefined);
    const isDone = await (editedId === undefined ? confirm(payload) : edit(editedId, payload));
    setBusy(false);
    return isDone;
  };
  return { submit, madeId, problem, isBusy };
}
