import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogItemIdOf, catalogue } from '../../electron/practice/seed/catalogue.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import type { SubscriptionRecord } from '../../electron/practice/seed/subscriptions.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';
import { openSubscriptionDesk, pathOf, type Resource, type SubscriptionDesk } from './subscription-desk.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-06-10T08:00:00Z');
const seed = createSeed('small');
const customerTenantId = seed.listingAt(
  Array.from({ length: 400 }, (_unused, index) => index).findIndex(
    (index) => index % 10 < 7 && seed.subscriptionsOf(seed.listingAt(index).tenantId).length === 0,
  ),
).tenantId;
const itemId = (title: string): string => {
  const item = catalogue.find((one) => one.title === title);
  if (item === undefined) throw new Error(title);
  return catalogItemIdOf(item);
};
const [basic, standard, premium, e3] = [
  'Microsoft 365 Business Basic', 'Microsoft 365 Business Standard', 'Microsoft 365 Business Premium', 'Microsoft 365 E3',
].map(itemId) as [string, string, string, string];

let desk: SubscriptionDesk;
beforeEach(async () => {
  desk = await openSubscriptionDesk(START);
});
afterEach(async () => {
  await desk.close();
});

type Bought = Pick<SubscriptionRecord, 'id' | 'customerTenantId'>;
/** Buys seats; what it becomes is called by its id. */
async function buy(catalogItemId: string, quantity: number, more: Resource = {}): Promise<Bought> {
  const line = { id: 0, catalogItemId, quantity, billingCycle: 'monthly', termDuration: 'P1Y', ...more };
  const carts = `/v1/customers/${customerTenantId}/carts`;
  const cart = await desk.client.call('POST', carts, { body: { PartnerOnRecordAttestationAccepted: true, lineItems: [line] } });
  const { body } = await desk.client.call('POST', `${carts}/${textAt(cart.body, 'id')}/checkout`);
  const { orders } = z.object({ orders: z.array(z.object({ lineItems: z.array(z.object({ subscriptionId: z.string() })) })) }).parse(body);
  return { customerTenantId, id: orders[0]?.lineItems[0]?.subscriptionId ?? '' };
}

const transition = (from: Bought, body: Resource, requestId: string = crypto.randomUUID()) =>
  desk.client.call('POST', `${pathOf(from)}/transitions`, { body: { transitionType: 'transition_only', ...body }, requestId });
const refusal = async (from: Bought, body: Resource): Promise<number> => codeOf((await transition(from, body)).body);
const history = async (from: Bought, query = ''): Promise<readonly Resource[]> =>
  collectionOf((await desk.client.call('GET', `${pathOf(from)}/transitions${query}`)).body).items;
const owned = async (): Promise<readonly string[]> =>
  collectionOf((await desk.client.call('GET', `/v1/customers/${customerTenantId}/subscriptions`)).body)
    .items.map((one) => `${textAt(one, 'offerName')} ${String(one['quantity'])} ${textAt(one, 'status')}`)
    .toSorted();
const eligible = async (from: Bought, type = ''): Promise<readonly Resource[]> =>
  collectionOf((await desk.client.call('GET', `${pathOf(from)}/transitionEligibilities${type}`)).body).items;

describe('what a subscription may become', () => {
  it('is asked for now and for the renewal; existing subscriptions stand in the former only', async () => {
    const source = await buy(basic, 10);
    const [young, short] = [await buy(standard, 3), await buy(standard, 4, { termDuration: 'P1M' })];
    expect((await eligible(source))[0]).toMatchObject({ eligibilities: [{ isEligible: false, errors: [{ code: 2 }] }, {}] });
    await desk.putClock(START + 9 * DAY_MS);
    const [first, second] = await eligible(source);
    expect(first).toMatchObject({
      catalogItemId: standard, title: 'Microsoft 365 Business Standard', quantity: 10, operationId: expect.any(String) as unknown,
      eligibilities: [
        { isEligible: true, transitionType: 'transition_only', errors: [] },
        { isEligible: false, transitionType: 'transition_with_license_transfer', errors: [{ code: 3 }] },
      ],
      subscriptionEligibilities: [
        { isEligible: true, subscriptionId: young.id, subscriptionTermDuration: 'P1Y', subscriptionBillingCycle: 'monthly', errors: [] },
        { isEligible: false, subscriptionId: short.id, errors: [{ code: 3 }] },
      ],
      attributes: { objectType: 'TransitionEligibility' },
    });
    expect(second).toMatchObject({ catalogItemId: premium, eligibilities: [{ isEligible: true }, { isEligible: true }] });
    const scheduled = await eligible(source, '?eligibilityType=Scheduled');
    expect(scheduled.map(({ subscriptionEligibilities }) => subscriptionEligibilities)).toEqual([[], [], []]);
    await desk.change({ ...source } as SubscriptionRecord, { status: 'suspended' });
    expect((await eligible(source))[0]).toMatchObject({ eligibilities: [{ isEligible: false, errors: [{ code: 1 }] }, {}] });
    const wrong = await desk.client.call('GET', `${pathOf(source)}/transitionEligibilities?eligibilityType=later`);
    expect(codeOf(wrong.body)).toBe(900_126);
  });
});

