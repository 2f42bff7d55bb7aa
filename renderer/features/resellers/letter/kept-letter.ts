import { z } from 'zod';
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
export function readKeptLetter(kept: string | undefined): KeptLetter | undefined {
  if (kept === undefined || kept === '') return undefined;
  try {
    return KeptLetter.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}
