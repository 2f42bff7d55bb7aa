import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { failure } from '../../../../shared/contract/failure.ts';
import { customerFormOf } from '../../../../shared/domain/customer/customer-rules.ts';
import { err } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { useServices } from '../../../platform/services.tsx';
import type { CustomerFormState } from './use-customer-form.ts';

export interface Submission {
  readonly submit: () => Promise<void>;
  readonly problem: Failure | undefined;
  readonly isBusy: boolean;
}

/**
 * Confirms the new customer, or what was changed about a refused one. The draft, its operation and the journal are one
 * transaction in the store: stopped at any line there is either the draft or the operation, never neither.
 */
export function useSubmitCustomer(state: CustomerFormState): Submission {
  const { work, outbox } = useServices();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);

  async function confirm(): Promise<Result<string>> {
    const { draft, reseller, text, autosave, keptAddress } = state;
    if (!reseller.chosen.ok) return err(failure('reseller-missing', { field: 'reseller' }));
    const payload = { form: customerFormOf(text), reseller: reseller.chosen.value, keepAddress: keptAddress.isKept };
    if (draft.edits !== undefined) {
      const edited = await outbox.edit(draft.edits, payload);
      if (!edited.ok) return edited;
      autosave.discard();
      await work.dropDraft(draft.id);
      return { ok: true, value: `/outbox/${draft.edits}` };
    }
    await autosave.flush();
    const confirmed = await work.confirmCustomer(draft, payload);
    if (!confirmed.ok) return confirmed;
    autosave.discard();
    return { ok: true, value: `/customers/pending-${confirmed.value.id}` };
  }

  async function submit(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const done = await confirm();
    setBusy(false);
    if (!done.ok) {
      setProblem(done.error);
      return;
    }
    outbox.wake();
    await navigate(done.value);
  }
  return { submit, problem, isBusy };
}
