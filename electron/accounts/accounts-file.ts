import { z } from 'zod';
import { Account } from '../../shared/domain/account.ts';
import { jsonFile } from '../files/json-file.ts';
import type { JsonFile } from '../files/json-file.ts';

const AccountsFile = z.object({ accounts: z.array(Account).readonly() });
export type AccountsFile = z.infer<typeof AccountsFile>;

/** The accounts of this profile: no token, no address. */
export const accountsFile = (path: string): JsonFile<AccountsFile> =>
  jsonFile<AccountsFile>(path, AccountsFile, { accounts: [] });
