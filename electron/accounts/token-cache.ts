import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Host, Tokens } from '../partner-center/http.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import type { Grant, SignIn } from './sign-in.ts';

interface Kept {
  readonly token: string;
  /** Milliseconds on the cache's clock. */
  readonly goodUntil: number;
}

export interface TokenCache extends Tokens {
  /** Signs in anew and forgets what was cached: after the user was asked to. */
  signIn(): Promise<Result<void>>;
}

/** A refresh token that is worth nothing any more. `mfa-needed` is another thing: only the user can answer that. */
const isSignInNeeded = (result: Result<Grant>): boolean => !result.ok && result.error.code === 'sign-in-needed';

/** A token is replaced this long before it ends, so that none ends on the way. */
const MARGIN_SECONDS = 120;

/**
 * Access tokens of one account in memory, its refresh token in the secret store under `name`. Calls at the same time
 * share one refresh. `now` in milliseconds.
 */
export function openTokenCache(
  signIn: SignIn, secrets: SecretStore, name: string, now: () => number = () => Date.now(),
): TokenCache {
  const kept = new Map<Host, Kept>();
  const running = new Map<Host, Promise<Result<string>>>();

  const startAnew = async (how: 'silently' | 'with-user'): Promise<Result<string>> => {
    const started = await signIn.start(how);
    if (started.ok) await secrets.save(name, started.value);
    return started;
  };
  const grantAnew = async (host: Host): Promise<Result<Grant>> => {
    const started = await startAnew('silently');
    return started.ok ? signIn.grant(started.value, host) : started;
  };
  const fetchToken = async (host: Host): Promise<Result<string>> => {
    const stored = await secrets.read(name);
    const first = stored === undefined ? undefined : await signIn.grant(stored, host);
    const granted = first === undefined || isSignInNeeded(first) ? await grantAnew(host) : first;
    if (!granted.ok) return granted;
    const { accessToken, expiresInSeconds, refreshToken: next } = granted.value;
    if (next !== undefined && next !== stored) await secrets.save(name, next);
    // A token shorter than the margin is still used once: half of its life counts.
    const usable = Math.max(expiresInSeconds - MARGIN_SECONDS, expiresInSeconds / 2);
    kept.set(host, { token: accessToken, goodUntil: now() + usable * 1000 });
    return ok(accessToken);
  };

  return {
    async access(host) {
      const cached = kept.get(host);
      if (cached !== undefined && cached.goodUntil > now()) return ok(cached.token);
      const known = running.get(host);
      if (known !== undefined) return known;
      const fetching = fetchToken(host).finally(() => running.delete(host));
      running.set(host, fetching);
      return fetching;
    },
    refuse(host, token) {
      if (kept.get(host)?.token === token) kept.delete(host);
    },
    async signIn() {
      kept.clear();
      const started = await startAnew('with-user');
      return started.ok ? ok(undefined) : started;
    },
  };
}
