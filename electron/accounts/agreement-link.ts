import { failure } from '../../shared/contract/failure.ts';
import type { Account } from '../../shared/domain/account.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { KeptLinks } from './kept-links.ts';

/**
 * Where a customer accepts the Microsoft Customer Agreement: Billing accounts in the Microsoft 365 admin center (Microsoft's
 * "How to confirm that your customer has accepted", direct acceptance). The agreement is of the public cloud alone.
 */
const billingAccountsPage = 'https://admin.microsoft.com/Adminportal/Home#/BillingAccounts/billing-accounts';

interface AgreementLinkParts {
  readonly kept: Pick<KeptLinks, 'agreement' | 'keepAgreement'>;
  /** What the practice tenant tells now; undefined when it cannot be asked. */
  readonly fresh: () => Promise<string | undefined>;
}

/** The page of an account; for practice the one its tenant tells, or told last. `not-supported` where there is no agreement. */
export async function agreementLinkOf(account: Account, { kept, fresh }: AgreementLinkParts): Promise<Result<string>> {
  if (account.kind === 'public') return ok(billingAccountsPage);
  if (account.kind !== 'practice') return err(failure('not-supported'));
  const told = await fresh();
  // Kept for the time when the tenant is gone; it is good also where it cannot be kept.
  if (told !== undefined) await kept.keepAgreement(account.id, told).catch(() => undefined);
  const link = told ?? (await kept.agreement(account.id).catch(() => undefined));
  return link === undefined ? err(failure('unreachable')) : ok(link);
}
