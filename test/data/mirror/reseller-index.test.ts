import { afterEach, describe, expect, it, vi } from 'vitest';
import { ActivityIndex } from '../../../renderer/data/mirror/activity-index.ts';
import { openMirrorDatabase } from '../../../renderer/data/mirror/mirror-database.ts';
import type { MirrorStore } from '../../../renderer/data/mirror/mirror-store.ts';
import { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId, ResellerTenantId, newAccountId } from '../../../shared/ids.ts';
import { Instant } from '../../../shared/instant.ts';
import { customerId, portTo, pullTenant, resellerId } from './pull-tenant.ts';
import { endStore, handClock, openStore } from './stores.ts';

const uno = ResellerTenantId.parse(resellerId(1));
const [partnerId, other] = ['4890002', '4890003'];
const at = Instant.parse('2026-11-20T00:00:00.000Z');
const tenantId = (number: number): CustomerTenantId => CustomerTenantId.parse(customerId(number));
const day = (number: number): Instant => Instant.parse(`2026-03-0${number}T00:00:00.000Z`);
const bought = (credited: string, createdAt: Instant): readonly Subscription[] => [Subscription.parse({
  id: 's', offerName: 'Plan', friendlyName: 'Plan', quantity: 1, status: 'active', autoRenewEnabled: true, createdAt, partnerId: credited,
})];

afterEach(() => void vi.restoreAllMocks());

/** A store as the app opens it, with twenty customers that were read. */
async function openAgain(): Promise<MirrorStore> {
  const accountId = newAccountId();
  const store = await openStore(handClock(), accountId);
  const customers = Array.from({ length: 20 }, (_, number) => ({
    id: customerId(number), name: `Customer ${number}`, domain: `${number}.example`, ...(number === 1 ? { resellerId: uno } : {}),
  }));
  await store.pull(portTo(pullTenant({ customers, resellers: [{ id: uno, name: 'Uno' }] })));
  for (let number = 0; number < 20; number += 1) {
    const subscriptions = bought(number === 7 ? partnerId : other, day(2));
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(number), subscriptions, at });
  }
  await endStore(store);
  return openStore(handClock(), accountId);
}

/** How often all records of customers were gone through; the first `failures` times it fails. */
function walks(failures = 0): { count: number } {
  const seen = { count: 0 };
  const real = IDBObjectStore.prototype.getAll;
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function walked(this: IDBObjectStore, query, count) {
    if (this.name === 'customers') {
      seen.count += 1;
      if (seen.count <= failures) throw new DOMException('disk trouble', 'UnknownError');
    }
    return real.call(this, query, count);
  });
  return seen;
}

/** Resolves when the list of resellers is told of. */
function told(store: MirrorStore): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = store.subscribe((topics) => topics.includes('resellers') && resolve());
  return promise.finally(stop);
}

describe('the list of resellers', () => {
  it('comes before the records of all customers were read, and is told of again after', async () => {
    const store = await openAgain();
    const read = told(store);
    expect(await store.resellers()).toMatchObject([{ name: 'Uno', customerCount: 1 }]);
    await read;
    expect(await store.resellers()).toMatchObject([{ name: 'Uno', lastActivityAt: day(2) }]);
  });

  it('outlives records that could not be read once, and so does what is stored', async () => {
    const store = await openAgain();
    const seen = walks(1);
    expect(await store.resellers()).toHaveLength(1);
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(3), subscriptions: bought(partnerId, day(3)), at });
    await vi.waitFor(async () => expect(await store.resellers()).toMatchObject([{ lastActivityAt: day(3) }]));
    expect(seen.count).toBeGreaterThan(1);
  });

  it('knows what was stored while the records were read', async () => {
    const database = await openMirrorDatabase(newAccountId());
    await database.customers.put({ id: tenantId(1), subscriptions: bought(partnerId, day(2)) });
    const index = new ActivityIndex(database, () => undefined);
    const reading = index.customersOf([other], new Set());
    index.take({ id: tenantId(1), subscriptions: bought(other, day(4)) });
    expect(await reading).toEqual([tenantId(1)]);
    expect([...index.latest()]).toEqual([[other, day(4)]]);
    database.close();
  });
});

describe("a reseller's business", () => {
  it('is read from its own customers and from those that name it, never again from all', async () => {
    const store = await openAgain();
    await store.apply({
      kind: 'support-contacts-read', customerId: tenantId(9), contacts: { s: { tenantId: uno.toUpperCase(), partnerId: '', name: 'Uno' } }, at,
    });
    await store.resellerBusiness({ resellerId: uno, partnerId });
    const seen = walks();
    const business = await store.resellerBusiness({ resellerId: uno, partnerId });
    expect(business.customersRead).toBe(1);
    expect(business.subscriptions.map((row) => row.customerId)).toEqual([tenantId(7)]);
    expect(business.supported.map((row) => row.customerId)).toEqual([tenantId(9)]);
    expect(seen.count).toBe(0);
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(12), subscriptions: bought(partnerId, day(5)), at });
    const { subscriptions } = await store.resellerBusiness({ resellerId: uno, partnerId });
    expect(subscriptions.map((row) => row.customerName)).toEqual(['Customer 7', 'Customer 12']);
    expect(seen.count).toBe(0);
  });
});
