import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { advisorMpnId, provider } from '../../electron/practice/seed/provider.ts';
import type { Reseller } from '../../electron/practice/seed/resellers.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import type { SubscriptionRecord } from '../../electron/practice/seed/subscriptions.ts';
import { type PracticeClient, type PracticeReply, startPracticeClient } from '../support/practice-client.ts';
import { removePartner } from './portal-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const seed = createSeed('small');
const every: readonly SubscriptionRecord[] = Array.from({ length: seed.customerCount }, (_unused, index) =>
  seed.subscriptionsOf(seed.listingAt(index).tenantId),
).flat();
const [record] = every as readonly [SubscriptionRecord];
const pathOf = (one: SubscriptionRecord): string => `/v1/customers/${one.customerTenantId}/subscriptions/${one.id}`;
const path = pathOf(record);
const [second, third] = [seed.resellerAt(2), seed.resellerAt(3)];

type Resource = Readonly<Record<string, unknown>>;
const read = async (at = path): Promise<Resource> =>
  z.record(z.string(), z.unknown()).parse((await client.call('GET', at)).body);
type Headers = Readonly<Record<string, string>>;
const patch = (body: unknown, headers: Headers = {}, requestId: string = randomUUID()): Promise<PracticeReply> =>
  client.call('PATCH', path, { body, headers, requestId });
const changed = async (change: Resource): Promise<Resource> => ({ ...(await read()), ...change });
const etagIn = (body: unknown): string => textAt(body, 'attributes', 'etag');

beforeEach(async () => {
  client = await startPracticeClient();
});
afterEach(async () => {
  await client.close();
});

