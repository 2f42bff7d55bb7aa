import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advisorMpnId, otherRegionMpnId, provider, strangerTenantId } from '../../electron/practice/seed/provider.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const seed = createSeed('small');
const customerId = (index: number): string => seed.listingAt(index).tenantId;
const get = async (path: string): Promise<unknown> => (await client.call('GET', path)).body;
const filtered = (field: string, value: string): string =>
  encodeURIComponent(JSON.stringify({ Field: field, Value: value, Operator: 'starts_with' }));

beforeAll(async () => {
  client = await startPracticeClient();
});
afterAll(async () => {
  await client.close();
});

describe('profiles', () => {
  it.each([
    ['/v1/profiles/organization', 'OrganizationProfile'],
    ['/v1/profiles/legalbusiness', 'LegalBusinessProfile'],
    ['/v1/profiles/support', 'PartnerSupportProfile'],
    ['/v1/profiles/mpn', 'MpnProfile'],
  ])('answers %s', async (path, objectType) => {
    expect(textAt(await get(path), 'attributes', 'objectType')).toBe(objectType);
  });

  it('verifies Partner IDs, in any letter case of the query', async () => {
    const reseller = seed.resellerAt(0);
    expect(textAt(await get(`/v1/profiles/mpn?mpnId=${reseller.mpnId}`), 'partnerName')).toBe(reseller.name);
    expect(textAt(await get('/v1/profiles/mpn?mpnid='), 'mpnId')).toBe(provider.mpnId);
    const unknown = await client.call('GET', '/v1/profiles/mpn?mpnId=9999999');
    expect([unknown.status, codeOf(unknown.body)]).toEqual([404, 3000]);
    const suspended = await client.call('GET', `/v1/profiles/mpn?mpnId=${seed.resellerAt(24).mpnId}`);
    expect([suspended.status, codeOf(suspended.body)]).toEqual([400, 900154]);
  });

  it('tells every state of the partner agreement', async () => {
    const code = async (query: string): Promise<number> => codeOf(await get(`/v1/compliance/csp/agreementstatus?${query}`));
    expect(await get(`/v1/compliance/csp/agreementstatus?mpnId=${seed.resellerAt(0).mpnId}`)).toEqual({
      isAgreementSigned: true,
    });
    expect(await get(`/v1/compliance/csp/agreementstatus?tenantId=${seed.resellerAt(34).tenantId}`)).toEqual({
      isAgreementSigned: false,
    });
    expect(await code('')).toBe(2001);
    expect(await code(`mpnId=1&tenantId=${provider.tenantId}`)).toBe(2000);
    expect(await code('tenantId=x')).toBe(2000);
    expect(await code('mpnId=1234567')).toBe(2200);
    expect(await code(`mpnId=${otherRegionMpnId}`)).toBe(2201);
    expect(await code(`mpnId=${seed.resellerAt(13).mpnId}`)).toBe(2203);
    expect(await code(`mpnId=${advisorMpnId}`)).toBe(2204);
    expect(await code(`tenantId=${strangerTenantId}`)).toBe(2205);
    expect(await code(`tenantId=${seed.resellerAt(13).tenantId}`)).toBe(2206);
  });
});

