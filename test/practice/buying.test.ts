import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { catalogItemIdOf, catalogue } from '../../electron/practice/seed/catalogue.ts';
import { advisorMpnId, customerAgreementTemplateId, provider } from '../../electron/practice/seed/provider.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { type PracticeClient, type PracticeReply, startPracticeClient } from '../support/practice-client.ts';
import { cartShape, checkoutShape, codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
let clock: Date;
const seed = createSeed('small');
const signed = `/v1/customers/${seed.listingAt(0).tenantId}`;
const unsigned = `/v1/customers/${seed.listingAt(8).tenantId}`;
const reseller = seed.resellerAt(0);
const item = (title: string): string => {
  const found = catalogue.find((one) => one.title === title);
  if (found === undefined) throw new Error(title);
  return catalogItemIdOf(found);
};
const premium = item('Microsoft 365 Business Premium');
const exchange = item('Exchange Online (Plan 1)');
const line = (id: number, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  id,
  catalogItemId: premium,
  quantity: 5,
  billingCycle: 'Monthly',
  termDuration: 'P1Y',
  participants: [{ key: 'transaction_reseller', value: reseller.mpnId }],
  ...more,
});
const send = (path: string, lines: readonly unknown[], more: object = {}): Promise<PracticeReply> =>
  client.call('POST', `${path}/carts`, {
    body: { PartnerOnRecordAttestationAccepted: true, lineItems: lines, ...more },
  });
const cart = async (lines: readonly unknown[], path = signed): Promise<z.output<typeof cartShape>> =>
  cartShape.parse((await send(path, lines)).body);
const confirmation = {
  primaryContact: { firstName: 'Paola', lastName: 'Verdi', email: 'paola@esempio.example' },
  dateAgreed: '2026-01-02T10:00:00Z',
  templateId: customerAgreementTemplateId,
  type: 'MicrosoftCustomerAgreement',
};

beforeEach(async () => {
  clock = new Date('2026-06-01T08:00:00Z');
  client = await startPracticeClient({ now: () => clock });
});
afterEach(async () => {
  await client.close();
});

describe('agreements', () => {
  it('confirms once for the same contact', async () => {
    const path = `${unsigned}/agreements`;
    expect(collectionOf((await client.call('GET', `${path}?agreementType=MicrosoftCustomerAgreement`)).body).totalCount).toBe(0);
    const first = await client.call('POST', path, { body: confirmation });
    expect([first.status, textAt(first.body, 'userId')]).toEqual([201, provider.userId]);
    const second = await client.call('POST', path, { body: confirmation });
    expect(second.status).toBe(400);
    expect(second.body).toMatchObject({ code: 600061, errorName: 'AgreementAlreadyExists', isRetryable: false });
    const future = { ...confirmation, dateAgreed: '2026-06-02T00:00:00Z' };
    expect(codeOf((await client.call('POST', path, { body: future })).body)).toBe(3000);
    expect(codeOf((await client.call('POST', path, { body: { ...confirmation, templateId: 'x' } })).body)).toBe(3000);
    expect(collectionOf((await client.call('GET', path)).body).totalCount).toBe(1);
    expect((await client.call('GET', `${unsigned}/directSignedMicrosoftCustomerAgreementStatus`)).body).toEqual({
      isSigned: false,
    });
    const metadata = collectionOf((await client.call('GET', '/v1/agreements?agreementType=MicrosoftCustomerAgreement')).body);
    expect(metadata.items).toMatchObject([{ templateId: customerAgreementTemplateId }]);
    expect(collectionOf((await client.call('GET', '/v1/agreements')).body).items).toMatchObject([
      { agreementType: 'MicrosoftCloudAgreement' },
    ]);
  });

  it('guards the checkout', async () => {
    const made = await cart([line(0)], unsigned);
    const before = await client.call('POST', `${unsigned}/carts/${made.id}/checkout`);
    expect([before.status, codeOf(before.body)]).toEqual([403, 13605]);
    await client.call('POST', `${unsigned}/agreements`, { body: confirmation });
    expect((await client.call('POST', `${unsigned}/carts/${made.id}/checkout`)).status).toBe(201);
  });
});

