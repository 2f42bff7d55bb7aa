import type { CountryRules } from './country-rules.ts';
import { CustomerForm } from './customer-form.ts';
import { domainOf, isDomainPrefix, maximumPrefixLength, prefixOf } from './domain-prefix.ts';

/** What is typed about a new customer, as text; field paths as in CustomerDraft.fields. */
export interface CustomerText {
  readonly companyName: string;
  readonly domainPrefix: string;
  readonly registrationNumber: string;
  readonly address: {
    readonly country: string;
    readonly addressLine1: string;
    readonly addressLine2: string;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  };
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phoneNumber: string;
  readonly language: string;
  readonly culture: string;
}

/** Every field, in the order in which the form shows them: the first error of this list gets the focus. */
export const customerFields = [
  'companyName', 'address.country', 'domainPrefix', 'registrationNumber',
  'address.addressLine1', 'address.addressLine2', 'address.postalCode', 'address.city', 'address.state',
  'firstName', 'lastName', 'email', 'phoneNumber', 'language', 'culture',
] as const;
export type CustomerField = (typeof customerFields)[number];

export const customerFieldErrors = [
  'required', 'too-long', 'not-used', 'pattern', 'not-in-list', 'prefix-characters', 'email', 'email-new-domain', 'phone',
  'registration-number',
] as const;
/** Why a field cannot stay as it is; the sentence is `fieldError.<code>`, with the values in it. */
export interface FieldError {
  readonly code: (typeof customerFieldErrors)[number];
  readonly values?: Readonly<Record<string, string>>;
}
export type CustomerFormErrors = Partial<Readonly<Record<CustomerField, FieldError>>>;

/** Longest texts, from reference.json limits.strings and CustomerForm. */
export const customerLengths: Partial<Readonly<Record<CustomerField, number>>> = {
  companyName: 256, registrationNumber: 64, 'address.addressLine1': 200, 'address.addressLine2': 200, 'address.postalCode': 20,
  'address.city': 100, 'address.state': 50, firstName: 50, lastName: 50, phoneNumber: 30, domainPrefix: maximumPrefixLength,
};

export function fieldOf(text: CustomerText, field: CustomerField): string {
  const { address } = text;
  switch (field) {
    case 'address.country': return address.country;
    case 'address.addressLine1': return address.addressLine1;
    case 'address.addressLine2': return address.addressLine2;
    case 'address.city': return address.city;
    case 'address.state': return address.state;
    case 'address.postalCode': return address.postalCode;
    default: return text[field];
  }
}

/** Whether the country takes a registration number at all: sent elsewhere it is refused (600002). */
export const takesRegistrationNumber = (rules: CountryRules): boolean =>
  rules.isRegistrationNumberRequired || rules.registrationNumberRegex !== undefined;

/** Which fields this country wants filled in; labels carry the mark. */
export function isFieldRequired(field: CustomerField, rules: CountryRules): boolean {
  switch (field) {
    case 'address.addressLine2': return false;
    case 'address.state': return rules.isStateRequired;
    case 'address.postalCode': return rules.isPostalCodeRequired;
    case 'registrationNumber': return rules.isRegistrationNumberRequired;
    case 'phoneNumber': return rules.isPhoneNumberRequired;
    default: return true;
  }
}

/**
 * A pattern of the service, tried on the text as typed. Patterns come in .NET's dialect: one that this engine cannot
 * read checks nothing here, and the server still does.
 */
function fits(text: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  try {
    return new RegExp(pattern, 'u').test(text) || new RegExp(pattern, 'iu').test(text);
  } catch {
    return true;
  }
}

/** Phone patterns are national; people type calling codes, spaces and dashes. Any reading that fits will do. */
function phoneFits(phone: string, rules: CountryRules): boolean {
  if (!/^\+?[\d\s().\-/]{4,}$/u.test(phone)) return false;
  const bare = phone.replaceAll(/[\s().\-/]/gu, '');
  const national = rules.callingCodes.map((code) => bare.replace(new RegExp(`^(\\+|00)?${code.replaceAll(/\D/gu, '')}`, 'u'), ''));
  return [phone, bare, ...national].some((reading) => fits(reading, rules.phoneNumberRegex));
}

