import { z } from 'zod';
import { AccountId, ProviderTenantId } from '../ids.ts';

/** Which service an account talks to. `practice` is the built-in tenant (reference.json clouds for the others). */
export const AccountKind = z.enum(['practice', 'public', 'us-government', 'china-21vianet']);
export type AccountKind = z.infer<typeof AccountKind>;

/** An account as the window may know it: no token, no address. */
export const Account = z.object({
  id: AccountId,
  kind: AccountKind,
  tenantId: ProviderTenantId,
  /** Company name of the provider. */
  name: z.string(),
  userName: z.string(),
  /** Colour of the account's chip, one of a fixed set, so that accounts are told apart. */
  colour: z.enum(['teal', 'purple', 'orange', 'green', 'pink', 'blue']),
});
export type Account = z.infer<typeof Account>;
