import { describe, expect, it } from 'vitest';
import countries from '../../../electron/practice/seed/countries.json' with { type: 'json' };
import { completeRules, countryCodes, fallbackRules } from '../../../shared/domain/customer/country-fallback.ts';
import type { CountryRules } from '../../../shared/domain/customer/country-rules.ts';
import { customerFields, customerFormErrors, customerFormOf, isFieldRequired } from '../../../shared/domain/customer/customer-rules.ts';
import type { CustomerText } from '../../../shared/domain/customer/customer-rules.ts';
import { CountryRules as Rules } from '../../../shared/domain/customer/country-rules.ts';
import { readCountryRules } from '../../../shared/partner-center/readers/country-rules.ts';
import { startPracticeClient } from '../../support/practice-client.ts';

const compiles = (pattern: string | undefined): boolean => pattern === undefined || new RegExp(pattern, 'u') instanceof RegExp;

/** Postal codes to try against a country's pattern: one of them must pass, or nobody could fill the form in. */
const digits = '1234567890';
const postalSamples = [
  ...Array.from({ length: 9 }, (_unused, length) => digits.slice(0, length + 2)),
  '12345-678', '123-4567', '1234-567', '12-345', '123 45', '1234 AB', '1234AB', 'K1A 0B1', 'SW1A 1AA', 'GY1 1AA', 'JE2 3QA', 'IM1 1AA',
  'AD500', 'LV-1010', 'LT-01100', 'MD-2001', 'A1A 1A1', 'SI-1000', 'VC0110', 'BB11000', 'BR 01000', 'L-1009', 'FI-00100', 'AZ1000',
  'C1420', 'STHL 1ZZ', 'BBND 1ZZ', 'AI-2640', 'KY1-1001', 'VG1110', 'TKCA 1ZZ', '0123', 'A65 F4E2', 'VLT 1117', 'BN1234', '1010', '98000', '47890',
];

function filledIn(rules: CountryRules): CustomerText {
  const postalCode = postalSamples.find((sample) => rules.postalCodeRegex === undefined || new RegExp(rules.postalCodeRegex, 'u').test(sample)) ?? '';
  const phoneNumber = rules.callingCodes[0] === undefined ? '0255512345' : `+${rules.callingCodes[0].replaceAll(/\D/gu, '')} 2555123456`;
  return {
    companyName: 'Good Company', domainPrefix: 'goodcompany',
    registrationNumber: rules.isRegistrationNumberRequired ? (rules.registrationNumberSample ?? '12345678') : '',
    address: { country: rules.iso2, addressLine1: 'Street 1', addressLine2: '', city: 'City', state: rules.states[0] ?? 'State', postalCode },
    firstName: 'Anna', lastName: 'Rossi', email: 'anna@good.example', phoneNumber,
    language: rules.languages[0] ?? '', culture: rules.defaultCulture,
  };
}

function expectUsable(rules: CountryRules): void {
  const { iso2 } = rules;
  expect([iso2, Rules.safeParse(rules).success]).toEqual([iso2, true]);
  for (const pattern of [rules.postalCodeRegex, rules.phoneNumberRegex, rules.registrationNumberRegex]) {
    expect([iso2, pattern, compiles(pattern)]).toEqual([iso2, pattern, true]);
  }
  const { registrationNumberRegex: form, registrationNumberSample: sample } = rules;
  const isSampleGood = form === undefined || sample === undefined || new RegExp(form, 'u').test(sample);
  expect([iso2, sample, isSampleGood]).toEqual([iso2, sample, true]);
  const text = filledIn(rules);
  expect({ iso2, ...customerFormErrors(text, rules) }).toEqual({ iso2 });
  expect(customerFormOf(text).address.country).toBe(iso2);
  const blank: CustomerText = {
    ...text, companyName: '', domainPrefix: '', registrationNumber: '', firstName: '', lastName: '', email: '', phoneNumber: '', language: '',
    culture: '', address: { country: iso2, addressLine1: '', addressLine2: '', city: '', state: '', postalCode: '' },
  };
  const errors = customerFormErrors(blank, rules);
  for (const field of customerFields.filter((one) => one !== 'address.country')) {
    const code = isFieldRequired(field, rules) ? 'required' : undefined;
    expect([iso2, field, errors[field]?.code]).toEqual([iso2, field, code]);
  }
}

describe('the rules of every country', () => {
  it('are 248, the same on both sides of the wire', () => {
    expect(countryCodes).toHaveLength(248);
    expect(countries.map(({ iso2 }) => iso2).toSorted()).toEqual([...countryCodes].toSorted());
  });

  it('can be filled in by the general checks, with what is required named and nothing else', () => {
    for (const iso2 of countryCodes) expectUsable(fallbackRules(iso2));
  });

  it('can be filled in as the practice tenant tells them: patterns compile, samples pass', async () => {
    const client = await startPracticeClient();
    try {
      for (const iso2 of countryCodes) {
        const { status, body } = await client.call('GET', `/v1/countryvalidationrules/${iso2}`);
        const rules = status === 200 ? readCountryRules(body) : undefined;
        if (rules === undefined) throw new Error(`no rules of ${iso2}`);
        expectUsable(completeRules(rules));
      }
    } finally {
      await client.close();
    }
  });
});