describe('carts', () => {
  it('live seven days, and group lines by term and billing cycle', async () => {
    const made = await cart([line(0), line(1, { billingCycle: 'annual' }), line(2, { catalogItemId: exchange })]);
    expect(made.lineItems.map((one) => one.orderGroup)).toEqual(['0', '1', '0']);
    expect(made.lineItems.map((one) => one.billingCycle)).toEqual(['monthly', 'annual', 'monthly']);
    expect(made.expirationTimestamp).toBe('2026-06-08T08:00:00.000Z');
    clock = new Date('2026-06-08T07:59:00Z');
    const token = { token: await freshToken() };
    expect((await client.call('GET', `${signed}/carts/${made.id}`, token)).status).toBe(200);
    clock = new Date('2026-06-08T08:00:00Z');
    const late = await client.call('POST', `${signed}/carts/${made.id}/checkout`, token);
    expect([late.status, codeOf(late.body)]).toEqual([404, 800008]);
  });

  it('are bought at 6 d 23 h, and are gone at 7 d 1 min, whatever was changed in between (story F20)', async () => {
    const [first, second] = [await cart([line(0)]), await cart([line(0)])];
    clock = new Date('2026-06-08T07:00:00Z');
    const token = { token: await freshToken() };
    const changed = await client.call('PUT', `${signed}/carts/${second.id}`, {
      ...token, body: { lineItems: [line(0, { quantity: 2 })], PartnerOnRecordAttestationAccepted: true },
    });
    expect(changed.status).toBe(200);
    expect((await client.call('POST', `${signed}/carts/${first.id}/checkout`, token)).status).toBe(201);
    clock = new Date('2026-06-08T08:01:00Z');
    const late = await client.call('POST', `${signed}/carts/${second.id}/checkout`, { token: await freshToken() });
    expect([late.status, codeOf(late.body)]).toEqual([404, 800008]);
  });

  it('tells what is wrong with a line on that line, and is not checked out so', async () => {
    const made = await cart([
      line(0, { quantity: 301 }),
      line(1, { catalogItemId: 'NONE:0001:X' }),
      line(2, { termDuration: 'P3Y' }),
      line(3, { catalogItemId: exchange }),
    ]);
    expect(made.lineItems.map((one) => one.error?.errorCode)).toEqual([
      '900275',
      'catalog_item_id_is_not_valid',
      'invalid_input',
      undefined,
    ]);
    expect(codeOf((await client.call('POST', `${signed}/carts/${made.id}/checkout`)).body)).toBe(800009);
    const fixed = await client.call('PUT', `${signed}/carts/${made.id}`, {
      body: { Id: made.id, PartnerOnRecordAttestationAccepted: true, LineItems: [line(0)] },
    });
    expect([fixed.status, cartShape.parse(fixed.body).lineItems.length]).toEqual([200, 1]);
    expect((await client.ledger()).writes.map((write) => write.effect)).toEqual(['created-cart', 'updated-cart']);
  });

  it('refuses what the contract refuses', async () => {
    const code = async (lines: readonly unknown[], more: object = {}): Promise<readonly [number, number]> => {
      const reply = await send(signed, lines, more);
      return [reply.status, codeOf(reply.body)];
    };
    const credited = (value: string): Promise<readonly [number, number]> =>
      code([line(0, { participants: [{ key: 'transaction_reseller', value }] })]);
    expect(await credited(provider.mpnId)).toEqual([404, 2072]);
    expect(await credited('9999999')).toEqual([404, 800015]);
    expect(await credited(advisorMpnId)).toEqual([400, 800016]);
    expect(await credited(seed.resellerAt(13).mpnId)).toEqual([403, 900123]);
    expect(await credited(seed.resellerAt(24).mpnId)).toEqual([400, 900154]);
    expect(await code([line(0)], { PartnerOnRecordAttestationAccepted: false })).toEqual([400, 900206]);
    expect(await code([])).toEqual([400, 3000]);
    expect(await code([line(0), line(0)])).toEqual([400, 800002]);
    expect(await code([line(0, { catalogItemId: '' })])).toEqual([400, 900142]);
    expect(await code([line(0, { catalogItemId: premium.replace(/[^:]+$/u, 'OLD') })])).toEqual([404, 400019]);
    expect(await code([line(0, { currencyCode: 'USD' })])).toEqual([400, 900169]);
    expect(await code([line(0, { promotionId: 'x' })])).toEqual([400, 27007]);
    expect(await code([line(0, { customTermEndDate: '2026-07-30T00:00:00Z' })])).toEqual([400, 900242]);
    expect((await send(signed, [line(0, { customTermEndDate: '2026-07-31T00:00:00Z' })])).status).toBe(201);
    expect((await client.call('GET', `${signed}/carts/${randomUUID()}`)).status).toBe(404);
  });

  it('of another customer is not found', async () => {
    const made = await cart([line(0)]);
    expect(codeOf((await client.call('GET', `${unsigned}/carts/${made.id}`)).body)).toBe(800008);
  });
});

async function freshToken(): Promise<string> {
  const signIn = (await client.call('GET', '/_practice/sign-in', { token: '' })).body;
  const form = new URLSearchParams({
    resource: client.url,
    client_id: textAt(signIn, 'clientId'),
    grant_type: 'refresh_token',
    refresh_token: textAt(signIn, 'refreshToken'),
  });
  const reply = await fetch(`${client.url}/${textAt(signIn, 'tenantId')}/oauth2/token`, { method: 'POST', body: form });
  return textAt(await reply.json(), 'access_token');
}

