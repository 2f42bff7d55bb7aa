import { describe, expect, it } from 'vitest';
import { Order } from '../../../shared/domain/order/order.ts';
import { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId, ResellerTenantId, newAccountId } from '../../../shared/ids.ts';
import { Instant } from '../../../shared/instant.ts';
import { customerId, portTo, pullTenant, resellerId } from './pull-tenant.ts';
import type { PullTenant } from './pull-tenant.ts';
import { endStore, handClock, openStore } from './stores.ts';

const tenantId = (number: number): CustomerTenantId => CustomerTenantId.parse(customerId(number));
const uno = ResellerTenantId.parse(resellerId(1));
const due = ResellerTenantId.parse(resellerId(2));
const partnerId = '4890002';
const other = '4890003';

const tenant = (): PullTenant => pullTenant({
  customers: [
    { id: customerId(1), name: 'Birra Rossi', domain: 'birra.example', resellerId: uno },
    { id: customerId(2), name: 'Àncora', domain: 'ancora.example', resellerId: uno },
    { id: customerId(3), name: 'Direct', domain: 'direct.example' },
  ],
  resellers: [{ id: uno, name: 'Uno' }, { id: due, name: 'Due' }],
});
const reseller = (id: string, name: string, more: Partial<Reseller> = {}): Reseller =>
  Reseller.parse({ id, name, partnerId, state: 'Active', location: 'IT', ...more });

const day = (number: number): Instant => Instant.parse(`2026-03-0${number}T00:00:00.000Z`);
const order = (id: string, at: Instant, ...partnerIds: readonly string[]): Order =>
  Order.parse({
    id, customerId: customerId(1), billingCycle: 'monthly', status: 'completed', createdAt: at,
    lines: partnerIds.map((one, lineNumber) => ({ lineNumber, offerId: 'o', friendlyName: 'Plan', quantity: 1, partnerId: one })),
  });
const subscription = (id: string, at: Instant, credited?: string): Subscription =>
  Subscription.parse({
    id, offerName: 'Plan', friendlyName: 'Plan', quantity: 1, status: 'active', autoRenewEnabled: true, createdAt: at,
    ...(credited === undefined ? {} : { partnerId: credited }),
  });

/** Once the records of all customers were read: a reseller's business waits for them, the list does not. */
async function activity(store: Awaited<ReturnType<typeof openStore>>, id = uno): Promise<string | undefined> {
  await store.resellerBusiness({ resellerId: id, partnerId });
  return (await store.resellers()).find((row) => row.id === id)?.lastActivityAt;
}

describe('the last activity of a reseller', () => {
  it('is the newest order line or subscription that credits it, follows each change, and survives a restart', async () => {
    const accountId = newAccountId();
    const store = await openStore(handClock(), accountId);
    await store.pull(portTo({ ...tenant(), resellers: [{ id: uno, name: 'Uno' }] }));
    expect(await activity(store)).toBeUndefined();
    const at = day(9);
    await store.apply({ kind: 'orders-read', customerId: tenantId(1), orders: [order('a', day(2), other, partnerId)], at });
    expect(await activity(store)).toBe(day(2));
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(3), subscriptions: [subscription('s', day(4), partnerId)], at });
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(2), subscriptions: [subscription('t', day(5))], at });
    expect(await activity(store)).toBe(day(4));
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(3), subscriptions: [subscription('s', day(4), other)], at });
    expect(await activity(store)).toBe(day(2));
    await endStore(store);
    expect(await activity(await openStore(handClock(), accountId))).toBe(day(2));
  });

  it('forgets customers that a pull let go of', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    await store.apply({ kind: 'orders-read', customerId: tenantId(3), orders: [order('a', day(2), partnerId)], at: clock.now() });
    expect(await activity(store)).toBe(day(2));
    clock.pass(3600);
    await store.pull(portTo({ ...tenant(), customers: tenant().customers.slice(0, 2) }));
    expect(await activity(store)).toBeUndefined();
  });

  it('tells that the list changed only when it did', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    await activity(store);
    const orders = [order('a', day(2), partnerId)];
    const topicsOf = async (): Promise<readonly string[]> => {
      const told = Promise.withResolvers<readonly string[]>();
      const stop = store.subscribe((topics) => topics.includes('customers') && told.resolve(topics));
      await store.apply({ kind: 'orders-read', customerId: tenantId(1), orders, at: clock.now() });
      return told.promise.finally(stop);
    };
    expect(await topicsOf()).toContain('resellers');
    expect(await topicsOf()).not.toContain('resellers');
  });
});

