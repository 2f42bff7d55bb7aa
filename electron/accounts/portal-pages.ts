import type { Nothing } from '../../shared/contract/call.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { CallInput } from '../../shared/contract/types.ts';
import type { AccountKind } from '../../shared/domain/account.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { err } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Accounts } from './accounts.ts';
import type { PracticeHost } from './practice-host.ts';
import { readPracticeUser } from './practice-sign-in.ts';

const microsoftEntry = 'https://partner.microsoft.com/dashboard/home';

/**
 * Where the portal of each cloud is entered. Only the entry is documented: addresses of single pages change without notice, so
 * most pages are found by hand. 21Vianet runs a portal of its own.
 */
const entries: Readonly<Record<Exclude<AccountKind, 'practice'>, string>> = {
  public: microsoftEntry,
  'us-government': microsoftEntry,
  'china-21vianet': 'https://partner.partnercenter.microsoftonline.cn',
};

/**
 * A customer's own page. Not documented; where tools of partners led to in 2025 and 2026. Where the portal moves it, it shows its
 * own list or entry. Only Microsoft's own portal is known to have it.
 */
const customerPage = (customerId: CustomerTenantId): string =>
  `https://partner.microsoft.com/dashboard/v2/customers/${customerId}/account`;

/** Opens a page when it belongs to a server. */
export type OpenPage = (page: string, origin: string) => Promise<Result<Nothing>>;

export interface PortalParts {
  readonly accounts: Pick<Accounts, 'list'>;
  readonly practice: PracticeHost;
  readonly openPage: OpenPage;
}

/** Opens the portal of an account in the browser. `unreachable` when it is the practice tenant's and that one is not there. */
export const portalOpener = ({ accounts, practice, openPage }: PortalParts) =>
  async ({ accountId, page: wanted, customerId }: CallInput<'portal.open'>): Promise<Result<Nothing>> => {
    const account = (await accounts.list()).find(({ id }) => id === accountId);
    if (account === undefined) return err(failure('account-missing'));
    const customer = wanted === 'customer' ? customerId : undefined;
    if (account.kind !== 'practice') {
      const entry = entries[account.kind];
      return openPage(customer !== undefined && entry === microsoftEntry ? customerPage(customer) : entry, entry);
    }
    const user = await readPracticeUser(practice);
    if (!user.ok) return user;
    const list = user.value.portalUrl;
    if (list === undefined) return err(failure('unreachable'));
    const page = customer === undefined ? list : new URL(`customers/${customer}`, list).href;
    return openPage(page, await practice.address());
  };

export interface ServerPageParts extends PortalParts {
  /** Opens a page that anybody may open from here. */
  readonly openLink: (page: string) => Promise<Result<Nothing>>;
}

/** Only these pages of the practice tenant are for a browser: the rest of its address is its interface. */
const practicePages = /^\/portal\//u;

/** Opens a page that an account's server told, e.g. the text of an agreement: an allowed one, or one of practice's portal. */
export const serverPageOpener = ({ accounts, practice, openPage, openLink }: ServerPageParts) =>
  async (accountId: CallInput<'portal.open'>['accountId'], page: string): Promise<Result<Nothing>> => {
    const account = (await accounts.list()).find(({ id }) => id === accountId);
    if (account === undefined) return err(failure('account-missing'));
    const isForBrowser = practicePages.test(URL.parse(page)?.pathname ?? '');
    if (account.kind !== 'practice' || !isForBrowser) return openLink(page);
    const address = await practice.address().catch(() => undefined);
    return address === undefined ? err(failure('unreachable')) : openPage(page, address);
  };
