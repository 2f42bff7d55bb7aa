import { describe, expect, it } from 'vitest';
import { openMirrorDatabase } from '../../../renderer/data/mirror/mirror-database.ts';
import { newAccountId } from '../../../shared/ids.ts';
import type { MirrorStatus } from '../../../shared/ports/mirror.ts';
import { customerId, portTo, pullTenant, resellerId } from './pull-tenant.ts';
import type { PullTenant } from './pull-tenant.ts';
import { endStore, handClock, openStore } from './stores.ts';

const tenantOf = (count: number): PullTenant =>
  pullTenant({
    resellers: [
      { id: resellerId(1), name: 'Uno' },
      { id: resellerId(2), name: 'Due' },
      { id: resellerId(3), name: 'Tre', state: 'Suspended' },
    ],
    customers: Array.from({ length: count }, (_unused, number) => ({
      id: customerId(number),
      name: `Azienda ${String(count - number).padStart(4, '0')}`,
      domain: `azienda${number}.example`,
      ...(number % 3 === 0 ? {} : { resellerId: resellerId(number % 3) }),
    })),
  });

const kindsOf = (tenant: PullTenant): readonly string[] => tenant.jobs.map((job) => job.kind);
const everything = { text: '', offset: 0, limit: 1000 };

describe('a pull', () => {
  it('brings every collection, with counts and ages', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    const status = await store.pull(portTo(tenantOf(25)));
    const pulledAt = clock.now();
    expect(status).toEqual({
      pull: undefined,
      stopped: undefined,
      collections: {
        organization: { count: 1, pulledAt }, resellers: { count: 3, pulledAt }, customers: { count: 25, pulledAt },
        associations: { count: 16, pulledAt }, 'country-rules': { count: 1, pulledAt }, catalogue: { count: 1, pulledAt },
      },
    });
    expect(await store.organization()).toMatchObject({ companyName: 'Own', country: 'IT', partnerId: '4890001' });
    expect((await store.countryRules('IT'))?.defaultCulture).toBe('it-IT');
    expect(await store.catalogueCountries()).toEqual(['IT']);
    const [offer] = await store.offers({ country: 'IT', text: 'cafe online' });
    expect(offer?.terms[0]?.unitPrice).toEqual({ amount: '9.4', currency: 'EUR' });
    expect(await store.offer('IT:CFQ1:0001')).toEqual(offer);
  });

  it('orders customers by name and names their resellers', async () => {
    const store = await openStore();
    await store.pull(portTo(tenantOf(25)));
    const { rows, total } = await store.customers({ text: '', offset: 0, limit: 3 });
    expect(total).toBe(25);
    expect(rows.map((row) => [row.name, row.resellerIds])).toEqual([
      ['Azienda 0001', []], ['Azienda 0002', [resellerId(2)]], ['Azienda 0003', [resellerId(1)]],
    ]);
    expect((await store.resellers()).map((reseller) => reseller.customerCount)).toEqual([8, 8, 0]);
  });

  it('goes on where it was cut, also after a restart', async () => {
    const accountId = newAccountId();
    const tenant = tenantOf(45);
    tenant.failures.set('customers', { code: 'offline', afterPages: 2 });
    const first = await openStore(handClock(), accountId);
    expect((await first.pull(portTo(tenant))).stopped?.code).toBe('offline');
    expect((await first.customers(everything)).total).toBe(20);
    await endStore(first);

    tenant.failures.clear();
    tenant.jobs.length = 0;
    const second = await openStore(handClock(), accountId);
    expect((await second.status()).stopped?.code).toBe('offline');
    expect((await second.customers(everything)).total).toBe(20);
    expect((await second.pull(portTo(tenant))).stopped).toBeUndefined();
    expect((await second.customers(everything)).rows).toHaveLength(45);
    expect(tenant.jobs[0]).toMatchObject({ kind: 'customers', continuation: '20' });
    expect(kindsOf(tenant)).not.toContain('resellers');
  });

  it('rebuilds what it had from the packed pages when it was killed before the index was saved', async () => {
    const accountId = newAccountId();
    const tenant = tenantOf(40);
    const first = await openStore(handClock(), accountId);
    tenant.failures.set('customers', { code: 'offline', afterPages: 3 });
    await first.pull(portTo(tenant));
    await endStore(first);
    const database = await openMirrorDatabase(accountId);
    await database.documents.bulkDelete(['index', 'first']);
    database.close();
    const second = await openStore(handClock(), accountId);
    expect((await second.customers({ ...everything, text: 'azienda2' })).total).toBe(11);
  });

  it('stops after the page it is at when asked, and goes on from there', async () => {
    const tenant = tenantOf(60);
    const store = await openStore();
    tenant.onPage = (job, page) => {
      if (job.kind === 'customers' && page === 1) void store.stopPull();
    };
    const stopped = await store.pull(portTo(tenant));
    expect(stopped.stopped).toBeUndefined();
    expect(stopped.collections.customers.pulledAt).toBeUndefined();
    expect((await store.customers(everything)).total % 10).toBe(0);
    tenant.onPage = undefined;
    await store.pull(portTo(tenant));
    expect((await store.customers(everything)).rows).toHaveLength(60);
  });

  it('keeps the former list readable until the new one is complete', async () => {
    const clock = handClock();
    const store = await openStore(clock);
    await store.pull(portTo(tenantOf(30)));
    clock.pass(3600);
    const next = tenantOf(50);
    next.failures.set('customers', { code: 'unreachable', afterPages: 4 });
    await store.pull(portTo(next));
    expect((await store.customers(everything)).total).toBe(30);
    next.failures.clear();
    await store.pull(portTo(next));
    expect((await store.customers(everything)).total).toBe(50);
  });

  it('drops customers, resellers and associations that are gone', async () => {
    const store = await openStore();
    await store.pull(portTo(tenantOf(30)));
    const next = tenantOf(3);
    next.resellers = next.resellers.slice(0, 1);
    await store.pull(portTo(next));
    expect((await store.customers(everything)).rows.map((row) => row.resellerIds)).toEqual([[], [resellerId(1)], []]);
    expect((await store.status()).collections.associations.count).toBe(1);
  });

  it('begins the list again when the server no longer knows the continuation', async () => {
    const tenant = tenantOf(30);
    tenant.failures.set('customers', { code: 'offline', afterPages: 2 });
    const store = await openStore();
    await store.pull(portTo(tenant));
    tenant.failures.clear();
    tenant.failures.set('customers:continued', { code: 'bad-request', afterPages: 0 });
    expect((await store.pull(portTo(tenant))).stopped).toBeUndefined();
    expect((await store.customers(everything)).rows).toHaveLength(30);
  });

  it('keeps its place while the server is in trouble', async () => {
    const tenant = tenantOf(30);
    tenant.failures.set('customers', { code: 'server-trouble', afterPages: 2 });
    const store = await openStore();
    expect((await store.pull(portTo(tenant))).stopped?.code).toBe('server-trouble');
    tenant.failures.set('customers', { code: 'server-trouble', afterPages: 0 });
    await store.pull(portTo(tenant));
    expect((await store.customers(everything)).total).toBe(20);
    tenant.failures.clear();
    tenant.jobs.length = 0;
    await store.pull(portTo(tenant));
    expect(tenant.jobs.find(({ kind }) => kind === 'customers')).toMatchObject({ continuation: '20' });
    expect((await store.customers(everything)).rows).toHaveLength(30);
  });

  it('reads a list again from the beginning when half of it is more than a day old', async () => {
    const clock = handClock();
    const tenant = tenantOf(30);
    const store = await openStore(clock);
    await store.pull(portTo(tenant));
    tenant.failures.set('customers', { code: 'offline', afterPages: 2 });
    await store.pull(portTo(tenant));
    clock.pass(25 * 3600);
    tenant.failures.clear();
    tenant.jobs.length = 0;
    await store.pull(portTo(tenant));
    const profiles = ['organization', 'own-partner-id', 'legal-business', 'support-profile'];
    expect(kindsOf(tenant).slice(0, 6)).toEqual([...profiles, 'resellers', 'customers']);
    expect(tenant.jobs[5]).not.toHaveProperty('continuation');
    expect((await store.customers(everything)).rows).toHaveLength(30);
  });

  it('goes on past a refused reseller and tells nothing about it', async () => {
    const tenant = tenantOf(30);
    tenant.failures.set(`customers-of-reseller:${resellerId(1)}`, { code: 'not-found', afterPages: 0 });
    const store = await openStore();
    const status = await store.pull(portTo(tenant));
    expect(status.stopped).toBeUndefined();
    expect((await store.resellers()).map((reseller) => reseller.customerCount)).toEqual([0, 10, 0]);
  });

  it('keeps the former list when a page is garbled, and pulls the rest', async () => {
    const tenant = tenantOf(30);
    tenant.garbled.set(1, '{"items":[{"id"');
    const store = await openStore();
    const status = await store.pull(portTo(tenant));
    expect(status.stopped?.code).toBe('malformed-answer');
    expect(status.collections.catalogue.count).toBe(1);
    tenant.garbled.clear();
    expect((await store.pull(portTo(tenant))).collections.customers.count).toBe(30);
  });

  it('tells of progress, with the total the server names', async () => {
    const store = await openStore();
    const ended = Promise.withResolvers<void>();
    let isTold = false;
    store.subscribe((topics) => {
      isTold ||= topics.includes('status');
      void store.status().then(({ pull }) => pull === undefined && ended.resolve());
    });
    const tenant = tenantOf(200);
    const seen: Promise<MirrorStatus>[] = [];
    tenant.onPage = (job, page) => {
      if (job.kind === 'customers' && page === 10) seen.push(store.status());
    };
    await store.pull(portTo(tenant));
    await ended.promise;
    expect(isTold).toBe(true);
    expect((await Promise.all(seen)).map(({ pull }) => [pull?.collection, pull?.total])).toEqual([['customers', 200]]);
  });

  it('clears everything', async () => {
    const store = await openStore();
    await store.pull(portTo(tenantOf(30)));
    await store.clear();
    expect((await store.customers(everything)).total).toBe(0);
    expect(await store.resellers()).toEqual([]);
    expect((await store.status()).collections.customers).toEqual({ count: 0 });
    await store.pull(portTo(tenantOf(5)));
    expect((await store.customers(everything)).total).toBe(5);
  });
});
