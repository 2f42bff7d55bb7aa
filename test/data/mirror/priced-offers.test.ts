import { describe, expect, it } from 'vitest';
import { openMirrorDatabase } from '../../../renderer/data/mirror/mirror-database.ts';
import type { MirrorStore } from '../../../renderer/data/mirror/mirror-store.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { newAccountId } from '../../../shared/ids.ts';
import { sheetOf } from './price-sheet-text.ts';
import { portTo, pullTenant, resellerId } from './pull-tenant.ts';
import { endStore, handClock, openStore } from './stores.ts';

const tenant = () => pullTenant({ resellers: [{ id: resellerId(1), name: 'Alba' }] });

async function shown(store: MirrorStore): Promise<readonly (string | undefined)[]> {
  const [offer] = await store.offers({ country: 'IT', text: '' });
  expect(await store.offer(offer?.key ?? '')).toEqual(offer);
  return [offer?.terms[0]?.unitPrice?.amount, offer?.terms[0]?.retailPrice?.amount, offer?.listDate?.slice(0, 10)];
}

describe('offers of the catalogue', () => {
  it('have the prices and the date of the newest list of their market', async () => {
    const store = await openStore();
    await store.pull(portTo(tenant()));
    expect(await shown(store)).toEqual(['9.4', '11.75', '2026-11-01']);
    expect(await store.priceLists()).toMatchObject([{ market: 'IT', month: '2026-11', source: 'server', rows: 1 }]);
    await store.importPriceList({ name: 'IT 202610.csv', content: sheetOf({ UnitPrice: '1', EffectiveStartDate: '' }) });
    expect(await shown(store)).toEqual(['9.4', '11.75', '2026-11-01']);
    await store.importPriceList({ name: 'IT 202611.csv', content: sheetOf({ UnitPrice: '9.90', 'ERP Price': '' }) });
    expect(await shown(store)).toEqual(['9.9', undefined, '2026-11-01']);
    const [newest] = await store.priceLists();
    await store.removePriceList(newest?.id ?? 0);
    expect(await shown(store)).toEqual(['1', '11.75', '2026-10-01']);
  });

  it('keep the last known price, with its date, of what the newest list leaves out', async () => {
    const store = await openStore();
    await store.pull(portTo(tenant()));
    await store.importPriceList({ name: 'IT 202611.csv', content: sheetOf({ SkuId: '0002' }) });
    expect(await shown(store)).toEqual([undefined, undefined, undefined]);
    await store.importPriceList({ name: 'IT 202609.csv', content: sheetOf({ UnitPrice: '8', EffectiveStartDate: '2026-09-01' }) });
    expect(await shown(store)).toEqual(['8', '11.75', '2026-09-01']);
  });

  it('take the next month’s list when its month begins, also after a start', async () => {
    const clock = handClock();
    const accountId = newAccountId();
    const store = await openStore(clock, accountId);
    await store.pull(portTo(tenant()));
    await store.importPriceList({ name: 'IT 202612.csv', content: sheetOf({ UnitPrice: '12', EffectiveStartDate: '2026-12-01' }) });
    expect(await shown(store)).toEqual(['9.4', '11.75', '2026-11-01']);
    clock.pass(7 * 86_400);
    expect(await shown(store)).toEqual(['12', '11.75', '2026-12-01']);
    await endStore(store);
    expect(await shown(await openStore(clock, accountId))).toEqual(['12', '11.75', '2026-12-01']);
  });

  it('of a catalogue from before there were lists keep their prices until there is one', async () => {
    const accountId = newAccountId();
    const database = await openMirrorDatabase(accountId);
    // as the version before wrote it: without a segment
    const old: Partial<Offer> = {
      key: 'IT:CFQ1:0001', country: 'IT', productId: 'CFQ1', skuId: '0001', title: 'Plan', description: '', minimumQuantity: 1,
      maximumQuantity: 300, isTrial: false, needsCustomerAgreement: true, isPracticePrice: false,
      terms: [{ termDuration: 'P1Y', billingCycle: 'monthly', catalogItemId: 'A', unitPrice: { amount: '5', currency: 'EUR' } }],
    };
    await database.table('catalogues').put({ country: 'IT', offers: [old] });
    database.close();
    const store = await openStore(handClock(), accountId);
    expect(await shown(store)).toEqual(['5', undefined, undefined]);
    await store.importPriceList({ name: 'IT 202611.csv', content: sheetOf({}) });
    expect(await shown(store)).toEqual(['9.4', '11.75', '2026-11-01']);
    const [list] = await store.priceLists();
    await store.removePriceList(list?.id ?? 0);
    expect(await shown(store)).toEqual([undefined, undefined, undefined]);
  });

  it('of another segment are not priced by this one’s rows', async () => {
    const store = await openStore();
    await store.pull(portTo(tenant()));
    await store.importPriceList({ name: 'IT 202611.csv', content: sheetOf({ Segment: 'Education', UnitPrice: '1' }, { UnitPrice: '7' }) });
    expect((await shown(store))[0]).toBe('7');
  });
});

describe('a price sheet of the server', () => {
  it('can be asked for by month, and lies beside the others', async () => {
    const store = await openStore();
    const server = tenant();
    const end = await store.downloadPriceList({ market: 'IT', month: '2026-09' }, portTo(server));
    expect(end).toMatchObject({ kind: 'ended', result: { ok: true, value: { rows: 1 } } });
    await store.downloadPriceList({ market: 'IT' }, portTo(server));
    expect(server.jobs).toEqual([
      { kind: 'price-sheet', market: 'IT', month: '202609' }, { kind: 'price-sheet', market: 'IT' },
    ]);
    expect((await store.priceLists()).map(({ month, source }) => [month, source])).toEqual([['2026-11', 'server'], ['2026-09', 'server']]);
  });

  it('that fails leaves the lists as they are, and a pull goes on without it', async () => {
    const store = await openStore();
    await store.pull(portTo(tenant()));
    const failing = { ...tenant(), failures: new Map([['price-sheet', { code: 'server-trouble', afterPages: 0 }]] as const) };
    expect(await store.downloadPriceList({ market: 'IT' }, portTo(failing))).toMatchObject({ result: { error: { code: 'server-trouble' } } });
    const status = await store.pull(portTo({ ...failing, jobs: [] }));
    expect(status.collections.catalogue.count).toBe(1);
    expect(await shown(store)).toEqual(['9.4', '11.75', '2026-11-01']);
  });
});
