import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogItemIdOf, catalogue } from '../../electron/practice/seed/catalogue.ts';
import { advisorMpnId, otherRegionMpnId, provider } from '../../electron/practice/seed/provider.ts';
import type { Reseller } from '../../electron/practice/seed/resellers.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { newCustomer, type PracticeClient, type PracticeReply, startPracticeClient } from '../support/practice-client.ts';
import { acceptAs, removePartner, visit } from './portal-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const seed = createSeed('small');
const [prospect, other] = seed.prospects as [Reseller, Reseller];
const [item] = catalogue;
const get = async (path: string): Promise<unknown> => (await client.call('GET', path)).body;
const idsAt = async (path: string): Promise<readonly unknown[]> => collectionOf(await get(path)).items.map((one) => one['id']);
const PARTNERS = '/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf';
const partnerIds = (): Promise<readonly unknown[]> => idsAt(PARTNERS);
const customersOf = (tenantId: string): Promise<readonly unknown[]> => {
  const filter = JSON.stringify({ Field: 'IndirectReseller', Value: tenantId, Operator: 'starts_with' });
  return idsAt(`/v1/customers?size=0&filter=${encodeURIComponent(filter)}`);
};
const credit = (mpnId: string): Promise<PracticeReply> =>
  client.call('POST', `/v1/customers/${seed.listingAt(0).tenantId}/carts`, {
    body: {
      partnerOnRecordAttestationAccepted: true,
      lineItems: [
        {
          id: 0,
          catalogItemId: item === undefined ? '' : catalogItemIdOf(item),
          quantity: 5,
          billingCycle: 'monthly',
          termDuration: 'P1Y',
          participants: [{ key: 'transaction_reseller', value: mpnId }],
        },
      ],
    },
  });
const relationshipUrl = (query = ''): Promise<PracticeReply> => client.call('GET', `/v1/customers/relationshiprequests${query}`);

beforeEach(async () => {
  client = await startPracticeClient();
});
afterEach(async () => {
  await client.close();
});

describe('a company without partnership', () => {
  it('exists: its Partner ID and its agreement can be asked for', async () => {
    expect(seed.prospects).toHaveLength(8);
    expect(textAt(await get(`/v1/profiles/mpn?mpnId=${prospect.mpnId}`), 'partnerName')).toBe(prospect.name);
    expect(await get(`/v1/compliance/csp/agreementstatus?mpnId=${prospect.mpnId}`)).toEqual({ isAgreementSigned: true });
    expect(await get(`/v1/compliance/csp/agreementstatus?tenantId=${prospect.tenantId}`)).toEqual({ isAgreementSigned: true });
    expect(await partnerIds()).not.toContain(prospect.tenantId);
  });

  it('gets no customers, no lines and no invited customers', async () => {
    const created = await client.call('POST', '/v1/customers', {
      body: newCustomer('nessuno.onmicrosoft.com', prospect.tenantId),
    });
    expect([created.status, codeOf(created.body)]).toEqual([403, 2032]);
    const cart = await credit(prospect.mpnId);
    expect([cart.status, codeOf(cart.body)]).toEqual([400, 800016]);
    expect(codeOf((await relationshipUrl(`?indirectResellerId=${prospect.tenantId}`)).body)).toBe(900126);
  });
});

describe('an accepted invitation', () => {
  it('makes a partner with everything a partner can do', async () => {
    await acceptAs(client, { company: prospect.mpnId });
    const ids = await partnerIds();
    expect([ids.length, ids.at(-1)]).toEqual([41, prospect.tenantId]);
    expect(await customersOf(prospect.tenantId)).toEqual([]);
    const created = await client.call('POST', '/v1/customers', { body: newCustomer('nuovo.onmicrosoft.com', prospect.tenantId) });
    expect(created.status).toBe(201);
    const customer = textAt(created.body, 'id');
    expect(await customersOf(prospect.tenantId)).toEqual([customer]);
    expect(await idsAt(`/v1/customers/${customer}/relationships`)).toEqual([prospect.tenantId]);
    expect((await credit(prospect.mpnId)).status).toBe(201);
  });

  it('takes in a company invented for training', async () => {
    await acceptAs(client, { company: 'other', name: ' Nuvole & Figli S.n.c. ', mpnId: '6200001', country: 'ES' });
    expect(textAt(await get('/v1/profiles/mpn?mpnId=6200001'), 'partnerName')).toBe('Nuvole & Figli S.n.c.');
    const list = collectionOf(await get(PARTNERS)).items;
    expect(list.at(-1)).toMatchObject({ name: 'Nuvole & Figli S.n.c.', mpnId: '6200001', location: 'ES', state: 'Active' });
    expect((await credit('6200001')).status).toBe(201);
  });
});

