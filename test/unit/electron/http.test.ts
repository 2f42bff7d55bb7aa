import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../electron/partner-center/api.ts';
import { certainlyNotSent } from '../../../electron/partner-center/fetch-failure.ts';
import { callServer } from '../../../electron/partner-center/http.ts';
import { openPause, readRetryAfter } from '../../../electron/partner-center/pause.ts';
import { newRequestId } from '../../../shared/ids.ts';
import { closedAddress, connectionTo, localServer } from './support/local-server.ts';

const Body = z.object({ id: z.string() });
const read = (body: unknown): string | undefined => Body.safeParse(body).data?.id;
const post = { method: 'POST', path: '/v1/things', body: { a: 1 }, read } as const;

describe('a call', () => {
  it('carries the headers of the contract, a new correlation id each time', async () => {
    const { url, asked } = await localServer((response) => response.end('{"id":"x"}'));
    const connection = connectionTo(url);
    const requestId = newRequestId();
    await ask(connection, { ...post, requestId });
    await ask(connection, { ...post, requestId });
    expect(asked[0]?.headers).toMatchObject({
      authorization: 'Bearer api-token-1', accept: 'application/json', 'content-type': 'application/json', 'ms-requestid': requestId,
      'ms-contract-version': 'v1', 'x-locale': 'it-IT', 'ms-partnercenter-application': 'Provider Desk',
    });
    expect(asked[1]?.headers['ms-requestid']).toBe(requestId);
    expect(asked[1]?.headers['ms-correlationid']).not.toBe(asked[0]?.headers['ms-correlationid']);
  });

  it('reads a body that begins with a byte order mark', async () => {
    const { url } = await localServer((response) => response.end('\uFEFF{"id":"x"}'));
    expect(await ask(connectionTo(url), post)).toMatchObject({ outcome: 'answered', value: 'x' });
  });

  it('tries once more after a 401, with another token and the same request id', async () => {
    const { url, asked } = await localServer((response, _asked, count) => response.writeHead(count === 1 ? 401 : 200).end('{"id":"x"}'));
    expect((await ask(connectionTo(url), post)).outcome).toBe('answered');
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer api-token-1', 'Bearer api-token-2']);
    expect(new Set(asked.map(({ headers }) => headers['ms-requestid'])).size).toBe(1);
  });

  it('gives up after the second 401: nothing was sent, a sign-in is needed', async () => {
    const { url, asked } = await localServer((response) => response.writeHead(401).end());
    expect(await ask(connectionTo(url), post)).toMatchObject({ outcome: 'not-sent', failure: { code: 'sign-in-needed' } });
    expect(asked).toHaveLength(2);
  });

  it('does not follow a redirect, which would carry the token away', async () => {
    const { url, asked } = await localServer((response) => response.writeHead(302, { Location: 'https://elsewhere.example/' }).end());
    expect(await ask(connectionTo(url), post)).toMatchObject({ outcome: 'refused', failure: { code: 'malformed-answer', httpStatus: 302 } });
    expect(asked).toHaveLength(1);
  });

  it('takes 2xx with a body that does not fit for no answer', async () => {
    const { url } = await localServer((response) => response.writeHead(201).end('{"other":1}'));
    expect(await ask(connectionTo(url), post)).toMatchObject({ outcome: 'no-answer', failure: { code: 'malformed-answer' } });
  });

  it('reads an error that comes with HTTP 200 as a refusal', async () => {
    const { url } = await localServer((response) => response.end('{"code":400072,"description":"item not available"}'));
    const answer = await ask(connectionTo(url), post);
    expect(answer).toMatchObject({ outcome: 'refused', failure: { code: 'availability-gone', serverCode: '400072' } });
  });

  it('that times out may have arrived', async () => {
    const { url } = await localServer(() => undefined);
    expect(await ask(connectionTo(url), { ...post, timeoutMs: 50 })).toMatchObject({ outcome: 'no-answer', failure: { code: 'no-answer' } });
  });

  it('that meets a closed port certainly did not arrive', async () => {
    expect(await ask(connectionTo(await closedAddress()), post)).toMatchObject({ outcome: 'not-sent', failure: { code: 'unreachable' } });
  });

  it('is held back, for the whole account, while the server asked for a pause', async () => {
    const body = '{"statusCode":429,"message":"x"}';
    const { url, asked } = await localServer((response) => response.writeHead(429, { 'Retry-After': '57' }).end(body));
    const connection = connectionTo(url);
    expect(await callServer(connection, post)).toMatchObject({ outcome: 'throttled', retryAfterSeconds: 57 });
    expect(await callServer(connection, { method: 'GET', path: '/v1/other' })).toMatchObject({ outcome: 'throttled', retryAfterSeconds: 57 });
    expect(asked).toHaveLength(1);
  });
});

describe('the small rules', () => {
  it('a pause ends when its time is over and only ever grows', () => {
    let now = 0;
    const pause = openPause(() => now);
    pause.begin(10);
    pause.begin(5);
    expect(pause.secondsLeft()).toBe(10);
    now = 9_500;
    expect(pause.secondsLeft()).toBe(1);
    now = 10_000;
    expect(pause.secondsLeft()).toBe(0);
  });

  it.each([
    ['57', 57], ['0', 0], [null, 30], ['soon', 30], ['99999', 3600], ['Tue, 21 Jul 2020 04:11:58 GMT', 60],
  ])('Retry-After %s is %i seconds', (header, seconds) => {
    expect(readRetryAfter(header, new Date('2020-07-21T04:10:58Z'))).toBe(seconds);
  });

  it('only errors from before the first byte count as not sent', () => {
    const coded = (code: string, syscall = 'connect'): Error => Object.assign(new Error(code), { code, syscall });
    expect(certainlyNotSent(new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }))).toBe(true);
    const both = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]);
    expect(certainlyNotSent(new TypeError('fetch failed', { cause: both }))).toBe(true);
    expect(certainlyNotSent(new TypeError('fetch failed', { cause: coded('ECONNRESET') }))).toBe(false);
    expect(certainlyNotSent(new TypeError('fetch failed', { cause: coded('UND_ERR_SOCKET') }))).toBe(false);
    // A connection that stood: the request may have left before the way there was lost.
    expect(certainlyNotSent(new TypeError('fetch failed', { cause: coded('EHOSTUNREACH', 'read') }))).toBe(false);
    expect(certainlyNotSent(new TypeError('fetch failed', { cause: coded('ENOTFOUND', 'getaddrinfo') }))).toBe(true);
    expect(certainlyNotSent(new Error('anything'))).toBe(false);
  });
});
