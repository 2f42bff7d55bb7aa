import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogItemIdOf, catalogue } from '../../electron/practice/seed/catalogue.ts';
import { fateOf } from '../../shared/domain/renewal/end-of-term.ts';
import { Instant } from '../../shared/instant.ts';
import { readSubscription } from '../../shared/partner-center/readers/subscriptions.ts';
import { openSubscriptionDesk, pathOf, type Resource, seeded, seededWhere, type SubscriptionDesk } from './subscription-desk.ts';

const DAY_MS = 86_400_000;
const plusYears = (at: string, years: number): string => {
  const date = new Date(at);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString();
};
// the small seed's years run from 2022 to 2024: the extended term is for terms that began since April 2025
const yearly = seededWhere((one) => one.title === 'Microsoft 365 E3' && one.termDuration === 'P1Y' && one.lapses !== true);
const bought = Date.parse(yearly.createdAt);
const itemId = (title: string): string => {
  const item = catalogue.find((one) => one.title === title);
  if (item === undefined) throw new Error(title);
  return catalogItemIdOf(item);
};
const productOf = (title: string, termDuration: string, billingCycle: string): Resource => {
  const [productId, skuId, availabilityId] = itemId(title).split(':');
  return { productId, skuId, availabilityId, billingCycle, termDuration };
};
const instructions = (more: Resource = {}, title = 'Microsoft 365 E3'): Resource => ({
  product: productOf(title, 'P1Y', 'Annual'), quantity: yearly.quantity, ...more,
});

let desk: SubscriptionDesk;
beforeEach(async () => {
  desk = await openSubscriptionDesk(bought + 30 * DAY_MS);
});
afterEach(async () => {
  await desk.close();
});
const read = (): Promise<Resource> => desk.read(pathOf(yearly));
const schedule = (more?: Resource, title?: string): Promise<unknown> =>
  desk.refusal(yearly, { scheduledNextTermInstructions: instructions(more, title) });

describe('changes for the next term', () => {
  it('become the term when it begins, with its seats, product, term and billing, and a new window', async () => {
    const wanted = instructions({ quantity: 3, product: productOf('Microsoft 365 E5', 'P3Y', 'Annual') });
    const reply = await desk.change(yearly, { scheduledNextTermInstructions: wanted });
    expect(reply).toMatchObject({ status: 200, body: { scheduledNextTermInstructions: wanted, renewalTermDuration: 'P3Y' } });
    expect((await desk.client.ledger()).writes).toMatchObject([{ scenario: 'schedule-next-term-changes' }]);
    const end = plusYears(yearly.createdAt, 1);
    await desk.putClock(Date.parse(end) - 1);
    expect(await read()).toMatchObject({ offerName: 'Microsoft 365 E3', quantity: yearly.quantity, commitmentEndDate: end });
    await desk.putClock(end);
    const renewed = await read();
    expect(renewed).toMatchObject({
      offerId: itemId('Microsoft 365 E5'), offerName: 'Microsoft 365 E5', friendlyName: 'Microsoft 365 E5', quantity: 3,
      termDuration: 'P3Y', billingCycle: 'annual', effectiveStartDate: end, commitmentEndDate: plusYears(end, 3),
      autoRenewEnabled: true, refundableQuantity: { totalQuantity: 3 },
      cancellationAllowedUntilDate: new Date(Date.parse(end) + 7 * DAY_MS).toISOString(),
    });
    expect(renewed).not.toHaveProperty('scheduledNextTermInstructions');
    expect(renewed['attributes']).not.toEqual((reply.body as Resource)['attributes']);
  });

  it('need renewal, and are dropped with it, by a change within the term, or by being left out', async () => {
    const off = { autoRenewEnabled: false };
    expect(await desk.refusal(yearly, { ...off, scheduledNextTermInstructions: instructions() })).toEqual([400, 3000]);
    const isScheduled = async (): Promise<boolean> => 'scheduledNextTermInstructions' in (await read());
    for (const [change, kept] of [
      [{ friendlyName: 'Altro nome' }, true],
      [{ quantity: yearly.quantity + 1 }, false],
      [off, false],
      [{ scheduledNextTermInstructions: null }, false],
      [{ autoRenewEnabled: undefined }, false],
      [{ status: 'suspended' }, false],
    ] as const) {
      if ((await read())['autoRenewEnabled'] !== true) await desk.change(yearly, { autoRenewEnabled: true });
      expect([await schedule({ quantity: 7 }), await isScheduled()]).toEqual([200, true]);
      expect([change, await desk.refusal(yearly, change)]).toEqual([change, 200]);
      expect([change, await isScheduled()]).toEqual([change, kept]);
      if (kept) await desk.change(yearly, { scheduledNextTermInstructions: null });
    }
  });

  it('stay when the same update makes another change and schedules anew', async () => {
    const quantity = yearly.quantity + 2;
    const both = { quantity, scheduledNextTermInstructions: instructions({ quantity: 5 }) };
    expect(await desk.change(yearly, both)).toMatchObject({ status: 200, body: both });
  });

  it('are refused for what is not offered or does not align', async () => {
    expect(await schedule({}, 'Visio Plan 1')).toEqual([403, 2085]);
    expect(await schedule({ product: { ...productOf('Microsoft 365 E3', 'P1Y', 'annual'), skuId: '9999' } })).toEqual([404, 400_018]);
    expect(await schedule({ product: { ...productOf('Microsoft 365 E3', 'P1Y', 'annual'), availabilityId: 'X' } })).toEqual([404, 400_019]);
    expect(await schedule({ product: productOf('Microsoft 365 E3', 'P5Y', 'annual') })).toEqual([400, 800_121]);
    expect(await schedule({ product: productOf('Microsoft 365 E3', 'P1Y', 'triennial') })).toEqual([400, 900_269]);
    expect(await schedule({ quantity: 0 })).toEqual([400, 2002]);
    const end = plusYears(yearly.createdAt, 1);
    const endOfMonth = new Date(Date.UTC(new Date(end).getUTCFullYear(), new Date(end).getUTCMonth() + 4, 0)).toISOString();
    expect(await schedule({ customTermEndDate: yearly.createdAt })).toEqual([400, 900_245]);
    expect(await schedule({ customTermEndDate: new Date(Date.parse(endOfMonth) - 2 * DAY_MS).toISOString() })).toEqual([400, 900_246]);
    const promoted = { ...productOf('Microsoft 365 E3', 'P1Y', 'annual'), promotionId: 'NO' };
    expect(await schedule({ product: promoted })).toEqual([400, 27_007]);
    expect((await desk.client.ledger()).writes).toEqual([]);
    expect(await schedule({ customTermEndDate: endOfMonth })).toBe(200);
    await desk.putClock(end);
    expect(await read()).toMatchObject({ effectiveStartDate: end, commitmentEndDate: endOfMonth });
    await desk.putClock(endOfMonth);
    expect(await read()).toMatchObject({ effectiveStartDate: endOfMonth, commitmentEndDate: plusYears(endOfMonth, 1) });
  });
});

