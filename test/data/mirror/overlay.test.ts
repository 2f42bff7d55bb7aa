import { describe, expect, it } from 'vitest';
import { CustomerList } from '../../../renderer/data/mirror/customer-list.ts';
import { CustomerRecords } from '../../../renderer/data/mirror/customer-records.ts';
import { ListPull } from '../../../renderer/data/mirror/list-pull.ts';
import { openMirrorDatabase } from '../../../renderer/data/mirror/mirror-database.ts';
import type { CustomerDetail } from '../../../shared/domain/customer/customer-form.ts';
import { Order } from '../../../shared/domain/order/order.ts';
import { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId, ResellerTenantId, newAccountId } from '../../../shared/ids.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';
import type { CustomerRow } from '../../../shared/ports/mirror.ts';
import { customerId, portTo, pullTenant, resellerId } from './pull-tenant.ts';
import type { PullTenant } from './pull-tenant.ts';
import { endStore, handClock, openStore } from './stores.ts';

const tenantId = (number: number): CustomerTenantId => CustomerTenantId.parse(customerId(number));
const uno = ResellerTenantId.parse(resellerId(1));
const listed = { id: customerId(1), name: 'Birra Rossi', domain: 'birra.example' };
const tenant = (): PullTenant => pullTenant({ customers: [listed], resellers: [{ id: uno, name: 'Uno' }] });

const made: CustomerRow = {
  id: tenantId(7), name: 'Àncora S.r.l.', domain: 'ancora.example', relationship: 'reseller', resellerIds: [uno],
};
const detail: CustomerDetail = { id: tenantId(1), companyName: 'Birra Verdi', domain: 'birra.example', relationship: 'reseller' };
const order = (id: string, createdAt: string): Order =>
  Order.parse({ id, customerId: customerId(1), billingCycle: 'monthly', status: 'completed', createdAt, lines: [] });

const names = async (store: Awaited<ReturnType<typeof openStore>>, text = ''): Promise<readonly string[]> =>
  (await store.customers({ text, offset: 0, limit: 50 })).rows.map((row) => row.name);

