import { failure } from '../../shared/contract/failure.ts';
import type { Account } from '../../shared/domain/account.ts';
import { newAccountId } from '../../shared/ids.ts';
import type { AccountId } from '../../shared/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { JsonFile } from '../files/json-file.ts';
import type { Connection } from '../partner-center/http.ts';
import { openPause } from '../partner-center/pause.ts';
import type { Pause } from '../partner-center/pause.ts';
import type { HeardTime } from '../partner-center/server-time.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import type { AccountsFile } from './accounts-file.ts';
import type { PracticeHost } from './practice-host.ts';
import { practiceSignIn, readPracticeUser } from './practice-sign-in.ts';
import { openTokenCache } from './token-cache.ts';
import type { TokenCache } from './token-cache.ts';

/** An account with the way to its server. */
export interface OpenAccount {
  readonly account: Account;
  readonly connection: Connection;
}

export interface Accounts {
  list(): Promise<readonly Account[]>;
  /** Adds the practice account, or signs in again when there is one already. */
  addPractice(): Promise<Result<Account>>;
  /** `account-missing` when this profile has no such account. */
  open(id: AccountId): Promise<Result<OpenAccount>>;
  /** Addresses of the servers of all accounts, for the question whether they answer. */
  addresses(): Promise<readonly string[]>;
}

export interface AccountParts {
  readonly file: JsonFile<AccountsFile>;
  readonly secrets: SecretStore;
  readonly practice: PracticeHost;
  /** Language of the server's own words, asked for each connection. */
  readonly locale: () => string;
  /** Takes the time that the server of an account tells. */
  readonly heardTime?: (id: AccountId, time: HeardTime) => void;
}

/** The accounts of this profile. */
export function openAccounts({ file, secrets, practice, locale, heardTime }: AccountParts): Accounts {
  const caches = new Map<AccountId, TokenCache>();
  const pauses = new Map<AccountId, Pause>();
  const signIn = practiceSignIn(practice);
  let adding: Promise<Result<Account>> | undefined;

  const tokensOf = (id: AccountId): TokenCache => {
    const known = caches.get(id) ?? openTokenCache(signIn, secrets, `refresh-token-${id}`);
    caches.set(id, known);
    return known;
  };
  const pauseOf = (id: AccountId): Pause => {
    const known = pauses.get(id) ?? openPause();
    pauses.set(id, known);
    return known;
  };
  const list = async (): Promise<readonly Account[]> => (await file.read()).accounts;

  const addPractice = async (): Promise<Result<Account>> => {
    const user = await readPracticeUser(practice);
    if (!user.ok) return user;
    const { tenantId, organization, userName } = user.value;
    const accounts = await list();
    const known = accounts.find((account) => account.kind === 'practice' && account.tenantId === tenantId);
    const about = { kind: 'practice', tenantId, name: organization, userName, colour: 'teal' } as const;
    const account: Account = known ?? { id: newAccountId(), ...about };
    const signedIn = await tokensOf(account.id).signIn();
    if (!signedIn.ok) return signedIn;
    if (known === undefined) await file.write({ accounts: [...accounts, account] });
    return ok(account);
  };

  return {
    list,
    addPractice() {
      adding ??= addPractice().finally(() => {
        adding = undefined;
      });
      return adding;
    },
    async open(id) {
      const account = (await list()).find((one) => one.id === id);
      if (account === undefined) return err(failure('account-missing'));
      const address = await practice.address().catch(() => undefined);
      if (address === undefined) return err(failure('unreachable'));
      const hosts = { api: address, pricing: address };
      const connection: Connection = {
        hosts, tokens: tokensOf(id), pause: pauseOf(id), locale: locale(), heard: (time) => heardTime?.(id, time),
      };
      return ok({ account, connection });
    },
    async addresses() {
      return (await list()).length === 0 ? [] : [await practice.address()];
    },
  };
}
