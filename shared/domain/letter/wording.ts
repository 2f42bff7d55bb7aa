import { assertNever } from '../../result.ts';
import type { LetterLanguage, LetterPurpose } from './letter.ts';
import de from './templates/de.json' with { type: 'json' };
import en from './templates/en.json' with { type: 'json' };
import es from './templates/es.json' with { type: 'json' };
import fr from './templates/fr.json' with { type: 'json' };
import it from './templates/it.json' with { type: 'json' };

/** A wording with places for values: `{{name}}`. */
export interface Wording {
  readonly subject: string;
  readonly body: string;
}

function wordingsIn(language: LetterLanguage): Readonly<Record<LetterPurpose, Wording>> {
  switch (language) {
    case 'it':
      return it;
    case 'en':
      return en;
    case 'de':
      return de;
    case 'fr':
      return fr;
    case 'es':
      return es;
    default:
      return assertNever(language);
  }
}

/** The wording of a letter in a language. */
export const wordingOf = (purpose: LetterPurpose, language: LetterLanguage): Wording => wordingsIn(language)[purpose];

/** The places that a wording may have; which ones it has is the same in every language (a test compares). */
export interface WordingValues {
  /** Company written to. */
  readonly name?: string;
  /** The provider's own company. */
  readonly provider?: string;
  /** The person who writes. */
  readonly sender?: string;
  readonly link?: string;
  readonly reseller?: string;
  readonly partnerId?: string;
  readonly ownPartnerId?: string;
  /** What is wrong with a Partner ID, in the letter's language. */
  readonly reason?: string;
}

const place = /\{\{(\w+)\}\}/gu;

/** Puts values into the places of a text. A place whose value is not given stays, so that it is seen and filled in by hand. */
export function filled(text: string, values: WordingValues): string {
  const known = new Map<string, string | undefined>(Object.entries(values));
  return text.replaceAll(place, (whole, name: string) => known.get(name) ?? whole);
}

/** A whole wording with its values. */
export const filledWording = ({ subject, body }: Wording, values: WordingValues): Wording => ({
  subject: filled(subject, values),
  body: filled(body, values),
});

/** Places of a text that still have no value. */
export const openPlaces = (text: string): readonly string[] => [...text.matchAll(place)].map(([, name]) => name ?? '');
