import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectionOf } from './shapes.ts';
import { openSubscriptionDesk, pathOf, seeded, seededWhere, type SubscriptionDesk } from './subscription-desk.ts';

const addon = seededWhere((one) => one.parentSubscriptionId !== undefined && one.lapses !== true);
const base = seededWhere((one) => one.id === addon.parentSubscriptionId);
let desk: SubscriptionDesk;

beforeEach(async () => {
  desk = await openSubscriptionDesk(Math.max(Date.parse(addon.createdAt), Date.parse(base.createdAt)) + 60_000);
});
afterEach(async () => {
  await desk.close();
});
const statuses = async (): Promise<readonly unknown[]> =>
  [(await desk.read(pathOf(base)))['status'], (await desk.read(pathOf(addon)))['status']];

describe('the add-ons of a subscription', () => {
  it('are listed, name their base, and a base says that it may have some', async () => {
    const list = collectionOf((await desk.client.call('GET', `${pathOf(base)}/addons`)).body);
    expect(list.items).toEqual([await desk.read(pathOf(addon))]);
    expect(list.items[0]).toMatchObject({
      parentSubscriptionId: base.id, hasPurchasableAddons: false,
      links: { parentSubscription: { uri: pathOf(base).replace('/v1', '') } },
    });
    const entitlementId = expect.stringMatching(/^[0-9a-f-]{36}$/u) as unknown;
    expect(await desk.read(pathOf(base))).toMatchObject({ hasPurchasableAddons: true, entitlementId });
    expect(collectionOf((await desk.client.call('GET', `${pathOf(addon)}/addons`)).body).items).toEqual([]);
    expect((await desk.client.call('GET', `${pathOf(addon)}x/addons`)).status).toBe(404);
  });

  it('are suspended and reactivated with their base, and cannot be active without it (27009)', async () => {
    await desk.change(base, { status: 'suspended' });
    expect(await statuses()).toEqual(['suspended', 'suspended']);
    expect(await desk.refusal(addon, { status: 'active' })).toEqual([409, 27_009]);
    await desk.change(base, { status: 'active' });
    expect(await statuses()).toEqual(['active', 'active']);
    expect((await desk.client.ledger()).writes).toHaveLength(2);
  });

  it('stay suspended when they had been so on their own', async () => {
    await desk.change(addon, { status: 'suspended' });
    await desk.change(base, { status: 'suspended' });
    await desk.change(base, { status: 'active' });
    expect(await statuses()).toEqual(['active', 'suspended']);
    await desk.change(addon, { status: 'active' });
    expect(await statuses()).toEqual(['active', 'active']);
  });

  it('follow a slow base when it shows its change', async () => {
    await desk.client.fault({ kind: 'slow-changes', seconds: 5 });
    await desk.change(base, { status: 'suspended' });
    expect(await statuses()).toEqual(['active', 'active']);
    expect(await desk.refusal(addon, { friendlyName: 'Altro' })).toEqual([409, 900_278]);
    await desk.putClock(desk.now() + 5_000);
    expect(await statuses()).toEqual(['suspended', 'suspended']);
  });
});

describe('the small seed', () => {
  it('has every seventh subscription told not to renew, some with a nickname, many that end soon', async () => {
    const part = (count: number): number => count / seeded.length;
    expect(part(seeded.filter((one) => one.lapses === true).length)).toBeCloseTo(1 / 7, 1);
    expect(part(seeded.filter((one) => one.friendlyName !== undefined).length)).toBeCloseTo(1 / 9, 1);
    const lapsing = seededWhere((one) => one.lapses === true && one.termDuration === 'P1Y');
    await desk.putClock(desk.now());
    expect(await desk.read(pathOf(lapsing))).toMatchObject({ autoRenewEnabled: false, status: 'active' });
  });
});
