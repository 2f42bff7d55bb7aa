import { z } from 'zod';
import { readKept } from '../../../../shared/kept-json.ts';
import { LetterLanguage } from '../../../../shared/domain/letter/letter.ts';
import { isBlank, languageOf } from '../../../../shared/domain/partnership/candidates.ts';
import type { Candidate } from '../../../../shared/domain/partnership/candidates.ts';
import { PartnershipRequestId } from '../../../../shared/ids.ts';

/** Name of the setting that keeps what is being typed. */
export const requestDraftSetting = 'partnership.request-draft';

const text = z.string();
const DraftRow = z.object({ key: text, name: text, email: text, language: text, partnerId: text, line: z.number().int().optional() });
export type DraftRow = z.infer<typeof DraftRow>;

/** What was typed for one language; `name` is the one name that stood in it, empty while `{{name}}` does. */
const DraftMessage = z.object({ subject: text, body: text, name: text });
export type DraftMessage = z.infer<typeof DraftMessage>;

export const requestSteps = ['who', 'message', 'send'] as const;
const RequestStepId = z.enum(requestSteps);
export type RequestStepId = z.infer<typeof RequestStepId>;

/** Requests as they are typed: unchecked, kept over restarts until they are finished or cancelled. */
export const RequestDraft = z.object({
  step: RequestStepId,
  rows: z.array(DraftRow),
  pasted: text,
  messages: z.partialRecord(LetterLanguage, DraftMessage),
  remindAfterDays: text,
  expiresAfterDays: text,
  /** The newest request there was before: what came after it may be ours, should the app die while it prepares. */
  startedAfter: text,
  /** Requests that were prepared from this draft. */
  requestIds: z.array(PartnershipRequestId),
});
export type RequestDraft = z.infer<typeof RequestDraft>;

export const blankRow = (): DraftRow => ({ key: crypto.randomUUID(), name: '', email: '', language: '', partnerId: '' });

export const newRequestDraft = (startedAfter: string): RequestDraft => ({
  step: 'who', rows: [blankRow()], pasted: '', messages: {}, remindAfterDays: '7', expiresAfterDays: '30', startedAfter, requestIds: [],
});

/** The draft as it was kept; undefined when there is none, or one of another version of the app. */
export const readRequestDraft = (kept: string | undefined): RequestDraft | undefined => readKept(RequestDraft, kept);

/** Rows in which something is typed. */
export const typedRows = <Row extends Candidate>(rows: readonly Row[]): readonly Row[] => rows.filter((row) => !isBlank(row));

/** Languages among the recipients, in the fixed order, with who is written to in each. */
export function recipientsByLanguage(
  rows: readonly DraftRow[], otherwise: LetterLanguage,
): readonly { language: LetterLanguage; rows: readonly DraftRow[] }[] {
  const byLanguage = new Map<LetterLanguage, DraftRow[]>(LetterLanguage.options.map((language) => [language, []]));
  for (const row of typedRows(rows)) byLanguage.get(languageOf(row, otherwise))?.push(row);
  return [...byLanguage].flatMap(([language, of]) => (of.length > 0 ? [{ language, rows: of }] : []));
}

const days = (most: number) => z.string().trim().regex(/^\d{1,3}$/u).transform(Number).pipe(z.number().int().min(1).max(most));
export const RemindAfterDays = days(90);
export const ExpiresAfterDays = days(365);

/** What is wrong with the days to wait: no number of the right size, or over before a reminder would be offered. */
export interface DaysProblems {
  readonly remindAfterDays?: 'wrong';
  readonly expiresAfterDays?: 'wrong' | 'too-soon';
}

export function daysProblems(draft: Pick<RequestDraft, 'remindAfterDays' | 'expiresAfterDays'>): DaysProblems {
  const remind = RemindAfterDays.safeParse(draft.remindAfterDays);
  const expires = ExpiresAfterDays.safeParse(draft.expiresAfterDays);
  const isTooSoon = remind.success && expires.success && expires.data <= remind.data;
  return {
    ...(remind.success ? {} : { remindAfterDays: 'wrong' }),
    ...(expires.success ? {} : { expiresAfterDays: 'wrong' }),
    ...(isTooSoon ? { expiresAfterDays: 'too-soon' } : {}),
  };
}
