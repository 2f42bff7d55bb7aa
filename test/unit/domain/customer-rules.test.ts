import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeRules, countryChoices, countryCodes, currencyOf, fallbackRules } from '../../../shared/domain/customer/country-fallback.ts';
import type { CountryRules } from '../../../shared/domain/customer/country-rules.ts';
import {
  customerFields, customerFormErrors, customerFormOf, customerTextOf, fieldOf, isFieldRequired, takesRegistrationNumber,
} from '../../../shared/domain/customer/customer-rules.ts';
import type { CustomerText } from '../../../shared/domain/customer/customer-rules.ts';

const italy: CountryRules = {
  ...fallbackRules('IT'), isPostalCodeRequired: true, postalCodeRegex: '^\\d{5}$', callingCodes: ['39'], phoneNumberRegex: '^\\d{6,11}$',
};
const good: CustomerText = {
  companyName: 'Caffè Niccolò S.r.l.', domainPrefix: 'caffeniccolo', registrationNumber: '',
  address: { country: 'IT', addressLine1: 'Via Roma 1', addressLine2: '', city: 'Torino', state: '', postalCode: '10121' },
  firstName: 'Anna', lastName: 'Rossi', email: 'anna@caffe.example', phoneNumber: '', language: 'it', culture: 'it-IT',
};

describe('details of a new customer', () => {
  it('are fine when the country is content', () => {
    expect(customerFormErrors(good, italy)).toEqual({});
    expect(customerFormOf(good).domain).toBe('caffeniccolo.onmicrosoft.com');
  });

  it('say which fields are missing, in the order of the form', () => {
    const empty = { ...good, companyName: '  ', lastName: '', address: { ...good.address, postalCode: '', city: '' } };
    expect(Object.keys(customerFormErrors(empty, italy))).toEqual(['companyName', 'address.postalCode', 'address.city', 'lastName']);
  });

  it('use the country pattern for the postal code', () => {
    const bad = { ...good, address: { ...good.address, postalCode: '1012' } };
    expect(customerFormErrors(bad, italy)).toEqual({ 'address.postalCode': { code: 'pattern' } });
    expect(customerFormErrors(bad, { ...italy, postalCodeRegex: '(?<unclosed' })).toEqual({});
  });

  it.each(['+39 011 555 1234', '0039 0115551234', '011-5551234', '(011) 555 1234'])('read the phone %s', (phoneNumber) => {
    expect(customerFormErrors({ ...good, phoneNumber }, italy)).toEqual({});
  });

  it.each(['abc', '12', '+39 011 555 1234 ext 5', '1234567890123456'])('refuse the phone %s', (phoneNumber) => {
    expect(customerFormErrors({ ...good, phoneNumber }, italy)).toEqual({ phoneNumber: { code: 'phone' } });
  });

  it('ask for a registration number only where it is taken (600002, 600049, 600050)', () => {
    const hungary: CountryRules = {
      ...fallbackRules('HU'), registrationNumberRegex: '^\\d{8}$', registrationNumberSample: '12345678', isRegistrationNumberRequired: true,
    };
    const there = { ...good, address: { ...good.address, country: 'HU' }, language: 'hu', culture: 'hu-HU', phoneNumber: '+3612345678' };
    expect(customerFormErrors(there, hungary).registrationNumber).toEqual({ code: 'required' });
    expect(customerFormErrors({ ...there, registrationNumber: '1' }, hungary).registrationNumber).toEqual({
      code: 'registration-number', values: { sample: '12345678' },
    });
    expect(customerFormErrors({ ...there, registrationNumber: '12345678' }, hungary)).toEqual({});
    expect(customerFormErrors({ ...good, registrationNumber: '1' }, italy)).toEqual({ registrationNumber: { code: 'not-used' } });
    expect(takesRegistrationNumber(italy)).toBe(false);
  });

  it('take state, language and culture from the lists of the country', () => {
    const usa: CountryRules = { ...fallbackRules('US'), states: ['WA', 'OR'], isStateRequired: true };
    const there = { ...good, address: { ...good.address, country: 'US', state: 'XX' } };
    expect(Object.keys(customerFormErrors(there, usa))).toEqual(['address.state', 'language', 'culture']);
    expect(customerFormErrors({ ...there, address: { ...there.address, state: 'WA' }, language: 'en', culture: 'en-US' }, usa)).toEqual({});
  });

  it('refuse long texts, odd e-mail addresses and prefixes', () => {
    const errors = customerFormErrors({ ...good, firstName: 'x'.repeat(51), email: 'anna@', domainPrefix: 'Caffè' }, italy);
    expect(errors).toEqual({
      firstName: { code: 'too-long', values: { length: '50' } }, email: { code: 'email' }, domainPrefix: { code: 'prefix-characters' },
    });
  });

  it.each([
    'anna', 'anna@', 'anna@caffe', 'anna@caffe.example.', 'anna@-caffe.example', 'anna@caffe-.example', 'an na@caffe.example',
    '.anna@caffe.example', 'anna..rossi@caffe.example', 'anna@caffe.example, paolo@caffe.example', 'Anna <anna@caffe.example>',
    `${'a'.repeat(65)}@caffe.example`, `anna@${'caffe.'.repeat(42)}example`,
  ])('refuse the e-mail address %s: found by the service it may cost the domain (story F16)', (email) => {
    expect(customerFormErrors({ ...good, email }, italy)).toEqual({ email: { code: 'email' } });
  });

  it('refuse a contact at the very domain that is only being made', () => {
    const email = 'anna@CaffeNiccolo.onmicrosoft.com';
    expect(customerFormErrors({ ...good, email }, italy)).toEqual({ email: { code: 'email-new-domain' } });
    expect(customerFormErrors({ ...good, email: 'anna@other.onmicrosoft.com' }, italy)).toEqual({});
  });

  it('without errors always fit the operation, and read back the same', () => {
    const word = fc.string({ minLength: 0, maxLength: 60 });
    const text = fc.record({
      companyName: word, domainPrefix: fc.oneof(word, fc.stringMatching(/^[a-z0-9]{1,30}$/u)), registrationNumber: fc.constant(''),
      address: fc.record({
        country: fc.constant('IT'), addressLine1: word, addressLine2: word, city: word, state: word, postalCode: fc.stringMatching(/^\d{4,6}$/u),
      }),
      firstName: word, lastName: word, email: fc.oneof(word, fc.emailAddress()), phoneNumber: fc.stringMatching(/^\d{0,13}$/u),
      language: fc.constantFrom('it', 'en', 'de'), culture: fc.constantFrom('it-IT', 'en-US', 'de-DE'),
    });
    fc.assert(
      fc.property(text, (typed) => {
        if (Object.keys(customerFormErrors(typed, italy)).length > 0) return;
        const read = customerTextOf(customerFormOf(typed));
        for (const field of customerFields) expect(fieldOf(read, field)).toBe(fieldOf(typed, field).trim());
      }),
      { numRuns: 300 },
    );
  });
});

