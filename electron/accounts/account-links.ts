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
import { isMicrosoftPage, isOneRun, isPageOf } from '../link-rule.ts';
import type { Answer } from '../partner-center/answer.ts';
import { readRelationshipLink } from '../partner-center/relationship-links.ts';
import type { Accounts } from './accounts.ts';
import type { KeptLinks } from './kept-links.ts';
import type { PracticeHost } from './practice-host.ts';
import { readPracticeUser } from './practice-sign-in.ts';

export interface AccountLinks {
  read(accountId: AccountId): Promise<Result<PersonalLinks>>;
  /** Keeps the personal link; `partnership-link-not-allowed` when it is no page of the account's own portal. */
  setPartnership(accountId: AccountId, link: string): Promise<Result<PersonalLinks>>;
  readRelationship(asked: CallInput<'links.readRelationship'>): Promise<Result<CallOutput<'links.readRelationship'>>>;
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

const linksWith = (partnership: string | undefined): PersonalLinks => (partnership === undefined ? {} : { partnership });

/** The links of the accounts of this profile: the personal one, and those that invite customers. */
export function openAccountLinks({ kept, accounts, practice, isOnline, heard, now }: AccountLinksParts): AccountLinks {
  const find = async (id: AccountId): Promise<Result<Account>> => {
    const account = (await accounts.list()).find((one) => one.id === id);
    return account === undefined ? err(failure('account-missing')) : ok(account);
  };
  /** Whether a page belongs to the account's portal; `unreachable` when the practice tenant cannot say where it is. */
  const isItsPage = async ({ kind }: Account, link: string): Promise<Result<boolean>> => {
    if (!isOneRun(link)) return ok(false);
    if (kind !== 'practice') return ok(isMicrosoftPage(link));
    const address = await practice.address().catch(() => undefined);
    return address === undefined ? err(failure('unreachable')) : ok(isPageOf(link, address));
  };
  /** The practice tenant tells its link anew each time: its port is another one after a restart. */
  const freshPartnership = async (account: Account): Promise<string | undefined> => {
    const user = account.kind === 'practice' ? await readPracticeUser(practice) : undefined;
    const link = user?.ok === true ? user.value.partnerLink : undefined;
    if (link === undefined) return undefined;
    const isIts = await isItsPage(account, link);
    return isIts.ok && isIts.value ? link : undefined;
  };
  const partnershipOf = async (account: Account): Promise<string | undefined> => {
    const before = await kept.partnership(account.id);
    const fresh = await freshPartnership(account);
    if (fresh !== undefined && fresh !== before) await kept.keepPartnership(account.id, fresh);
    return fresh ?? before;
  };
  const askRelationship = async (account: Account, resellerId: ResellerTenantId | undefined): Promise<Result<string>> => {
    if (!isOnline()) return err(failure('offline'));
    const opened = await accounts.open(account.id);
    if (!opened.ok) return opened;
    const answer = await readRelationshipLink(opened.value.connection, resellerId);
    heard(answer);
    if (answer.outcome !== 'answered') return err(answer.failure);
    const isIts = await isItsPage(account, answer.value);
    if (!isIts.ok) return isIts;
    return isIts.value ? ok(answer.value) : err(failure('malformed-answer', { correlationId: answer.correlationId }));
  };
  return {
    async read(accountId) {
      const account = await find(accountId);
      return account.ok ? ok(linksWith(await partnershipOf(account.value))) : account;
    },
    async setPartnership(accountId, pasted) {
      const account = await find(accountId);
      if (!account.ok) return account;
      const link = pasted.trim();
      const isIts = await isItsPage(account.value, link);
      if (!isIts.ok) return isIts;
      if (!isIts.value) return err(failure('partnership-link-not-allowed'));
      await kept.keepPartnership(accountId, link);
      return ok(linksWith(link));
    },
    async readRelationship({ accountId, resellerId }) {
      const account = await find(accountId);
      if (!account.ok) return account;
      const link = await askRelationship(account.value, resellerId);
      if (!link.ok) {
        const before = passing.has(link.error.code) ? await kept.relationship(accountId, resellerId) : undefined;
        return before === undefined ? link : ok(before);
      }
      const read = { link: link.value, readAt: instantOf(now()) };
      await kept.keepRelationship(accountId, resellerId, read);
      return ok(read);
    },
    async linkOfLetter({ accountId, purpose, resellerId }) {
      const account = await find(accountId);
      if (!account.ok) return account;
      const needed = linkOfPurpose[purpose];
      if (needed === 'none') return ok(undefined);
      const isPersonal = needed === 'partnership';
      const link = isPersonal ? await partnershipOf(account.value) : (await kept.relationship(accountId, resellerId))?.link;
      return link === undefined ? err(failure('partnership-link-missing')) : ok(link);
    },
  };
}
