import { describe, expect, it } from 'vitest';
import { openMirrorDatabase } from '../../../renderer/data/mirror/mirror-database.ts';
import { openMirrorStore } from '../../../renderer/data/mirror/mirror-store.ts';
import type { MirrorStore } from '../../../renderer/data/mirror/mirror-store.ts';
import type { ImportEnd, ImportReport, PriceQuery } from '../../../shared/domain/catalogue/price-list.ts';
import { newAccountId } from '../../../shared/ids.ts';
import type { AccountId } from '../../../shared/ids.ts';
import { Instant } from '../../../shared/instant.ts';
import { zipOf } from '../../support/zip.ts';
import { numberedRow, numberedSheet, sheetHeading, sheetLine, sheetOf } from './price-sheet-text.ts';
import { handClock, openStore } from './stores.ts';

const november = 'Nov_NCE_LicenseBasedPL_GA_IT.csv';
const at = Instant.parse('2026-11-24T09:00:00.000Z');

function reportOf(end: ImportEnd): ImportReport {
  if (end.kind === 'cancelled' || !end.result.ok) throw new Error(`no report: ${JSON.stringify(end)}`);
  return end.result.value;
}
const codeOf = (end: ImportEnd): string => (end.kind === 'cancelled' ? 'cancelled' : end.result.ok ? 'ok' : end.result.error.code);

const query = (more: Partial<PriceQuery> = {}): PriceQuery => ({
  market: 'IT', productId: 'CFQ1', skuId: '0001', termDuration: 'P1Y', billingCycle: 'monthly', segment: 'commercial', at, ...more,
});
const amountOf = async (store: MirrorStore, more: Partial<PriceQuery> = {}): Promise<string | undefined> =>
  (await store.listedPrice(query(more)))?.price.unitPrice.amount;

/** How much of each thing the database of an account holds. */
async function heldOf(accountId: AccountId): Promise<{ lists: number; chunkLists: readonly number[]; indexes: number }> {
  const database = await openMirrorDatabase(accountId);
  const keys = await database.priceChunks.toCollection().primaryKeys();
  const held = {
    lists: await database.priceLists.count(), chunkLists: [...new Set(keys.map(([list]) => list))], indexes: await database.priceIndexes.count(),
  };
  database.close();
  return held;
}

/** A file of which only the first half can ever be read. */
class HalfBlob extends Blob {
  readonly stuck = Promise.withResolvers<void>();

  override slice(start = 0, end?: number): Blob {
    if (start < this.size / 2) return super.slice(start, end);
    this.stuck.resolve();
    return Object.assign(new Blob(), { arrayBuffer: () => new Promise(() => undefined) });
  }
}

