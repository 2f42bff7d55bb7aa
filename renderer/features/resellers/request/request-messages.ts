import { checkLetter } from '../../../../shared/domain/letter/letter.ts';
import type { LetterLanguage, LetterProblem } from '../../../../shared/domain/letter/letter.ts';
import { filledWording, openPlaces, wordingOf } from '../../../../shared/domain/letter/wording.ts';
import type { Wording } from '../../../../shared/domain/letter/wording.ts';
import type { DraftMessage, DraftRow } from './request-draft.ts';

/** Who writes, and with which link. */
export interface Writer {
  readonly provider: string;
  readonly sender: string;
  readonly link: string | undefined;
}

const namePlace = '{{name}}';

/** What was typed for one recipient, made fit for several: its name becomes the place again. */
function withPlace({ subject, body, name }: DraftMessage, provider: string): Wording {
  // A name that is part of the provider's own cannot be told from it.
  if (name === '' || provider.includes(name)) return { subject, body };
  return { subject: subject.replaceAll(name, namePlace), body: body.replaceAll(name, namePlace) };
}

/**
 * The text of one language as it is shown: with one recipient its name is filled in, with several `{{name}}` stays. What
 * was typed follows when recipients come, go or change their names.
 */
export function shownMessage(typed: DraftMessage | undefined, language: LetterLanguage, rows: readonly DraftRow[], writer: Writer): Wording {
  const { provider, sender, link } = writer;
  const common = { provider, sender, ...(link === undefined ? {} : { link }) };
  const text = typed === undefined ? wordingOf('partnership-request', language) : withPlace(typed, provider);
  const [only, ...others] = rows;
  return filledWording(text, only === undefined || others.length > 0 ? common : { ...common, name: only.name.trim() });
}

/** What is kept of a text that is typed over what is shown. */
export const typedMessage = ({ subject, body }: Wording, rows: readonly DraftRow[]): DraftMessage => ({
  subject, body, name: rows.length === 1 ? (rows[0]?.name.trim() ?? '') : '',
});

/** The letter of one recipient. */
export const letterTo = (message: Wording, row: DraftRow): Wording => filledWording(message, { name: row.name.trim() });

export type MessageProblem = LetterProblem | 'places-open' | 'link-unknown';

/** What keeps the letters of one language from being prepared; undefined when nothing does. */
export function messageProblem(message: Wording, rows: readonly DraftRow[], link: string | undefined): MessageProblem | undefined {
  if (link === undefined) return 'link-unknown';
  for (const row of rows) {
    const letter = letterTo(message, row);
    const checked = checkLetter({ to: [row.email], bcc: [], ...letter }, link);
    if (!checked.ok) return checked.error;
    // Checked in the text before the name is in it: a company may be called anything.
    if (openPlaces(`${message.subject}${message.body}`).some((place) => place !== 'name')) return 'places-open';
  }
  return undefined;
}
