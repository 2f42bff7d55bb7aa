import { z } from 'zod';
import type { CountryRules } from '../../../../shared/domain/customer/country-rules.ts';
import { customerFormErrors } from '../../../../shared/domain/customer/customer-rules.ts';

const text = z.string();
const Shape = z.object({
  companyName: text, domainPrefix: text, registrationNumber: text,
  address: z.object({ country: text, addressLine1: text, addressLine2: text, city: text, state: text, postalCode: text }),
  firstName: text, lastName: text, email: text, phoneNumber: text, language: text, culture: text,
});

/** The country's rules as a schema for the form; a mistake's message is its text key (`fieldError.<code>`). */
export const customerTextSchema = (rules: CountryRules) =>
  Shape.superRefine((value, context) => {
    for (const [field, error] of Object.entries(customerFormErrors(value, rules))) {
      context.addIssue({ code: 'custom', path: field.split('.'), message: `fieldError.${error.code}` });
    }
  });
