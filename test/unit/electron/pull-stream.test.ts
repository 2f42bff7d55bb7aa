import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pullCall } from '../../../electron/partner-center/pull-calls.ts';
import { nextPageOf } from '../../../electron/sync/next-page.ts';
import { servePull } from '../../../electron/sync/pull-stream.ts';
import type { PullParts } from '../../../electron/sync/pull-stream.ts';
import { readCollection } from '../../../shared/partner-center/readers/collection.ts';
import { textOf } from '../../../shared/partner-center/readers/case.ts';
import type { PullJob, PullReply, PullRequest } from '../../../shared/sync/pull.ts';
import { connectionTo, localServer } from './support/local-server.ts';
import { openPracticeDesk } from './support/practice-desk.ts';

interface Puller {
  send(request: PullRequest): void;
  next(): Promise<PullReply>;
}

/** The store worker's end of a pull. */
function startPull(parts: Partial<PullParts> & Pick<PullParts, 'connect'>): Puller {
  const { port1, port2 } = new MessageChannel();
  const replies: PullReply[] = [];
  const waiting: ((reply: PullReply) => void)[] = [];
  port2.on('message', (reply: PullReply) => {
    const first = waiting.shift();
    if (first === undefined) replies.push(reply);
    else first(reply);
  });
  onTestFinished(() => port2.close());
  servePull(mainEnd(port1), { isOnline: () => true, unreachable: () => undefined, pause: () => Promise.resolve(), ...parts });
  return {
    send: (request) => port2.postMessage(request),
    next: () => new Promise((resolve) => {
      const first = replies.shift();
      if (first === undefined) waiting.push(resolve);
      else resolve(first);
    }),
  };
}

/** Electron hands over an event with the data in it. */
const mainEnd = (port: MessagePort): Parameters<typeof servePull>[0] => ({
  on: (event: 'message' | 'close', listener: (message: { readonly data: unknown }) => void) =>
    port.on(event, (data: unknown) => listener({ data })),
  postMessage: (message) => port.postMessage(message),
  start: () => port.start(),
  close: () => port.close(),
});

const idsOf = (page: Uint8Array): readonly string[] =>
  readCollection(JSON.parse(textOf(page)))?.items.map((item) => JSON.stringify(item)) ?? [];

describe('a pull from the practice tenant', () => {
  it('streams pages as bytes and goes on from a continuation', async () => {
    const desk = await openPracticeDesk();
    const puller = startPull({
      connect: async () => {
        const opened = await desk.accounts.open(desk.account.id);
        return opened.ok ? opened.value.connection : opened.error;
      },
    });
    const ids: string[] = [];
    let continuation: string | undefined;
    puller.send({ type: 'job', jobId: 1, job: { kind: 'customers', size: 150 } });
    for (let reply = await puller.next(); reply.type !== 'job-done'; reply = await puller.next()) {
      if (reply.type !== 'page') throw new Error(reply.failure.code);
      continuation ??= reply.continuation;
      ids.push(...idsOf(reply.bytes));
      puller.send({ type: 'more', jobId: 1 });
    }
    expect(new Set(ids).size).toBe(400);
    if (continuation === undefined) throw new Error('one page only');
    puller.send({ type: 'job', jobId: 2, job: { kind: 'customers', size: 150, continuation } });
    const resumed = await puller.next();
    expect(resumed.type === 'page' && idsOf(resumed.bytes)).toEqual(ids.slice(150, 300));
  });
});

