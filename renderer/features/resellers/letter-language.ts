import type { LetterLanguage } from '../../../shared/domain/letter/letter.ts';

const ofCountry: Readonly<Record<string, LetterLanguage>> = {
  IT: 'it', SM: 'it', VA: 'it', DE: 'de', AT: 'de', LI: 'de', FR: 'fr', MC: 'fr', ES: 'es', AD: 'es',
};

/** The language to begin a letter in, by the country of the one who reads it; English where we have no better guess. */
export const languageOfCountry = (iso2: string): LetterLanguage => ofCountry[iso2] ?? 'en';
