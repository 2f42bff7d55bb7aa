import { CountryRules } from '../../domain/customer/country-rules.ts';
import { present, wireFlag, wireRecord, wireText, wireTexts } from './case.ts';
import type { WireRecord } from './case.ts';

// Two editions: `states` as {value:[...]} and `supportedStatesList` as a plain list (get-country-validation-rules, notes).
function either(country: WireRecord | undefined, ...names: readonly string[]): string[] {
  for (const name of names) {
    const texts = wireTexts(country, name);
    if (texts.length > 0) return texts;
  }
  return [];
}

/** What a country asks of a new customer, from either edition of the reply. Undefined when it names no country. */
export function readCountryRules(body: unknown): CountryRules | undefined {
  const country = wireRecord(body);
  const cultures = either(country, 'supportedCultures', 'supportedCulturesList');
  const read = CountryRules.safeParse({
    iso2: wireText(country, 'iso2Code')?.toUpperCase(),
    defaultCulture: wireText(country, 'defaultCulture') ?? cultures[0] ?? '',
    cultures,
    languages: either(country, 'supportedLanguages', 'supportedLanguagesList'),
    states: either(country, 'states', 'supportedStatesList', 'statesList'),
    isStateRequired: wireFlag(country, 'isStateRequired') ?? false,
    isCityRequired: wireFlag(country, 'isCityRequired') ?? true,
    isPostalCodeRequired: wireFlag(country, 'isPostalCodeRequired') ?? false,
    callingCodes: either(country, 'countryCallingCodes', 'countryCallingCodesList'),
    isRegistrationNumberRequired: wireFlag(country, 'customerOrganizationRegistrationNumberRequired') ?? false,
    isPhoneNumberRequired: wireFlag(country, 'customerOrganizationPhoneNumberRequired') ?? false,
    ...present({
      postalCodeRegex: wireText(country, 'postalCodeRegex'),
      phoneNumberRegex: wireText(country, 'phoneNumberRegex'),
      registrationNumberRegex: wireText(country, 'customerOrganizationRegistrationNumberRegex'),
      registrationNumberSample: wireText(country, 'customerOrganizationRegistrationNumberSample'),
    }),
  });
  return read.success ? read.data : undefined;
}