describe('what the server told outside a pull', () => {
  it('shows a customer made here at once, also to its reseller and after a restart', async () => {
    const accountId = newAccountId();
    const store = await openStore(handClock(), accountId);
    await store.pull(portTo(tenant()));
    await store.apply({ kind: 'customer-created', row: made });
    expect(await names(store)).toEqual(['Àncora S.r.l.', 'Birra Rossi']);
    expect(await names(store, 'ancora')).toEqual(['Àncora S.r.l.']);
    expect((await store.customers({ text: '', resellerId: uno, offset: 0, limit: 5 })).rows).toEqual([made]);
    expect((await store.resellers())[0]?.customerCount).toBe(1);
    expect((await store.status()).collections.customers.count).toBe(2);
    await endStore(store);

    const again = await openStore(handClock(), accountId);
    expect(await names(again)).toEqual(['Àncora S.r.l.', 'Birra Rossi']);
    expect((await again.customers({ text: 'ancora', offset: 0, limit: 5 })).rows).toEqual([made]);
    expect((await again.customer(made.id))?.row).toEqual(made);
  });

  it('keeps a customer made here while a list is being switched', async () => {
    const database = await openMirrorDatabase(newAccountId());
    const list = new CustomerList(database, () => undefined);
    const records = new CustomerRecords(database, list, () => undefined);
    const clock = handClock();
    const row = { id: tenantId(1), name: listed.name, domain: listed.domain, relationship: 'reseller' };
    const pulled = async (): Promise<ListPull> => {
      const pull = await ListPull.open(database, list, clock.now());
      await pull.add({ rows: [row] });
      return pull;
    };
    await (await pulled()).finish();
    const second = await pulled();
    const created = { kind: 'customer-created', row: made, detail: { ...detail, id: made.id } } as const;
    await Promise.all([second.finish(), records.apply(created, clock.now())]);
    expect(await records.record(made.id)).toMatchObject({ row: made, detail: created.detail });
    expect((await new CustomerList(database, () => undefined).page({ text: '', offset: 0, limit: 5 })).total).toBe(2);
    await list.idle();
    database.close();
  });

  it('takes a customer that was never pulled', async () => {
    const store = await openStore();
    await store.apply({ kind: 'customer-created', row: made });
    expect(await names(store)).toEqual(['Àncora S.r.l.']);
  });

  it('shows a changed name, finds the new one and no longer the former', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    await store.apply({ kind: 'customer-read', detail, at: clock.now() });
    expect(await names(store, 'verdi')).toEqual(['Birra Verdi']);
    expect(await names(store, 'rossi')).toEqual([]);
    expect(await store.customer(tenantId(1))).toMatchObject({ detail, refreshedAt: clock.now(), row: { name: 'Birra Verdi' } });
  });

  it('lets a later list win, and keeps a young customer that the list does not name yet', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    await store.apply({ kind: 'customer-read', detail, at: clock.now() });
    clock.pass(3600);
    await store.apply({ kind: 'customer-created', row: made });
    clock.pass(60);
    await store.pull(portTo(tenant()));
    expect(await names(store)).toEqual(['Àncora S.r.l.', 'Birra Rossi']);
    clock.pass(3600);
    await store.pull(portTo(tenant()));
    expect(await names(store)).toEqual(['Birra Rossi']);
    expect(await store.customer(made.id)).toBeUndefined();
  });

  it('keeps an order we placed until the server lists it', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    const customer = { customerId: tenantId(1) };
    const old = order('old', '2026-01-01T00:00:00.000Z');
    const fresh = order('fresh', '2026-11-24T09:00:00.000Z');
    await store.apply({ kind: 'orders-placed', ...customer, orders: [fresh] });
    await store.apply({ kind: 'orders-read', ...customer, orders: [old], at: clock.now() });
    const ids = async (): Promise<readonly string[]> => (await store.orders({ text: '', limit: 9 })).map((row) => row.order.id);
    expect(await ids()).toEqual(['fresh', 'old']);
    await store.apply({ kind: 'orders-read', ...customer, orders: [fresh, old], at: clock.now() });
    expect(await ids()).toEqual(['fresh', 'old']);
    await store.apply({ kind: 'orders-read', ...customer, orders: [old], at: clock.now() });
    expect(await ids()).toEqual(['old']);
    expect((await store.orders({ text: 'rossi old', limit: 9 }))[0]?.customerName).toBe('Birra Rossi');
  });

  it('keeps subscriptions, what they may become and the agreement inside the customer', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    const subscription = {
      id: 's1', offerName: 'Plan', friendlyName: 'Café', quantity: 2, status: 'active', autoRenewEnabled: true,
    };
    await Promise.all([
      store.apply({ kind: 'subscriptions-read', customerId: tenantId(1), subscriptions: [subscription], at: clock.now() }),
      store.apply({ kind: 'agreement-read', customerId: tenantId(1), agreement: { isAccepted: true, acceptedAt: clock.now() } }),
    ]);
    expect(await store.subscriptions({ text: 'cafe rossi', limit: 5 })).toEqual([
      { subscription, customerId: customerId(1), customerName: 'Birra Rossi', readAt: clock.now() },
    ]);
    const what = { customerId: tenantId(1), upgrades: { targets: { immediate: [], scheduled: [] }, at: clock.now() } };
    const known = async (): Promise<object | undefined> => (await store.customer(tenantId(1)))?.upgrades;
    await store.apply({ kind: 'upgrades-known', subscriptionId: 's1', ...what });
    await store.apply({ kind: 'upgrades-known', subscriptionId: 's2', ...what });
    expect(await known()).toEqual({ s1: what.upgrades, s2: what.upgrades });
    // upgraded: what it could become it cannot become any more
    await store.apply({ kind: 'upgrades-known', subscriptionId: 's1', customerId: tenantId(1) });
    expect(await known()).toEqual({ s2: what.upgrades });
    expect((await store.customer(tenantId(1)))?.agreement).toEqual({ isAccepted: true, acceptedAt: clock.now() });
  });

  it('answers for the subscriptions that end before a moment, of some customers, of one reseller or none', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    expect(await store.subscriptionCoverage()).toEqual({ customers: 1, read: 0 });
    const end = Instant.parse('2026-12-01T00:00:00.000Z');
    const subscription = (id: string, more: object): Subscription => Subscription.parse({
      id, offerName: id, friendlyName: id, quantity: 1, status: 'Active', autoRenewEnabled: true, ...more,
    });
    await store.apply({ kind: 'customer-read', detail: { ...detail, country: 'it' }, at: clock.now() });
    const subscriptions = [
      subscription('soon', { endsAt: plusSeconds(end, -1), partnerId: '4847383' }), subscription('later', { endsAt: end }),
      subscription('endless', {}), subscription('gone', { endsAt: plusSeconds(end, -1), status: 'deleted' }),
    ];
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(1), subscriptions, at: clock.now() });
    const ids = async (query: object): Promise<readonly string[]> =>
      (await store.subscriptions({ text: '', limit: 9, ...query })).map((row) => row.subscription.id).toSorted();
    expect(await ids({ endsBefore: end })).toEqual(['gone', 'soon']);
    expect(await ids({ endsBefore: end, status: 'active' })).toEqual(['soon']);
    expect(await ids({ partnerId: '4847383' })).toEqual(['soon']);
    expect(await ids({ partnerId: 'none', status: 'ACTIVE' })).toEqual(['endless', 'later']);
    expect(await ids({ customerIds: [tenantId(1)] })).toHaveLength(4);
    expect(await ids({ customerIds: [tenantId(0)] })).toEqual([]);
    expect(await store.subscriptions({ text: 'soon', limit: 1 })).toMatchObject([{ readAt: clock.now(), country: 'IT' }]);
    expect(await store.subscriptionCoverage()).toEqual({ customers: 1, read: 1 });
  });

  it('answers for what runs past a moment: what is over or was to be decided before it is left out, a day lasts to its end', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    const moment = Instant.parse('2026-12-01T10:00:00.000Z');
    const ending = (id: string, endsAt: string | undefined, status = 'active'): Subscription => Subscription.parse({
      id, offerName: id, friendlyName: id, quantity: 1, status, autoRenewEnabled: true, ...(endsAt === undefined ? {} : { endsAt }),
    });
    const subscriptions = [
      ending('hour over', '2026-12-01T09:59:59.000Z'), ending('hour to come', '2026-12-01T10:00:01.000Z'),
      ending('day', '2026-12-01T00:00:00.000Z'), ending('day over', '2026-11-30T00:00:00.000Z'),
      ending('suspended', '2027-01-01T00:00:00.000Z', 'Suspended'), ending('gone', '2027-01-01T00:00:00.000Z', 'deleted'),
      ending('endless', undefined), ending('azure', '9999-12-14T00:00:00.000Z'), ending('late', '2027-03-15T12:00:00.000Z'),
    ];
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(1), subscriptions, at: clock.now() });
    const ids = async (more: object): Promise<readonly string[]> =>
      (await store.subscriptions({ text: '', limit: 99, runsPast: moment, ...more })).map((row) => row.subscription.id).toSorted();
    expect(await ids({})).toEqual(['day', 'hour to come', 'late', 'suspended']);
    expect(await ids({ endsBefore: plusSeconds(moment, 90 * 86_400) })).toEqual(['day', 'hour to come', 'suspended']);
  });

  it('answers for the orders of which something can be cancelled, of all customers, newest first, and for no others', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.apply({ kind: 'customer-created', row: made });
    await store.pull(portTo(tenant()));
    const now = clock.now();
    const hour = 3600;
    const subscriptions = [
      { id: 'open', cancellableUntil: plusSeconds(now, hour) }, { id: 'shut', cancellableUntil: plusSeconds(now, -hour) },
    ].map((more) => Subscription.parse({ offerName: 'Plan', friendlyName: 'Plan', quantity: 1, status: 'active', autoRenewEnabled: true, ...more }));
    const bought = (id: string, subscriptionId: string, ageHours: number, owner = tenantId(1)): Order => Order.parse({
      id, customerId: owner, billingCycle: 'monthly', status: 'completed', createdAt: plusSeconds(now, -ageHours * hour),
      lines: [{ lineNumber: 0, offerId: 'o', friendlyName: 'Plan', quantity: 1, subscriptionId }],
    });
    const orders = [bought('of open', 'open', 150), bought('of shut', 'shut', 1), bought('unread', 'none', 100), bought('old', 'none', 200)];
    await store.apply({ kind: 'subscriptions-read', customerId: tenantId(1), subscriptions, at: now });
    await store.apply({ kind: 'orders-read', customerId: tenantId(1), orders, at: now });
    // of another customer: the same id there is another subscription
    await store.apply({ kind: 'orders-read', customerId: made.id, orders: [bought('other', 'shut', 120, made.id)], at: now });
    expect(await store.openOrders(now)).toEqual([
      { orderId: 'unread', customerName: 'Birra Rossi', windows: [{ until: plusSeconds(now, 68 * hour), isEstimate: true }] },
      { orderId: 'other', customerName: made.name, windows: [{ until: plusSeconds(now, 48 * hour), isEstimate: true }] },
      { orderId: 'of open', customerName: 'Birra Rossi', windows: [{ until: plusSeconds(now, hour), isEstimate: false }] },
    ]);
    expect(await store.openOrders(plusSeconds(now, 2 * hour))).toHaveLength(2);
  });

  it('is not touched by a pull of the list', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenant()));
    await store.apply({ kind: 'orders-placed', customerId: tenantId(1), orders: [order('o', clock.now())] });
    await store.pull(portTo(tenant()));
    expect(await store.orders({ text: '', limit: 9 })).toHaveLength(1);
  });

  it('learns of which base an add-on is, and of an add-on that the list lacked', async () => {
    const store = await openStore();
    await store.apply({ kind: 'customer-created', row: made });
    const of = (id: string, more: object = {}): Subscription =>
      Subscription.parse({ id, offerName: id, friendlyName: id, quantity: 1, status: 'active', autoRenewEnabled: true, ...more });
    const at = Instant.parse('2026-11-24T09:00:00.000Z');
    const addon = (id: string): Subscription => of(id, { parentSubscriptionId: 'base' });
    await store.apply({ kind: 'addons-read', customerId: made.id, addons: [addon('early')] });
    expect((await store.customer(made.id))?.subscriptions).toBeUndefined();
    await store.apply({ kind: 'subscriptions-read', customerId: made.id, at, subscriptions: [of('base'), of('archive', { quantity: 9 })] });
    await store.apply({ kind: 'addons-read', customerId: made.id, addons: [addon('archive'), addon('late')] });
    expect((await store.customer(made.id))?.subscriptions).toEqual([
      of('base'), of('archive', { quantity: 9, parentSubscriptionId: 'base' }), addon('late'),
    ]);
  });

  it('keeps a change that was made while the list was being read, and takes the next list as it is', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.apply({ kind: 'customer-created', row: made });
    const of = (id: string, quantity: number): Subscription =>
      Subscription.parse({ id, offerName: id, friendlyName: id, quantity, status: 'active', autoRenewEnabled: true });
    const read = (at: Instant): Promise<void> =>
      store.apply({ kind: 'subscriptions-read', customerId: made.id, subscriptions: [of('one', 1), of('two', 2)], at });
    const seats = async (): Promise<unknown> => (await store.customer(made.id))?.subscriptions?.map(({ quantity }) => quantity);
    await read(clock.now());
    const begun = clock.now();
    clock.pass(60);
    await store.apply({ kind: 'subscription-changed', customerId: made.id, subscription: of('one', 7) });
    await read(begun);
    expect(await seats()).toEqual([7, 2]);
    clock.pass(60);
    await read(clock.now());
    expect(await seats()).toEqual([1, 2]);
  });

  it('lets the add-ons of a cancelled subscription end with it, and the order whose lines are all cancelled', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.apply({ kind: 'customer-created', row: made });
    const subscription = (id: string, more: object = {}): Subscription => Subscription.parse({
      id, offerName: id, friendlyName: id, quantity: 1, status: 'active', autoRenewEnabled: true, ...more,
    });
    const bought = (id: string, ...subscriptionIds: string[]): Order => ({
      ...order(id, '2026-11-20T09:00:00.000Z'),
      lines: subscriptionIds.map((subscriptionId, lineNumber) => ({ lineNumber, offerId: '', friendlyName: '', quantity: 1, subscriptionId })),
    });
    const subscriptions = [subscription('base'), subscription('addon', { parentSubscriptionId: 'base' }), subscription('other')];
    await store.apply({ kind: 'subscriptions-read', customerId: made.id, subscriptions, at: clock.now() });
    const orders = [bought('whole', 'base', 'addon'), bought('part', 'base', 'other')];
    await store.apply({ kind: 'orders-read', customerId: made.id, orders, at: clock.now() });
    await store.apply({ kind: 'subscription-changed', customerId: made.id, subscription: subscription('base', { status: 'deleted' }) });
    const record = await store.customer(made.id);
    expect(record?.subscriptions?.map(({ id, status }) => `${id} ${status}`)).toEqual(['base deleted', 'addon deleted', 'other active']);
    expect(record?.orders?.map(({ id, status }) => `${id} ${status}`)).toEqual(['whole cancelled', 'part completed']);
  });
});