describe('relationships and customers', () => {
  it('lists forty resellers in four countries', async () => {
    const list = collectionOf(await get('/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf'));
    expect(list.totalCount).toBe(40);
    expect(Object.values(Object.groupBy(list.items, (item) => String(item.location))).map((group) => group?.length)).toEqual([
      10, 10, 10, 10,
    ]);
    expect(list.items.filter((item) => item.state === 'Suspended')).toHaveLength(1);
    expect(new Set(list.items.map((item) => item.mpnId)).size).toBe(40);
    expect(codeOf(await get('/v1/relationships'))).toBe(3000);
  });

  it('pages through every customer once', async () => {
    const seen: unknown[] = [];
    let headers: Record<string, string> = {};
    for (let path = '/v1/customers?size=150'; path !== '';) {
      const page = collectionOf((await client.call('GET', path, { headers })).body);
      seen.push(...page.items.map((item) => item.id));
      const next = page.links.next;
      headers = Object.fromEntries(next?.headers.map((header) => [header.key, header.value]) ?? []);
      path = next === undefined ? '' : `/v1${next.uri}`;
    }
    expect(seen).toHaveLength(400);
    expect(new Set(seen).size).toBe(400);
  });

  it('refuses a token of another list, and a page without its token', async () => {
    const first = collectionOf(await get('/v1/customers?size=10'));
    const token = { 'MS-ContinuationToken': first.links.next?.headers[0]?.value ?? '' };
    expect(codeOf((await client.call('GET', '/v1/customers?size=10&seekOperation=Next')).body)).toBe(3000);
    expect(
      codeOf(
        (
          await client.call('GET', `/v1/customers?size=10&seekOperation=Next&filter=${filtered('Domain', 'a')}`, {
            headers: token,
          })
        ).body,
      ),
    ).toBe(3000);
    expect(codeOf((await client.call('GET', '/v1/customers?size=10&seekOperation=Sideways', { headers: token })).body)).toBe(
      900126,
    );
  });

  it('finds by the start of a name, a domain, a reseller', async () => {
    const one = seed.listingAt(1);
    const byName = collectionOf(
      await get(`/v1/customers?size=0&filter=${filtered('CompanyName', one.companyName.toUpperCase())}`),
    );
    expect(byName.items.map((item) => item.id)).toContain(one.tenantId);
    const byDomain = collectionOf(await get(`/v1/customers?size=0&filter=${filtered('Domain', one.domain)}`));
    expect(byDomain.items.map((item) => item.id)).toEqual([one.tenantId]);
    const reseller = seed.resellerAt(seed.resellerIndexOf(1) ?? 0);
    const byReseller = collectionOf(await get(`/v1/customers?filter=${filtered('IndirectReseller', reseller.tenantId)}`));
    expect(byReseller.items.map((item) => item.id)).toContain(one.tenantId);
    const resellers = collectionOf(await get(`/v1/customers/${one.tenantId}/relationships`));
    expect(resellers.items.map((item) => item.id)).toEqual([reseller.tenantId]);
    expect(
      codeOf(await get(`/v1/customers?filter=${encodeURIComponent('{"Field":"Name","Value":"x","Operator":"starts_with"}')}`)),
    ).toBe(900126);
    expect(codeOf(await get('/v1/customers?filter=%7B'))).toBe(3000);
    expect(codeOf(await get('/v1/customers?size=many'))).toBe(3000);
  });

  it('shows a customer without credentials, and refuses others', async () => {
    const reply = await client.call('GET', `/v1/customers/${customerId(0)}`);
    expect(textAt(reply.body, 'companyProfile', 'tenantId')).toBe(customerId(0));
    expect(JSON.stringify(reply.body)).not.toContain('userCredentials');
    expect(textAt(await get(`/v1/customers/${customerId(0)}/profiles/company`), 'attributes', 'objectType')).toBe(
      'CustomerCompanyProfile',
    );
    expect(textAt(await get(`/v1/customers/${customerId(0)}/profiles/billing`), 'attributes', 'objectType')).toBe(
      'CustomerBillingProfile',
    );
    expect(codeOf(await get(`/v1/customers/${provider.tenantId}`))).toBe(60003);
    expect(codeOf(await get(`/v1/customers/${strangerTenantId}`))).toBe(20002);
    expect(codeOf(await get('/v1/customers/nobody'))).toBe(900118);
  });
});

describe('orders and subscriptions of the seed', () => {
  it('agree with each other', async () => {
    const index =
      Array.from({ length: 40 }, (_unused, place) => place).find((place) => seed.subscriptionsOf(customerId(place)).length > 2) ??
      0;
    const base = `/v1/customers/${customerId(index)}`;
    const subscriptions = collectionOf(await get(`${base}/subscriptions`)).items;
    const orders = collectionOf(await get(`${base}/orders`)).items;
    expect(new Set(subscriptions.map((one) => one.orderId))).toEqual(new Set(orders.map((one) => one.id)));
    const [first] = subscriptions;
    expect(textAt(await get(`${base}/subscriptions/${String(first?.id)}`), 'id')).toBe(first?.id);
    expect(textAt(await get(`${base}/orders/${String(first?.orderId)}`), 'id')).toBe(first?.orderId);
    expect(
      collectionOf(await get(`${base}/subscriptions?order_id=${String(first?.orderId)}`)).items.every(
        (one) => one.orderId === first?.orderId,
      ),
    ).toBe(true);
    expect(collectionOf(await get(`${base}/subscriptions?mpn_id=1111111`)).totalCount).toBe(0);
    expect(collectionOf(await get(`${base}/orders?billingType=OneTime`)).totalCount).toBe(0);
    expect(textAt(await get(`${base}/subscriptions/${String(first?.id)}/supportcontact`), 'supportMpnId')).toBe(provider.mpnId);
    expect(codeOf(await get(`${base}/subscriptions/${provider.tenantId}`))).toBe(20003);
    expect(codeOf(await get(`${base}/orders/none`))).toBe(20000);
  });
});