describe('a pull', () => {
  const endless = (count: number): string =>
    JSON.stringify({ items: [{ id: count }], links: { next: { uri: '/x', headers: [{ key: 'MS-ContinuationToken', value: `t${count}` }] } } });
  const customers: PullJob = { kind: 'customers', size: 1 };

  it('reads ahead by two pages and then waits for credit', async () => {
    const { url, asked } = await localServer((response, _asked, count) => response.end(endless(count)));
    const puller = startPull({ connect: () => Promise.resolve(connectionTo(url)) });
    puller.send({ type: 'job', jobId: 1, job: customers });
    await puller.next();
    await puller.next();
    puller.send({ type: 'more', jobId: 1 });
    expect(await puller.next()).toMatchObject({ type: 'page', continuation: 't3' });
    expect(asked).toHaveLength(3);
    expect(asked[2]?.headers['ms-continuationtoken']).toBe('t2');
  });

  it('waits out a pause and passing trouble, then goes on', async () => {
    const pauses: number[] = [];
    const { url } = await localServer((response, _asked, count) => {
      if (count === 1) response.writeHead(503).end();
      else response.end('{"items":[]}');
    });
    const pause = (seconds: number): Promise<void> => Promise.resolve(void pauses.push(seconds));
    const puller = startPull({ pause, connect: () => Promise.resolve(connectionTo(url)) });
    puller.send({ type: 'job', jobId: 1, job: customers });
    expect([(await puller.next()).type, (await puller.next()).type]).toEqual(['page', 'job-done']);
    expect(pauses).toEqual([0.5]);
  });

  it('says why a job failed and goes on with the next one', async () => {
    const { url } = await localServer((response, { url: path }) => {
      if (path.includes('relationships')) response.writeHead(403).end('{"code":2032,"description":"no"}');
      else response.end('{"items":[]}');
    });
    const puller = startPull({ connect: () => Promise.resolve(connectionTo(url)) });
    puller.send({ type: 'job', jobId: 1, job: { kind: 'resellers' } });
    puller.send({ type: 'job', jobId: 2, job: customers });
    expect(await puller.next()).toMatchObject({ type: 'job-failed', jobId: 1, failure: { code: 'role-missing' } });
    expect(await puller.next()).toMatchObject({ type: 'page', jobId: 2 });
  });

  it('does not start while offline, and ignores what is no request', async () => {
    const puller = startPull({ isOnline: () => false, connect: () => Promise.reject(new Error('not asked')) });
    puller.send(JSON.parse('{"type":"job","jobId":"x","job":{"kind":"everything"}}') as PullRequest);
    puller.send({ type: 'job', jobId: 7, job: customers });
    expect(await puller.next()).toMatchObject({ type: 'job-failed', jobId: 7, failure: { code: 'offline' } });
  });
});

describe('the next page', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const next = { uri: '/customers?seekOperation=Next', method: 'GET', headers: [{ key: 'MS-ContinuationToken', value: 'a,"b"\\c,{}' }] };

  it.each([
    [JSON.stringify({ items: [{ name: 'next' }], links: { self: { headers: [] }, next }, attributes: {} })],
    [JSON.stringify({ links: { next }, items: [{ companyName: '"next":{' }, { note: 'Next' }] })],
    [JSON.stringify({ Items: [], Links: { Next: { Headers: [{ Key: 'MS-ContinuationToken', Value: next.headers[0]?.value }] } } })],
  ])('is found wherever the link stands: %s', (text) => {
    expect(nextPageOf(bytes(text))).toBe('a,"b"\\c,{}');
  });

  it('is missing on the last page, whatever its rows are called', () => {
    const self = { uri: '/x', headers: [{ key: 'MS-ContinuationToken', value: 'current' }] };
    expect(nextPageOf(bytes(JSON.stringify({ items: [{ name: '"next":{"headers"' }], links: { self } })))).toBeUndefined();
    expect(nextPageOf(bytes('{"links":{"next":{"headers":[{"key":"MS-Cont'))).toBeUndefined();
    expect(nextPageOf(bytes(''))).toBeUndefined();
  });
});

describe('the requests of a pull', () => {
  it('ask for the right path and send the filter as JSON', () => {
    const resellerId = '11111111-1111-4111-8111-111111111111';
    const job = { kind: 'customers-of-reseller', resellerId, size: 500 } as PullJob;
    const { path } = pullCall(job, undefined);
    const filter = `{"Field":"IndirectReseller","Value":"${resellerId}","Operator":"starts_with"}`;
    expect(decodeURIComponent(path)).toBe(`/v1/customers?size=500&filter=${filter}`);
    expect(pullCall(job, 'x,y')).toMatchObject({ path: `${path}&seekOperation=Next`, headers: { 'MS-ContinuationToken': 'x,y' } });
    expect(pullCall({ kind: 'price-sheet', market: 'IT' }, undefined)).toMatchObject({ host: 'pricing' });
  });
});