describe('a transition', () => {
  it('of all seats changes the item of the subscription a little later, once, and keeps its term and window', async () => {
    const source = await buy(basic, 10);
    await desk.putClock(START + DAY_MS);
    const requestId = crypto.randomUUID();
    const asked = { toCatalogItemId: premium, quantity: 10, transitionType: 'transition_with_license_transfer' };
    const before = await desk.read(pathOf(source));
    const reply = await transition(source, asked, requestId);
    expect(reply).toMatchObject({
      status: 200,
      body: { ...asked, fromSubscriptionId: source.id, fromCatalogItemId: basic, Events: [{ name: 'Conversion', status: 'InProgress' }] },
    });
    expect((await transition(source, asked, requestId)).body).toEqual(reply.body);
    expect(await desk.read(pathOf(source))).toEqual(before);
    expect(await refusal(source, asked)).toBe(900_278);
    await desk.putClock(desk.now() + 3_000);
    const { effectiveStartDate, commitmentEndDate, cancellationAllowedUntilDate, refundableQuantity } = before;
    expect(await desk.read(pathOf(source))).toMatchObject({
      offerId: premium, quantity: 10, effectiveStartDate, commitmentEndDate, cancellationAllowedUntilDate, refundableQuantity,
    });
    const operationId = textAt(reply.body, 'operationId');
    expect(await history(source, `?operation-id=${operationId}`)).toMatchObject([
      {
        operationId,
        Events: [{ status: 'InProgress' }, { name: 'Conversion', status: 'Completed' }, { name: 'SeatReassignment', status: 'Completed' }],
      },
    ]);
    expect(await history(source, `?operation-id=${source.id}`)).toEqual([]);
    const { writes, replays } = await desk.client.ledger();
    expect([writes.filter(({ scenario }) => scenario === 'create-transition'), replays.length]).toMatchObject([
      [{ effect: 'began-transition', tenantId: customerTenantId, body: { quantity: 10 } }], 1,
    ]);
  });

  it('of a part makes a new subscription with the window of the old one, which keeps the rest', async () => {
    const source = await buy(basic, 10);
    await desk.putClock(START + 3 * DAY_MS);
    const { body } = await transition(source, { toCatalogItemId: standard, quantity: 4 });
    expect(await owned()).toEqual(['Microsoft 365 Business Basic 10 active']);
    await desk.putClock(desk.now() + 3_000);
    expect(await owned()).toEqual(['Microsoft 365 Business Basic 6 active', 'Microsoft 365 Business Standard 4 active']);
    const until = new Date(START + 7 * DAY_MS).toISOString();
    const made = { id: textAt(body, 'toSubscriptionId'), customerTenantId };
    expect(await desk.read(pathOf(made))).toMatchObject({
      cancellationAllowedUntilDate: until, refundableQuantity: { totalQuantity: 4, details: [{ allowedUntilDateTime: until }] },
      commitmentEndDate: (await desk.read(pathOf(source)))['commitmentEndDate'],
    });
    expect(await desk.change(made as SubscriptionRecord, { quantity: 3 })).toMatchObject({ status: 200, body: { quantity: 3 } });
  });

  it('into an existing subscription adds its seats there, and ends a source that has none left', async () => {
    const [source, target] = [await buy(basic, 10), await buy(standard, 5)];
    await desk.putClock(START + 10 * DAY_MS);
    for (const quantity of [4, 6]) {
      await transition(source, { toCatalogItemId: standard, toSubscriptionId: target.id, quantity });
      await desk.putClock(desk.now() + 3_000);
    }
    expect(await owned()).toEqual(['Microsoft 365 Business Basic 6 deleted', 'Microsoft 365 Business Standard 15 active']);
    expect(await desk.read(pathOf(target))).toMatchObject({ refundableQuantity: { totalQuantity: 0 } });
  });

  it('may take a longer term, which begins with it; a trial becomes what is paid for', async () => {
    const source = await buy(basic, 2, { termDuration: 'P1M' });
    const trial = await buy(itemId('Microsoft 365 E3 (Trial)'), 5, { termDuration: 'P1M', billingCycle: 'none' });
    await desk.putClock(START + DAY_MS);
    expect(await refusal(trial, { toCatalogItemId: itemId('Microsoft 365 E3 (Trial)'), quantity: 5, termDuration: 'P1Y' })).toBe(800_107);
    await transition(source, { toCatalogItemId: e3, quantity: 2, termDuration: 'P3Y', billingCycle: 'Annual' });
    await transition(trial, { toCatalogItemId: e3, quantity: 5, termDuration: 'P1Y', billingCycle: 'annual' });
    await desk.putClock(START + DAY_MS + 3_000);
    const begin = new Date(START + DAY_MS + 3_000).toISOString();
    expect(await desk.read(pathOf(source))).toMatchObject({ termDuration: 'P3Y', billingCycle: 'annual', effectiveStartDate: begin });
    expect(await desk.read(pathOf(trial))).toMatchObject({
      offerName: 'Microsoft 365 E3', isTrial: false, autoRenewEnabled: true, termDuration: 'P1Y', effectiveStartDate: begin,
    });
  });

  it('is refused with the codes of the contract', async () => {
    const [source, target, young] = [await buy(basic, 10), await buy(standard, 5), await buy(premium, 5)];
    const short = await buy(standard, 4, { termDuration: 'P1M' });
    expect(await refusal(source, { toCatalogItemId: standard, toSubscriptionId: target.id, quantity: 1 })).toBe(900_261);
    await desk.putClock(START + DAY_MS);
    const to = (more: Resource): Resource => ({ toCatalogItemId: standard, quantity: 1, ...more });
    const codes: readonly (readonly [Resource, number])[] = [
      [to({ toCatalogItemId: basic }), 900_259],
      [to({ toSubscriptionId: source.id }), 900_259],
      [to({ toSubscriptionId: young.id }), 900_260],
      [to({ toSubscriptionId: target.id }), 900_280],
      [to({ toSubscriptionId: crypto.randomUUID() }), 20_003],
      [to({ toCatalogItemId: itemId('Visio Plan 1') }), 800_024],
      [to({ toCatalogItemId: 'NO:0001:X' }), 400_018],
      [to({ fromCatalogItemId: standard }), 3000],
      [to({ termDuration: 'P1M' }), 900_267],
      [to({ termDuration: 'P3Y' }), 800_121],
      [to({ billingCycle: 'none' }), 900_269],
      [to({ billingCycle: 'triennial' }), 900_270],
      [to({ quantity: 11 }), 2002],
      [to({ quantity: 0 }), 3000],
      [to({ transitionType: 'other' }), 3000],
      [to({ transitionType: 'transition_with_license_transfer' }), 800_024],
    ];
    for (const [body, code] of codes) expect([body, await refusal(source, body)]).toEqual([body, code]);
    await desk.putClock(START + 9 * DAY_MS);
    expect(await refusal(source, to({ toSubscriptionId: short.id }))).toBe(900_267);
    await desk.change(target as SubscriptionRecord, { status: 'suspended' });
    expect(await refusal(source, to({ toSubscriptionId: target.id }))).toBe(900_258);
    expect(await refusal(target, { toCatalogItemId: premium, quantity: 1 })).toBe(800_091);
    expect((await desk.client.ledger()).counts['create-transition']).toBeUndefined();
  });

  it('can fail after it was taken: nothing has changed then', async () => {
    const source = await buy(basic, 10);
    await desk.putClock(START + DAY_MS);
    await desk.client.fault({ kind: 'fail-transitions' });
    await transition(source, { toCatalogItemId: standard, quantity: 4 });
    await desk.putClock(desk.now() + 3_000);
    expect(await history(source)).toMatchObject([{ Events: [{ status: 'InProgress' }, { status: 'Failed', errors: [{ code: 5 }] }] }]);
    expect(await owned()).toEqual(['Microsoft 365 Business Basic 10 active']);
  });
});

