import type { CustomerField, CustomerText } from '../../../../shared/domain/customer/customer-rules.ts';
import { customerFields, fieldOf } from '../../../../shared/domain/customer/customer-rules.ts';

/** The steps of the wizard, and which fields each of them asks for. */
export const steps = ['company', 'contact', 'review'] as const;
export type StepId = (typeof steps)[number];

export const fieldsOfStep: Readonly<Record<StepId, readonly CustomerField[]>> = {
  company: ['companyName', 'address.country', 'domainPrefix', 'registrationNumber'],
  contact: [
    'address.addressLine1', 'address.addressLine2', 'address.postalCode', 'address.city', 'address.state',
    'firstName', 'lastName', 'email', 'phoneNumber', 'language', 'culture',
  ],
  review: [],
};

/** Typed text as a draft keeps it: by path. */
export const draftFields = (text: CustomerText): Record<string, string> =>
  Object.fromEntries(customerFields.map((field) => [field, fieldOf(text, field)]));

/** A draft's text as the form wants it; fields it does not have are empty. */
export function textOfDraft(fields: Readonly<Record<string, string>>): CustomerText {
  const read = (field: CustomerField): string => fields[field] ?? '';
  return {
    companyName: read('companyName'),
    domainPrefix: read('domainPrefix'),
    registrationNumber: read('registrationNumber'),
    address: {
      country: read('address.country'),
      addressLine1: read('address.addressLine1'),
      addressLine2: read('address.addressLine2'),
      city: read('address.city'),
      state: read('address.state'),
      postalCode: read('address.postalCode'),
    },
    firstName: read('firstName'),
    lastName: read('lastName'),
    email: read('email'),
    phoneNumber: read('phoneNumber'),
    language: read('language'),
    culture: read('culture'),
  };
}
