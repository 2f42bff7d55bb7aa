import { z } from 'zod';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import { webAddress } from './web-address.ts';

/** Languages a letter to a partner or customer can be written in. */
export const letterLanguages = ['it', 'en', 'de', 'fr', 'es'] as const;
export const LetterLanguage = z.enum(letterLanguages);
export type LetterLanguage = z.infer<typeof LetterLanguage>;

/** What a letter is for. Each has a wording in every letter language (templates/). */
export const letterPurposes = [
  'partnership-request', 'partnership-reminder', 'customer-relationship', 'customer-agreement',
  'reseller-agreement', 'reseller-suspended', 'reseller-partner-id',
  'removal-reseller', 'removal-customer', 'own-listing', 'reseller-note',
] as const;
export const LetterPurpose = z.enum(letterPurposes);
export type LetterPurpose = z.infer<typeof LetterPurpose>;

/** The link a letter must carry, unchanged: without it the letter would ask for something nobody can do. */
export const linkOfPurpose: Readonly<Record<LetterPurpose, 'partnership' | 'relationship' | 'agreement' | 'none'>> = {
  'partnership-request': 'partnership',
  'partnership-reminder': 'partnership',
  'customer-relationship': 'relationship',
  'customer-agreement': 'agreement',
  'reseller-agreement': 'none',
  'reseller-suspended': 'none',
  'reseller-partner-id': 'none',
  'removal-reseller': 'none',
  'removal-customer': 'none',
  'own-listing': 'none',
  'reseller-note': 'none',
};

/** A letter as it is typed: nothing is checked yet. */
export const LetterParts = z.strictObject({
  to: z.array(z.string().max(400)).max(50),
  /** Recipients who must not see each other: customers of a reseller. */
  bcc: z.array(z.string().max(400)).max(500).default([]),
  subject: z.string().max(1000),
  body: z.string().max(50_000),
});
export type LetterParts = z.infer<typeof LetterParts>;

// Line breaks of every kind would end a header; direction marks would show another text than the one that is sent; half a
// surrogate pair has no UTF-8 form at all.
const controls = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Signs of no width: nobody sees them in a subject, and filters compare subjects. Joiners stay, emoji are made with them. */
const unseen = /[\u200b\u2060-\u2064\ufeff]/u;
const betweenLines = /[\n\t]/gu;

/** An e-mail address: ASCII, one `@`, nothing that could end a header or begin another recipient. */
export const MailAddress = z
  .email()
  .max(254)
  .refine((text) => !controls.test(text))
  .brand<'MailAddress'>();
export type MailAddress = z.infer<typeof MailAddress>;

const longestSubject = 250;
const longestBody = 20_000;

/** A letter whose parts are each one thing: addresses, one line, text of lines that end in `\n`. Made by `checkLetter` only. */
export interface Letter {
  readonly to: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly subject: string;
  readonly body: string;
}

/** Why a letter cannot be opened or copied. */
export const letterProblems = ['mail-recipient-invalid', 'mail-subject-invalid', 'mail-body-invalid', 'mail-link-lost'] as const;
export type LetterProblem = (typeof letterProblems)[number];

/** Line ends of every system as `\n`. */
export const withPlainLines = (text: string): string => text.replaceAll(/\r\n?/gu, '\n');

function addressesOf(texts: readonly string[]): MailAddress[] | undefined {
  const read = z.array(MailAddress).safeParse(texts.map((text) => text.trim()));
  return read.success ? read.data : undefined;
}

/**
 * Checks the parts of a letter, and that the link it must carry stands in it unchanged. Used twice: live while it is
 * typed, and by the main process before it builds anything of it.
 */
export function checkLetter(parts: LetterParts, link?: string): Result<Letter, LetterProblem> {
  const to = addressesOf(parts.to);
  const bcc = addressesOf(parts.bcc);
  if (to === undefined || bcc === undefined) return err('mail-recipient-invalid');
  const subject = parts.subject.trim();
  const isPlain = !controls.test(parts.subject) && !unseen.test(subject);
  if (subject === '' || subject.length > longestSubject || !isPlain) return err('mail-subject-invalid');
  const body = withPlainLines(parts.body);
  if (body.trim() === '' || body.length > longestBody || controls.test(body.replaceAll(betweenLines, ' '))) return err('mail-body-invalid');
  if (link !== undefined && linkStanding(body, link) !== 'intact') return err('mail-link-lost');
  return ok({ to, bcc, subject, body });
}

/** Whether the link stands in the text: whole and by itself, changed, or not at all. */
export function linkStanding(body: string, link: string): 'intact' | 'altered' | 'missing' {
  const found = [...body.matchAll(webAddress)].map(([text]) => text);
  if (found.includes(link)) return 'intact';
  return found.some((text) => isLike(text, link)) ? 'altered' : 'missing';
}

const hostOf = (text: string): string => /^https?:\/\/([^/?#]*)/u.exec(text)?.[1] ?? '';

/** Of the same host, or a piece of the link: what is left of it after a slip of the hand. */
const isLike = (text: string, link: string): boolean =>
  hostOf(text) === hostOf(link) || link.startsWith(text) || text.startsWith(link);

/** The text with its link put right: the changed one replaced, a lost one added on a line of its own at the end. */
export function withLink(body: string, link: string): string {
  if (linkStanding(body, link) === 'intact') return body;
  let isDone = false;
  const repaired = body.replaceAll(webAddress, (text) => {
    if (isDone || !isLike(text, link)) return text;
    isDone = true;
    return link;
  });
  if (isDone) return repaired;
  return `${body.trimEnd()}\n\n${link}\n`;
}
