import { z } from 'zod';
import type { AgreementWay } from '../../../shared/domain/customer/agreement-ways.ts';
import { AgreementContact } from '../../../shared/domain/customer/customer-form.ts';
import type { CartAgreement } from '../../../shared/domain/draft.ts';
import { instantOf } from '../../../shared/instant.ts';

/** What is typed about the Microsoft Customer Agreement. `dateAgreed` is a local day, `YYYY-MM-DD`, and only for attesting. */
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

/** Who is to accept: fields of confirm-customer-agreement. Mistakes are text keys. */
const signer = {
  firstName: needed(50),
  lastName: needed(50),
  email: z.string().trim().min(1, 'fieldError.required').pipe(z.email('fieldError.email')),
  phoneNumber: z.string().trim().max(30, 'fieldError.too-long').regex(/^(\+?[\d\s().\-/]{4,})?$/u, 'fieldError.phone'),
};
/** Someone who has not accepted yet did so on no day; the day of one who did may not be in the future. */
const dayOf = {
  invite: z.string(),
  attest: z.string().min(1, 'fieldError.required').refine((day) => day <= today(), 'fieldError.date-future'),
};

export const agreementTextSchema = (way: AgreementWay) => z.object({ ...signer, dateAgreed: dayOf[way] });

type Kept = Readonly<Record<string, string>> | undefined;

export const agreementTextOf = (fields: Kept): AgreementText => ({
  firstName: fields?.['firstName'] ?? '',
  lastName: fields?.['lastName'] ?? '',
  email: fields?.['email'] ?? '',
  phoneNumber: fields?.['phoneNumber'] ?? '',
  dateAgreed: fields?.['dateAgreed'] ?? '',
});

/** The way chosen before, while it is allowed; else the first that is. */
export const wayIn = (fields: Kept, ways: readonly AgreementWay[]): AgreementWay =>
  ways.find((way) => way === fields?.['way']) ?? ways[0] ?? 'invite';

/** Complete text as the cart carries it. The day becomes its local noon, or this moment when it is today. */
export function agreementOf(text: AgreementText, way: AgreementWay): CartAgreement | undefined {
  const read = agreementTextSchema(way).safeParse(text);
  if (!read.success) return undefined;
  const { dateAgreed, ...contact } = read.data;
  if (way === 'invite') return { kind: 'invited', contact: AgreementContact.parse(contact) };
  const noon = new Date(`${dateAgreed}T12:00:00`);
  if (Number.isNaN(noon.getTime())) return undefined;
  const moment = new Date(Math.min(noon.getTime(), Date.now()));
  return { kind: 'to-confirm', contact: AgreementContact.parse(contact), dateAgreed: instantOf(moment) };
}