describe("a reseller's business", () => {
  it('is made of its customers, and of what credits it at any customer', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    const query = { resellerId: uno, partnerId };
    const customers = [
      { id: tenantId(2), name: 'Àncora', domain: 'ancora.example' }, { id: tenantId(1), name: 'Birra Rossi', domain: 'birra.example' },
    ];
    expect(await store.resellerBusiness(query)).toEqual({
      customers, customersRead: 0, customerEmails: [], subscriptions: [], supported: [], orders: [],
    });
    const detail = { id: tenantId(1), companyName: 'Birra Rossi', domain: 'birra.example', relationship: 'reseller' };
    await store.apply({ kind: 'customer-read', detail: { ...detail, contact: { email: 'a@birra.example' } }, at: day(8) });
    await store.apply({ kind: 'orders-read', customerId: tenantId(1), orders: [order('old', day(1), partnerId)], at: day(8) });
    const [mine, theirs] = [subscription('s1', day(2), partnerId), subscription('s2', day(3), other)];
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(3), subscriptions: [mine, theirs], at: day(9) });
    const orders = [order('new', day(3), other, partnerId), order('no', day(4), other)];
    await store.apply({ kind: 'orders-read', customerId: tenantId(3), orders, at: day(9) });
    const contacts = {
      s1: { tenantId: resellerId(9), partnerId: other, name: 'Other' }, s2: { tenantId: uno.toUpperCase(), partnerId: '', name: 'Uno' },
    };
    await store.apply({ kind: 'support-contacts-read', customerId: tenantId(3), contacts, at: day(9) });
    const direct = { customerId: tenantId(3), customerName: 'Direct' };
    const business = await store.resellerBusiness(query);
    expect(business).toMatchObject({
      customers, customersRead: 1, oldestReadAt: day(8), customerEmails: ['a@birra.example'],
      subscriptions: [{ subscription: mine, ...direct }], supported: [{ subscription: theirs, ...direct }],
    });
    expect(business.orders.map((row) => [row.order.id, row.customerName])).toEqual([['new', 'Direct'], ['old', 'Birra Rossi']]);
    expect(await store.customer(tenantId(3))).toMatchObject({ supportContacts: contacts, supportContactsReadAt: { s1: day(9), s2: day(9) } });
  });

  it('credits nothing to a reseller without a Partner ID', async () => {
    const store = await openStore();
    await store.pull(portTo(tenant()));
    const subscriptions = [subscription('s', day(2), '')];
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(3), subscriptions, at: day(3) });
    const contacts = { s: { tenantId: '', partnerId: '', name: '' } };
    await store.apply({ kind: 'support-contacts-read', customerId: tenantId(3), contacts, at: day(3) });
    expect(await store.resellerBusiness({ resellerId: due, partnerId: '' })).toMatchObject({ subscriptions: [], supported: [], orders: [] });
  });
});

