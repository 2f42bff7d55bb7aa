import type { VerdictStanding } from '../partnership/verdict.ts';
import type { LetterLanguage } from './letter.ts';
import de from './reasons/de.json' with { type: 'json' };
import en from './reasons/en.json' with { type: 'json' };
import es from './reasons/es.json' with { type: 'json' };
import fr from './reasons/fr.json' with { type: 'json' };
import it from './reasons/it.json' with { type: 'json' };

const reasonsIn: Readonly<Record<LetterLanguage, typeof en>> = { it, en, de, fr, es };

/**
 * What is wrong with a Partner ID, in the letter's own language (the place `{{reason}}` of `reseller-partner-id`). Where
 * nothing is known against it, the letter asks whether it is still right.
 */
export function reasonIn(language: LetterLanguage, standing: VerdictStanding | undefined): string {
  const reasons = reasonsIn[language];
  switch (standing) {
    case 'unknown-id':
    case 'own-id':
    case 'not-reseller':
    case 'other-region':
      return reasons[standing];
    default:
      return reasons.unconfirmed;
  }
}
