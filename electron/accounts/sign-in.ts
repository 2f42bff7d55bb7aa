import type { Result } from '../../shared/result.ts';
import type { Host } from '../partner-center/http.ts';

/** What a grant gives; `expiresInSeconds` counts from the answer. */
export interface Grant {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  /** Missing when the old one stays good. */
  readonly refreshToken?: string;
}

/** How one account proves who it is. One implementation per kind of sign-in. */
export interface SignIn {
  /**
   * Signs in anew and gives a refresh token. `silently` asks nobody: where only a person can sign in it fails with
   * `sign-in-needed`.
   */
  start(how: 'silently' | 'with-user'): Promise<Result<string>>;
  /** An access token for a host; `sign-in-needed` or `mfa-needed` when the refresh token is no longer good. */
  grant(refreshToken: string, host: Host): Promise<Result<Grant>>;
}
