import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSubscriptionDesk, pathOf, type Resource, seededWhere, type SubscriptionDesk } from './subscription-desk.ts';

const DAY_MS = 86_400_000;
const record = seededWhere(
  (one) => one.termDuration === 'P1Y' && one.title === 'Microsoft 365 E3' && one.quantity > 10 && one.lapses !== true,
);
const bought = Date.parse(record.createdAt);
const seats = record.quantity;
let desk: SubscriptionDesk;

beforeEach(async () => {
  desk = await openSubscriptionDesk(bought + DAY_MS);
});
afterEach(async () => {
  await desk.close();
});

const until = (days: number): string => new Date(bought + days * DAY_MS).toISOString();
const refundable = async (): Promise<unknown> => (await desk.read(pathOf(record)))['refundableQuantity'];
const quantityNow = async (): Promise<unknown> => (await desk.read(pathOf(record)))['quantity'];

describe('seats', () => {
  it('that are added have seven days of their own, and the newest go first', async () => {
    await desk.putClock(bought + 5 * DAY_MS);
    expect(await desk.change(record, { quantity: seats + 4 })).toMatchObject({ status: 200, body: { quantity: seats + 4 } });
    await desk.change(record, { quantity: seats + 6 });
    const [first, added] = [{ quantity: seats, allowedUntilDateTime: until(7) }, { quantity: 6, allowedUntilDateTime: until(12) }];
    expect(await refundable()).toEqual({ totalQuantity: seats + 6, details: [first, added] });
    await desk.putClock(bought + 7 * DAY_MS);
    expect(await refundable()).toEqual({ totalQuantity: 6, details: [added] });
    expect(await desk.refusal(record, { quantity: seats - 1 })).toEqual([400, 900_257]);
    await desk.change(record, { quantity: seats + 1 });
    expect(await refundable()).toEqual({ totalQuantity: 1, details: [{ ...added, quantity: 1 }] });
    await desk.putClock(bought + 12 * DAY_MS);
    expect(await desk.refusal(record, { quantity: seats })).toEqual([400, 800_090]);
    expect(await quantityNow()).toBe(seats + 1);
    await desk.putClock(Date.UTC(new Date(bought).getUTCFullYear() + 1, new Date(bought).getUTCMonth(), new Date(bought).getUTCDate(), 12));
    expect(await refundable()).toMatchObject({ totalQuantity: seats + 1, details: [{ quantity: seats + 1 }] });
    expect((await desk.client.ledger()).writes.map(({ scenario }) => scenario)).toEqual(Array(3).fill('change-subscription-quantity'));
  });

  it('that are added cannot be given back where the tenant holds it so (F24)', async () => {
    await desk.client.fault({ kind: 'added-seats', window: 'fixed' });
    await desk.change(record, { quantity: seats + 3 });
    expect(await refundable()).toMatchObject({ totalQuantity: seats });
    await desk.change(record, { quantity: seats + 2 });
    await desk.change(record, { quantity: seats - 1 });
    expect(await refundable()).toMatchObject({ totalQuantity: seats - 4, details: [{ quantity: seats - 4 }] });
  });

  it('stay within the limits of the SKU, and of the business plans together (2002)', async () => {
    for (const quantity of [0, -1, 2.5, 1_000_000_000]) expect(await desk.refusal(record, { quantity })).toEqual([400, 2002]);
    const plan = seededWhere((one) => one.title === 'Microsoft 365 Business Premium');
    await desk.putClock(plan.createdAt);
    expect(await desk.refusal(plan, { quantity: 301 })).toEqual([400, 2002]);
    expect(await desk.refusal(plan, { quantity: 300 })).toBe(200);
    expect((await desk.client.ledger()).writes).toHaveLength(1);
  });

  it('of software never go down within a term (800095), and no extended term follows it', async () => {
    const software = seededWhere((one) => one.title.startsWith('Windows Server'));
    await desk.putClock(software.createdAt);
    expect(await desk.refusal(software, { quantity: software.quantity - 1 })).toEqual([400, 800_095]);
    expect(await desk.change(software, { quantity: software.quantity + 1, autoRenewEnabled: false })).toMatchObject({
      status: 200, body: { productType: { id: 'Software' }, refundableQuantity: { totalQuantity: 0, details: [] } },
    });
    expect(await desk.refusal(software, { quantity: software.quantity })).toEqual([400, 800_095]);
    await desk.putClock(String((await desk.read(pathOf(software)))['commitmentEndDate']));
    expect(await desk.read(pathOf(software))).toMatchObject({ status: 'expired' });
    const views = ['Software', 'OnlineServices'].map((view) => `/v1/products?country=IT&targetView=${view}`);
    const counts = await Promise.all(views.map(async (view) => String((await desk.read(view))['totalCount'])));
    expect(counts[0]).toBe('1');
    expect(Number(counts[1])).toBeGreaterThan(20);
  });
});

