import { z } from 'zod';
import { failure } from '../../shared/contract/failure.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { readRetryAfter } from '../partner-center/pause.ts';
import type { Grant } from './sign-in.ts';

/** Where and as whom a refresh token is used (contract scenario acquire-token). */
export interface TokenQuestion {
  /** `{authority}/{tenantId}/oauth2/token` */
  readonly endpoint: string;
  readonly clientId: string;
  readonly refreshToken: string;
  readonly resource: string;
}

/** Numbers are strings on the wire (acquire-token, success). */
const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().min(0).catch(300),
  refresh_token: z.string().min(1).optional(),
});
const TokenRefusal = z.object({ error: z.string(), error_description: z.string().optional() });

const asksForPerson: ReadonlySet<string> = new Set(['interaction_required', 'consent_required', 'login_required']);

function refusalOf(status: number, body: unknown, retryAfter: string | null): Failure {
  const refusal = TokenRefusal.safeParse(body).data;
  const more = {
    httpStatus: status,
    ...(refusal === undefined ? {} : { serverCode: refusal.error, serverText: (refusal.error_description ?? '').slice(0, 2000) }),
  };
  if (refusal !== undefined && asksForPerson.has(refusal.error)) return failure('mfa-needed', more);
  if (status === 429) return failure('throttled', { ...more, retryAfterSeconds: readRetryAfter(retryAfter) });
  // Trouble of the sign-in service passes by itself and says nothing against the user, like a service out of reach.
  return failure(status >= 500 ? 'unreachable' : 'sign-in-needed', more);
}

const TIMEOUT_MS = 30_000;

/** Gets an access token for a refresh token. Nothing of the answer is ever logged. */
export async function useRefreshToken(question: TokenQuestion): Promise<Result<Grant>> {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: question.clientId,
    refresh_token: question.refreshToken,
    resource: question.resource,
  });
  let status: number;
  let body: unknown;
  let retryAfter: string | null;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(question.endpoint, { method: 'POST', body: form, redirect: 'error', signal });
    status = response.status;
    retryAfter = response.headers.get('retry-after');
    body = await response.json();
  } catch {
    return err(failure('unreachable'));
  }
  const granted = TokenAnswer.safeParse(body).data;
  if (status !== 200 || granted === undefined) return err(refusalOf(status, body, retryAfter));
  const { access_token: accessToken, expires_in: expiresInSeconds, refresh_token: refreshToken } = granted;
  return ok({ accessToken, expiresInSeconds, ...(refreshToken === undefined ? {} : { refreshToken }) });
}