describe('a subscription that is not to renew', () => {
  const off = (more: Resource = {}): Promise<unknown> => desk.refusal(yearly, { autoRenewEnabled: false, ...more });

  it('ended with thirty days free of charge before May 2026; nothing can be changed in them, nor after them', async () => {
    expect(await off()).toBe(200);
    const end = plusYears(yearly.createdAt, 1);
    // nobody chose an end, and it does not end with the term: nothing is said of it
    const standing = await read();
    expect(standing).not.toHaveProperty('scheduledActions');
    const seen = readSubscription(standing);
    expect([seen?.atTermEnd, seen && fateOf(seen, Instant.parse(end), Instant.parse(yearly.createdAt))]).toEqual([undefined, 'grace']);
    const choose = (actionType: string): Promise<unknown> => off({ scheduledActions: [{ scheduleType: 'TermEnd', actionType }] });
    expect(await choose('Cancel')).toBe(200);
    expect(readSubscription(await read())?.atTermEnd).toBe('cancel');
    expect(await choose('RenewToExtendedServiceTerm')).toBe(200);
    expect(await read()).not.toHaveProperty('scheduledActions');
    await desk.putClock(end);
    expect(await read()).toMatchObject({ status: 'active', commitmentEndDate: end, actions: [], refundOptions: [] });
    expect(await desk.refusal(yearly, { friendlyName: 'Altro' })).toEqual([400, 900_277]);
    await desk.putClock(Date.parse(end) + 30 * DAY_MS);
    expect(await read()).toMatchObject({ status: 'expired', suspensionReasons: ['Expiration'], autoRenewEnabled: false, commitmentEndDate: end });
    expect(await desk.refusal(yearly, { friendlyName: 'Altro' })).toEqual([400, 900_279]);
  });

  const start = plusYears(yearly.createdAt, 2025 - new Date(bought).getUTCFullYear() + (new Date(bought).getUTCMonth() < 5 ? 1 : 0));
  const end = plusYears(start, 1);

  it('goes on in extended months since then, until it is cancelled or renews again', async () => {
    await desk.putClock(Date.parse(start) + 40 * DAY_MS);
    expect(await off()).toBe(200);
    const extend = [{ scheduleType: 'TermEnd', actionType: 'RenewToExtendedServiceTerm' }];
    expect(await read()).toMatchObject({ autoRenewEnabled: false, scheduledActions: extend, commitmentEndDate: end });
    expect(readSubscription(await read())?.atTermEnd).toBe('extend');
    await desk.putClock(end);
    const month = await read();
    expect(month).toMatchObject({
      status: 'active', offerId: yearly.catalogItemId, offerName: 'Microsoft 365 E3 (Extended Service Term)', quantity: yearly.quantity,
      termDuration: 'P1M', billingCycle: 'monthly', renewalTermDuration: 'P1Y', effectiveStartDate: end, scheduledActions: extend,
    });
    expect(month['cancellationAllowedUntilDate']).toBe(month['commitmentEndDate']);
    await desk.putClock(Date.parse(end) + 50 * DAY_MS);
    expect(await desk.change(yearly, { quantity: yearly.quantity - 1 })).toMatchObject({ status: 200 });
    expect(await desk.change(yearly, { autoRenewEnabled: true })).toMatchObject({ status: 200 });
    const last = String((await read())['commitmentEndDate']);
    await desk.putClock(last);
    expect(await read()).toMatchObject({
      offerName: 'Microsoft 365 E3', termDuration: 'P1Y', billingCycle: yearly.billingCycle, effectiveStartDate: last,
      quantity: yearly.quantity - 1, commitmentEndDate: plusYears(last, 1), autoRenewEnabled: true,
    });
  });

  it('ends at once where that was chosen, and the choice can be taken back', async () => {
    await desk.putClock(Date.parse(start) + 40 * DAY_MS);
    const cancel = { scheduledActions: [{ scheduleType: 'TermEnd', actionType: 'Cancel' }] };
    expect(await off(cancel)).toBe(200);
    expect(await read()).toMatchObject(cancel);
    expect(readSubscription(await read())?.atTermEnd).toBe('cancel');
    expect(await off({ scheduledActions: [{ scheduleType: 'TermEnd', actionType: 'RenewToExtendedServiceTerm' }] })).toBe(200);
    expect(await off(cancel)).toBe(200);
    await desk.putClock(end);
    expect(await read()).toMatchObject({ status: 'expired', commitmentEndDate: end });
  });
});

