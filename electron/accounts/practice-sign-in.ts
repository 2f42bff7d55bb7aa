import { z } from 'zod';
import { failure } from '../../shared/contract/failure.ts';
import { ProviderTenantId } from '../../shared/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { useRefreshToken } from './oauth.ts';
import type { PracticeHost } from './practice-host.ts';
import type { SignIn } from './sign-in.ts';

/** What the practice tenant tells anybody on this computer in place of a sign-in page. */
const PracticeUser = z.object({
  authority: z.url(),
  tenantId: ProviderTenantId,
  clientId: z.string(),
  refreshToken: z.string(),
  userName: z.string(),
  organization: z.string(),
  resource: z.string(),
  /** The provider's personal link for its resellers, and its page of the practice portal. */
  partnerLink: z.url().optional(),
  portalUrl: z.url().optional(),
  /** Where its customers accept the agreement. */
  agreementLink: z.url().optional(),
});
export type PracticeUser = z.infer<typeof PracticeUser>;

const TIMEOUT_MS = 15_000;

/** Who signs in to the practice tenant, asked of it anew each time. */
export async function readPracticeUser(host: PracticeHost): Promise<Result<PracticeUser>> {
  try {
    const response = await fetch(`${await host.address()}/_practice/sign-in`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return ok(PracticeUser.parse(await response.json()));
  } catch {
    return err(failure('unreachable'));
  }
}

/** Sign-in to the practice tenant: its own token endpoint, no person asked (contract scenario acquire-token). */
export const practiceSignIn = (host: PracticeHost): SignIn => ({
  async start() {
    const user = await readPracticeUser(host);
    return user.ok ? ok(user.value.refreshToken) : user;
  },
  async grant(refreshToken) {
    const user = await readPracticeUser(host);
    if (!user.ok) return user;
    const { authority, tenantId, clientId, resource } = user.value;
    return useRefreshToken({ endpoint: `${authority}/${tenantId}/oauth2/token`, clientId, refreshToken, resource });
  },
});
