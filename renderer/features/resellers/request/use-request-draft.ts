import { useCallback, useMemo, useState } from 'react';
import { languageOfCountry } from '../../../../shared/domain/letter/language-of-country.ts';
import type { LetterLanguage } from '../../../../shared/domain/letter/letter.ts';
import { askedMarks, candidateProblems, isCandidateError, knownPartners } from '../../../../shared/domain/partnership/candidates.ts';
import type { CandidateProblem } from '../../../../shared/domain/partnership/candidates.ts';
import { isUnsent } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest } from '../../../../shared/domain/partnership/request.ts';
import { instantOf } from '../../../../shared/instant.ts';
import type { Organization } from '../../../../shared/ports/organization.ts';
import { useLive, useMirror, useServices } from '../../../platform/services.tsx';
import { useAutosave } from '../../../platform/use-autosave.ts';
import type { Autosave } from '../../../platform/use-autosave.ts';
import { useNow } from '../../../text/use-now.ts';
import { senderName } from '../letter/sender-name.ts';
import { linkOf, useOwnLink } from '../letter/use-own-link.ts';
import type { OwnLink } from '../letter/use-own-link.ts';
import { daysProblems, recipientsByLanguage, requestDraftSetting, typedRows } from './request-draft.ts';
import type { DraftRow, RequestDraft, RequestStepId } from './request-draft.ts';
import { messageProblem, shownMessage } from './request-messages.ts';
import type { MessageProblem, Writer } from './request-messages.ts';
import type { Wording } from '../../../../shared/domain/letter/wording.ts';

/** The letters of one language. */
export interface LanguageMessage {
  readonly language: LetterLanguage;
  readonly rows: readonly DraftRow[];
  readonly message: Wording;
  /** Looked for once the recipients are entered: of hundreds of letters that takes too long for each key. */
  readonly problem: MessageProblem | undefined;
}

export interface RequestDraftState {
  readonly draft: RequestDraft;
  /** Changes what is typed. */
  readonly change: (change: (draft: RequestDraft) => RequestDraft) => void;
  readonly save: (draft: RequestDraft) => Promise<void>;
  readonly autosave: Autosave;
  readonly isTouched: boolean;
  readonly otherwise: LetterLanguage;
  /** Problems in the order of the rows. */
  readonly problems: readonly (readonly CandidateProblem[])[];
  readonly messages: readonly LanguageMessage[];
  readonly own: OwnLink;
  readonly requests: readonly PartnershipRequest[];
  /** Whether what a step asks for is complete and right. */
  readonly isStepDone: (step: RequestStepId) => boolean;
}

const none: readonly PartnershipRequest[] = [];

function useProblems(draft: RequestDraft, requests: readonly PartnershipRequest[]): readonly (readonly CandidateProblem[])[] {
  const now = useNow();
  const partners = useMirror(['resellers'], (mirror) => mirror.resellers(), []);
  const organization = useMirror(['organization'], async (mirror) => ({ own: await mirror.organization() }), []);
  const ownPartnerId = organization?.own?.partnerId;
  const { rows, requestIds } = draft;
  const known = useMemo(() => knownPartners(partners ?? []), [partners]);
  const asked = useMemo(() => {
    const mine = new Set<string>(requestIds);
    return askedMarks(requests.filter(({ id }) => !mine.has(id)), instantOf(new Date(now)));
  }, [requestIds, requests, now]);
  return useMemo(() => candidateProblems(rows, { asked, partners: known, ownPartnerId }), [rows, asked, known, ownPartnerId]);
}

/**
 * Everything that is being typed about the requests, kept as it is typed, and what is to be said about it. `provider` is the
 * own company as it was known when the page opened: the language of a letter must not change between two looks.
 */
export function useRequestDraft(opened: RequestDraft, provider: Organization | undefined): RequestDraftState {
  const { work, account } = useServices();
  const [draft, setDraft] = useState(opened);
  const [isTouched, setTouched] = useState(false);
  const save = useCallback((next: RequestDraft) => work.saveSetting(requestDraftSetting, JSON.stringify(next)), [work]);
  const autosave = useAutosave(draft, isTouched, save);
  const requests = useLive(({ partnerships }) => partnerships.requests(), []) ?? none;
  const live = useMirror(['organization'], async (mirror) => ({ own: await mirror.organization() }), []);
  const organization = live === undefined ? provider : live.own;
  const own = useOwnLink();
  const problems = useProblems(draft, requests);
  const otherwise = languageOfCountry(organization?.country ?? '');
  const link = linkOf(own.link);
  const providerName = organization?.companyName ?? account.name;
  const sender = senderName(account.userName);
  const { rows: typed, messages: texts } = draft;
  const isWritten = draft.step !== 'who';
  const messages = useMemo(() => {
    const writer: Writer = { provider: providerName, sender, link };
    return recipientsByLanguage(typed, otherwise).map(({ language, rows }): LanguageMessage => {
      const message = shownMessage(texts[language], language, rows, writer);
      return { language, rows, message, problem: isWritten ? messageProblem(message, rows, link) : undefined };
    });
  }, [typed, texts, otherwise, isWritten, providerName, sender, link]);
  const change = useCallback((next: (draft: RequestDraft) => RequestDraft): void => {
    setTouched(true);
    setDraft(next);
  }, []);
  const isStepDone = (step: RequestStepId): boolean => {
    const isWhoDone = typedRows(draft.rows).length > 0 && !problems.some((row) => row.some(isCandidateError));
    if (step === 'who') return isWhoDone;
    const areDaysRight = Object.keys(daysProblems(draft)).length === 0;
    if (step === 'message') return isWhoDone && isWritten && areDaysRight && messages.every(({ problem }) => problem === undefined);
    const mine = new Set<string>(draft.requestIds);
    const prepared = requests.filter(({ id }) => mine.has(id));
    return prepared.length > 0 && !prepared.some(isUnsent);
  };
  return { draft, change, save, autosave, isTouched, otherwise, problems, messages, own, requests, isStepDone };
}
