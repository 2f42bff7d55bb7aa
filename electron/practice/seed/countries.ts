import countryData from './countries.json' with { type: 'json' };

/**
 * What the practice tenant knows of a country. Cultures, currency and CSP region come from the public reference tables;
 * formats of registration numbers are plausible stand-ins for practice, not official ones.
 */
export interface Country {
  readonly iso2: string;
  readonly cultures: readonly string[];
  readonly currency: string;
  readonly cspRegion: string;
  readonly postalCodeRegex?: string | undefined;
  readonly callingCode?: string | undefined;
  /** Present where the organisation's registration number and a phone number are required. */
  readonly registration?: { readonly regex: string; readonly sample: string } | undefined;
  readonly vat?: { readonly format: string; readonly sample: string; readonly regex: string } | undefined;
  readonly states?: readonly string[] | undefined;
  readonly phoneNumberRegex?: string | undefined;
}

const countries = new Map<string, Country>(countryData.map((country) => [country.iso2, country]));

/** The country with an ISO 3166 two-letter code, in any letter case. */
export function findCountry(iso2: string): Country | undefined {
  return countries.get(iso2.toUpperCase());
}

const PHONE = '^[0-9+(][0-9+()\\-\\s./]{3,24}$';

/** Regular expression of a phone number in a country. */
export function phoneRegexOf(country: Country): string {
  return country.phoneNumberRegex ?? PHONE;
}

/** Languages of a country's cultures, each once, two letters. */
export function languagesOf(country: Country): readonly string[] {
  return [...new Set(country.cultures.map((culture) => culture.slice(0, 2).toLowerCase()))];
}

/** True when the provider (Italy) may sell there: the CSP region Europe. */
export function isInSalesRegion(country: Country): boolean {
  return country.cspRegion === 'europe';
}

/** Symbol of a currency as availabilities show it. */
export function currencySymbol(currency: string): string {
  return { EUR: '€', GBP: '£', USD: '$' }[currency] ?? currency;
}
