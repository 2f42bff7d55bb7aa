/** Languages with complete texts. */
export const languages = ['en', 'it'] as const;
export type Language = (typeof languages)[number];
/** What the user chose in the settings; `system` follows the operating system. */
export type LanguageChoice = Language | 'system';

const isLanguage = (text: string): text is Language => languages.some((language) => language === text);

/** Reads a stored choice; anything unreadable follows the system. */
export const readLanguageChoice = (text: string | undefined): LanguageChoice =>
  text !== undefined && isLanguage(text) ? text : 'system';

/** The first of the system's languages that we have, e.g. `['fr-FR', 'it-IT']` gives `it`; English when there is none. */
export function chooseLanguage(choice: LanguageChoice, systemLanguages: readonly string[]): Language {
  if (choice !== 'system') return choice;
  return systemLanguages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** The locale for dates and numbers: the system's own variant of the language when it has one (`it-CH`, `en-US`). */
export function localeFor(language: string, systemLanguages: readonly string[]): string {
  const own = systemLanguages.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
  if (own !== undefined) return own;
  return language === 'it' ? 'it-IT' : 'en-GB';
}

/** The name of a language in that language itself, as a list of languages shows it: "English", "Italiano". */
export function ownNameOf(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
