import { z } from 'zod';
import { requiredText } from './call.ts';
import { findCountry } from './seed/countries.ts';
import { folded, places, seedCountries, type Place } from './seed/places.ts';

/** An address to check; null fields have gone before (validate-address). */
export const addressSchema = z.object({
  addressLine1: requiredText(200),
  addressLine2: z.string().max(200).optional(),
  city: requiredText(100),
  state: z.string().max(100).optional(),
  postalCode: z.string().max(20).optional(),
  country: z.string().length(2),
});
/** An address to check. */
export type AddressToCheck = z.output<typeof addressSchema>;

/** The service's answer about an address (05/2021 form). */
export interface AddressCheck {
  readonly originalAddress: AddressToCheck;
  readonly suggestedAddresses: readonly AddressToCheck[];
  readonly status: string;
  readonly validationMessage?: string;
}

function cityOfPostalCode(country: string, postalCode: string): Place | undefined {
  const name = seedCountries.find((code) => code === country);
  return name === undefined ? undefined : places[name].find((place) => postalCode.startsWith(place.postalPrefix));
}

type Verdict = { readonly status: string; readonly suggestions?: readonly Partial<AddressToCheck>[]; readonly message?: string };

// words in the first address line that let people train with every answer of the service
const trainingWords: readonly { readonly word: string; readonly verdict: (address: AddressToCheck) => Verdict }[] = [
  {
    word: 'suggerita',
    verdict: () => ({
      status: 'InteractionRequired',
      suggestions: [{ addressLine1: 'Via Roma 1' }],
      message: 'The street was corrected.',
    }),
  },
  {
    word: 'multipla',
    verdict: () => ({
      status: 'Multiple',
      suggestions: [1, 2, 3].map((n) => ({ addressLine1: `Via Roma ${n}` })),
      message: 'More than one address fits.',
    }),
  },
  {
    word: 'parziale',
    verdict: () => ({
      status: 'StreetPartial',
      suggestions: [{ addressLine1: 'Via Roma 1' }],
      message: 'The street number is missing.',
    }),
  },
  { word: 'interno', verdict: () => ({ status: 'PremisesPartial', message: 'The building was found, the unit was not.' }) },
  { word: 'sconosciuta', verdict: () => ({ status: 'None', message: 'The address was not found.' }) },
  { word: 'non verificabile', verdict: () => ({ status: 'NotValidated', message: 'The address could not be validated.' }) },
];

function verdictOf(address: AddressToCheck): Verdict {
  const training = trainingWords.find(({ word }) => folded(address.addressLine1).includes(word));
  if (training !== undefined) return training.verdict(address);
  const country = findCountry(address.country);
  if (country === undefined) return { status: 'None', message: 'Unknown country.' };
  const postalCode = address.postalCode?.trim() ?? '';
  if (country.postalCodeRegex !== undefined && !new RegExp(country.postalCodeRegex, 'u').test(postalCode)) {
    return { status: 'None', message: 'The postal code does not have the form of the country.' };
  }
  if (country.states !== undefined && !country.states.includes(address.state?.toUpperCase() ?? '')) {
    return { status: 'None', message: 'The state is not one of the country.' };
  }
  if (!/\p{L}{2}/u.test(address.city)) return { status: 'None', message: 'The city was not found.' };
  const place = cityOfPostalCode(country.iso2, postalCode);
  if (place === undefined) return { status: 'Verified' };
  if (folded(place.city) === folded(address.city)) return { status: 'VerifiedShippable' };
  return {
    status: 'InteractionRequired',
    suggestions: [{ city: place.city, state: place.state }],
    message: 'The city does not fit the postal code.',
  };
}

/**
 * Checks an address. Good when the country's form rules hold; where the first three digits of the postal code belong to
 * a city of the seed, that city must be named, else it is suggested. The words of {@link trainingWords} force the other answers:
 * Suggerita, Multipla, Parziale, Interno, Sconosciuta, Non verificabile.
 */
export function checkAddress(address: AddressToCheck): AddressCheck {
  const verdict = verdictOf(address);
  return {
    originalAddress: address,
    suggestedAddresses: (verdict.suggestions ?? []).map((change) => ({ ...address, ...change })),
    status: verdict.status,
    ...(verdict.message === undefined ? {} : { validationMessage: verdict.message }),
  };
}
