import type { LetterLanguage } from './letter.ts';

const languages: Readonly<Record<string, LetterLanguage>> = {
  IT: 'it', SM: 'it', VA: 'it',
  DE: 'de', AT: 'de', LI: 'de', CH: 'de',
  FR: 'fr', MC: 'fr', BE: 'fr', LU: 'fr',
  ES: 'es', AD: 'es',
};

/** The language to begin with for a company of a country; English where none of ours is spoken by most. */
export const languageOfCountry = (iso2: string): LetterLanguage => languages[iso2.toUpperCase()] ?? 'en';
