import namesData from './names.json' with { type: 'json' };
import placesData from './places.json' with { type: 'json' };

/** The four countries the practice tenant is seeded with, in the order of the index (index modulo 4). */
export const seedCountries = ['IT', 'DE', 'FR', 'ES'] as const;
/** One of the seeded countries. */
export type SeedCountry = (typeof seedCountries)[number];

/** A real city: the digits its postal codes start with (for address checks) and some of the codes (for seeded addresses). */
export interface Place {
  readonly city: string;
  readonly postalPrefix: string;
  readonly postalCodes: readonly string[];
  readonly state: string;
  readonly areaCode: string;
}

/** Cities by country. */
export const places: Readonly<Record<SeedCountry, readonly Place[]>> = placesData;
/** Parts invented names are made of, by country. */
export const nameParts: Readonly<Record<SeedCountry, (typeof namesData)['IT']>> = namesData;

/** The country of a seeded reseller or customer. */
export function countryOf(index: number): SeedCountry {
  return seedCountries[index % 4] ?? 'IT';
}

/** Lower case, no accents, no punctuation: for comparing and for domain names. */
export function folded(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase();
}
