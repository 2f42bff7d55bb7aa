import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { newCustomer, type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { codeOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const profile = '/v1/profiles/organization';
const create = (requestId: string): ReturnType<PracticeClient['call']> =>
  client.call('POST', '/v1/customers', {
    requestId,
    body: newCustomer('guasto.onmicrosoft.com'),
  });
const match = { scenario: 'create-customer' };

/** A page whose name was made to point at this computer keeps that name in Host; fetch would not let a test write it. */
const statusUnderHost = (path: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(`${client.url}${path}`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });

beforeEach(async () => {
  client = await startPracticeClient();
});
afterEach(async () => {
  await client.close();
});

describe('faults of the connection', () => {
  it.each(['drop-answer', 'cut-body', 'malformed-json'] as const)('%s acts, and the same request repairs it', async (kind) => {
    await client.fault({ kind, match });
    const requestId = randomUUID();
    const broken = create(requestId);
    const outcome = await broken.then(
      (reply) => typeof reply.body,
      () => 'cut',
    );
    expect(outcome).toBe(kind === 'malformed-json' ? 'string' : 'cut');
    expect((await client.ledger()).counts).toEqual({ 'create-customer': 1 });
    expect((await create(requestId)).status).toBe(201);
    const ledger = await client.ledger();
    expect([ledger.writes.length, ledger.replays.length]).toEqual([1, 1]);
  });

  it('refuse-connection does not act', async () => {
    await client.fault({ kind: 'refuse-connection', match: { method: 'post', path: '^/v1/customers$' } });
    await expect(create(randomUUID())).rejects.toThrow('fetch failed');
    expect((await client.ledger()).writes).toEqual([]);
  });

  it('throttle and status answer in their shapes, as often as asked', async () => {
    await client.fault({ kind: 'throttle', retryAfter: 3, match, times: 2 });
    await client.fault({ kind: 'status', status: 503, match });
    await client.fault({ kind: 'status', status: 400, code: '600002', description: 'no', match });
    for (let time = 0; time < 2; time += 1) {
      const reply = await create(randomUUID());
      expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '3']);
      expect(reply.body).toEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 3 seconds.' });
    }
    expect((await create(randomUUID())).status).toBe(503);
    expect(codeOf((await create(randomUUID())).body)).toBe(600002);
    expect((await create(randomUUID())).status).toBe(201);
  });

  it('times 0 meets every request until cleared', async () => {
    await client.fault({ kind: 'status', status: 500, match: { path: 'profiles' }, times: 0 });
    expect((await client.call('GET', profile)).status).toBe(500);
    expect((await client.call('GET', profile)).status).toBe(500);
    await client.fault({ clear: true });
    expect((await client.call('GET', profile)).status).toBe(200);
  });

  it('hold keeps the answer back after acting, hold-before keeps the request back', async () => {
    await client.fault({ kind: 'hold', match, id: 'after' });
    const held = create(randomUUID());
    await client.untilHeld('after');
    expect((await client.ledger()).counts).toEqual({ 'create-customer': 1 });
    expect(await client.release('after')).toBe(1);
    expect((await held).status).toBe(201);
    await client.fault({ kind: 'hold-before', match, id: 'before' });
    const waiting = create(randomUUID());
    await client.untilHeld('before');
    expect((await client.ledger()).counts).toEqual({ 'create-customer': 1 });
    await client.release();
    expect(codeOf((await waiting).body)).toBe(3000);
  });

  it('closes cleanly while a request is held', async () => {
    const other = await startPracticeClient({ faults: [{ kind: 'hold', id: 'forever' }] });
    const held = other.call('GET', profile).catch(() => 'cut');
    await other.untilHeld('forever');
    await other.close();
    expect(await held).toBeDefined();
  });

  it('slow answers late, and right', async () => {
    await client.fault({ kind: 'slow', ms: 5, match: { path: 'profiles' } });
    expect((await client.call('GET', profile)).status).toBe(200);
    expect((await client.call('GET', '/_practice/faults')).body).toMatchObject({ faults: [{ hits: 1 }] });
  });

  it('refuses what is no fault', async () => {
    for (const body of [{ kind: 'nothing' }, { kind: 'status', status: 200 }, { kind: 'slow', ms: 1, match: { path: '(' } }]) {
      expect((await client.call('POST', '/_practice/faults', { body })).status).toBe(400);
    }
  });
});

