import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogItemIdOf, catalogue, type CatalogueItem } from '../../electron/practice/seed/catalogue.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import type { SubscriptionRecord } from '../../electron/practice/seed/subscriptions.ts';
import { type PracticeClient, type PracticeReply, startPracticeClient } from '../support/practice-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
let now: Date;
const seed = createSeed('small');
const customers = Array.from({ length: seed.customerCount }, (_unused, index) => seed.subscriptionsOf(seed.listingAt(index).tenantId));
/** Two lines of one order. */
const [record, other] = customers.find(([one, two]) => one !== undefined && one.orderId === two?.orderId) as readonly [
  SubscriptionRecord, SubscriptionRecord,
];
const customerPath = `/v1/customers/${record.customerTenantId}`;
const pathOf = (one: SubscriptionRecord): string => `${customerPath}/subscriptions/${one.id}`;
const orderPath = `${customerPath}/orders/${record.orderId}`;
const DAY_MS = 86_400_000;

type Resource = Readonly<Record<string, unknown>>;
const get = async (path: string): Promise<Resource> => z.record(z.string(), z.unknown()).parse((await client.call('GET', path)).body);
const cancel = async (one = record, resource?: Resource, requestId: string = randomUUID()): Promise<PracticeReply> => {
  const whole = resource ?? (await get(pathOf(one)));
  return client.call('PATCH', pathOf(one), {
    body: { ...whole, status: 'deleted' }, headers: { 'If-Match': `"${textAt(whole, 'attributes', 'etag')}"` }, requestId,
  });
};

/** Begins anew at an instant: a token of another one is over. */
async function beginAt(instant: number): Promise<void> {
  await client.close();
  now = new Date(instant);
  client = await startPracticeClient({ now: () => now });
}

beforeEach(async () => {
  now = new Date(Date.parse(record.createdAt) + 60_000);
  client = await startPracticeClient({ now: () => now });
});
afterEach(async () => {
  await client.close();
});

describe('cancelling a subscription', () => {
  it('ends it within the window; the order follows when its last line is cancelled', async () => {
    const requestId = randomUUID();
    const before = await get(pathOf(record));
    const reply = await cancel(record, before, requestId);
    expect(reply).toMatchObject({ status: 200, body: { id: record.id, status: 'deleted', refundOptions: [], actions: [] } });
    expect(await get(pathOf(record))).toEqual(reply.body);
    expect((await cancel(record, before, requestId)).body).toEqual(reply.body);
    expect((await client.ledger()).counts).toEqual({ 'change-subscription-reseller': 1 });
    expect((await client.ledger()).writes).toMatchObject([{ scenario: 'cancel-subscription', effect: 'cancelled-subscription' }]);
    expect(await get(orderPath)).toMatchObject({ status: 'completed' });
    expect((await cancel(other)).status).toBe(200);
    expect(await get(orderPath)).toMatchObject({ status: 'cancelled', lineItems: [{ transactionType: 'cancel' }, { transactionType: 'cancel' }] });
  });

  it('refuses what is deleted (2011), and an old tag (2055)', async () => {
    const before = await get(pathOf(record));
    await client.call('PATCH', pathOf(record), { body: { ...before, friendlyName: 'Sede di Monza' } });
    expect(codeOf((await cancel(record, before)).body)).toBe(2055);
    await cancel();
    expect(codeOf((await cancel()).body)).toBe(2011);
    const whole = await get(pathOf(record));
    expect(codeOf((await client.call('PATCH', pathOf(record), { body: { ...whole, friendlyName: 'Altra' } })).body)).toBe(2011);
  });

  it('changes nothing else by the same call, and nothing without the whole resource', async () => {
    const before = await get(pathOf(record));
    expect(codeOf((await cancel(record, { ...before, quantity: 1000 })).body)).toBe(900_141);
    const part = { id: record.id, status: 'deleted', attributes: before['attributes'] };
    expect(codeOf((await client.call('PATCH', pathOf(record), { body: part })).body)).toBe(3000);
    expect((await client.ledger()).counts).toEqual({});
  });

  it('is possible until the very instant the server named, and not at it (900117)', async () => {
    const until = Date.parse(textAt(await get(pathOf(record)), 'cancellationAllowedUntilDate'));
    expect(until).toBe(Date.parse(record.createdAt) + 7 * DAY_MS);
    await beginAt(until);
    expect(codeOf((await cancel()).body)).toBe(900_117);
    expect(await get(pathOf(record))).toMatchObject({ status: 'active', refundOptions: [] });
    await beginAt(until - 1);
    expect((await cancel()).status).toBe(200);
  });
});