/** Longest address and longest part before its @ (RFC 5321, section 4.5.3.1). */
const longestEmail = 254;
const longestLocal = 64;

/**
 * Strict on purpose: the service may find a bad contact address only after it made the tenant, and then the domain is gone
 * (failure story F16). No label of the domain begins or ends with a hyphen, and its last one is no number.
 */
function isEmail(value: string): boolean {
  if (value.length > longestEmail || !CustomerForm.shape.email.safeParse(value).success) return false;
  const [local = '', domain = ''] = value.split('@');
  const labels = domain.split('.');
  return local.length <= longestLocal && labels.every((label) => label.length <= 63 && !label.startsWith('-') && !label.endsWith('-'));
}

/** Mail to a domain that is only being made reaches nobody. */
const isAtNewDomain = ({ email, domainPrefix }: CustomerText): boolean =>
  email.trim().toLowerCase().endsWith(`@${domainOf(domainPrefix.trim())}`);

type PatternCheck = (value: string, rules: CountryRules) => FieldError | undefined;
const errorUnless = (isFine: boolean, code: FieldError['code']): FieldError | undefined => (isFine ? undefined : { code });

function registrationNumberError(value: string, rules: CountryRules): FieldError | undefined {
  if (!takesRegistrationNumber(rules)) return { code: 'not-used' };
  if (fits(value, rules.registrationNumberRegex)) return undefined;
  const sample = rules.registrationNumberSample;
  return { code: 'registration-number', ...(sample === undefined ? {} : { values: { sample } }) };
}

const patternChecks: Partial<Readonly<Record<CustomerField, PatternCheck>>> = {
  domainPrefix: (value) => errorUnless(isDomainPrefix(value), 'prefix-characters'),
  'address.country': (value, rules) => errorUnless(value === rules.iso2, 'not-in-list'),
  'address.postalCode': (value, rules) => errorUnless(fits(value, rules.postalCodeRegex), 'pattern'),
  'address.state': (value, rules) => errorUnless(rules.states.length === 0 || rules.states.includes(value), 'not-in-list'),
  registrationNumber: registrationNumberError,
  phoneNumber: (value, rules) => errorUnless(phoneFits(value, rules), 'phone'),
  email: (value) => errorUnless(isEmail(value), 'email'),
  language: (value, rules) => errorUnless(rules.languages.includes(value), 'not-in-list'),
  culture: (value, rules) => errorUnless(rules.cultures.includes(value), 'not-in-list'),
};

function fieldError(field: CustomerField, value: string, rules: CountryRules): FieldError | undefined {
  if (value === '') return isFieldRequired(field, rules) ? { code: 'required' } : undefined;
  const longest = customerLengths[field];
  if (longest !== undefined && value.length > longest) return { code: 'too-long', values: { length: String(longest) } };
  return patternChecks[field]?.(value, rules);
}

/**
 * What stops these details from being sent for this country, by field; empty when nothing does. Rules come from
 * get-country-validation-rules, lengths from reference.json, registration numbers from create-customer (600002, 600049,
 * 600050) and phones from 600051.
 */
export function customerFormErrors(text: CustomerText, rules: CountryRules): CustomerFormErrors {
  const errors: Partial<Record<CustomerField, FieldError>> = {};
  for (const field of customerFields) {
    const error = fieldError(field, fieldOf(text, field).trim(), rules);
    if (error !== undefined) errors[field] = error;
  }
  if (errors.email === undefined && isAtNewDomain(text)) errors.email = { code: 'email-new-domain' };
  return errors;
}

/** The details as the operation carries them. Only for text without errors: anything else is a bug and throws. */
export function customerFormOf(text: CustomerText): CustomerForm {
  const { domainPrefix, ...rest } = text;
  return CustomerForm.parse({ ...rest, email: rest.email.trim(), domain: domainOf(domainPrefix.trim()) });
}

/** The other way, for editing what was refused. */
export function customerTextOf(form: CustomerForm): CustomerText {
  const { domain, ...rest } = form;
  return { ...rest, domainPrefix: prefixOf(domain) };
}