describe('suspending', () => {
  it('freezes all but reactivation and cancelling, and does not stop the term', async () => {
    expect(await desk.refusal(yearly, { status: 'suspended', quantity: yearly.quantity + 1 })).toEqual([400, 2001]);
    expect(await desk.change(yearly, { status: 'suspended' })).toMatchObject({
      status: 200, body: { status: 'suspended', suspensionReasons: ['CustomerSuspended'], refundableQuantity: { totalQuantity: 0 } },
    });
    for (const change of [{ quantity: yearly.quantity + 1 }, { friendlyName: 'Altro' }, { autoRenewEnabled: false }])
      expect(await desk.refusal(yearly, change)).toEqual([400, 800_091]);
    await desk.putClock(plusYears(yearly.createdAt, 1));
    expect(await desk.change(yearly, { status: 'Active', friendlyName: 'Di nuovo' })).toMatchObject({
      body: { status: 'active', friendlyName: 'Di nuovo', suspensionReasons: [], effectiveStartDate: plusYears(yearly.createdAt, 1) },
    });
    await desk.change(yearly, { status: 'suspended' });
    expect(await desk.change(yearly, { status: 'deleted' })).toMatchObject({ status: 200, body: { status: 'deleted' } });
    expect((await desk.client.ledger()).writes.map(({ scenario }) => scenario)).toEqual([
      'suspend-subscription', 'reactivate-subscription', 'suspend-subscription', 'cancel-subscription',
    ]);
  });
});

describe('a state file', () => {
  it('of an earlier version is read, with the changes in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'));
    const file = join(folder, 'state.jsonl');
    const [first, second] = seeded.filter((one) => one.lapses !== true);
    if (first === undefined || second === undefined) throw new Error('the seed is empty');
    const events = [
      { type: 'subscription-changed', subscriptionId: first.id, change: { friendlyName: 'Di prima', partnerId: '4890002' } },
      { type: 'subscription-changed', subscriptionId: second.id, change: { cancelledAt: '2026-01-01T00:00:00.000Z' } },
    ];
    const head = { kind: 'practice-state', version: 1, seed: 'small', secret: 'a'.repeat(64) };
    writeFileSync(file, [head, { kind: 'control', events }].map((line) => `${JSON.stringify(line)}\n`).join(''));
    const at = '2026-03-01T00:00:00Z';
    const former = await openSubscriptionDesk(at, file);
    expect(await former.read(pathOf(first))).toMatchObject({ friendlyName: 'Di prima', partnerId: '4890002', status: 'active' });
    expect(await former.read(pathOf(second))).toMatchObject({ status: 'deleted' });
    await former.change(first, { quantity: first.quantity + 1, autoRenewEnabled: false });
    const before = await former.read(pathOf(first));
    await former.close();
    const later = await openSubscriptionDesk(at, file);
    expect(await later.read(pathOf(first))).toEqual(before);
    await later.close();
    expect(readFileSync(file, 'utf8').match(/tenant-opened/gu)).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });
});
