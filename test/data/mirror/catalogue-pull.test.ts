import { describe, expect, it } from 'vitest';
import { openMirrorDatabase } from '../../../renderer/data/mirror/mirror-database.ts';
import { newAccountId } from '../../../shared/ids.ts';
import { plan, portTo, pullTenant, resellerId } from './pull-tenant.ts';
import type { PullTenant } from './pull-tenant.ts';
import { endStore, handClock, openStore } from './stores.ts';

const school = { ...plan, id: '0E01', segment: 'education', price: '1.40', erp: '1.75' } as const;
const tenantWith = (promotions: readonly string[]): PullTenant =>
  pullTenant({ promotions: promotions.map((id) => ({ id })), skus: [plan, school], resellers: [{ id: resellerId(1), name: 'Uno' }] });
const keysOf = async (store: Awaited<ReturnType<typeof openStore>>): Promise<readonly string[]> =>
  (await store.offers({ country: 'IT', text: '' })).map(({ key, segment }) => `${segment} ${key}`).toSorted();

describe('the catalogue of a pull', () => {
  it('has the offers of every segment, each with its own price', async () => {
    const store = await openStore();
    await store.pull(portTo(tenantWith([])));
    expect(await keysOf(store)).toEqual(['commercial IT:CFQ1:0001', 'education IT:CFQ1:0E01']);
    expect((await store.offer('IT:CFQ1:0E01'))?.terms).toMatchObject([{ unitPrice: { amount: '1.4' }, retailPrice: { amount: '1.75' } }]);
  });

  it('goes without a segment that is not allowed, and keeps the former offers of one that could not be read', async () => {
    const tenant = tenantWith([]);
    const store = await openStore();
    tenant.failures.set('products:nonprofit', { code: 'segment-not-allowed', afterPages: 0 });
    await store.pull(portTo(tenant));
    expect(await keysOf(store)).toHaveLength(2);
    tenant.failures.set('products:education', { code: 'server-trouble', afterPages: 0 });
    await store.pull(portTo(tenant));
    expect(await keysOf(store)).toEqual(['commercial IT:CFQ1:0001', 'education IT:CFQ1:0E01']);
    tenant.failures.set('products:education', { code: 'segment-not-allowed', afterPages: 0 });
    await store.pull(portTo(tenant));
    expect(await keysOf(store)).toEqual(['commercial IT:CFQ1:0001']);
    tenant.failures.set('products:commercial', { code: 'server-trouble', afterPages: 0 });
    await store.pull(portTo(tenant));
    expect(await keysOf(store)).toEqual(['commercial IT:CFQ1:0001']);
  });

  it('has the promotions that hold, with the limits that only the single one tells', async () => {
    const store = await openStore();
    await store.pull(portTo(tenantWith(['B', 'A'])));
    expect(await store.promotions('IT')).toEqual([
      expect.objectContaining({ id: 'A', minimumSeats: 5, maximumSeats: 300, endsAt: '2026-11-30T23:59:59.000Z' }),
      expect.objectContaining({ id: 'B', minimumSeats: 5, maximumSeats: 300 }),
    ]);
    expect((await store.promotions('IT'))[0]?.products).toEqual([
      { productId: 'CFQ1', skuId: '0001', termDuration: 'P1Y', billingCycle: 'monthly', discount: '0.15' },
    ]);
    expect(await store.promotions('DE')).toEqual([]);
  });

  it('says where the limits of a promotion are not known, and keeps promotions whose list could not be read', async () => {
    const tenant = tenantWith(['A']);
    const store = await openStore();
    tenant.failures.set('promotion', { code: 'server-trouble', afterPages: 0 });
    await store.pull(portTo(tenant));
    const [known] = await store.promotions('IT');
    expect(known).toMatchObject({ id: 'A', areLimitsUnknown: true });
    expect(known).not.toHaveProperty('maximumSeats');
    tenant.failures.clear();
    tenant.failures.set('promotions', { code: 'role-missing', afterPages: 0 });
    await store.pull(portTo(tenant));
    expect(await store.promotions('IT')).toEqual([known]);
    tenant.failures.clear();
    tenant.promotions = [];
    await store.pull(portTo(tenant));
    expect(await store.promotions('IT')).toEqual([]);
  });

  it('is not begun again for promotions that were cut off', async () => {
    const tenant = tenantWith(['A']);
    const store = await openStore();
    tenant.failures.set('promotions', { code: 'offline', afterPages: 0 });
    const { stopped } = await store.pull(portTo(tenant));
    expect(stopped?.code).toBe('offline');
    tenant.failures.clear();
    const asked = tenant.jobs.length;
    await store.pull(portTo(tenant));
    expect(tenant.jobs.slice(asked).map(({ kind }) => kind)).toEqual(['promotions', 'promotion']);
    expect(await store.promotions('IT')).toHaveLength(1);
  });
});

it('reads a catalogue of an earlier release, which says less', async () => {
  const accountId = newAccountId();
  const database = await openMirrorDatabase(accountId);
  const offer = {
    key: 'IT:CFQ1:0001', country: 'IT', productId: 'CFQ1', skuId: '0001', title: 'Plan', description: '', minimumQuantity: 1,
    maximumQuantity: 300, isTrial: false, needsCustomerAgreement: true, terms: [], isPracticePrice: true,
  };
  await database.table('catalogues').put({ country: 'IT', offers: [offer] });
  database.close();
  const store = await openStore(handClock(), accountId);
  expect(await store.offer('IT:CFQ1:0001')).toEqual({
    ...offer, segment: 'commercial', isAddon: false, prerequisiteSkus: [], needsAttestation: false,
  });
  expect(await store.offers({ country: 'IT', text: 'cfq1:0001' })).toHaveLength(1);
  expect(await store.promotions('IT')).toEqual([]);
  await endStore(store);
});