describe('importing a price sheet', () => {
  it('takes half a million rows, each as a plain reading has it', async () => {
    const store = await openStore();
    const rows = 500_000;
    const report = reportOf(await store.importPriceList({ name: november, content: numberedSheet(rows) }));
    expect(report).toMatchObject({ rows, skipped: 0, badRows: [] });
    expect(report.lists).toMatchObject([{ kind: 'price-sheet', market: 'IT', month: '2026-11', source: 'file', fileName: november, rows }]);
    for (let number = 3; number < rows; number += 31_337) {
      const row = numberedRow(number);
      const found = (await store.skuInLists({ productId: row.ProductId ?? '', skuId: row.SkuId ?? '' })).prices[0]?.prices ?? [];
      expect(found).toHaveLength(number >= rows - (rows % 24) ? rows % 24 : 24);
      const segment = row.Segment === 'Charity' ? 'nonprofit' : row.Segment?.toLowerCase();
      const price = found.find((one) =>
        one.termDuration === row.TermDuration && one.billingCycle === row.BillingPlan?.toLowerCase() && one.segment === segment);
      // what a plain reading makes of the text: the same number, without zeros at its end
      expect(price?.unitPrice).toEqual({ amount: String(Number(row.UnitPrice)), currency: 'EUR' });
      expect(price?.retailPrice?.amount).toBe(String(Number(row['ERP Price'])));
    }
  }, 120_000);

  it('replaces the list of the same market and month only, and prices by the newest that has a price', async () => {
    const store = await openStore();
    await store.importPriceList({ name: 'prices 202610.csv', content: sheetOf({ UnitPrice: '8.00' }, { SkuId: '0009', UnitPrice: '3' }) });
    await store.importPriceList({ name: november, content: sheetOf({ UnitPrice: '9.40' }) });
    await store.importPriceList({ name: 'prices 202610.csv', content: sheetOf({ Market: 'DE', UnitPrice: '7' }) });
    expect(await amountOf(store)).toBe('9.4');
    expect(await amountOf(store, { at: Instant.parse('2026-10-30T00:00:00.000Z') })).toBeUndefined();
    expect(await amountOf(store, { skuId: '0009' })).toBe('3');
    expect(await amountOf(store, { market: 'DE' })).toBe('7');
    await store.importPriceList({ name: november, content: sheetOf({ UnitPrice: '10' }) });
    expect(await amountOf(store)).toBe('10');
    const lists = await store.priceLists();
    expect(lists.map(({ market, month }) => [market, month])).toEqual([['IT', '2026-11'], ['DE', '2026-10'], ['IT', '2026-10']]);
    await store.removePriceList(lists[0]?.id ?? 0);
    expect(await amountOf(store)).toBe('8');
  });

  it('keeps a price to the days the list gives it', async () => {
    const store = await openStore();
    const middle = '2026-11-15T00:00:00Z';
    await store.importPriceList({
      name: november, content: sheetOf({ UnitPrice: '5', EffectiveEndDate: middle }, { UnitPrice: '6', EffectiveStartDate: middle }),
    });
    expect(await amountOf(store)).toBe('6');
    expect(await amountOf(store, { at: Instant.parse('2026-11-14T23:59:59.000Z') })).toBe('5');
  });

  it('lets a price hold to its end where the next one begins before, as the documentation has it', async () => {
    const store = await openStore();
    await store.importPriceList({
      name: november,
      content: sheetOf(
        { SkuId: '1', UnitPrice: '6', EffectiveStartDate: '2026-11-01T00:00:00.0000000Z', EffectiveEndDate: '9999-11-30T23:59:59.0000000Z' },
        { SkuId: '1', UnitPrice: '5', EffectiveStartDate: '2026-10-01T00:00:00.0000000Z', EffectiveEndDate: '2026-11-03T06:57:30.0682597Z' },
        { SkuId: '2', UnitPrice: '7', EffectiveStartDate: '2026-10-01' }, { SkuId: '2', UnitPrice: '8' },
      ),
    });
    expect(await amountOf(store, { at: Instant.parse('2026-11-02T00:00:00.000Z') })).toBe('5');
    expect(await amountOf(store, { at: Instant.parse('2026-11-04T00:00:00.000Z') })).toBe('6');
    expect(await amountOf(store, { skuId: '0002' })).toBe('8');
  });

  it('makes a list for each market of a file', async () => {
    const store = await openStore();
    const content = sheetOf({}, { Market: 'DE' }, { Market: 'DE', SkuId: '0002' });
    const report = reportOf(await store.importPriceList({ name: 'all.csv', content }));
    expect(report.lists.map(({ market, rows, month }) => [market, rows, month])).toEqual([['IT', 1, '2026-11'], ['DE', 2, '2026-11']]);
  });

  it('counts rows nobody can read and names the first ones by line', async () => {
    const store = await openStore();
    const content = new Blob([[
      sheetHeading, sheetLine({}), sheetLine({ UnitPrice: 'free' }), sheetLine({ SkuDescription: 'two\nlines' }),
      sheetLine({ TermDuration: 'P9Y' }), 'a,b', sheetLine({ EffectiveStartDate: '31/12/2026' }), sheetLine({ Segment: 'Martian' }), '',
    ].join('\n')]);
    const report = reportOf(await store.importPriceList({ name: november, content }));
    expect(report).toMatchObject({ rows: 2, skipped: 5 });
    expect(report.badRows.map(({ line, problem }) => [line, problem])).toEqual([
      [3, 'amount'], [6, 'term'], [7, 'cells'], [8, 'date'], [9, 'segment'],
    ]);
  });
});

