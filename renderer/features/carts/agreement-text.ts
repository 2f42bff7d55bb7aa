import { z } from 'zod';
import { AgreementContact } from '../../../shared/domain/customer/customer-form.ts';
import type { CartAgreement } from '../../../shared/domain/draft.ts';
import { instantOf } from '../../../shared/instant.ts';

/** What is typed about the acceptance of the Microsoft Customer Agreement. `dateAgreed` is a local day, `YYYY-MM-DD`. */
export interface AgreementText {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phoneNumber: string;
  readonly dateAgreed: string;
}

const needed = (longest: number) =>
  z.string().trim().min(1, 'fieldError.required').max(longest, 'fieldError.too-long');

const localDay = (date: Date): string =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');
export const today = (): string => localDay(new Date());

/** Fields of confirm-customer-agreement; the day may not be in the future. Mistakes are text keys. */
export const agreementTextSchema = z.object({
  firstName: needed(50),
  lastName: needed(50),
  email: z.string().trim().min(1, 'fieldError.required').pipe(z.email('fieldError.email')),
  phoneNumber: z.string().trim().max(30, 'fieldError.too-long').regex(/^(\+?[\d\s().\-/]{4,})?$/u, 'fieldError.phone'),
  dateAgreed: z.string().min(1, 'fieldError.required').refine((day) => day <= today(), 'fieldError.date-future'),
});

export const agreementTextOf = (fields: Readonly<Record<string, string>> | undefined): AgreementText => ({
  firstName: fields?.['firstName'] ?? '',
  lastName: fields?.['lastName'] ?? '',
  email: fields?.['email'] ?? '',
  phoneNumber: fields?.['phoneNumber'] ?? '',
  dateAgreed: fields?.['dateAgreed'] ?? '',
});

/** Complete text as the cart carries it. The day becomes its local noon, or this moment when it is today. */
export function agreementOf(text: AgreementText): CartAgreement | undefined {
  const read = agreementTextSchema.safeParse(text);
  if (!read.success) return undefined;
  const { dateAgreed, ...contact } = read.data;
  const noon = new Date(`${dateAgreed}T12:00:00`);
  if (Number.isNaN(noon.getTime())) return undefined;
  const moment = new Date(Math.min(noon.getTime(), Date.now()));
  return { kind: 'to-confirm', contact: AgreementContact.parse(contact), dateAgreed: instantOf(moment) };
}