describe('checkout', () => {
  it('makes one order an order group, with subscriptions that can be read at once', async () => {
    const made = await cart([line(0), line(1, { catalogItemId: exchange, billingCycle: 'annual' })]);
    const result = checkoutShape.parse((await client.call('POST', `${signed}/carts/${made.id}/checkout`)).body);
    expect(result.orders).toHaveLength(2);
    for (const order of result.orders) {
      expect(textAt((await client.call('GET', `${signed}/orders/${order.id}`)).body, 'id')).toBe(order.id);
      const [bought] = collectionOf((await client.call('GET', `${signed}/subscriptions?order_id=${order.id}`)).body).items;
      expect(bought).toMatchObject({
        orderId: order.id,
        partnerId: reseller.mpnId,
        quantity: 5,
        status: 'active',
        cancellationAllowedUntilDate: '2026-06-08T08:00:00.000Z',
        refundableQuantity: { totalQuantity: 5 },
      });
    }
    const [write] = (await client.ledger()).writes.filter((one) => one.effect === 'checked-out');
    expect(write?.orders).toEqual(result.orders.map((order) => order.id));
  });

  it('puts add-ons into the order of their base', async () => {
    const addon = { id: 1, catalogItemId: item('Office 365 Extra File Storage'), quantity: 2, billingCycle: 'monthly', termDuration: 'P1Y' };
    const made = await cart([line(0, { addonItems: [addon] })]);
    const [order, ...others] = checkoutShape.parse(
      (await client.call('POST', `${signed}/carts/${made.id}/checkout`)).body,
    ).orders;
    expect([order?.lineItems.length, others.length]).toEqual([2, 0]);
    const bought = collectionOf((await client.call('GET', `${signed}/subscriptions?order_id=${order?.id ?? ''}`)).body).items;
    expect(bought[1]?.['parentSubscriptionId']).toBe(bought[0]?.['id']);
  });

  it('answers the same request with the first result, another one with 800065', async () => {
    const made = await cart([line(0)]);
    const path = `${signed}/carts/${made.id}/checkout`;
    const requestId = randomUUID();
    const first = await client.call('POST', path, { requestId });
    const replies = await Promise.all(Array.from({ length: 20 }, () => client.call('POST', path, { requestId })));
    expect(replies.every((reply) => JSON.stringify(reply.body) === JSON.stringify(first.body) && reply.status === 201)).toBe(
      true,
    );
    const other = await client.call('POST', path);
    expect([other.status, codeOf(other.body)]).toEqual([400, 800065]);
    const ledger = await client.ledger();
    expect([ledger.counts['checkout-cart'], ledger.replays.length]).toEqual([1, 20]);
  });

  it('can succeed in part', async () => {
    const [productId = '', skuId = ''] = exchange.split(':');
    await client.fault({ kind: 'fail-line', productId, skuId, code: 800069, description: 'risk check failed' });
    const made = await cart([line(0), line(1, { catalogItemId: exchange, billingCycle: 'annual' })]);
    const reply = await client.call('POST', `${signed}/carts/${made.id}/checkout`);
    const result = checkoutShape.parse(reply.body);
    expect([reply.status, result.orders.length]).toEqual([201, 1]);
    expect(result.orderErrors).toEqual([{ orderGroupId: '1', code: 800069, description: 'risk check failed' }]);
  });

  it('shows hidden orders only after the delay', async () => {
    await client.fault({ kind: 'hide-orders', minutes: 15 });
    const made = await cart([line(0)]);
    const [order] = checkoutShape.parse((await client.call('POST', `${signed}/carts/${made.id}/checkout`)).body).orders;
    const path = `${signed}/orders/${order?.id ?? ''}`;
    const subscriptions = `${signed}/subscriptions?order_id=${order?.id ?? ''}`;
    expect(codeOf((await client.call('GET', path)).body)).toBe(20000);
    expect(collectionOf((await client.call('GET', subscriptions)).body).totalCount).toBe(0);
    clock = new Date('2026-06-01T08:15:00Z');
    expect((await client.call('GET', path)).status).toBe(200);
    expect(collectionOf((await client.call('GET', subscriptions)).body).totalCount).toBe(1);
  });

  it('notices a reseller suspended, and a cart expired, since the cart was made', async () => {
    const made = await cart([line(0)]);
    const path = `${signed}/carts/${made.id}/checkout`;
    await client.fault({ kind: 'suspend-reseller', mpnId: reseller.mpnId });
    expect(codeOf((await client.call('POST', path)).body)).toBe(900154);
    await client.fault({ clear: true });
    await client.fault({ kind: 'expire-carts' });
    expect(codeOf((await client.call('POST', path)).body)).toBe(800008);
    expect((await cart([line(0)])).status).toBe('Active');
  });
});