describe('a removed partnership', () => {
  const index = 0;
  const reseller = seed.resellerAt(seed.resellerIndexOf(index) ?? 0);
  const customer = seed.listingAt(index).tenantId;

  it('leaves customers and subscriptions as they are, and the reseller a company', async () => {
    const subscriptions = await get(`/v1/customers/${customer}/subscriptions`);
    const total = collectionOf(await get('/v1/customers?size=1')).totalCount;
    expect((await removePartner(client, reseller.tenantId)).status).toBe(200);
    expect(await partnerIds()).not.toContain(reseller.tenantId);
    expect(await partnerIds()).toHaveLength(39);
    expect(collectionOf(await get('/v1/customers?size=1')).totalCount).toBe(total);
    expect(JSON.stringify(collectionOf(await get(`/v1/customers/${customer}/subscriptions`)).items[0]?.['partnerId'])).toBe(
      JSON.stringify(collectionOf(subscriptions).items[0]?.['partnerId']),
    );
    expect(await idsAt(`/v1/customers/${customer}/relationships`)).toEqual([]);
    expect(await customersOf(reseller.tenantId)).toEqual([]);
    expect(textAt(await get(`/v1/profiles/mpn?mpnId=${reseller.mpnId}`), 'partnerName')).toBe(reseller.name);
    expect(codeOf((await credit(reseller.mpnId)).body)).toBe(800016);
  });

  it('can be taken up again', async () => {
    const before = await partnerIds();
    const owned = await customersOf(reseller.tenantId);
    await removePartner(client, reseller.tenantId);
    expect((await removePartner(client, reseller.tenantId)).status).toBe(404);
    expect((await acceptAs(client, { company: reseller.mpnId })).status).toBe(200);
    expect(await partnerIds()).toEqual(before);
    expect(await customersOf(reseller.tenantId)).toEqual(owned);
  });

  it('of a cart made before is noticed by the checkout', async () => {
    const cart = textAt((await credit(reseller.mpnId)).body, 'id');
    await removePartner(client, reseller.tenantId);
    const reply = await client.call('POST', `/v1/customers/${seed.listingAt(0).tenantId}/carts/${cart}/checkout`);
    expect(codeOf(reply.body)).toBe(800016);
  });
});

describe('the link for a customer', () => {
  const customer = seed.listingAt(1);
  const own = seed.resellerAt(seed.resellerIndexOf(1) ?? 0);
  const second = seed.resellerAt(2);

  it('has the query of the published sample, and refuses who is no partner', async () => {
    const { body } = await relationshipUrl();
    expect(textAt(body, 'attributes', 'objectType')).toBe('RelationshipRequest');
    expect(textAt(body, 'url')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/portal\/relationship\/[\w-]{43}\?partnerId=/u);
    expect(new URL(textAt(body, 'url')).search).toBe(`?partnerId=${provider.tenantId}&msppId=0&DAP=false`);
    for (const id of ['x', provider.tenantId]) {
      const refused = await relationshipUrl(`?indirectResellerId=${id}`);
      expect([refused.status, codeOf(refused.body)]).toEqual([400, 900126]);
    }
  });

  it('gives a customer a second reseller', async () => {
    const url = textAt((await relationshipUrl(`?indirectResellerId=${second.tenantId.toUpperCase()}`)).body, 'url');
    const form = { domain: ` ${customer.domain.toUpperCase()} `, answer: 'accept' };
    expect((await visit(url)).text).toContain(second.name);
    expect((await visit(url, { form })).status).toBe(200);
    expect((await visit(url, { form })).status).toBe(409);
    expect(await idsAt(`/v1/customers/${customer.tenantId}/relationships`)).toEqual([own.tenantId, second.tenantId]);
    expect(await customersOf(second.tenantId)).toContain(customer.tenantId);
    expect(await customersOf(own.tenantId)).toContain(customer.tenantId);
    await removePartner(client, second.tenantId);
    expect(await idsAt(`/v1/customers/${customer.tenantId}/relationships`)).toEqual([own.tenantId]);
    expect((await visit(url)).status).toBe(404);
  });

  it('works for created customers, and for the provider alone there is nothing to change', async () => {
    await client.call('POST', '/v1/customers', { body: newCustomer('diretto.onmicrosoft.com') });
    const url = textAt((await relationshipUrl(`?indirectResellerId=${second.tenantId}`)).body, 'url');
    expect((await visit(url, { form: { domain: 'diretto.onmicrosoft.com' } })).status).toBe(200);
    const [created] = (await client.ledger()).writes;
    expect(await customersOf(second.tenantId)).toContain(created?.tenantId);
    const plain = textAt((await relationshipUrl()).body, 'url');
    expect((await visit(plain, { form: { domain: customer.domain } })).status).toBe(409);
    expect((await visit(plain, { form: { domain: 'nessuno.example' } })).status).toBe(422);
    expect((await visit(plain, { form: { domain: '' } })).status).toBe(422);
    // the code belongs to the reseller it was made for
    expect((await visit(url.replace(second.tenantId, own.tenantId))).status).toBe(404);
    expect((await visit(`${plain}&indirectResellerId=${own.tenantId}`)).status).toBe(404);
  });
});