describe('cancelling a base', () => {
  it('takes its add-ons with it, and nothing else', async () => {
    await beginAt(Date.parse('2026-06-10T08:00:00Z'));
    const idOf = (title: string): string => catalogItemIdOf(catalogue.find((one) => one.title === title) ?? catalogue[0] as CatalogueItem);
    const line = (id: number, title: string, more: Resource = {}): Resource =>
      ({ id, catalogItemId: idOf(title), quantity: 20, billingCycle: 'monthly', termDuration: 'P1Y', ...more });
    const lineItems = [
      line(0, 'Microsoft 365 E3', { addonItems: [line(1, 'Office 365 Extra File Storage')] }), line(2, 'Visio Plan 1'),
    ];
    const signed = seed.listingAt(customers.findIndex((one, index) => one.length === 0 && index % 10 < 7)).tenantId;
    const carts = `/v1/customers/${signed}/carts`;
    const cart = await client.call('POST', carts, { body: { PartnerOnRecordAttestationAccepted: true, lineItems } });
    expect((await client.call('POST', `${carts}/${textAt(cart.body, 'id')}/checkout`)).status).toBe(201);
    const bought = async (): Promise<readonly Resource[]> =>
      collectionOf((await client.call('GET', `/v1/customers/${signed}/subscriptions`)).body).items;
    const base = (await bought()).find(({ offerName }) => offerName === 'Microsoft 365 E3') ?? {};
    const path = `/v1/customers/${signed}/subscriptions/${textAt(base, 'id')}`;
    const reply = await client.call('PATCH', path, { body: { ...base, status: 'deleted' } });
    expect(reply.status).toBe(200);
    expect((await bought()).map((one) => `${textAt(one, 'offerName')} ${textAt(one, 'status')}`).toSorted()).toEqual([
      'Microsoft 365 E3 deleted', 'Office 365 Extra File Storage deleted', 'Visio Plan 1 active',
    ]);
  });
});

describe('cancelling an order', () => {
  const patchOrder = (body: object): Promise<PracticeReply> => client.call('PATCH', orderPath, { body: { id: record.orderId, ...body } });

  it('is for software and the sandbox: licences are cancelled by their subscriptions', async () => {
    expect(await patchOrder({ status: 'cancelled' })).toMatchObject({ status: 403, body: { code: 800_019 } });
    const lineItems = [{ lineItemNumber: 0, offerId: record.catalogItemId }];
    expect(await patchOrder({ status: 'cancelled', lineItems })).toMatchObject({ status: 400, body: { code: 800_063 } });
    await cancel();
    await cancel(other);
    expect(await patchOrder({ status: 'cancelled' })).toMatchObject({ status: 400, body: { code: 800_061 } });
    expect(codeOf((await patchOrder({ status: 'completed' })).body)).toBe(900_141);
    expect(codeOf((await patchOrder({ id: 'another', status: 'cancelled' })).body)).toBe(3000);
    expect((await client.ledger()).counts).toEqual({ 'change-subscription-reseller': 2 });
  });
});

describe('how far an order is handed out', () => {
  it('is pending for a while, then fulfilled, and not for what was cancelled', async () => {
    const statuses = async () =>
      collectionOf((await client.call('GET', `${orderPath}/provisioningstatus`)).body).items.map((item) => textAt(item, 'status'));
    now = new Date(Date.parse(record.createdAt) + 119_999);
    expect(await statuses()).toEqual(['PrefulfillmentPending', 'PrefulfillmentPending']);
    expect(await get(`${pathOf(record)}/provisioningstatus`)).toMatchObject({ status: 'pending' });
    now = new Date(Date.parse(record.createdAt) + 120_000);
    expect(await statuses()).toEqual(['Fulfilled', 'Fulfilled']);
    expect(await get(`${pathOf(record)}/provisioningstatus`)).toMatchObject({ status: 'success', quantity: record.quantity });
    await cancel();
    expect(await statuses()).toEqual(['Unfulfilled', 'Fulfilled']);
    expect(await get(`${pathOf(record)}/provisioningstatus`)).toMatchObject({ status: 'failed' });
    const [first] = collectionOf((await client.call('GET', `${orderPath}/provisioningstatus`)).body).items;
    expect(first).toEqual({
      lineItemNumber: 0, status: 'Unfulfilled', quantityProvisioningInformation: [{ quantity: record.quantity, status: 'Unfulfilled' }],
    });
    expect((await client.call('GET', `${customerPath}/orders/nowhere/provisioningstatus`)).status).toBe(404);
  });
});
