import { z } from 'zod';
import { readKept } from '../../../../shared/kept-json.ts';
import { LetterLanguage } from '../../../../shared/domain/letter/letter.ts';
import type { AskedLetter } from './use-letter-context.ts';

/** What was typed in a letter; what is missing follows what the letter is made of. */
export const KeptLetter = z.object({
  to: z.string().optional(),
  bcc: z.string().optional(),
  language: LetterLanguage,
  text: z.object({ subject: z.string(), body: z.string() }).optional(),
});
export type KeptLetter = z.infer<typeof KeptLetter>;

/** Name of the setting that keeps one letter while it is written: each purpose and recipient has its own. */
export const letterSetting = ({ purpose, reseller, customer, request }: AskedLetter): string =>
  ['letter.draft', purpose, reseller ?? '', customer ?? '', request ?? ''].join(' ');

/** The letter as it was kept; undefined when there is none, or one of another version of the app. */
export const readKeptLetter = (kept: string | undefined): KeptLetter | undefined => readKept(KeptLetter, kept);
