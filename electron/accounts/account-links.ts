import type { AccountLinks as PersonalLinks, LetterErrand } from '../../shared/contract/contract.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { FailureCode } from '../../shared/contract/failure.ts';
import type { CallInput, CallOutput } from '../../shared/contract/types.ts';
import type { Account } from '../../shared/domain/account.ts';
import { linkOfPurpose } from '../../shared/domain/letter/letter.ts';
import type { AccountId, ResellerTenantId } from '../../shared/ids.ts';
import { instantOf } from '../../shared/instant.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { isMicrosoftPage, isOneRun, isPageOf, isPortalPage } from '../link-rule.ts';
import type { Answer } from '../partner-center/answer.ts';
import { readRelationshipLink } from '../partner-center/relationship-links.ts';
import type { Accounts } from './accounts.ts';
import { agreementLinkOf } from './agreement-link.ts';
import type { KeptLinks } from './kept-links.ts';
import type { PracticeHost } from './practice-host.ts';
import { readPracticeUser } from './practice-sign-in.ts';

export interface AccountLinks {
  read(accountId: AccountId): Promise<Result<PersonalLinks>>;
  /**
   * Keeps the personal link; `partnership-link-not-allowed` when it is no page of the account's own portal. For practice it lasts
   * until the tenant tells its own again.
   */
  setPartnership(accountId: AccountId, link: string): Promise<Result<PersonalLinks>>;
  readRelationship(asked: CallInput<'links.readRelationship'>): Promise<Result<CallOutput<'links.readRelationship'>>>;
  /** Where a customer accepts the agreement itself. */
  readAgreement(accountId: AccountId): Promise<Result<CallOutput<'links.readAgreement'>>>;
  /** The link a letter must carry, undefined where its purpose needs none; `partnership-link-missing` when it is not known. */
  linkOfLetter(errand: Pick<LetterErrand, 'accountId' | 'purpose' | 'resellerId'>): Promise<Result<string | undefined>>;
}

export interface AccountLinksParts {
  readonly kept: KeptLinks;
  readonly accounts: Pick<Accounts, 'list' | 'open'>;
  readonly practice: PracticeHost;
  readonly isOnline: () => boolean;
  /** Hears how a call to the server ended. */
  readonly heard: (answer: Answer<unknown>) => void;
  readonly now: () => Date;
}

/** Nobody said no: what was read before is as good as before. */
const passing: ReadonlySet<FailureCode> = new Set(['offline', 'unreachable', 'no-answer', 'throttled', 'server-trouble']);

/** What the links folder gives or takes; `storage-failed` when it cannot be read or written. */
const stored = <Value>(work: Promise<Value>): Promise<Result<Value>> => work.then(ok, () => err(failure('storage-failed')));

const linksWith = (partnership: string | undefined): PersonalLinks => (partnership === undefined ? {} : { partnership });