describe('one update for several edits', () => {
  it('makes all of them, or none', async () => {
    const edits: Resource = { quantity: seats + 2, friendlyName: 'Sede di Monza', autoRenewEnabled: false };
    expect(await desk.refusal(record, { ...edits, partnerId: '9999999' })).toEqual([404, 800_015]);
    expect(await quantityNow()).toBe(seats);
    expect(await desk.change(record, edits)).toMatchObject({ status: 200, body: edits });
    expect(await desk.read(pathOf(record))).toMatchObject(edits);
    expect((await desk.client.ledger()).writes).toMatchObject([{ scenario: 'change-subscription-quantity', body: edits }]);
  });

  it('comes at most twenty times an hour, unless the tenant lets it (900311)', async () => {
    for (let time = 1; time <= 20; time += 1) await desk.change(record, { friendlyName: `Nome ${time}` });
    expect(await desk.refusal(record, { friendlyName: 'Nome 21' })).toEqual([400, 900_311]);
    expect(await desk.refusal(record, {})).toBe(200);
    await desk.client.fault({ kind: 'update-limit', updates: 0 });
    expect(await desk.refusal(record, { friendlyName: 'Nome 21' })).toBe(200);
    await desk.client.fault({ clear: true });
    expect(await desk.refusal(record, { friendlyName: 'Nome 22' })).toEqual([400, 900_311]);
    await desk.putClock(bought + DAY_MS + 3_600_000);
    expect(await desk.refusal(record, { friendlyName: 'Nome 22' })).toBe(200);
  });
});

describe('a slow tenant', () => {
  it('takes a change (202), says where to look, and shows it later; nothing else is taken meanwhile', async () => {
    await desk.client.fault({ kind: 'slow-changes', seconds: 30 });
    const before = await desk.read(pathOf(record));
    const requestId = crypto.randomUUID();
    const taken = await desk.change(record, { quantity: seats + 1 }, requestId);
    expect([taken.status, taken.headers.get('location'), taken.body]).toEqual([202, pathOf(record), before]);
    const again = await desk.client.call('PATCH', pathOf(record), { body: { ...before, quantity: seats + 1 }, requestId });
    expect([again.status, again.headers.get('location')]).toEqual([202, pathOf(record)]);
    await desk.client.fault({ clear: true });
    expect(await desk.read(pathOf(record))).toEqual(before);
    expect(await desk.refusal(record, { friendlyName: 'Altro nome' })).toEqual([409, 900_278]);
    await desk.putClock(desk.now() + 30_000);
    const later = await desk.read(pathOf(record));
    expect(later).toMatchObject({ quantity: seats + 1 });
    expect(later['attributes']).not.toEqual(before['attributes']);
    expect(await desk.refusal(record, { friendlyName: 'Altro nome' })).toBe(200);
    expect(await quantityNow()).toBe(seats + 1);
    const ledger = await desk.client.ledger();
    expect([ledger.writes.map(({ status }) => status), ledger.replays.length]).toEqual([[202, 200], 1]);
  });
});