describe('a list of resellers read outside a pull', () => {
  const list = [reseller(due, 'Due'), reseller(resellerId(3), 'Tre', { partnerId: '' })];

  it('replaces rows, number and age, and tells of it; an older one is let go by', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    clock.pass(60);
    const told = Promise.withResolvers<readonly string[]>();
    store.subscribe((topics) => topics.includes('resellers') && told.resolve(topics));
    await store.replaceResellers(list, clock.now());
    await told.promise;
    expect((await store.resellers()).map(({ name, customerCount }) => [name, customerCount])).toEqual([['Due', 0], ['Tre', 0]]);
    expect((await store.status()).collections.resellers).toEqual({ count: 2, pulledAt: clock.now() });
    await store.replaceResellers([], Instant.parse('2026-01-01T00:00:00.000Z'));
    expect(await store.resellers()).toHaveLength(2);
  });

  it('does not disturb a pull that was interrupted: it goes on where it was', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    const first = tenant();
    first.failures.set('customers', { code: 'offline', afterPages: 0 });
    expect((await store.pull(portTo(first))).stopped).toMatchObject({ code: 'offline' });
    clock.pass(60);
    const at = clock.now();
    await store.replaceResellers([reseller(uno, 'Uno anew')], at);
    clock.pass(60);
    const second = tenant();
    expect((await store.pull(portTo(second))).stopped).toBeUndefined();
    expect(second.jobs.map(({ kind }) => kind)).not.toContain('resellers');
    expect(await store.resellers()).toMatchObject([{ name: 'Uno anew', customerCount: 2 }]);
    expect((await store.status()).collections.resellers.pulledAt).toBe(at);
  });

  it('comes in while a pull runs', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    const replaced: Promise<void>[] = [];
    const server: PullTenant = { ...tenant(), onPage: ({ kind }) => {
      if (kind === 'customers') replaced.push(store.replaceResellers(list, clock.now()));
    } };
    const status = await store.pull(portTo(server));
    await Promise.all(replaced);
    expect(status.stopped).toBeUndefined();
    expect((await store.resellers()).map(({ name }) => name)).toEqual(['Due', 'Tre']);
    expect(status.collections.customers.count).toBe(3);
  });

  it('is not replaced by the list of a pull that was asked for before it', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    const server: PullTenant = { ...tenant(), onPage: ({ kind }) => {
      if (kind !== 'resellers') return;
      clock.pass(20);
      // first in the line: the page of the pull is still on its way
      void store.replaceResellers(list, clock.now());
    } };
    const status = await store.pull(portTo(server));
    expect(status.collections.resellers).toEqual({ count: 2, pulledAt: clock.now() });
    expect((await store.resellers()).map(({ name }) => name)).toEqual(['Due', 'Tre']);
  });

  it('replaces one of a clock that was ahead, and is not replaced again by what is older', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    clock.pass(400 * 86_400);
    await store.replaceResellers([], clock.now());
    clock.pass(-399 * 86_400);
    const at = clock.now();
    await store.replaceResellers(list, at);
    expect((await store.status()).collections.resellers).toEqual({ count: 2, pulledAt: at });
    clock.pass(60);
    await store.replaceResellers([], Instant.parse('2026-11-24T09:00:00.000Z'));
    expect(await store.resellers()).toHaveLength(2);
  });

  it('does not lose a partner whose row cannot be read', async () => {
    const store = await openStore();
    await store.pull(portTo(tenant()));
    const garbled = tenant();
    garbled.resellers = [...garbled.resellers.slice(1), { id: 'no-id', name: 'Odd' }];
    expect((await store.pull(portTo(garbled))).stopped).toMatchObject({ code: 'malformed-answer' });
    expect(await store.resellers()).toHaveLength(2);
  });
});

describe('the organization', () => {
  it('is known to Microsoft and to its customers; what cannot be read stays as it was and fails nothing', async () => {
    const store = await openStore();
    await store.pull(portTo(tenant()));
    const known = {
      companyName: 'Own', partnerId: '4890001', legal: { companyName: 'Own Legal', vettingStatus: 'authorized', address: '', contact: '' },
      support: { email: 'help@own.example', telephone: '', website: '' },
    };
    expect(await store.organization()).toMatchObject(known);
    const refusing = tenant();
    refusing.failures.set('legal-business', { code: 'role-missing', afterPages: 0 });
    refusing.failures.set('support-profile', { code: 'role-missing', afterPages: 0 });
    const status = await store.pull(portTo(refusing));
    expect(status.stopped).toBeUndefined();
    expect(await store.organization()).toMatchObject(known);
    refusing.failures.set('support-profile', { code: 'no-answer', afterPages: 0 });
    expect((await store.pull(portTo(refusing))).stopped).toBeUndefined();
    const fresh = await openStore();
    await fresh.pull(portTo(refusing));
    expect(Object.keys((await fresh.organization()) ?? {})).not.toContain('legal');
  });
});