describe('changing a subscription', () => {
  it('gives it another reseller and another name, and a new entity tag each time', async () => {
    const before = await read();
    const reply = await patch({ ...before, partnerId: second.mpnId });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      ...before,
      partnerId: second.mpnId,
      attributes: { objectType: 'Subscription', etag: expect.any(String) as unknown },
    });
    expect(await read()).toEqual(reply.body);
    const named = await patch({ ...(await read()), friendlyName: 'Sede di Monza' }, { 'If-Match': `"${etagIn(reply.body)}"` });
    expect(named.body).toMatchObject({ partnerId: second.mpnId, friendlyName: 'Sede di Monza' });
    expect(new Set([etagIn(before), etagIn(reply.body), etagIn(named.body)]).size).toBe(3);
    const list = collectionOf((await client.call('GET', `${path.slice(0, path.lastIndexOf('/'))}?mpn_id=${second.mpnId}`)).body);
    expect(list.items).toEqual([named.body]);
    const ledger = await client.ledger();
    expect(ledger.counts).toEqual({ 'change-subscription-reseller': 2 });
    expect(ledger.writes).toMatchObject([
      { effect: 'changed-subscription', method: 'PATCH', tenantId: record.customerTenantId, body: { partnerId: second.mpnId } },
      { effect: 'changed-subscription' },
    ]);
  });

  it('reads PascalCase, and tells a rename from a change of the reseller by the body', async () => {
    const { id, quantity, attributes } = await read();
    const etag = textAt({ attributes }, 'attributes', 'etag');
    const reply = await patch({
      Id: id,
      FriendlyName: 'nickname',
      Quantity: quantity,
      Status: 'Active',
      AutoRenewEnabled: true,
      PartnerId: null,
      Attributes: { Etag: etag, ObjectType: 'Subscription' },
    });
    expect([reply.status, textAt(reply.body, 'friendlyName'), textAt(reply.body, 'partnerId')]).toEqual([
      200,
      'nickname',
      record.partnerId,
    ]);
    expect((await client.ledger()).writes).toMatchObject([{ scenario: 'rename-subscription' }]);
  });

  it('happens once for the same request', async () => {
    const body = await changed({ partnerId: second.mpnId });
    const requestId = randomUUID();
    const first = await patch(body, {}, requestId);
    const again = await patch(body, {}, requestId);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const ledger = await client.ledger();
    expect([ledger.writes.length, ledger.replays.length]).toEqual([1, 1]);
  });

  it('changes and writes nothing when nothing is different', async () => {
    const before = await read();
    expect((await patch(before)).body).toEqual(before);
    expect((await client.ledger()).writes).toEqual([]);
  });

  it('refuses a stale entity tag, wherever it stands', async () => {
    const stale = await changed({ partnerId: second.mpnId });
    await patch(stale);
    const later = await patch({ ...stale, partnerId: third.mpnId });
    expect([later.status, codeOf(later.body)]).toEqual([400, 2055]);
    const fresh = await changed({ partnerId: third.mpnId });
    expect(codeOf((await patch(fresh, { 'If-Match': `"${etagIn(stale)}"` })).body)).toBe(2055);
    expect(codeOf((await patch({ ...fresh, attributes: { objectType: 'Subscription' } })).body)).toBe(3000);
    const byHeader = { ...fresh, attributes: { objectType: 'Subscription' } };
    expect((await patch(byHeader, { 'If-Match': etagIn(fresh) })).status).toBe(200);
  });

  it.each(['id', 'friendlyName', 'quantity', 'status'])('refuses a part of it: no %s', async (name) => {
    const body = { ...(await read()), partnerId: second.mpnId, [name]: undefined };
    const reply = await patch(body);
    expect([reply.status, codeOf(reply.body)]).toEqual([400, 3000]);
    expect(reply.body).toMatchObject({ data: [name] });
  });

  it('refuses the changes that it does not know', async () => {
    for (const [change, code] of [
      [{ billingCycle: 'other' }, 2054],
      [{ termDuration: 'P3M' }, 900141],
      [{ status: 'expired' }, 800040],
      [{ scheduledNextTermInstructions: { quantity: 3 } }, 3000],
    ] as const) {
      const reply = await patch(await changed({ ...change, partnerId: second.mpnId }));
      expect([reply.status, codeOf(reply.body)]).toEqual([400, code]);
    }
    expect(codeOf((await patch(await changed({ id: randomUUID() }))).body)).toBe(3000);
    expect((await client.ledger()).writes).toEqual([]);
  });

  it('checks the Partner ID as the contract says', async () => {
    const refused = async (partnerId: string): Promise<readonly [number, number]> => {
      const reply = await patch(await changed({ partnerId }));
      return [reply.status, codeOf(reply.body)];
    };
    expect(await refused(provider.mpnId)).toEqual([404, 2072]);
    expect(await refused('9999999')).toEqual([404, 800015]);
    expect(await refused(advisorMpnId)).toEqual([400, 800016]);
    expect(await refused(seed.resellerAt(24).mpnId)).toEqual([400, 900154]);
    expect(await refused(seed.resellerAt(13).mpnId)).toEqual([403, 900123]);
    expect(codeOf((await client.call('PATCH', `${path}0`, { body: {} })).body)).toBe(20003);
  });

  it('takes the Partner ID of a company that is not in the list, as the portal does', async () => {
    const [prospect] = seed.prospects as [Reseller];
    expect((await patch(await changed({ partnerId: prospect.mpnId }))).status).toBe(200);
  });

  it('lasts, with its entity tag', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'));
    const stateFile = join(folder, 'state.jsonl');
    try {
      const first = await startPracticeClient({ stateFile });
      const before = z.record(z.string(), z.unknown()).parse((await first.call('GET', path)).body);
      const { body } = await first.call('PATCH', path, { body: { ...before, partnerId: second.mpnId } });
      await first.call('PUT', `${path}/supportcontact`, { body: contactOf(second) });
      const contact = (await first.call('GET', `${path}/supportcontact`)).body;
      await first.close();
      const later = await startPracticeClient({ stateFile });
      expect((await later.call('GET', path)).body).toEqual(body);
      expect((await later.call('GET', `${path}/supportcontact`)).body).toEqual(contact);
      await later.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function contactOf(reseller: Reseller): Resource {
  return {
    SupportTenantId: reseller.tenantId,
    SupportMpnId: reseller.mpnId,
    Name: reseller.name,
    Attributes: { ObjectType: 'SupportContact' },
  };
}

describe('the support contact', () => {
  const put = (body: unknown, requestId: string = randomUUID()): Promise<PracticeReply> =>
    client.call('PUT', `${path}/supportcontact`, { body, requestId });
  const current = (): Promise<Resource> => read(`${path}/supportcontact`);

  it('is the reseller on every fifth subscription of the seed, the provider on the others', async () => {
    const supported = every.filter((one) => seed.isSupportedByReseller(one.id));
    expect(supported.length / every.length).toBeCloseTo(0.2, 1);
    const withReseller = supported.find((one) => one.partnerId !== undefined);
    const without = supported.find((one) => one.partnerId === undefined);
    if (withReseller === undefined || without === undefined) throw new Error('the seed lacks one of the two');
    expect(await read(`${pathOf(withReseller)}/supportcontact`)).toMatchObject({ supportMpnId: withReseller.partnerId });
    expect(await read(`${pathOf(without)}/supportcontact`)).toMatchObject({ supportMpnId: provider.mpnId });
    expect(await current()).toMatchObject({ supportMpnId: provider.mpnId, name: provider.companyName });
  });

  it('becomes a reseller, and the provider again', async () => {
    const reply = await put(contactOf(second));
    expect([reply.status, reply.body]).toEqual([200, await current()]);
    expect(reply.body).toMatchObject({
      supportTenantId: second.tenantId,
      supportMpnId: second.mpnId,
      name: second.name,
      attributes: { objectType: 'SupportContact' },
    });
    const own = { supportTenantId: provider.tenantId, supportMpnId: provider.mpnId, name: provider.companyName };
    expect((await put(own)).status).toBe(200);
    expect(await current()).toMatchObject(own);
    const ledger = await client.ledger();
    expect(ledger.counts).toEqual({ 'update-support-contact': 2 });
    expect(ledger.writes).toMatchObject([
      { effect: 'set-support-contact', tenantId: record.customerTenantId, body: { supportMpnId: second.mpnId } },
      {},
    ]);
  });

  it('is set once for the same request', async () => {
    const requestId = randomUUID();
    await put(contactOf(second), requestId);
    expect((await put(contactOf(second), requestId)).status).toBe(200);
    const ledger = await client.ledger();
    expect([ledger.writes.length, ledger.replays.length]).toEqual([1, 1]);
  });

  it('must be a partner with its own Partner ID', async () => {
    const [prospect] = seed.prospects as [Reseller];
    const refused = async (body: unknown): Promise<readonly [number, number]> => {
      const reply = await put(body);
      return [reply.status, codeOf(reply.body)];
    };
    expect(await refused(contactOf(prospect))).toEqual([400, 3000]);
    expect(await refused({ ...contactOf(second), SupportMpnId: third.mpnId })).toEqual([400, 3000]);
    expect(await refused({ ...contactOf(second), SupportTenantId: 'x' })).toEqual([400, 3000]);
    expect(await refused({ ...contactOf(second), Name: '' })).toEqual([400, 3000]);
    await removePartner(client, second.tenantId);
    expect(await refused(contactOf(second))).toEqual([400, 3000]);
    expect((await client.ledger()).writes).toEqual([]);
  });
});
