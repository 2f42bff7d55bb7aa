import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Nothing } from '../../shared/contract/call.ts';
import type { LetterErrand } from '../../shared/contract/contract.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { CallInput, CallOutput } from '../../shared/contract/types.ts';
import { checkLetter } from '../../shared/domain/letter/letter.ts';
import type { Letter, LetterParts } from '../../shared/domain/letter/letter.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { AccountLinks } from '../accounts/account-links.ts';
import type { Clipboard } from '../clipboard/clipboard.ts';
import type { Attachment } from './attachment.ts';
import { draftFile } from './draft-file.ts';
import type { Drafts } from './drafts.ts';
import { letterHtml } from './letter-html.ts';
import { goesAsLink, mailtoLink } from './mailto-link.ts';
import type { SystemMail } from './system-mail.ts';

export interface MailParts {
  readonly system: SystemMail;
  readonly platform: NodeJS.Platform;
  readonly drafts: Drafts;
  readonly links: Pick<AccountLinks, 'linkOfLetter'>;
  readonly clipboard: Pick<Clipboard, 'writeBoth'>;
  /** How long the system may take to say that it cannot open a draft. */
  readonly patienceMs?: number;
}

export interface Mail {
  open(errand: CallInput<'mail.open'>): Promise<Result<CallOutput<'mail.open'>>>;
  /** Opens a letter of no purpose of its own with a file attached: always as a draft, a link carries no files. */
  openWith(letter: LetterParts, attachment: Attachment): Promise<Result<Nothing>>;
  copy(errand: LetterErrand): Promise<Result<Nothing>>;
}

const refused = err(failure('mail-client-refused'));

/**
 * What went wrong with opening a file; silence counts as opened. On Linux Electron never answers `shell.openPath`: since its
 * pull request 48079 (August 2025) it does not wait for xdg-open, and calls back only where it waited.
 */
async function problemWithin(patienceMs: number, answer: Promise<string>): Promise<string> {
  const over = new AbortController();
  try {
    return await Promise.race([answer.catch(String), delay(patienceMs, '', { signal: over.signal })]);
  } finally {
    over.abort();
  }
}

/**
 * Hands letters to the mail client or the clipboard. The window is not trusted with it: every letter is checked anew against
 * the link kept here, and the address that is opened is built here. No word of a letter is logged.
 */
export function openMail({ system, platform, drafts, links, clipboard, patienceMs = 5000 }: MailParts): Mail {
  const checked = async (errand: LetterErrand): Promise<Result<Letter>> => {
    const link = await links.linkOfLetter(errand);
    if (!link.ok) return link;
    const letter = checkLetter(errand.letter, link.value);
    return letter.ok ? letter : err(failure(letter.error));
  };
  const openLink = (link: string): Promise<Result<CallOutput<'mail.open'>>> =>
    system.openLink(link).then(
      () => ok({ openedAs: 'mailto' }),
      () => refused,
    );
  const openDraft = async (letter: Letter, attachment?: Attachment): Promise<Result<CallOutput<'mail.open'>>> => {
    const content = draftFile(letter, `letter_${randomBytes(16).toString('hex')}`, attachment);
    const path = await drafts.write(content).catch(() => undefined);
    if (path === undefined) return err(failure('storage-failed'));
    const problem = await problemWithin(patienceMs, system.openFile(path));
    if (problem === '') return ok({ openedAs: 'draft' });
    await drafts.discard(path).catch(() => undefined);
    return refused;
  };
  return {
    async open(errand) {
      const letter = await checked(errand);
      if (!letter.ok) return letter;
      const link = mailtoLink(letter.value);
      if (errand.as === 'draft' || !goesAsLink(letter.value, link, platform)) return openDraft(letter.value);
      // Draft files may have a program where mailto links have none.
      return system.hasClient() ? openLink(link) : err(failure('mail-client-missing'));
    },
    async openWith(parts, attachment) {
      const letter = checkLetter(parts);
      if (!letter.ok) return err(failure(letter.error));
      const opened = await openDraft(letter.value, attachment);
      return opened.ok ? ok({}) : opened;
    },
    async copy(errand) {
      const letter = await checked(errand);
      if (!letter.ok) return letter;
      const { body } = letter.value;
      return clipboard.writeBoth(body, letterHtml(body)).then(
        () => ok({}),
        () => err(failure('clipboard-refused')),
      );
    },
  };
}
