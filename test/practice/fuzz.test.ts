import fastCheck from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { etagOf } from '../../electron/practice/collection.ts';
import { contractRoutes } from '../../electron/practice/routes.ts';
import { catalogItemIdOf, catalogue } from '../../electron/practice/seed/catalogue.ts';
import { promotionsAt } from '../../electron/practice/seed/promotions.ts';
import { customerAgreementTemplateId, provider } from '../../electron/practice/seed/provider.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { newCustomer, type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { newSandboxReseller } from './sandbox-reseller.ts';
import { cartShape } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const bugs: string[] = [];
const statuses = new Set<number>();
const seed = createSeed('small');
const customer = seed.listingAt(0).tenantId;
const [subscription = never()] = seed.subscriptionsOf(customer);
let cartId = '';
const line = {
  id: 0,
  catalogItemId: catalogItemIdOf(catalogue[0] ?? never()),
  quantity: 5,
  billingCycle: 'monthly',
  termDuration: 'P1Y',
};

function never(): never {
  throw new Error('the seed is empty');
}

beforeAll(async () => {
  client = await startPracticeClient({
    log: (text) => {
      if (text.startsWith('bug')) bugs.push(text);
    },
  });
  cartId = cartShape.parse(
    (await client.call('POST', `/v1/customers/${customer}/carts`, { body: { lineItems: [line] } })).body,
  ).id;
});
afterAll(async () => {
  await client.close();
});

// good values lead the junk past the first guard, so that it meets the rules behind
const good: Readonly<Record<string, () => string>> = {
  customerId: () => customer,
  cartId: () => cartId,
  productId: () => line.catalogItemId.split(':')[0] ?? '',
  skuId: () => '0001',
  tenantId: () => provider.tenantId,
  iso2: () => 'IT',
  subscriptionId: () => subscription.id,
  resellerId: () => seed.resellerAt(0).tenantId,
  promotionId: () => promotionsAt(new Date())[0]?.id ?? '',
  key: () => "(Market='IT',PricesheetView='updatedlicensebased')",
  value: () => '$value',
  templateId: () => customerAgreementTemplateId,
};
const junkText = fastCheck.oneof(
  fastCheck.string({ unit: 'grapheme', maxLength: 40 }),
  fastCheck.constantFrom('0', '-1', '1e9', '__proto__', 'null', '\u0000', '%'),
);
const queryKeys = fastCheck.constantFrom(
  'size',
  'filter',
  'seekOperation',
  'country',
  'targetView',
  'targetSegment',
  'segment',
  'agreementType',
  'mpnId',
  'mpn_id',
  'vettingVersion',
  'indirectResellerId',
  'If-Match',
  'language',
  'code',
  'type',
);
const keys = fastCheck.constantFrom(
  'companyProfile',
  'BillingProfile',
  'defaultAddress',
  'lineItems',
  'LineItems',
  'id',
  'quantity',
  'participants',
  'country',
  '__proto__',
  'addonItems',
  'constructor',
  'primaryContact',
  'dateAgreed',
  'templateId',
  'City',
  'AddressLine1',
);
const { junk } = fastCheck.letrec((tie) => ({
  junk: fastCheck.oneof(
    { maxDepth: 3 },
    fastCheck.jsonValue(),
    fastCheck.array(tie('junk'), { maxLength: 3 }),
    fastCheck.dictionary(keys, tie('junk'), { maxKeys: 4 }),
  ),
}));
const bodies = [
  newCustomer('fuzz.onmicrosoft.com'),
  { lineItems: [line] },
  { primaryContact: {}, dateAgreed: '2026-01-01', type: 'x' },
  { AddressLine1: 'Via Roma 1', City: 'Roma', Country: 'IT' },
  { partnerIds: [provider.mpnId] },
  { qualification: 'Education', educationSegment: 'K12', website: 'www.liceo.edu.it' },
  { qualification: 'GovernmentCommunityCloud', validationCode: '12345' },
  { supportTenantId: provider.tenantId, supportMpnId: provider.mpnId, name: 'x' },
  {
    id: subscription.id,
    friendlyName: 'x',
    quantity: subscription.quantity,
    status: 'active',
    autoRenewEnabled: true,
    attributes: { etag: etagOf(subscription.id, 1) },
  },
  newSandboxReseller('fuzz', '7100001'),
  { items: [{ ...line, promotionId: promotionsAt(new Date())[0]?.id ?? '' }] },
];

/** A good body with one leaf or branch replaced by junk. */
function spoiled(body: unknown, value: unknown, turn: number): unknown {
  if (typeof body !== 'object' || body === null) return value;
  const entries = Object.entries(body);
  const place = turn % (entries.length + 1);
  const replaced = entries.map(([key, item], index): [string, unknown] => [
    key,
    index === place ? spoiled(item, value, Math.floor(turn / 3)) : item,
  ]);
  return Array.isArray(body) ? replaced.map(([, item]) => item) : Object.fromEntries(replaced);
}

describe('junk', () => {
  it.each(contractRoutes.map((route) => [route.method, route.path] as const))(
    'never makes %s %s answer 5xx',
    async (method, path) => {
      const url = (text: string, isGood: boolean): string =>
        path.replace(/:(\w+)/gu, (_all, name: string) => encodeURIComponent(isGood ? (good[name]?.() ?? text) : text));
      await fastCheck.assert(
        fastCheck.asyncProperty(
          fastCheck.record({
            text: junkText,
            value: junkText,
            name: queryKeys,
            body: junk,
            turn: fastCheck.nat(200),
            isGood: fastCheck.boolean(),
          }),
          async ({ text, value, name, body, turn, isGood }) => {
            const sent = turn % 3 === 0 ? body : spoiled(bodies[turn % bodies.length], body, turn);
            const options = ['POST', 'PUT', 'PATCH'].includes(method) ? { body: turn % 11 === 0 ? text : sent } : {};
            const reply = await client.call(method, `${url(text, isGood)}?${name}=${encodeURIComponent(value)}`, options);
            statuses.add(reply.status);
            expect(reply.status).toBeLessThan(500);
          },
        ),
        { numRuns: 40 },
      );
      expect(bugs).toEqual([]);
    },
    30_000,
  );

  it('met good answers too, so it went behind the first guards', () => {
    expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 400, 403, 404]));
  });

  it('of the wire is refused in the shape of the contract', async () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    for (const body of ['{', deep, `"${'x'.repeat(1_200_000)}"`]) {
      const reply = await client.call('POST', '/v1/customers', { body });
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
      expect(reply.body).toMatchObject({ code: 800002, source: 'PartnerFD' });
    }
    expect((await client.call('GET', '/v1/%ZZ')).status).toBe(400);
    expect((await client.call('GET', '/v1/nothing')).body).toMatchObject({ code: 1000 });
    expect((await client.call('POST', '/v1/customers', { body: '\uFEFF{}' })).body).toMatchObject({ code: 3000 });
  });
});