describe('an offer matrix', () => {
  it('is read as the service writes it', async () => {
    const store = await openStore();
    const content = new Blob([[
      '"ProductTitle","ProductId","SkuId","SkuTitle","ProvisioningId","ProvisioningString","MinLicenses","MaxLicenses",'
        + '"AssetOwnershipLimit","AssetOwnershipLimitType","ProductSkuPreRequisites","ProductSkuConversion","Description","AllowedCountries" ',
      '"Microsoft 365 Business Basic","CFQ7TTC0LH18","0001","Microsoft 365 Business Basic","3b555118","O365_BUSINESS_ESSENTIALS","1","300",'
        + '"2","ConcurrentCount","CFQ7TTC0LDPB/0001,CFQ7TTC0LF8Q/0001","","Best for businesses...","AD;AE;IT"',
    ].join('\r\n')]);
    const report = reportOf(await store.importPriceList({ name: 'updatedoffice.csv', content }));
    expect(report.lists).toMatchObject([{ kind: 'offer-matrix', month: '2026-11', rows: 1 }]);
    expect((await store.skuInLists({ productId: 'cfq7ttc0lh18', skuId: '0001' })).rule?.entry).toEqual({
      productId: 'CFQ7TTC0LH18', skuId: '0001', title: 'Microsoft 365 Business Basic', minimumSeats: 1, maximumSeats: 300,
      ownershipLimit: 2, prerequisiteSkus: ['CFQ7TTC0LDPB:0001', 'CFQ7TTC0LF8Q:0001'], countries: ['AD', 'AE', 'IT'],
    });
  });
});

describe('a file that is no list', () => {
  const bytes = Uint8Array.from({ length: 4000 }, (_byte, place) => (place * 37) % 256);
  const cases: readonly (readonly [string, string, Blob])[] = [
    ['bytes that are no text', 'list-not-text', new Blob([bytes])],
    ['text in UTF-16', 'list-not-text', new Blob([Buffer.from(`${sheetHeading}\n`, 'utf16le')])],
    ['other columns', 'list-columns-missing', new Blob(['name,price\na,1\n'])],
    ['a sheet of Azure meters', 'list-columns-missing', new Blob([`${sheetHeading.replace(',"BillingPlan"', '')}\n`])],
    ['semicolons of a spreadsheet', 'list-resaved', new Blob([`${sheetHeading.replaceAll(',', ';')}\r\n${sheetLine({}).replaceAll('","', '";"')}`])],
    ['nothing', 'list-empty', new Blob([])],
    ['blank lines', 'list-empty', new Blob(['\r\n\r\n'])],
    ['a heading alone', 'list-no-rows', new Blob([sheetHeading])],
    ['no row that can be read', 'list-no-rows', sheetOf({ UnitPrice: '' }, { ProductId: '' })],
    ['half a quotation at the end', 'list-cut', new Blob([sheetHeading, '\n', sheetLine({}), '\n', sheetLine({}).slice(0, 60)])],
    ['half a row at the end', 'list-cut', new Blob([sheetHeading, '\n', sheetLine({}), '\n"Plan","CFQ1"'])],
    ['a quotation that never ends', 'list-cut', new Blob([sheetHeading, '\n"Plan', `${sheetLine({}).replaceAll('"', '')}\n`.repeat(20_000)])],
  ];

  it.each(cases)('%s: says %s and leaves the lists as they are', async (_name, code, content) => {
    const accountId = newAccountId();
    const store = await openStore(handClock(), accountId);
    reportOf(await store.importPriceList({ name: november, content: sheetOf({}) }));
    expect(codeOf(await store.importPriceList({ name: november, content }))).toBe(code);
    expect(await amountOf(store)).toBe('9.4');
    expect(await heldOf(accountId)).toMatchObject({ lists: 1, chunkLists: [1], indexes: 1 });
    expect((await store.priceListImport())?.end).toBeDefined();
  });

  it('reads lines of either kind, the mark of UTF-8, and rows that come in pieces of any size', async () => {
    const store = await openStore();
    const text = `\uFEFF${sheetHeading}\r\n${sheetLine({ SkuTitle: 'Größe "à la carte"' })}\n\r\n${sheetLine({ SkuId: '0002', UnitPrice: '1E1' })}`;
    const report = reportOf(await store.importPriceList({ name: november, content: new Blob([text]) }));
    expect(report).toMatchObject({ rows: 2, skipped: 0 });
    expect(await amountOf(store, { skuId: '0002' })).toBe('10');
  });
});

