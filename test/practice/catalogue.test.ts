import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../electron/practice/seed/catalogue.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const get = async (path: string): Promise<unknown> => (await client.call('GET', path)).body;
const sheetPath = (market: string, view: string): string =>
  `/v1.0/sales/pricesheets(Market='${market}',PricesheetView='${view}')/$value`;
const [first] = catalogue;
const product = first?.productId ?? '';

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
    const customer = createSeed('small').listingAt(3).tenantId;
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
    expect(business.map((item) => item.maximumQuantity)).toEqual([300, 300, 300]);
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

  it('has its own error shape', async () => {
    const reply = await client.call('GET', sheetPath('IT', 'nothing'));
    expect(reply.status).toBe(400);
    expect(textAt(reply.body, 'error', 'target')).toBe('PricesheetView');
    const without = await client.call('GET', sheetPath('IT', 'updatedlicensebased'), { token: '' });
    expect([without.status, textAt(without.body, 'error', 'code')]).toEqual([401, 'Unauthorized']);
  });
});
