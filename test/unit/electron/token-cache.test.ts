import { describe, expect, it } from 'vitest';
import type { Grant, SignIn } from '../../../electron/accounts/sign-in.ts';
import { openTokenCache } from '../../../electron/accounts/token-cache.ts';
import { openSecretStore } from '../../../electron/secrets/secret-store.ts';
import type { SecretStore } from '../../../electron/secrets/secret-store.ts';
import { failure } from '../../../shared/contract/failure.ts';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { noKeychain, simpleKeychain } from './support/no-keychain.ts';
import { filesHolding, temporaryFolder } from './support/temporary-folder.ts';

interface Scripted extends SignIn {
  grants: number;
  starts: string[];
  refusal: FailureCode | undefined;
}

function scripted(expiresInSeconds = 3600): Scripted {
  return {
    grants: 0,
    starts: [],
    refusal: undefined,
    start(how) {
      this.starts.push(how);
      return Promise.resolve(ok(`refresh-${this.starts.length}`));
    },
    grant(refreshToken, host): Promise<Result<Grant>> {
      this.grants += 1;
      if (this.refusal !== undefined && refreshToken === 'refresh-1') return Promise.resolve(err(failure(this.refusal)));
      return Promise.resolve(ok({ accessToken: `${host}-${refreshToken}-${this.grants}`, expiresInSeconds }));
    },
  };
}
const inMemory = (): SecretStore => openSecretStore(noKeychain, 'none', '');

describe('tokens of an account', () => {
  it('are asked for once and again shortly before they end', async () => {
    const signIn = scripted();
    let now = 0;
    const tokens = openTokenCache(signIn, inMemory(), 'a', () => now);
    const [first, same] = await Promise.all([tokens.access('api'), tokens.access('api')]);
    expect([first, same]).toEqual([ok('api-refresh-1-1'), ok('api-refresh-1-1')]);
    now = 3479_000;
    expect(await tokens.access('api')).toEqual(first);
    now = 3480_000;
    expect(await tokens.access('api')).toEqual(ok('api-refresh-1-2'));
    expect(signIn.starts).toEqual(['silently']);
  });

  it('are kept apart by host', async () => {
    const tokens = openTokenCache(scripted(), inMemory(), 'a');
    expect(await tokens.access('pricing')).toEqual(ok('pricing-refresh-1-1'));
    expect(await tokens.access('api')).toEqual(ok('api-refresh-1-2'));
  });

  it('that the server refused are replaced; a late refusal of an older one changes nothing', async () => {
    const tokens = openTokenCache(scripted(), inMemory(), 'a');
    await tokens.access('api');
    tokens.refuse('api', 'api-refresh-1-1');
    expect(await tokens.access('api')).toEqual(ok('api-refresh-1-2'));
    tokens.refuse('api', 'api-refresh-1-1');
    expect(await tokens.access('api')).toEqual(ok('api-refresh-1-2'));
  });

  it('whose refresh token is worth nothing come from a silent sign-in', async () => {
    const signIn = scripted();
    const tokens = openTokenCache(signIn, inMemory(), 'a');
    await tokens.access('api');
    tokens.refuse('api', 'api-refresh-1-1');
    signIn.refusal = 'sign-in-needed';
    expect(await tokens.access('api')).toEqual(ok('api-refresh-2-3'));
  });

  it('wait for the person when a second factor is asked for', async () => {
    const signIn = scripted();
    const tokens = openTokenCache(signIn, inMemory(), 'a');
    await tokens.access('api');
    tokens.refuse('api', 'api-refresh-1-1');
    signIn.refusal = 'mfa-needed';
    expect(await tokens.access('api')).toMatchObject({ ok: false, error: { code: 'mfa-needed' } });
    expect(signIn.starts).toEqual(['silently']);
    await tokens.signIn();
    expect((await tokens.access('api')).ok).toBe(true);
    expect(signIn.starts).toEqual(['silently', 'with-user']);
  });
});

describe('the secret store', () => {
  it('keeps a token over a restart only where the system keeps secrets, and never in clear', async () => {
    const folder = await temporaryFolder();
    await openSecretStore(simpleKeychain, 'os', folder).save('refresh', 'very-secret-token');
    expect(await openSecretStore(simpleKeychain, 'os', folder).read('refresh')).toBe('very-secret-token');
    expect(await filesHolding(folder, 'very-secret-token')).toEqual([]);
    await openSecretStore(noKeychain, 'none', folder).save('other', 'very-secret-token');
    expect(await openSecretStore(noKeychain, 'none', folder).read('other')).toBeUndefined();
  });

  it('takes a token it can no longer read for a missing one', async () => {
    const folder = await temporaryFolder();
    await openSecretStore(simpleKeychain, 'os', folder).save('refresh', 'x');
    expect(await openSecretStore(noKeychain, 'os', folder).read('refresh')).toBeUndefined();
  });
});
