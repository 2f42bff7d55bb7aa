import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { newCustomer, type PracticeClient, spawnPracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { collectionOf, textAt } from './shapes.ts';

let folder: string;
let file: string;
const cli = fileURLToPath(new URL('../../electron/practice/cli.ts', import.meta.url));
const create = (client: PracticeClient, requestId: string): ReturnType<PracticeClient['call']> =>
  client.call('POST', '/v1/customers', {
    requestId,
    body: newCustomer('durevole.onmicrosoft.com', createSeed('small').resellerAt(0).tenantId),
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-'));
  file = join(folder, 'state.jsonl');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the state file', () => {
  it('keeps what was answered when the process is killed, and the token with it', async () => {
    const before = await spawnPracticeClient(['--port', '0', '--state', file]);
    const requestId = randomUUID();
    const first = await create(before, requestId);
    await before.stop('SIGKILL');
    const after = await spawnPracticeClient(['--port', '0', '--state', file]);
    const again = await create(after, requestId);
    expect(again.body).toEqual(first.body);
    expect((await after.call('GET', `/v1/customers/${textAt(first.body, 'id')}`)).status).toBe(200);
    expect((await after.call('GET', '/v1/profiles/mpn', { token: before.token })).status).toBe(200);
    const ledger = await after.ledger();
    expect([ledger.writes.length, ledger.replays.length]).toEqual([1, 1]);
    expect(await after.stop('SIGTERM')).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain(textAt(first.body, 'userCredentials', 'password'));
  });

  it('keeps a write whose answer was held when the process was killed', async () => {
    const before = await spawnPracticeClient(['--port', '0', '--state', file]);
    await before.fault({ kind: 'hold', id: 'answer', match: { scenario: 'create-customer' } });
    const requestId = randomUUID();
    const lost = create(before, requestId).catch(() => 'lost');
    await before.untilHeld('answer');
    await before.stop('SIGKILL');
    expect(await lost).toBe('lost');
    const after = await startPracticeClient({ stateFile: file });
    expect((await create(after, requestId)).status).toBe(201);
    expect((await after.ledger()).counts).toEqual({ 'create-customer': 1 });
    await after.close();
  });

  it('drops a line that was cut, and keeps faults of the state', async () => {
    const first = await startPracticeClient({ stateFile: file });
    await create(first, randomUUID());
    await first.fault({ kind: 'take-domain', domain: 'altrui.onmicrosoft.com' });
    await first.close();
    appendFileSync(file, '{"kind":"write","events":[{"type":"cust');
    const second = await startPracticeClient({ stateFile: file });
    expect((await second.ledger()).counts).toEqual({ 'create-customer': 1 });
    expect((await second.call('HEAD', '/v1/domains/altrui.onmicrosoft.com')).status).toBe(200);
    await second.call('POST', '/v1/customers', { body: newCustomer('secondo.onmicrosoft.com') });
    await second.close();
    const third = await startPracticeClient({ stateFile: file });
    expect((await third.ledger()).counts).toEqual({ 'create-customer': 2 });
    await third.close();
  });

  it('belongs to one seed', async () => {
    await (await startPracticeClient({ stateFile: file })).close();
    await expect(startPracticeClient({ stateFile: file, seed: 'large' })).rejects.toThrow('seed "small"');
  });
});

describe('the command', () => {
  it.each([
    [['--port', 'x'], '--port must be'],
    [['--seed', 'huge'], '--seed must be'],
    [['--unknown'], '--unknown'],
    [['--faults', '/none'], 'ENOENT'],
    [['--rate', 'fast'], '--rate must be'],
    [['--customer-rate', '-1'], '--customer-rate'],
  ])('refuses %j with a sentence and code 2', (args, sentence) => {
    const run = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(sentence);
  });
});

describe('the command with --rate', () => {
  it('throttles after so many requests', async () => {
    const client = await spawnPracticeClient(['--port', '0', '--rate', '2', '--write-rate', '1', '--customer-write-rate', '1']);
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await client.call('GET', '/v1/profiles/mpn')).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(await client.stop('SIGTERM')).toBe(0);
  });
});

describe('the large seed', () => {
  it('is there at once, and every customer can be found by index, id, name and domain', async () => {
    const client = await startPracticeClient({ seed: 'large' });
    const seed = createSeed('large');
    const last = seed.listingAt(99_999);
    expect(collectionOf((await client.call('GET', '/v1/customers?size=1')).body).totalCount).toBe(100_000);
    expect(textAt((await client.call('GET', `/v1/customers/${last.tenantId}`)).body, 'companyProfile', 'companyName')).toBe(
      last.companyName,
    );
    expect(collectionOf((await client.call('GET', `/v1/customers/${last.tenantId}/subscriptions`)).body).totalCount).toBe(10);
    const filter = encodeURIComponent(JSON.stringify({ Field: 'Domain', Value: last.domain, Operator: 'starts_with' }));
    expect(collectionOf((await client.call('GET', `/v1/customers?size=10&filter=${filter}`)).body).items).toMatchObject([
      { id: last.tenantId },
    ]);
    expect((await client.call('HEAD', `/v1/domains/${last.domain}`)).status).toBe(200);
    await client.close();
  });

  it('never gives two customers the same id or domain, nor two resellers the same Partner ID', () => {
    const seed = createSeed('large');
    const listings = Array.from({ length: seed.customerCount }, (_unused, index) => seed.listingAt(index));
    expect(new Set(listings.map((one) => one.tenantId)).size).toBe(seed.customerCount);
    expect(new Set(listings.map((one) => one.domain)).size).toBe(seed.customerCount);
    expect(new Set(listings.map((one) => one.companyName)).size).toBe(seed.customerCount);
    expect(new Set(Array.from({ length: seed.resellerCount }, (_unused, index) => seed.resellerAt(index).mpnId)).size).toBe(
      seed.resellerCount,
    );
  });
});
