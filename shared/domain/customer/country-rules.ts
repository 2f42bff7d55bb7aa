import { z } from 'zod';

/** What a country asks of a new customer (get-country-validation-rules), one plain shape whatever the edition sent. */
export const CountryRules = z.object({
  iso2: z.string().regex(/^[A-Z]{2}$/),
  defaultCulture: z.string(),
  cultures: z.array(z.string()),
  languages: z.array(z.string()),
  states: z.array(z.string()),
  isStateRequired: z.boolean(),
  isCityRequired: z.boolean(),
  isPostalCodeRequired: z.boolean(),
  postalCodeRegex: z.string().optional(),
  phoneNumberRegex: z.string().optional(),
  callingCodes: z.array(z.string()),
  isRegistrationNumberRequired: z.boolean(),
  registrationNumberRegex: z.string().optional(),
  registrationNumberSample: z.string().optional(),
  isPhoneNumberRequired: z.boolean(),
});
export type CountryRules = z.infer<typeof CountryRules>;