describe('the check of many Partner IDs', () => {
  const check = (body: unknown): Promise<PracticeReply> => client.call('POST', '/v1/partners/validateresellers', { body });

  it('answers in the order asked, and writes nothing', async () => {
    const ids = [
      prospect.mpnId,
      seed.resellerAt(24).mpnId,
      seed.resellerAt(13).mpnId,
      provider.mpnId,
      advisorMpnId,
      otherRegionMpnId,
      'no id',
      prospect.mpnId,
    ];
    const reply = await check({ partnerIds: ids });
    expect(reply.status).toBe(200);
    const good = (partnerId: string): object => ({ partnerId, isValidPartnerIdOnRecord: true });
    const bad = (partnerId: string, errorCode: number): object => ({
      partnerId,
      isValidPartnerIdOnRecord: false,
      errorCode,
      errorDescription: expect.stringContaining(partnerId) as unknown,
    });
    expect(reply.body).toEqual({
      validationResults: [
        good(prospect.mpnId),
        bad(seed.resellerAt(24).mpnId, 900154),
        good(seed.resellerAt(13).mpnId),
        bad(provider.mpnId, 900400),
        bad(advisorMpnId, 900400),
        bad(otherRegionMpnId, 900400),
        bad('no id', 900400),
        good(prospect.mpnId),
      ],
    });
    expect((await client.ledger()).writes).toEqual([]);
  });

  it('takes one to a hundred texts', async () => {
    const hundred = Array.from({ length: 100 }, () => prospect.mpnId);
    expect((await check({ PartnerIds: hundred })).status).toBe(200);
    const wrong = [{}, { partnerIds: [] }, { partnerIds: [...hundred, '1'] }, { partnerIds: [5100000] }, { partnerIds: 'x' }];
    for (const body of wrong)
      expect(codeOf((await check(body)).body)).toBe(3000);
  });
});

describe('the state file', () => {
  it('keeps partnerships, and what was done on the portal in its order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'));
    const stateFile = join(folder, 'state.jsonl');
    try {
      const first = await startPracticeClient({ stateFile });
      await acceptAs(first, { company: prospect.mpnId });
      await acceptAs(first, { company: other.mpnId });
      await removePartner(first, seed.resellerAt(0).tenantId);
      const log = (await first.call('GET', '/_practice/portal-log')).body;
      expect(log).toMatchObject({
        events: [
          { type: 'partnership-accepted', reseller: { mpnId: prospect.mpnId } },
          { type: 'partnership-accepted', reseller: { mpnId: other.mpnId } },
          { type: 'partnership-removed', tenantId: seed.resellerAt(0).tenantId },
        ],
      });
      const list = (await first.call('GET', PARTNERS)).body;
      expect((await first.ledger()).writes).toEqual([]);
      await first.close();
      const second = await startPracticeClient({ stateFile });
      expect((await second.call('GET', PARTNERS)).body).toEqual(list);
      expect((await second.call('GET', '/_practice/portal-log')).body).toEqual(log);
      await second.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
