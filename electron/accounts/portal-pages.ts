import type { Nothing } from '../../shared/contract/call.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { CallInput } from '../../shared/contract/types.ts';
import type { AccountKind } from '../../shared/domain/account.ts';
import { err } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Accounts } from './accounts.ts';
import type { PracticeHost } from './practice-host.ts';
import { readPracticeUser } from './practice-sign-in.ts';

const microsoftEntry = 'https://partner.microsoft.com/dashboard/home';

/**
 * Where the portal of each cloud is entered. Only the entry is documented: addresses of single pages change without notice, so
 * none is used and the page asked for is found by hand. 21Vianet runs a portal of its own.
 */
const entries: Readonly<Record<Exclude<AccountKind, 'practice'>, string>> = {
  public: microsoftEntry,
  'us-government': microsoftEntry,
  'china-21vianet': 'https://partner.partnercenter.microsoftonline.cn',
};

/** Opens a page when it belongs to a server. */
export type OpenPage = (page: string, origin: string) => Promise<Result<Nothing>>;

export interface PortalParts {
  readonly accounts: Pick<Accounts, 'list'>;
  readonly practice: PracticeHost;
  readonly openPage: OpenPage;
}

/** Opens the portal of an account in the browser. `unreachable` when it is the practice tenant's and that one is not there. */
export const portalOpener = ({ accounts, practice, openPage }: PortalParts) =>
  async ({ accountId }: CallInput<'portal.open'>): Promise<Result<Nothing>> => {
    const account = (await accounts.list()).find(({ id }) => id === accountId);
    if (account === undefined) return err(failure('account-missing'));
    if (account.kind !== 'practice') return openPage(entries[account.kind], entries[account.kind]);
    const user = await readPracticeUser(practice);
    if (!user.ok) return user;
    const page = user.value.portalUrl;
    return page === undefined ? err(failure('unreachable')) : openPage(page, await practice.address());
  };
