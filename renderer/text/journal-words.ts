import type { TFunction } from 'i18next';
import type { JournalEntry } from '../../shared/domain/journal/journal-entry.ts';

// Journals of old name the change of a reseller, which is an edit of a subscription now.
const stepWords = (t: TFunction, step = ''): string =>
  step === 'change-reseller' ? t('step.change-reseller') : step && t(`step.${step}`, { defaultValue: step });
function kindWords(t: TFunction, kind: string | undefined): string {
  if (kind === undefined) return t('journal.kind.unknown');
  return kind === 'change-reseller' ? t('journal.kind.change-reseller') : t(`journal.kind.${kind}`, { defaultValue: kind });
}

/** One entry of the journal as a sentence. Names and codes in its details become words. */
export function journalSentence(t: TFunction, { what, details }: JournalEntry): string {
  const { step, kind, code, decision, standing, whom, purpose } = details;
  return t(`journal.${what}`, {
    ...details,
    // Attestations of old did not keep it.
    customersRead: details['customersRead'] ?? '–',
    step: stepWords(t, step),
    kind: kindWords(t, kind),
    reason: code === undefined ? '' : t(`failure.${code}.what`, { ...details, defaultValue: code }),
    standing: standing === undefined ? '' : t(`journal.standing.${standing}`, { defaultValue: standing }),
    whom: whom === undefined ? '' : t(`journal.whom.${whom}`, { defaultValue: whom }),
    purpose: purpose === undefined ? '' : t(`journal.purpose.${purpose}`, { defaultValue: purpose }),
    decision: decision === undefined ? '' : t(`journal.decision.${decision}`, { defaultValue: decision }),
  });
}
