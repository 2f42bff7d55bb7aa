import type { TFunction } from 'i18next';
import type { JournalEntry } from '../../shared/domain/journal/journal-entry.ts';

/** One entry of the journal as a sentence. Step names, kinds and failure codes in its details become words. */
export function journalSentence(t: TFunction, { what, details }: JournalEntry): string {
  const { step, kind, code, decision } = details;
  return t(`journal.${what}`, {
    ...details,
    step: step === undefined ? '' : t(`step.${step}`, { defaultValue: step }),
    kind: kind === undefined ? t('journal.kind.unknown') : t(`journal.kind.${kind}`, { defaultValue: kind }),
    reason: code === undefined ? '' : t(`failure.${code}.what`, { ...details, defaultValue: code }),
    decision: decision === undefined ? '' : t(`journal.decision.${decision}`, { defaultValue: decision }),
  });
}
