import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { languageOf, requestedReseller } from '../../../../shared/domain/partnership/candidates.ts';
import { isUnsent } from '../../../../shared/domain/partnership/request.ts';
import type { NewPartnershipRequest, PartnershipStore } from '../../../../shared/ports/partnership-store.ts';
import { useServices } from '../../../platform/services.tsx';
import { ownRequests, reconcileRequests } from './reconcile-requests.ts';
import { ExpiresAfterDays, RemindAfterDays, requestDraftSetting, typedRows } from './request-draft.ts';
import type { RequestDraft } from './request-draft.ts';
import { letterTo } from './request-messages.ts';
import type { RequestDraftState } from './use-request-draft.ts';

/** The requests the draft stands for: one for each row. */
function wantedRequests({ draft, messages, otherwise }: RequestDraftState): readonly NewPartnershipRequest[] {
  const remindAfterDays = RemindAfterDays.parse(draft.remindAfterDays);
  const expiresAfterDays = ExpiresAfterDays.parse(draft.expiresAfterDays);
  return typedRows(draft.rows).flatMap((row) => {
    const reseller = requestedReseller(row, otherwise);
    const text = messages.find(({ language }) => language === languageOf(row, otherwise));
    if (reseller === undefined || text === undefined) return [];
    return [{ reseller, ...letterTo(text.message, row), remindAfterDays, expiresAfterDays }];
  });
}

async function applyWanted(partnerships: PartnershipStore, draft: RequestDraft, wanted: readonly NewPartnershipRequest[]) {
  const own = ownRequests(await partnerships.requests(), draft, wanted);
  const plan = reconcileRequests(wanted, own);
  for (const { id, subject, body } of plan.reword) await partnerships.advance(id, { name: 'reworded', subject, body });
  for (const id of plan.withdraw) await partnerships.advance(id, { name: 'withdrawn' });
  const prepared = plan.prepare.length === 0 ? [] : await partnerships.prepare(plan.prepare);
  return [...plan.kept, ...prepared.map(({ id }) => id)];
}

export interface RequestCommand {
  /** Makes the stored requests those of the draft, and shows them. Asked again while it runs, it answers when that is done. */
  readonly prepare: () => Promise<void>;
  readonly isPreparing: boolean;
  /** Ends: the draft is dropped, its requests are in the list. */
  readonly finish: () => Promise<void>;
  /** Throws the draft away, and withdraws what was prepared and not sent. */
  readonly cancel: () => Promise<void>;
}

/** What the wizard does with the store. */
export function useRequestCommand(state: RequestDraftState): RequestCommand {
  const { work } = useServices();
  const navigate = useNavigate();
  const running = useRef<Promise<void>>(undefined);
  const [isPreparing, setPreparing] = useState(false);

  async function prepareNow(): Promise<void> {
    // The draft must know from where on requests may be its own before there are any.
    await state.save(state.draft);
    const requestIds = await applyWanted(work.partnerships, state.draft, wantedRequests(state));
    const prepared: Pick<RequestDraft, 'step' | 'requestIds'> = { step: 'send', requestIds };
    await state.save({ ...state.draft, ...prepared });
    // What was typed meanwhile stays.
    state.change((old) => ({ ...old, ...prepared }));
  }
  function prepare(): Promise<void> {
    if (running.current !== undefined) return running.current;
    setPreparing(true);
    const run = prepareNow().finally(() => {
      running.current = undefined;
      setPreparing(false);
    });
    running.current = run;
    return run;
  }
  async function finish(): Promise<void> {
    state.autosave.discard();
    await work.saveSetting(requestDraftSetting, '');
    await navigate('/resellers/requests');
  }
  async function cancel(): Promise<void> {
    const mine = new Set<string>(state.draft.requestIds);
    const unsent = (await work.partnerships.requests()).filter((request) => mine.has(request.id) && isUnsent(request));
    for (const { id } of unsent) await work.partnerships.advance(id, { name: 'withdrawn' });
    await finish();
  }
  return { prepare, isPreparing, finish, cancel };
}
