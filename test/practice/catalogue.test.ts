import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, findItem } from '../../electron/practice/seed/catalogue.ts';
import { createSeed, type SeedQualification } from '../../electron/practice/seed/seed.ts';
import { type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const get = async (path: string): Promise<unknown> => (await client.call('GET', path)).body;
const sheetPath = (market: string, view: string): string =>
  `/v1.0/sales/pricesheets(Market='${market}',PricesheetView='${view}')/$value`;
const [first] = catalogue;
const product = first?.productId ?? '';

const seed = createSeed('small');

/** A seeded customer with this qualification, or with none. */
function customerWith(qualification: SeedQualification | undefined): string {
  const tenants = Array.from({ length: seed.customerCount }, (_unused, index) => seed.listingAt(index).tenantId);
  const found = tenants.find((tenantId) => seed.qualificationOf(tenantId) === qualification);
  if (found === undefined) throw new Error(`no customer with ${qualification ?? 'no'} qualification`);
  return found;
}

beforeAll(async () => {
  client = await startPracticeClient();
});
afterAll(async () => {
  await client.close();
});

describe('catalogue', () => {
  it('drills from product to SKU to availability, for a country and for a customer', async () => {
    const products = collectionOf(await get('/v1/products?country=IT&targetView=OnlineServices'));
    expect(products.totalCount).toBe(new Set(catalogue.map((item) => item.productId)).size);
    const customer = seed.listingAt(3).tenantId;
    for (const [base, query] of [
      ['/v1', '?country=it'],
      [`/v1/customers/${customer}`, ''],
    ] as const) {
      const skus = collectionOf(await get(`${base}/products/${product}/skus${query}`));
      expect(skus.items[0]).toMatchObject({ id: first?.skuId, purchasePrerequisites: ['MicrosoftCustomerAgreement'] });
      const available = collectionOf(
        await get(`${base}/products/${product}/skus/${String(skus.items[0]?.id)}/availabilities${query}`),
      );
      expect(available.items[0]).toMatchObject({
        catalogItemId: `${product}:${first?.skuId ?? ''}:${first?.availabilityId ?? ''}`,
        isPurchasable: true,
      });
    }
    const both = await client.call('POST', `/v1/customers/${customer}/products?targetView=OnlineServices`);
    expect(collectionOf(both.body).totalCount).toBe(products.totalCount);
    expect(textAt(await get(`/v1/products/${product}?country=DE`), 'id')).toBe(product);
    expect(textAt(await get(`/v1/products/${product}/skus/0001?country=DE`), 'id')).toBe('0001');
    expect(
      textAt(await get(`/v1/products/${product}/skus/0001/availabilities/${first?.availabilityId ?? ''}?country=DE`), 'segment'),
    ).toBe('commercial');
  });

  it('sells a segment to the customers that qualify for it alone', async () => {
    const school = customerWith('Education');
    const plain = customerWith(undefined);
    const titles = async (path: string): Promise<readonly unknown[]> =>
      collectionOf(await get(path)).items.map((item) => item.title);
    const e3 = 'products/CFQ7TTC0LFLX/skus';
    expect(await titles(`/v1/${e3}?country=IT`)).toEqual(['Microsoft 365 E3', 'Microsoft 365 E3 (Trial)']);
    expect(await titles(`/v1/${e3}?country=IT&targetSegment=education`)).toEqual(['Microsoft 365 E3 for Faculty']);
    expect(await titles(`/v1/customers/${school}/${e3}`)).toContain('Microsoft 365 E3 for Faculty');
    expect(await titles(`/v1/customers/${plain}/${e3}`)).not.toContain('Microsoft 365 E3 for Faculty');
    const faculty = (customer: string): Promise<unknown> => get(`/v1/customers/${customer}/${e3}/0E01/availabilities`);
    expect(collectionOf(await faculty(school)).items).toMatchObject([{ segment: 'education' }]);
    expect(collectionOf(await faculty(plain)).items).toEqual([]);
    expect(codeOf(await get(`/v1/customers/${plain}/${e3}?targetSegment=education`))).toBe(400030);
    const products = '/v1/products?country=IT&targetView=OnlineServices&targetSegment';
    expect(await titles(`${products}=nonprofit`)).toEqual([
      'Microsoft 365 Business Premium (Nonprofit Staff Pricing)',
      'Office 365 E3 (Nonprofit Staff Pricing)',
    ]);
    expect(await titles(`${products}=government`)).toEqual([]);
  });

  it('says of a SKU whether it is a trial or an add-on, of what, and what it asks to be attested', async () => {
    const sku = (productId: string, skuId: string): Promise<unknown> => get(`/v1/products/${productId}/skus/${skuId}?country=IT`);
    expect(await sku('CFQ7TTC0HDB0', '0T01')).toMatchObject({
      isTrial: true,
      maximumQuantity: 25,
      supportedBillingCycles: ['none'],
      dynamicAttributes: { isAddon: false, prerequisiteSkus: [] },
    });
    expect(await sku('CFQ7TTC0LHRL', '0002')).toMatchObject({
      isTrial: false,
      dynamicAttributes: { isAddon: true, prerequisiteSkus: ['CFQ7TTC0LH3L:0001', 'CFQ7TTC0HDB0:0002'] },
    });
    expect(await sku('CFQ7TTC0LGV0', '0001')).toMatchObject({ attestationProperties: { enforceAttestation: true } });
    expect(await sku('CFQ7TTC0LH3L', '0001')).not.toHaveProperty('attestationProperties');
  });

  it('has every base of an add-on', () => {
    const addons = catalogue.filter((item) => item.isAddon);
    expect(addons.length).toBeGreaterThan(3);
    for (const base of addons.flatMap((item) => item.prerequisiteSkus)) {
      const [productId = '', skuId = ''] = base.split(':');
      expect(findItem(productId, skuId)).toMatchObject({ isAddon: false, isTrial: false, segment: 'commercial' });
    }
    expect(addons.every((item) => item.prerequisiteSkus.length > 0)).toBe(true);
  });

  it('refuses what the contract refuses', async () => {
    expect(codeOf(await get('/v1/products?targetView=OnlineServices'))).toBe(3000);
    expect(codeOf(await get('/v1/products?country=IT'))).toBe(3000);
    expect(codeOf(await get('/v1/products?country=US&targetView=OnlineServices'))).toBe(2030);
    expect(codeOf(await get('/v1/products?country=IT&targetView=Everything'))).toBe(400036);
    expect(codeOf(await get('/v1/products?country=IT&targetView=OnlineServices&targetSegment=none'))).toBe(400030);
    expect(codeOf(await get('/v1/products/NONE?country=IT'))).toBe(400013);
    expect(codeOf(await get(`/v1/products/${product}/skus/9999?country=IT`))).toBe(400018);
    expect(codeOf(await get(`/v1/products/${product}/skus/0001/availabilities/X?country=IT`))).toBe(400019);
  });

  it('offers different pairs of term and billing cycle, and 300 seats at most for the business plans', () => {
    expect(new Set(catalogue.map((item) => JSON.stringify(item.terms))).size).toBeGreaterThan(3);
    const business = catalogue.filter((item) => /Business (Basic|Standard|Premium)/u.test(item.title));
    expect(business.length).toBeGreaterThan(2);
    expect(business.every((item) => item.maximumQuantity === 300)).toBe(true);
  });
});

describe('price sheet', () => {
  it('has one marked line for every SKU, term and billing cycle', async () => {
    const reply = await client.call('GET', sheetPath('IT', 'updatedlicensebased'));
    expect(reply.headers.get('content-type')).toContain('text/csv');
    const rows = papaparse.parse<Record<string, string>>(String(reply.body), { header: true, skipEmptyLines: true }).data;
    expect(rows).toHaveLength(catalogue.flatMap((item) => item.terms).length);
    expect(
      rows.every((row) => row.Tags === 'PracticePrice' && row.Currency === 'EUR' && /^\d+\.\d\d$/u.test(row.UnitPrice ?? '')),
    ).toBe(true);
  });

  it('names the segment of each line; a trial costs nothing', async () => {
    const text = String((await client.call('GET', sheetPath('IT', 'updatedlicensebased'))).body);
    const { data } = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    for (const item of catalogue) {
      const rows = data.filter((row) => row.ProductId === item.productId && row.SkuId === item.skuId);
      expect(new Set(rows.map((row) => row.Segment?.toLowerCase()))).toEqual(new Set([item.segment]));
      expect(rows.every((row) => (Number(row.UnitPrice) === 0) === item.isTrial)).toBe(true);
    }
  });

  it('has extended months in a view of their own: 3 % over a month, 23 % over a month of a year where none is sold', async () => {
    const rowsOf = async (view: string) =>
      papaparse.parse<Record<string, string>>(String((await client.call('GET', sheetPath('IT', view))).body), {
        header: true, skipEmptyLines: true,
      }).data;
    const [offered, extended] = [await rowsOf('updatedlicensebased'), await rowsOf('licensebasedest')];
    expect(extended).toHaveLength(catalogue.filter(({ isTrial }) => !isTrial).length);
    for (const row of extended) {
      const pairs = offered.filter(({ ProductId, SkuId }) => ProductId === row.ProductId && SkuId === row.SkuId);
      const month = pairs.find(({ TermDuration }) => TermDuration === 'P1M');
      const year = pairs.find(({ TermDuration, BillingPlan }) => TermDuration === 'P1Y' && BillingPlan === 'Annual');
      const price = month === undefined ? (Number(year?.UnitPrice) / 12) * 1.23 : Number(month.UnitPrice) * 1.03;
      expect(Number(row.UnitPrice)).toBeCloseTo(price, 1);
      expect(row).toMatchObject({ TermDuration: 'P1M', BillingPlan: 'Monthly' });
    }
    expect(extended.find(({ ProductTitle }) => ProductTitle === 'Advanced Communications')?.UnitPrice).toBe('15.19');
  });

  it('changes a price in one market only', async () => {
    const priceIn = async (market: string): Promise<string | undefined> => {
      const text = String((await client.call('GET', sheetPath(market, 'updatedlicensebased'))).body);
      return papaparse.parse<Record<string, string>>(text, { header: true }).data.find((row) => row.ProductId === product)
        ?.UnitPrice;
    };
    const [it1, de1] = [await priceIn('IT'), await priceIn('DE')];
    await client.fault({ kind: 'change-price', market: 'IT', productId: product, skuId: first?.skuId ?? '', factor: '1.10' });
    expect(Number(await priceIn('IT'))).toBeCloseTo(Number(it1) * 1.1, 1);
    expect(await priceIn('DE')).toBe(de1);
    await client.fault({ clear: true });
    expect(await priceIn('IT')).toBe(it1);
  });

  it('gives lists of past months, with some other prices', async () => {
    const pricesOf = async (query: string): Promise<readonly (string | undefined)[]> => {
      const text = String((await client.call('GET', `${sheetPath('IT', 'updatedlicensebased')}${query}`)).body);
      return papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map((row) => row.UnitPrice);
    };
    const now = new Date();
    const yyyymm = (back: number): string =>
      new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7).replace('-', '');
    const present = await pricesOf('');
    const last = await pricesOf(`?timeline=history&month=${yyyymm(1)}`);
    const different = last.filter((price, place) => price !== present[place]).length;
    expect(last).toHaveLength(present.length);
    expect(different).toBeGreaterThan(0);
    expect(different).toBeLessThan(present.length);
    expect(await pricesOf(`?timeline=history&month=${yyyymm(1)}`)).toEqual(last);
    expect(await pricesOf('?timeline=history')).toEqual(last);
    expect(await pricesOf(`?timeline=history&month=${yyyymm(2)}`)).not.toEqual(last);
    for (const [month, status] of [[yyyymm(-1), 400], ['2026', 400], ['200001', 404]] as const) {
      const reply = await client.call('GET', `${sheetPath('IT', 'updatedlicensebased')}?timeline=history&month=${month}`);
      expect([reply.status, textAt(reply.body, 'error', 'target')]).toEqual([status, 'month']);
    }
  });

  it('has its own error shape', async () => {
    const reply = await client.call('GET', sheetPath('IT', 'nothing'));
    expect(reply.status).toBe(400);
    expect(textAt(reply.body, 'error', 'target')).toBe('PricesheetView');
    const without = await client.call('GET', sheetPath('IT', 'updatedlicensebased'), { token: '' });
    expect([without.status, textAt(without.body, 'error', 'code')]).toEqual([401, 'Unauthorized']);
  });
});
