import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogItemIdOf, catalogue } from '../../electron/practice/seed/catalogue.ts';
import { promotionsAt } from '../../electron/practice/seed/promotions.ts';
import { provider } from '../../electron/practice/seed/provider.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { billingCycleEnd, firstPosition, positionAt } from '../../electron/practice/subscription-position.ts';
import { newCustomer, type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const clock = new Date('2026-06-10T08:00:00Z');
const seed = createSeed('small');
/** The first signed customer whose seeded subscriptions pass a test. */
function customerWith(passes: (tenantId: string) => boolean): string {
  for (let index = 0; index < seed.customerCount; index += 1) {
    const { tenantId } = seed.listingAt(index);
    const isPlain = index % 10 < 7 && seed.qualificationOf(tenantId) === undefined;
    if (isPlain && passes(tenantId)) return tenantId;
  }
  throw new Error('the seed has no such customer');
}
const bare = customerWith((id) => seed.subscriptionsOf(id).length === 0);
const item = (title: string): string => {
  const found = catalogue.find((one) => one.title === title);
  if (found === undefined) throw new Error(title);
  return catalogItemIdOf(found);
};
const premium = item('Microsoft 365 Business Premium');
const standard = item('Microsoft 365 Business Standard');
const e3 = item('Microsoft 365 E3');
const storage = item('Office 365 Extra File Storage');
const visio = item('Visio Plan 1');
const trial = item('Microsoft 365 E3 (Trial)');
const promotion = promotionsAt(new Date('2026-06-10T08:00:00Z'))[0]?.id ?? '';

type Line = Readonly<Record<string, unknown>>;
const line = (id: number, more: Line = {}): Line => ({ id, catalogItemId: e3, quantity: 5, billingCycle: 'monthly', termDuration: 'P1Y', ...more });
const trialLine = (id: number, more: Line = {}): Line => line(id, { catalogItemId: trial, billingCycle: 'none', termDuration: 'P1M', ...more });
const addon = (id: number, more: Line = {}): Line => line(id, { catalogItemId: storage, quantity: 20, ...more });

const activeResellers = Array.from({ length: seed.resellerCount }, (_unused, index) => seed.resellerAt(index))
  .filter((one) => one.agreement === 'signed' && !one.isSuspended)
  .map((one) => one.mpnId);
/** The same customer in another country. */
function abroad(body: ReturnType<typeof newCustomer>, country: string, city: string, postalCode: string): unknown {
  const address = { country, city, addressLine1: 'High Street 1', postalCode, firstName: 'Ann', lastName: 'Green', phoneNumber: '02071234567' };
  const billingProfile = z.looseObject({}).parse(body['billingProfile']);
  return { ...body, billingProfile: { ...billingProfile, culture: 'en-GB', language: 'en', defaultAddress: address } };
}

const errorShape = z.object({ errorCode: z.string(), errorDescription: z.string() }).optional();
const plainLine = z.looseObject({ id: z.number(), error: errorShape, promotionId: z.string().optional() });
const cartShape = z.object({ id: z.string(), lineItems: z.array(plainLine.extend({ addonItems: z.array(plainLine).optional() })) });
const send = (customer: string, lines: readonly Line[]) =>
  client.call('POST', `/v1/customers/${customer}/carts`, { body: { PartnerOnRecordAttestationAccepted: true, lineItems: lines } });
const cart = async (lines: readonly Line[], customer = bare): Promise<z.output<typeof cartShape>> =>
  cartShape.parse((await send(customer, lines)).body);
const refusal = async (lines: readonly Line[], customer = bare): Promise<readonly [number, number]> => {
  const reply = await send(customer, lines);
  return [reply.status, codeOf(reply.body)];
};
const errors = async (lines: readonly Line[], customer = bare): Promise<readonly (string | undefined)[]> =>
  (await cart(lines, customer)).lineItems.flatMap((one) => [one, ...(one.addonItems ?? [])]).map((one) => one.error?.errorCode);

const orderLine = z.looseObject({
  lineItemNumber: z.number(), subscriptionId: z.string(), parentSubscriptionId: z.string().optional(),
  promotionId: z.string().optional(), pricing: z.record(z.string(), z.number()).optional(),
});
const checkoutShape = z.object({
  orders: z.array(z.object({ id: z.string(), lineItems: z.array(orderLine) })),
  orderErrors: z.array(z.object({ orderGroupId: z.string(), code: z.number() })).default([]),
});
const checkoutReply = (id: string, customer = bare) => client.call('POST', `/v1/customers/${customer}/carts/${id}/checkout`);
const buy = async (lines: readonly Line[], customer = bare): Promise<z.output<typeof checkoutShape>> =>
  checkoutShape.parse((await checkoutReply((await cart(lines, customer)).id, customer)).body);
const subscription = async (id: string, customer = bare) =>
  z.looseObject({}).parse((await client.call('GET', `/v1/customers/${customer}/subscriptions/${id}`)).body);

beforeEach(async () => {
  client = await startPracticeClient({ now: () => clock });
});
afterEach(async () => {
  await client.close();
});

describe('add-ons', () => {
  it('stand under a base that they fit, and nothing else does (800029)', async () => {
    expect(await errors([line(0, { addonItems: [addon(1)] })])).toEqual([undefined, undefined]);
    expect(await refusal([line(0, { catalogItemId: visio, addonItems: [addon(1)] })])).toEqual([400, 800029]);
    expect(await refusal([line(0, { addonItems: [line(1, { catalogItemId: visio })] })])).toEqual([400, 800029]);
    expect(await refusal([addon(0)])).toEqual([400, 800029]);
    expect(await refusal([addon(0, { addonItems: [addon(1)] })])).toEqual([400, 800029]);
  });

  it('name an active subscription of the customer that they fit, or the line says 10007', async () => {
    const { orders } = await buy([line(0), line(1, { catalogItemId: visio })]);
    const [base = '', other = ''] = orders[0]?.lineItems.map((one) => one.subscriptionId) ?? [];
    const on = (id: string, more: Line = {}): Line => addon(0, { provisioningContext: { ParentSubscriptionId: id }, ...more });
    expect(await errors([on(base.toUpperCase())])).toEqual([undefined]);
    expect(await errors([on(other)])).toEqual(['subscription_is_not_valid']);
    expect(await errors([on('00000000-0000-4000-8000-000000000000')])).toEqual(['subscription_is_not_valid']);
    expect(await errors([on(base, { catalogItemId: visio })])).toEqual(['subscription_is_not_valid']);
    const bought = await buy([on(base)]);
    expect(bought.orders[0]?.lineItems[0]?.parentSubscriptionId).toBe(base);
    const child = bought.orders[0]?.lineItems[0]?.subscriptionId ?? '';
    expect(await subscription(child)).toMatchObject({ parentSubscriptionId: base, quantity: 20 });
    expect(await errors([on(child)])).toEqual(['subscription_is_not_valid']);
  });
});

describe('promotions', () => {
  it('are refused when they are not for this purchase (27007), and kept with their prices when they are', async () => {
    expect(await refusal([line(0, { promotionId: promotion, termDuration: 'P3Y' })])).toEqual([400, 27007]);
    expect(await refusal([line(0, { promotionId: promotion, quantity: 301 })])).toEqual([400, 27007]);
    expect(await refusal([line(0, { promotionId: 'A:0001:B' })])).toEqual([400, 27007]);
    const { orders } = await buy([line(0, { promotionId: promotion })]);
    const [bought] = orders[0]?.lineItems ?? [];
    const listPrice = bought?.pricing?.['listPrice'] ?? 0;
    expect(bought).toMatchObject({ promotionId: promotion, pricing: { discountedPrice: Math.round(listPrice * 85) / 100 } });
    expect(await subscription(bought?.subscriptionId ?? '')).toMatchObject({ promotionId: promotion });
  });

  it('apply by themselves where they say so, and only then', async () => {
    const named = async (more: Line) => (await cart([line(0, { catalogItemId: visio, ...more })])).lineItems[0]?.promotionId;
    expect(await named({ billingCycle: 'annual' })).toBe('39NFJQT1PJQB:0001:39NFJQT1Q5KN');
    expect(await named({})).toBeUndefined();
    expect((await cart([line(0)])).lineItems[0]?.promotionId).toBeUndefined();
  });

  it('that ended since the cart was made are told at the checkout, beside the other orders', async () => {
    const made = await cart([line(0, { promotionId: promotion }), line(1, { catalogItemId: visio, billingCycle: 'annual' })]);
    await client.fault({ kind: 'end-promotion', promotionId: promotion });
    const result = checkoutShape.parse((await checkoutReply(made.id)).body);
    expect([result.orders.length, result.orderErrors]).toEqual([1, [{ orderGroupId: '0', code: 27_007 }]]);
  });
});

describe('end dates', () => {
  const at = (customTermEndDate: string, more: Line = {}): Line => line(0, { customTermEndDate, ...more });

  it('are for seats, within the first term, at a month or subscription end', async () => {
    expect(await refusal([trialLine(0, { customTermEndDate: '2026-06-30T00:00:00Z' })])).toEqual([400, 900244]);
    expect(await refusal([at('2026-05-31T00:00:00Z')])).toEqual([400, 900245]);
    expect(await refusal([at('2027-06-30T00:00:00Z')])).toEqual([400, 900245]);
    expect(await refusal([at('2026-07-10T00:00:00Z')])).toEqual([400, 900242]);
    await buy([line(0, { termDuration: 'P1M' })]);
    expect(await refusal([at('2026-07-10T00:00:00Z')])).toEqual([400, 900242]);
    expect(await errors([at('2026-07-10T00:00:00Z', { termDuration: 'P1M' })])).toEqual([undefined]);
  });

  it('cut the first term and the first payment short; whole terms follow', async () => {
    const { orders } = await buy([at('2026-06-30T00:00:00Z')]);
    const [bought] = orders[0]?.lineItems ?? [];
    const { listPrice = 0, proratedPrice } = bought?.pricing ?? {};
    expect(proratedPrice).toBe(Math.round((listPrice * 100 * 20) / 30) / 100);
    expect(await subscription(bought?.subscriptionId ?? '')).toMatchObject({
      commitmentEndDate: '2026-06-30T00:00:00.000Z', billingCycleEndDate: '2026-06-30T00:00:00.000Z',
      cancellationAllowedUntilDate: '2026-06-17T08:00:00.000Z', refundableQuantity: { totalQuantity: 5 },
    });
    const record = {
      id: 's', customerTenantId: bare, catalogItemId: e3, title: 'E3', quantity: 1, termDuration: 'P1Y', billingCycle: 'monthly',
      createdAt: '2026-06-10T08:00:00Z', orderId: 'o', customTermEndDate: '2026-06-30T00:00:00Z',
    };
    const day = new Date('2026-07-15T08:00:00Z');
    const later = positionAt(firstPosition(record), day);
    expect([later.start, billingCycleEnd(later, day), later.end].map((date) => date.slice(0, 10))).toEqual([
      '2026-06-30', '2026-07-30', '2027-06-30',
    ]);
  });

  it('of a trial is the end of it, unless it is to become something', () => {
    const record = {
      id: 's', customerTenantId: bare, catalogItemId: trial, title: 'Trial', quantity: 1, termDuration: 'P1M', billingCycle: 'none',
      createdAt: '2026-06-10T08:00:00Z', orderId: 'o', isTrial: true,
    };
    const end = '2026-07-10T08:00:00.000Z';
    const standing = (more: Partial<typeof record> & { readonly renewsTo?: string }) =>
      positionAt(firstPosition({ ...record, ...more }), new Date(end));
    expect([standing({}).serviceUntil, positionAt(firstPosition(record), clock).serviceUntil]).toEqual([end, undefined]);
    expect(standing({ renewsTo: 'P1Y' })).toMatchObject({
      catalogItemId: e3, isTrial: false, termDuration: 'P1Y', billingCycle: 'monthly', start: end, quantity: 1,
    });
    expect(standing({ isTrial: false })).toMatchObject({ termDuration: 'P1M', isTrial: false, start: end });
  });
});

describe('limits', () => {
  it('hold the business plans to 300 seats with what the customer has, on the lines (900275)', async () => {
    const plan = (id: number, catalogItemId: string, quantity: number): Line => line(id, { catalogItemId, quantity });
    expect(await errors([plan(0, premium, 200), plan(1, standard, 101), line(2)])).toEqual(['900275', '900275', undefined]);
    expect(await errors([plan(0, premium, 200), plan(1, standard, 100)])).toEqual([undefined, undefined]);
    await buy([plan(0, premium, 250)]);
    expect(await errors([plan(0, standard, 51)])).toEqual(['900275']);
    expect(await errors([plan(0, standard, 50)])).toEqual([undefined]);
  });

  it('are looked at again at the checkout: seats (2002) and trials (900419) bought since', async () => {
    const first = await cart([line(0, { catalogItemId: premium, quantity: 200 })]);
    const second = await cart([line(0, { catalogItemId: standard, quantity: 200 })]);
    const trialOne = await cart([trialLine(0)]);
    const trialTwo = await cart([trialLine(0), line(1)]);
    const result = async (id: string) => checkoutShape.parse((await checkoutReply(id)).body);
    expect((await result(first.id)).orderErrors).toEqual([]);
    expect((await result(second.id)).orderErrors).toEqual([{ orderGroupId: '0', code: 2002 }]);
    expect((await result(trialOne.id)).orderErrors).toEqual([]);
    const partly = await result(trialTwo.id);
    expect([partly.orders.length, partly.orderErrors]).toEqual([1, [{ orderGroupId: '0', code: 900_419 }]]);
  });

  it('count over the groups of one checkout too', async () => {
    const plan = (id: number, more: Line): Line => line(id, { catalogItemId: premium, quantity: 100, ...more });
    const made = await cart([plan(0, {}), plan(1, { billingCycle: 'annual' })]);
    await buy([plan(0, { quantity: 150 })]);
    const result = checkoutShape.parse((await checkoutReply(made.id)).body);
    expect([result.orders.length, result.orderErrors]).toEqual([1, [{ orderGroupId: '1', code: 2002 }]]);
  });

  it('allow 25 seats of a trial, once per product, and say what it becomes', async () => {
    expect(await errors([trialLine(0, { quantity: 26 })])).toEqual(['900275']);
    expect(await errors([trialLine(0), trialLine(1)])).toEqual(['quota_not_available', 'quota_not_available']);
    expect(await errors([trialLine(0, { renewsTo: { termDuration: 'P3Y' } })])).toEqual(['invalid_input']);
    expect(await errors([line(0, { renewsTo: { termDuration: 'P1Y' } })])).toEqual(['invalid_input']);
    const { orders } = await buy([trialLine(0, { renewsTo: { termDuration: 'P1Y' } })]);
    expect(await subscription(orders[0]?.lineItems[0]?.subscriptionId ?? '')).toMatchObject({
      isTrial: true, autoRenewEnabled: true, renewalTermDuration: 'P1Y', status: 'active',
    });
    expect(await errors([trialLine(0)])).toEqual(['quota_not_available']);
  });

  it('end at 500 lines, add-ons among them', async () => {
    const many = (count: number): Line[] => Array.from({ length: count }, (_unused, id) => line(id));
    expect((await send(bare, many(500))).status).toBe(201);
    expect(await refusal(many(501))).toEqual([400, 3000]);
    const addons = Array.from({ length: 500 }, (_unused, place) => addon(place + 1));
    expect(await refusal([line(0, { addonItems: addons })])).toEqual([400, 3000]);
  });
});

describe('what an offer asks for', () => {
  it('is a qualification of the customer (800086)', async () => {
    const school = seed.listingAt(6).tenantId;
    const faculty = [line(0, { catalogItemId: item('Power BI Pro for Faculty') })];
    expect(await refusal(faculty)).toEqual([400, 800086]);
    expect(await errors(faculty, school)).toEqual([undefined]);
    expect(await refusal([line(0, { catalogItemId: item('Office 365 E3 (Nonprofit Staff Pricing)') })], school)).toEqual([400, 800086]);
  });

  it('is an attestation on the line (900203)', async () => {
    const defender = line(0, { catalogItemId: item('Microsoft Defender for Endpoint Server') });
    expect(await refusal([defender])).toEqual([400, 900203]);
    expect(await refusal([{ ...defender, attestationAccepted: false }])).toEqual([400, 900203]);
    expect(await errors([{ ...defender, attestationAccepted: true }])).toEqual([undefined]);
  });
});

describe('further resellers', () => {
  const [credited = '', ...others] = activeResellers;
  const naming = (additional: readonly string[], transaction: readonly string[] = [credited]): Line[] => [line(0, {
    participants: [
      ...transaction.map((value) => ({ key: 'transaction_reseller', value })),
      ...additional.map((value) => ({ key: 'additional_transaction_reseller', value })),
    ],
  })];

  it('are at most five different ones beside the one who is credited', async () => {
    expect(await errors(naming(others.slice(0, 5)))).toEqual([undefined]);
    expect(await refusal(naming(others.slice(0, 6)))).toEqual([400, 3000]);
    expect(await refusal(naming([others[0] ?? '', others[0] ?? '']))).toEqual([400, 3000]);
    expect(await refusal(naming([credited]))).toEqual([400, 3000]);
    expect(await refusal(naming(others.slice(0, 1), []))).toEqual([400, 3000]);
    expect(await refusal(naming([], activeResellers.slice(0, 2)))).toEqual([400, 3000]);
    expect(await refusal(naming([provider.mpnId]))).toEqual([404, 2072]);
    const { orders } = await buy(naming(others.slice(0, 2)));
    expect(orders[0]?.lineItems[0]).toMatchObject({ partnerIdOnRecord: credited, additionalPartnerIdsOnRecord: others.slice(0, 2) });
  });
});

describe('further resellers of a customer', () => {
  it('outside the EU and the EFTA are told on the line', async () => {
    const made = await client.call('POST', '/v1/customers', { body: newCustomer('southwark.onmicrosoft.com') });
    const moved = await client.call('POST', '/v1/customers', { body: abroad(newCustomer('camden.onmicrosoft.com'), 'GB', 'London', 'SW1A 1AA') });
    const [home, away] = [textAt(made.body, 'id'), textAt(moved.body, 'id')];
    const [credited = '', other = ''] = activeResellers;
    const lines = [line(0, {
      participants: [{ key: 'transaction_reseller', value: credited }, { key: 'additional_transaction_reseller', value: other }],
    })];
    expect(await errors(lines, home)).toEqual([undefined]);
    expect(await errors(lines, away)).toEqual(['participants_is_not_supported_for_partner']);
  });
});

describe('exercises', () => {
  it('put an error of the cart on a line', async () => {
    const [productId = '', skuId = ''] = visio.split(':');
    await client.fault({ kind: 'line-error', productId, skuId, errorCode: 10_003 });
    expect(await errors([line(0), line(1, { catalogItemId: visio })])).toEqual([undefined, 'inventory_not_available']);
  });

  it('use up the credit, for the whole checkout or for each order', async () => {
    const made = await cart([line(0)]);
    await client.fault({ kind: 'credit-limit' });
    const reply = await checkoutReply(made.id);
    expect([reply.status, codeOf(reply.body)]).toEqual([403, 800023]);
    await client.fault({ clear: true });
    await client.fault({ kind: 'credit-limit', asOrderErrors: true });
    const result = checkoutShape.parse((await checkoutReply(made.id)).body);
    expect([result.orders, result.orderErrors]).toEqual([[], [{ orderGroupId: '0', code: 800_023 }]]);
  });

  it.each([800_073, 800_074, 800_075] as const)('let Microsoft review the customer: %i', async (code) => {
    const made = await cart([line(0)]);
    await client.fault({ kind: 'customer-review', customerId: bare, code });
    const reply = await checkoutReply(made.id);
    expect([reply.status, codeOf(reply.body)]).toEqual([403, code]);
    const other = customerWith((id) => id !== bare && seed.subscriptionsOf(id).length === 0);
    expect((await buy([line(0)], other)).orders).toHaveLength(1);
    expect(collectionOf((await client.call('GET', `/v1/customers/${bare}/orders`)).body).items).toEqual([]);
  });
});
