import type { Answer, Call, Route } from './call.ts';
import { refuse } from './errors.ts';
import { findCountry, languagesOf, phoneRegexOf, type Country } from './seed/countries.ts';

/** CountryInformation with the plain `*List` arrays (get-country-validation-rules). */
function countryInformation(country: Country): object {
  const { registration, vat } = country;
  return {
    iso2Code: country.iso2,
    defaultCulture: country.cultures[0],
    isStateRequired: country.states !== undefined,
    supportedStatesList: country.states ?? [],
    supportedLanguagesList: languagesOf(country),
    supportedCulturesList: country.cultures,
    isPostalCodeRequired: country.postalCodeRegex !== undefined,
    postalCodeRegex: country.postalCodeRegex,
    isCityRequired: true,
    isVatIdSupported: vat !== undefined,
    taxIdFormat: vat?.format,
    taxIdSample: vat?.sample,
    vatIdRegex: vat?.regex,
    phoneNumberRegex: phoneRegexOf(country),
    isTaxIdSupported: vat !== undefined,
    isTaxIdOptional: true,
    isRegistrationNumberSupported: registration !== undefined,
    customerOrganizationRegistrationNumberRegex: registration?.regex,
    customerOrganizationRegistrationNumberSample: registration?.sample,
    customerOrganizationRegistrationNumberRequired: registration !== undefined,
    customerOrganizationPhoneNumberRequired: registration !== undefined,
    countryCallingCodesList: country.callingCode === undefined ? [] : [country.callingCode],
    attributes: { objectType: 'CountryInformation' },
  };
}

function answerRules(call: Call): Answer {
  const iso2 = call.params.iso2 ?? '';
  const country = findCountry(iso2);
  if (country === undefined) return refuse(404, '1000', 'No country with this ISO code.', ['iso2']);
  return { status: 200, body: countryInformation(country) };
}

/** Form rules of a country. */
export const countryRuleRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/countryvalidationrules/:iso2', scenario: 'get-country-validation-rules', answer: answerRules },
];
