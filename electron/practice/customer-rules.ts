import type { Answer } from './call.ts';
import type { NewCustomer } from './customer-creation.ts';
import { refuse } from './errors.ts';
import { findCountry, isInSalesRegion, languagesOf, phoneRegexOf, type Country } from './seed/countries.ts';
import { refuseAddress } from './validations.ts';

const matches = (regex: string, text: string): boolean => new RegExp(regex, 'u').test(text);

function checkRegistration(body: NewCustomer, country: Country): Answer | undefined {
  const number = body.companyProfile.organizationRegistrationNumber;
  const { registration } = country;
  if (registration === undefined) {
    return number === undefined || number === ''
      ? undefined
      : refuse(400, '600002', 'The organization registration number is not used in this country.');
  }
  if (number === undefined || number === '')
    return refuse(400, '600049', 'The organization registration number is required in this country.');
  if (!matches(registration.regex, number))
    return refuse(400, '600050', `The organization registration number must match ${registration.regex}`);
  const phone = body.billingProfile.defaultAddress.phoneNumber;
  return phone === undefined || phone === '' ? refuse(400, '600051', 'The phone number is required in this country.') : undefined;
}

function checkForm(body: NewCustomer, country: Country): Answer | undefined {
  const { culture, language, defaultAddress: address } = body.billingProfile;
  if (!country.cultures.some((one) => one.toLowerCase() === culture.toLowerCase())) {
    return refuse(400, '3000', 'The culture is not one of the country.', ['billingProfile.culture']);
  }
  if (!languagesOf(country).includes(language.toLowerCase())) {
    return refuse(400, '3000', 'The language is not one of the country.', ['billingProfile.language']);
  }
  const phone = address.phoneNumber ?? '';
  if (phone !== '' && !matches(phoneRegexOf(country), phone)) {
    return refuse(400, '3000', 'The phone number does not have the form of the country.', [
      'billingProfile.defaultAddress.phoneNumber',
    ]);
  }
  return undefined;
}

function checkAddressForm(body: NewCustomer, country: Country): Answer | undefined {
  const { defaultAddress: address } = body.billingProfile;
  const corrected = {
    country: country.iso2,
    city: address.city,
    address_line1: address.addressLine1,
    postal_code: address.postalCode,
  };
  if (country.states !== undefined && !country.states.includes(address.state?.toUpperCase() ?? '')) {
    return refuseAddress("StateInvalid - Details: Field - 'State' is required and must be one of the country.", corrected);
  }
  if (country.postalCodeRegex !== undefined && !matches(country.postalCodeRegex, address.postalCode ?? '')) {
    return refuseAddress("ZipInvalid - Details: Field - 'PostalCode' does not have the form of the country.", corrected);
  }
  return undefined;
}

/**
 * The rules of the customer's country: 3000 (unknown country, culture, language, phone), 600002, 600049, 600050, 600051,
 * 2007 (address), and 2030 when the country is outside the provider's region (create-customer; errors of 06/2023).
 */
export function checkCustomerRules(body: NewCustomer): Answer | undefined {
  const country = findCountry(body.billingProfile.defaultAddress.country);
  if (country === undefined) return refuse(400, '3000', 'Unknown country.', ['billingProfile.defaultAddress.country']);
  const refusal = checkRegistration(body, country) ?? checkAddressForm(body, country) ?? checkForm(body, country);
  if (refusal !== undefined) return refusal;
  return isInSalesRegion(country) ? undefined : refuse(403, '2030', 'The partner may not sell in the country of the customer.');
}
