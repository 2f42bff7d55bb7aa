import type { JournalEvent } from '../../../../shared/domain/journal/journal-entry.ts';
import { MailAddress } from '../../../../shared/domain/letter/letter.ts';
import { useNavigate } from 'react-router';
import type { Result } from '../../../../shared/result.ts';
import { useServices } from '../../../platform/services.tsx';
import { handOverLetter } from './hand-over-letter.ts';
import type { HandOver, HandedOverAs } from './hand-over-letter.ts';
import { microsoftContactSetting } from './use-letter-context.ts';
import type { LetterContext } from './use-letter-context.ts';
import type { LetterDraft } from './use-letter-draft.ts';

export interface LetterCommand {
  readonly handOver: (how: HandOver) => Promise<Result<HandedOverAs>>;
  readonly done: () => Promise<void>;
}

interface Sending {
  readonly context: LetterContext;
  readonly draft: LetterDraft;
  /** Whether the first address is to be kept as the reseller's contact. */
  readonly keepsContact: boolean;
  /** Where the person came from. */
  readonly back: string;
}

/** What opening, copying and Done leave behind: the journal (never the text), the reseller's contact, what the letter was for. */
export function useLetterCommand({ context, draft, keepsContact, back }: Sending): LetterCommand {
  const { work, account } = useServices();
  const navigate = useNavigate();
  const { purpose, resellerId, request, removal } = context;

  async function keepContact(): Promise<void> {
    const email = MailAddress.safeParse(draft.parts.to[0]);
    if (!email.success) return;
    if (purpose === 'own-listing') await work.saveSetting(microsoftContactSetting, email.data);
    if (!keepsContact || resellerId === undefined) return;
    // Behind another address there may be another person.
    const name = context.contact?.email === email.data ? context.contact.name : '';
    await work.partnerships.saveContact({ id: resellerId, email: email.data, name, language: draft.language });
  }
  const note = (what: JournalEvent): Promise<void> =>
    work.addJournal({ who: account.userName, what, subject: context.name, details: { purpose } });

  async function handOver(how: HandOver): Promise<Result<HandedOverAs>> {
    const errand = { accountId: account.id, purpose, ...(resellerId === undefined ? {} : { resellerId }), letter: draft.parts };
    const given = await handOverLetter(errand, how);
    if (!given.ok) return given;
    await keepContact();
    // A reminder is a letter of its own: the request was opened before it was sent.
    await note(given.value === 'copy' ? 'letter-copied' : 'letter-opened');
    return given;
  }
  async function done(): Promise<void> {
    await keepContact();
    if (request === undefined) await note('letter-sent');
    else await work.partnerships.advance(request.id, { name: 'reminded' });
    const told = purpose === 'removal-reseller' ? 'reseller' : purpose === 'removal-customer' ? 'customers' : undefined;
    if (told !== undefined && removal !== undefined) await work.partnerships.advanceRemoval(removal.id, { name: 'told', whom: told });
    await draft.drop();
    await navigate(back);
  }
  return { handOver, done };
}
