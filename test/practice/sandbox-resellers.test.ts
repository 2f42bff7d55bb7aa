import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provider } from '../../electron/practice/seed/provider.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { newCustomer, type PracticeClient, type PracticeReply, startPracticeClient } from '../support/practice-client.ts';
import { newSandboxReseller } from './sandbox-reseller.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const seed = createSeed('small');
const PATH = '/v1/sandboxIndirectReseller';
const create = (prefix: string, requestId: string = randomUUID(), path = PATH): Promise<PracticeReply> =>
  client.call('POST', path, { body: newSandboxReseller(prefix, '7100001'), requestId });
const remove = (id: string, requestId: string = randomUUID()): Promise<PracticeReply> =>
  client.call('DELETE', `${PATH}/${id}`, { requestId });
const partners = async (): Promise<ReturnType<typeof collectionOf>> =>
  collectionOf((await client.call('GET', '/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf')).body);

beforeEach(async () => {
  client = await startPracticeClient();
});
afterEach(async () => {
  await client.close();
});

describe('creating a reseller of the sandbox', () => {
  it('answers in the shape of the sample, and the reseller is a partner', async () => {
    const { status, body } = await create('palestra1');
    const id = textAt(body, 'accountId');
    expect(status).toBe(200);
    expect(textAt(body, 'tenant', 'password')).toMatch(/^\S{14}$/u);
    expect(body).toMatchObject({
      mpnId: '7100001',
      tenant: { id, adminUserAccount: 'admin@palestra1.onmicrosoft.com' },
      agreementSignature: { accountId: id, agreementType: 'ValueAddedReseller', signedByUserTenantId: provider.tenantId },
      partnerRelationship: { id: provider.tenantId, relationshipType: 'is_indirect_reseller_of', state: 'Active' },
    });
    const list = await partners();
    expect([list.totalCount, list.items.at(-1)?.['id'], list.items.at(-1)?.['name']]).toEqual([41, id, 'Palestra Cloud S.r.l.']);
    expect((await client.call('HEAD', '/v1/domains/Palestra1.onmicrosoft.com')).status).toBe(200);
    expect((await client.call('POST', '/v1/customers', { body: newCustomer('cliente.onmicrosoft.com', id) })).status).toBe(201);
  });

  it('answers the same request again, by either spelling of the path, and keeps the password nowhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'));
    const stateFile = join(folder, 'state.jsonl');
    try {
      const first = await startPracticeClient({ stateFile });
      const requestId = randomUUID();
      const body = newSandboxReseller('palestra2', '7100001');
      const made = await first.call('POST', PATH, { body, requestId });
      const again = await first.call('POST', '/v1//sandboxIndirectReseller', { body, requestId });
      expect([again.status, again.body]).toEqual([200, made.body]);
      await first.close();
      const second = await startPracticeClient({ stateFile });
      expect((await second.call('POST', PATH, { body, requestId })).body).toEqual(made.body);
      const ledger = await second.ledger();
      expect(ledger.counts).toEqual({ 'create-sandbox-indirect-reseller': 1 });
      expect(ledger.writes).toMatchObject([
        { effect: 'created-sandbox-reseller', tenantId: textAt(made.body, 'accountId'), body: { mpnId: '7100001' } },
      ]);
      const password = textAt(made.body, 'tenant', 'password');
      expect(`${JSON.stringify(ledger)}${readFileSync(stateFile, 'utf8')}`).not.toContain(password);
      await second.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('stops at five, and goes on after one is deleted', async () => {
    const made = [];
    for (let count = 1; count <= 5; count += 1)
      made.push(await create(`palestra1${count}`, randomUUID(), '/v1//sandboxIndirectReseller'));
    expect(made.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200]);
    const sixth = await create('palestra16');
    expect([sixth.status, codeOf(sixth.body)]).toEqual([400, 800018]);
    expect((await remove(textAt(made[0]?.body, 'accountId'))).status).toBe(204);
    expect((await create('palestra16')).status).toBe(200);
  });

  it('refuses what the contract refuses', async () => {
    await create('palestra3');
    const refused = async (body: object, headers: Readonly<Record<string, string>> = {}): Promise<number> =>
      codeOf((await client.call('POST', PATH, { body, headers })).body);
    expect(await refused(newSandboxReseller('palestra3', '7100001'))).toBe(3000);
    expect(await refused(newSandboxReseller('palestra4', seed.resellerAt(0).mpnId))).toBe(3000);
    expect(await refused(newSandboxReseller('palestra4', provider.mpnId))).toBe(3000);
    expect(await refused(newSandboxReseller('.', '7100001'))).toBe(3000);
    expect(await refused({ mpnId: '7100001' })).toBe(3000);
    expect(await refused(newSandboxReseller('palestra4', '7100001'), { 'MS-CorrelationId': 'x' })).toBe(3000);
    expect((await client.ledger()).writes).toHaveLength(1);
  });
});

describe('deleting a reseller of the sandbox', () => {
  it('is refused while it has customers', async () => {
    const id = textAt((await create('palestra5')).body, 'accountId');
    await client.call('POST', '/v1/customers', { body: newCustomer('cliente.onmicrosoft.com', id) });
    const reply = await remove(id);
    expect([reply.status, codeOf(reply.body)]).toEqual([400, 900141]);
    expect((await partners()).totalCount).toBe(41);
  });

  it('takes it out of everything, once', async () => {
    const id = textAt((await create('palestra6')).body, 'accountId');
    const requestId = randomUUID();
    for (let time = 0; time < 2; time += 1) expect((await remove(id.toUpperCase(), requestId)).status).toBe(204);
    const again = await remove(id);
    expect([again.status, codeOf(again.body)]).toEqual([404, 3000]);
    expect((await partners()).totalCount).toBe(40);
    expect((await client.call('GET', '/v1/profiles/mpn?mpnId=7100001')).status).toBe(404);
    expect((await client.call('HEAD', '/v1/domains/palestra6.onmicrosoft.com')).status).toBe(404);
    const ledger = await client.ledger();
    expect(ledger.counts).toEqual({ 'create-sandbox-indirect-reseller': 1, 'delete-sandbox-indirect-reseller': 1 });
    expect(ledger.replays).toMatchObject([{ effect: 'deleted-sandbox-reseller', tenantId: id }]);
  });

  it('is for the sandbox only', async () => {
    const production = await remove(seed.resellerAt(0).tenantId);
    expect([production.status, codeOf(production.body)]).toEqual([403, 2032]);
    expect(codeOf((await remove('nobody')).body)).toBe(2000);
  });
});