describe('the request budget', () => {
  it('answers 429 for the rest of the minute: for the partner, and for one customer at a time', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const other = await startPracticeClient({ requestsPerMinute: 8, customerRequestsPerMinute: 2, now: () => now });
    const statuses = async (path: string): Promise<readonly number[]> => [
      (await other.call('GET', path)).status,
      (await other.call('GET', path)).status,
      (await other.call('GET', path)).status,
    ];
    const customer = (index: number): string => `/v1/customers/${createSeed('small').listingAt(index).tenantId}`;
    expect(await statuses(customer(0))).toEqual([200, 200, 429]);
    expect(await statuses(customer(1))).toEqual([200, 200, 429]);
    expect(await statuses(profile)).toEqual([200, 200, 429]);
    now = new Date('2026-01-01T00:00:45Z');
    expect((await other.call('GET', profile)).headers.get('retry-after')).toBe('15');
    now = new Date('2026-01-01T00:01:00Z');
    expect((await other.call('GET', profile)).status).toBe(200);
    await other.close();
  });

  it('is lower for writes, can be set while the tenant runs, and spares the sign-in', async () => {
    const limits = { writesPerMinute: 3, customerWritesPerMinute: 1 };
    await client.fault({ kind: 'request-limits', limits });
    const seed = createSeed('small');
    const write = async (index: number): Promise<number> => {
      const path = `/v1/customers/${seed.listingAt(index).tenantId}/users`;
      return (await client.call('POST', path, { body: {} })).status;
    };
    expect([await write(0), await write(0), await write(1), await write(2)]).toEqual([400, 429, 400, 429]);
    expect((await client.call('GET', profile)).status).toBe(200);
    await client.fault({ clear: true });
    expect(await write(2)).toBe(400);
    await client.fault({ kind: 'request-limits', limits: { requestsPerMinute: 1 } });
    expect([(await client.call('GET', profile)).status, (await client.call('GET', profile)).status]).toEqual([200, 429]);
    const token = await fetch(`${client.url}/x/oauth2/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'x' }) });
    expect(token.status).not.toBe(429);
    expect((await client.call('POST', '/_practice/faults', { body: { kind: 'request-limits', limits: { requests: 1 } } })).status).toBe(400);
  });
});

describe('the control part', () => {
  it.each(['/_practice/sign-in', '/_PRACTICE/sign-in', '/%5Fpractice/sign-in', profile])('refuses web pages at %s', async (path) => {
    expect((await client.call('GET', path, { headers: { Origin: 'https://esempio.example' } })).status).toBe(403);
    expect(await statusUnderHost(path, 'esempio.example')).toBe(403);
    expect(await statusUnderHost('/_practice/sign-in', '127.0.0.1:1')).toBe(200);
  });

  it('echoes the identifiers of a call', async () => {
    const requestId = randomUUID();
    const reply = await client.call('GET', profile, {
      requestId,
      headers: { ValidateMfa: 'true', 'MS-CorrelationId': requestId },
    });
    expect([
      reply.headers.get('ms-requestid'),
      reply.headers.get('ms-correlationid'),
      reply.headers.get('ismfacompliant'),
    ]).toEqual([requestId, requestId, 'true']);
  });
});

describe('tokens', () => {
  const ask = async (
    changes: Readonly<Record<string, string>> = {},
    from?: unknown,
  ): Promise<{ status: number; body: unknown }> => {
    const signIn = from ?? (await client.call('GET', '/_practice/sign-in', { token: '' })).body;
    const body = new URLSearchParams({
      resource: client.url,
      client_id: textAt(signIn, 'clientId'),
      grant_type: 'refresh_token',
      refresh_token: textAt(signIn, 'refreshToken'),
      ...changes,
    });
    const reply = await fetch(`${textAt(signIn, 'authority')}/${textAt(signIn, 'tenantId')}/oauth2/token`, {
      method: 'POST',
      body,
    });
    return { status: reply.status, body: await reply.json() };
  };

  it('are given for a refresh token, and refused in the form of OAuth', async () => {
    const good = await ask();
    expect(good.body).toMatchObject({ token_type: 'Bearer', expires_in: '3600' });
    expect((await client.call('GET', profile, { token: textAt(good.body, 'access_token') })).status).toBe(200);
    expect(await ask({ client_id: randomUUID() })).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(await ask({ refresh_token: 'x' })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await ask({ resource: 'https://elsewhere.example' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_resource' },
    });
    expect(await ask({ grant_type: 'password' })).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
    const retired = await ask({ resource: 'https://graph.windows.net' });
    expect(codeOf((await client.call('GET', profile, { token: textAt(retired.body, 'access_token') })).body)).toBe(900420);
  });

  it('are needed, known, and fresh', async () => {
    const code = async (token: string): Promise<readonly [number, number]> => {
      const reply = await client.call('GET', profile, { token });
      return [reply.status, codeOf(reply.body)];
    };
    expect(await code('')).toEqual([401, 800001]);
    expect(await code('a.b')).toEqual([401, 400]);
    await client.fault({ kind: 'expire-tokens' });
    expect(await code(client.token)).toEqual([401, 400]);
    expect((await client.call('GET', profile, { token: textAt((await ask()).body, 'access_token') })).status).toBe(200);
  });

  it('need a new sign-in when MFA is required', async () => {
    const signIn = (await client.call('GET', '/_practice/sign-in', { token: '' })).body;
    await client.fault({ kind: 'require-mfa' });
    expect((await client.call('GET', profile)).status).toBe(401);
    expect(await ask({}, signIn)).toMatchObject({ status: 400, body: { error: 'interaction_required', error_codes: [50076] } });
    expect((await client.call('GET', profile, { token: textAt((await ask()).body, 'access_token') })).status).toBe(200);
  });

  it('run out after their hour', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const other = await startPracticeClient({ now: () => now });
    now = new Date('2026-01-01T01:00:00Z');
    expect((await other.call('GET', profile)).status).toBe(401);
    await other.close();
  });
});
