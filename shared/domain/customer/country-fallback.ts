import countries from './countries.json' with { type: 'json' };
import type { CountryRules } from './country-rules.ts';

/** What reference.json knows of a country without asking the service; enough to choose it and to check the basics. */
export interface Country {
  readonly iso2: string;
  readonly cultures: readonly string[];
  /** ISO 4217 code the service bills this market in. */
  readonly currency: string;
  readonly needsRegistrationNumber: boolean;
  readonly needsPhoneNumber: boolean;
}

function countryOf([iso2, cultures, currency, needs]: readonly (string | readonly string[])[]): Country | undefined {
  if (typeof iso2 !== 'string' || !Array.isArray(cultures) || typeof currency !== 'string') return undefined;
  return {
    iso2, cultures, currency,
    needsRegistrationNumber: needs !== undefined,
    needsPhoneNumber: needs === 'registration-and-phone',
  };
}

const byCode: ReadonlyMap<string, Country> = new Map(
  countries.map(countryOf).filter((country) => country !== undefined).map((country) => [country.iso2, country]),
);

/** ISO 3166-1 alpha-2 codes of every country Partner Center lists (reference.json, countries). */
export const countryCodes: readonly string[] = [...byCode.keys()];

/** Currency of a market, where no price row says it. */
export const currencyOf = (iso2: string): string => byCode.get(iso2)?.currency ?? 'USD';

/**
 * General checks for a country whose own rules were never pulled: the languages and the registration numbers that
 * reference.json knows, and no pattern at all. The server checks the rest.
 */
export function fallbackRules(iso2: string): CountryRules {
  const country = byCode.get(iso2);
  const cultures = country?.cultures ?? ['en-US'];
  return {
    iso2,
    defaultCulture: cultures[0] ?? 'en-US',
    cultures: [...cultures],
    languages: [...new Set(cultures.map((culture) => culture.slice(0, 2)))],
    states: [],
    isStateRequired: false,
    isCityRequired: true,
    isPostalCodeRequired: false,
    callingCodes: [],
    isRegistrationNumberRequired: country?.needsRegistrationNumber ?? false,
    isPhoneNumberRequired: country?.needsPhoneNumber ?? false,
  };
}

/** The form wants two letters and a culture of a known shape; the service writes either in its own casing and length. */
const twoLetters = (language: string): string => language.slice(0, 2).toLowerCase();
const isCulture = (culture: string): boolean => /^[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}$/u.test(culture);

/** The country's own rules, with the lists it left empty taken from the general ones: a list to choose from is never empty. */
export function completeRules(rules: CountryRules): CountryRules {
  const general = fallbackRules(rules.iso2);
  const cultures = rules.cultures.filter(isCulture);
  const languages = [...new Set(rules.languages.map(twoLetters))];
  return {
    ...rules,
    cultures: cultures.length > 0 ? cultures : general.cultures,
    languages: languages.length > 0 ? languages : general.languages,
    defaultCulture: isCulture(rules.defaultCulture) ? rules.defaultCulture : (cultures[0] ?? general.defaultCulture),
  };
}

/** All countries with their names in the user's language, in its alphabetical order. */
export function countryChoices(locale: string): readonly { readonly iso2: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const order = new Intl.Collator(locale);
  return countryCodes
    .map((iso2) => ({ iso2, name: names.of(iso2) ?? iso2 }))
    .toSorted((a, b) => order.compare(a.name, b.name));
}