/** The links of the accounts of this profile: the personal one, and those that invite customers. */
export function openAccountLinks({ kept, accounts, practice, isOnline, heard, now }: AccountLinksParts): AccountLinks {
  const find = async (id: AccountId): Promise<Result<Account>> => {
    const account = (await accounts.list()).find((one) => one.id === id);
    return account === undefined ? err(failure('account-missing')) : ok(account);
  };
  /**
   * Whether a page belongs to the account's own service, for a practice account its tenant; `unreachable` when that cannot say
   * where it is. Else `isMicrosofts` decides: a link that was typed is trusted less than one the server gave.
   */
  const isItsPage = async ({ kind }: Account, link: string, isMicrosofts = isPortalPage): Promise<Result<boolean>> => {
    if (!isOneRun(link)) return ok(false);
    if (kind !== 'practice') return ok(isMicrosofts(link));
    const address = await practice.address().catch(() => undefined);
    return address === undefined ? err(failure('unreachable')) : ok(isPageOf(link, address));
  };
  /** The practice tenant tells its links anew each time: its port is another one after a restart. */
  const freshLink = async (account: Account, which: 'partnerLink' | 'agreementLink'): Promise<string | undefined> => {
    const user = account.kind === 'practice' ? await readPracticeUser(practice) : undefined;
    const link = user?.ok === true ? user.value[which] : undefined;
    if (link === undefined) return undefined;
    const isIts = await isItsPage(account, link);
    return isIts.ok && isIts.value ? link : undefined;
  };
  const agreementOf = (account: Account): Promise<Result<string>> =>
    agreementLinkOf(account, { kept, fresh: () => freshLink(account, 'agreementLink') });
  const partnershipOf = async (account: Account): Promise<Result<string | undefined>> => {
    const before = await stored(kept.partnership(account.id));
    const fresh = await freshLink(account, 'partnerLink');
    if (fresh === undefined) return before;
    // Kept for the time when the tenant is gone; now the link is good also where it cannot be kept.
    if (!before.ok || before.value !== fresh) await stored(kept.keepPartnership(account.id, fresh));
    return ok(fresh);
  };
  const invitationOf = (id: AccountId, resellerId: ResellerTenantId | undefined): Promise<Result<string | undefined>> =>
    stored(kept.relationship(id, resellerId).then((read) => read?.link));
  const askRelationship = async (account: Account, resellerId: ResellerTenantId | undefined): Promise<Result<string>> => {
    if (!isOnline()) return err(failure('offline'));
    const opened = await accounts.open(account.id);
    if (!opened.ok) return opened;
    const answer = await readRelationshipLink(opened.value.connection, resellerId);
    heard(answer);
    if (answer.outcome !== 'answered') return err(answer.failure);
    const isIts = await isItsPage(account, answer.value, isMicrosoftPage);
    if (!isIts.ok) return isIts;
    return isIts.value ? ok(answer.value) : err(failure('malformed-answer', { correlationId: answer.correlationId }));
  };
  return {
    async read(accountId) {
      const account = await find(accountId);
      if (!account.ok) return account;
      const link = await partnershipOf(account.value);
      return link.ok ? ok(linksWith(link.value)) : link;
    },
    async setPartnership(accountId, pasted) {
      const account = await find(accountId);
      if (!account.ok) return account;
      const link = pasted.trim();
      const isIts = await isItsPage(account.value, link);
      if (!isIts.ok) return isIts;
      if (!isIts.value) return err(failure('partnership-link-not-allowed'));
      const written = await stored(kept.keepPartnership(accountId, link));
      return written.ok ? ok(linksWith(link)) : written;
    },
    async readRelationship({ accountId, resellerId }) {
      const account = await find(accountId);
      if (!account.ok) return account;
      const link = await askRelationship(account.value, resellerId);
      if (!link.ok) {
        if (!passing.has(link.error.code)) return link;
        const before = await stored(kept.relationship(accountId, resellerId));
        return before.ok && before.value !== undefined ? ok(before.value) : link;
      }
      const read = { link: link.value, readAt: instantOf(now()) };
      // What the server answered is good also where it cannot be kept.
      await stored(kept.keepRelationship(accountId, resellerId, read));
      return ok(read);
    },
    async readAgreement(accountId) {
      const account = await find(accountId);
      const link = account.ok ? await agreementOf(account.value) : account;
      return link.ok ? ok({ link: link.value }) : link;
    },
    async linkOfLetter({ accountId, purpose, resellerId }) {
      const account = await find(accountId);
      if (!account.ok) return account;
      const needed = linkOfPurpose[purpose];
      if (needed === 'none') return ok(undefined);
      if (needed === 'agreement') return agreementOf(account.value);
      const link = await (needed === 'partnership' ? partnershipOf(account.value) : invitationOf(accountId, resellerId));
      return link.ok && link.value === undefined ? err(failure('partnership-link-missing')) : link;
    },
  };
}