describe('countries without rules of their own', () => {
  it('are all there, with names in both languages', () => {
    expect(countryCodes.length).toBe(248);
    expect(countryChoices('it').find((country) => country.iso2 === 'DE')?.name).toBe('Germania');
    expect(countryChoices('en').find((country) => country.iso2 === 'DE')?.name).toBe('Germany');
    expect(currencyOf('CH')).toBe('CHF');
  });

  it('lend their lists to rules that came without', () => {
    const thin = { ...fallbackRules('IT'), cultures: ['x'], languages: ['it-IT', 'IT', 'en'], defaultCulture: '', states: [] };
    expect(completeRules(thin)).toMatchObject({ cultures: ['it-IT', 'en-US'], languages: ['it', 'en'], defaultCulture: 'it-IT' });
    expect(completeRules({ ...thin, cultures: [], languages: [] })).toMatchObject({ languages: ['it', 'en'] });
  });

  it('can always be filled in: every culture fits the form, and required numbers are asked for', () => {
    for (const iso2 of countryCodes) {
      const rules = fallbackRules(iso2);
      const [language = '', culture = ''] = [rules.languages[0], rules.cultures[0]];
      const typed = { ...good, address: { ...good.address, country: iso2 }, language, culture, phoneNumber: '+1 555 0100', registrationNumber: '' };
      const text = takesRegistrationNumber(rules) ? { ...typed, registrationNumber: '1' } : typed;
      expect({ iso2, ...customerFormErrors(text, rules) }).toEqual({ iso2 });
      expect(customerFormOf(text).culture).toBe(culture);
    }
    expect(isFieldRequired('registrationNumber', fallbackRules('HU'))).toBe(true);
    expect(isFieldRequired('phoneNumber', fallbackRules('HU'))).toBe(true);
  });
});