describe('an import that does not come to its end', () => {
  const large = numberedSheet(30_000);

  it('leaves the old list whole and nothing of the new one, wherever it is cancelled', async () => {
    const accountId = newAccountId();
    const store = await openStore(handClock(), accountId);
    reportOf(await store.importPriceList({ name: november, content: sheetOf({}) }));
    for (const share of [0, 0.15, 0.4, 0.65, 0.9, 0.99]) {
      const limit = share * large.size;
      const running = store.importPriceList({ name: november, content: large });
      for (let view = await store.priceListImport(); (view?.bytes ?? 0) < limit; view = await store.priceListImport()) {
        if (view?.end !== undefined && view.bytes > 0) break;
        await new Promise((resolve) => setImmediate(resolve));
      }
      await store.cancelPriceListImport();
      expect(await running).toEqual({ kind: 'cancelled' });
      expect(await heldOf(accountId)).toMatchObject({ lists: 1, chunkLists: [1], indexes: 1 });
      expect(await amountOf(store)).toBe('9.4');
    }
    expect(reportOf(await store.importPriceList({ name: november, content: large })).rows).toBe(30_000);
    expect(await heldOf(accountId)).toMatchObject({ lists: 1, indexes: 1 });
  });

  it('is swept away at the next start when the app ended in the middle', async () => {
    const accountId = newAccountId();
    // never closed, as when the process is killed
    const first = await openMirrorStore(accountId, handClock().now);
    reportOf(await first.importPriceList({ name: november, content: sheetOf({}) }));
    const half = new HalfBlob([large]);
    void first.importPriceList({ name: november, content: half });
    await half.stuck.promise;
    expect((await heldOf(accountId)).chunkLists).toEqual([1, 2]);
    const again = await openStore(handClock(), accountId);
    expect((await again.priceLists()).map(({ id }) => id)).toEqual([1]);
    expect(await heldOf(accountId)).toEqual({ lists: 1, chunkLists: [1], indexes: 1 });
    expect(await amountOf(again)).toBe('9.4');
    expect(reportOf(await again.importPriceList({ name: november, content: sheetOf({ UnitPrice: '4' }) })).lists[0]?.id).toBeGreaterThan(2);
    expect(await amountOf(again)).toBe('4');
  });

  it('is not stored when part of it was dropped meanwhile', async () => {
    const accountId = newAccountId();
    const store = await openStore(handClock(), accountId);
    reportOf(await store.importPriceList({ name: november, content: sheetOf({}) }));
    const database = await openMirrorDatabase(accountId);
    const running = store.importPriceList({ name: november, content: large });
    while ((await database.priceChunks.where('[list+number]').between([2, 0], [2, Infinity]).delete()) === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(codeOf(await running)).toBe('storage-failed');
    expect(await heldOf(accountId)).toEqual({ lists: 1, chunkLists: [1], indexes: 1 });
    database.close();
  });

  it('lets one import run at a time', async () => {
    const store = await openStore();
    const running = store.importPriceList({ name: november, content: large });
    expect(codeOf(await store.importPriceList({ name: november, content: sheetOf({}) }))).toBe('list-busy');
    expect(reportOf(await running).rows).toBe(30_000);
  });
});

describe('a zip', () => {
  const zipped = async (rows: number): Promise<Blob> => zipOf('sheets.csv', new Uint8Array(await numberedSheet(rows).arrayBuffer()));

  it('is read as the list in it', async () => {
    const store = await openStore();
    const zip = await zipped(10_000);
    expect(reportOf(await store.importPriceList({ name: november, content: zip }))).toMatchObject({ rows: 10_000, skipped: 0 });
  });

  it('that is damaged or holds no list says so', async () => {
    const store = await openStore();
    const zip = await zipped(1000);
    const damaged = new Blob([zip.slice(0, 500), new Uint8Array(400), zip.slice(900)]);
    expect(codeOf(await store.importPriceList({ name: november, content: damaged }))).toBe('list-unreadable');
    expect(codeOf(await store.importPriceList({ name: november, content: zip.slice(0, 2000) }))).toBe('list-not-text');
    expect(await store.priceLists()).toEqual([]);
  });
});