describe('licences in use', () => {
  const licences = async (): Promise<readonly Resource[]> =>
    collectionOf((await desk.client.call('GET', `/v1/customers/${customerTenantId}/subscribedskus`)).body).items;

  it('are counted by product under the name of the offer, never more than there are, always the same', async () => {
    const source = await buy(standard, 20);
    await buy(standard, 10);
    const [first] = await licences();
    const { consumedUnits } = z.object({ consumedUnits: z.number().min(15).max(30) }).parse(first);
    expect(first).toMatchObject({
      activeUnits: 30, totalUnits: 30, availableUnits: 30 - consumedUnits, suspendedUnits: 0, capabilityStatus: 'Enabled',
      productSku: { name: 'Microsoft 365 Business Standard', skuPartNumber: 'MICROSOFT_365_BUSINESS_STANDARD', targetType: 'User' },
    });
    await desk.putClock(START + DAY_MS);
    await desk.change(source as SubscriptionRecord, { quantity: 25 });
    expect(await licences()).toMatchObject([{ activeUnits: 35, consumedUnits }]);
    await desk.change(source as SubscriptionRecord, { quantity: 1 });
    expect(await licences()).toMatchObject([{ activeUnits: 11, consumedUnits: 11, availableUnits: 0 }]);
    await desk.change(source as SubscriptionRecord, { status: 'suspended' });
    expect(await licences()).toMatchObject([{ activeUnits: 10, suspendedUnits: 1, totalUnits: 11 }]);
    await desk.client.fault({ kind: 'withdraw-user-role' });
    expect(codeOf((await desk.client.call('GET', `/v1/customers/${customerTenantId}/subscribedskus`)).body)).toBe(900_308);
  });
});
