import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOffers } from '../../../electron/partner-center/offers.ts';
import { CustomerTenantId, newRequestId } from '../../../shared/ids.ts';
import { Instant } from '../../../shared/instant.ts';
import { connectionTo, localServer } from '../../unit/electron/support/local-server.ts';
import type { sheetLine } from './price-sheet-text.ts';
import { sheetOf } from './price-sheet-text.ts';
import { openStore } from './stores.ts';

type Rows = readonly Parameters<typeof sheetLine>[0][];

const now = Instant.parse('2026-11-24T09:00:00.000Z');
const pair = { productId: 'CFQ1', skuId: '0001', termDuration: 'P1Y', billingCycle: 'monthly' } as const;
const availability = {
  id: 'AV1', productId: 'CFQ1', skuId: '0001', catalogItemId: 'CFQ1:0001:AV1', segment: 'commercial', isPurchasable: true,
  terms: [{ duration: 'P1Y', billingCycle: 'Monthly' }],
};

/** What the price of the pair is to the order that is about to be sent, and to the catalogue, from one sheet. */
async function pricesFrom(rows: Rows): Promise<{ readonly sent: string | undefined; readonly listed: string | undefined }> {
  const sheet = sheetOf(...rows);
  const text = await sheet.text();
  const { url } = await localServer((response, { url: path }) => {
    const isSheet = path.includes('pricesheets');
    response.setHeader('Content-Type', isSheet ? 'text/csv' : 'application/json');
    response.end(isSheet ? text : JSON.stringify({ items: [availability], totalCount: 1 }));
  });
  const asked = { customerId: CustomerTenantId.parse('5c0ffee5-0000-4000-8000-000000000001'), market: 'IT', lines: [{ lineId: 1, ...pair }] };
  const answer = await readOffers(connectionTo(url), asked, newRequestId());
  if (answer.outcome !== 'answered') throw new Error(answer.failure.code);
  const store = await openStore();
  await store.importPriceList({ name: 'IT 202611.csv', content: sheet });
  const listed = await store.listedPrice({ market: 'IT', ...pair, segment: 'commercial', at: now });
  return { sent: answer.value.lines[0]?.unitPrice?.amount, listed: listed?.price.unitPrice.amount };
}

const ended = { UnitPrice: '5', EffectiveStartDate: '2026-10-01', EffectiveEndDate: '2026-11-24T09:00:00' };
const cases: readonly (readonly [string, Rows, string | undefined])[] = [
  ['a price that has ended stands before the present one', [ended, { UnitPrice: '6' }], '6'],
  ['a price that begins later stands first', [{ UnitPrice: '7', EffectiveStartDate: '2026-11-24T09:00:01' }, { UnitPrice: '6' }], '6'],
  ['a price for many seats stands first', [
    { UnitPrice: '4', PricingTierRangeMin: '100' }, { UnitPrice: '6', PricingTierRangeMin: '1' }, { UnitPrice: '3', PricingTierRangeMin: '500' },
  ], '6'],
  ['two hold, the one that ends first', [{ UnitPrice: '6' }, { UnitPrice: '5', EffectiveEndDate: '11/30/2026 11:59:59 PM' }], '5'],
  ['dates without a zone are UTC, also in the last hour', [
    { UnitPrice: '5', EffectiveEndDate: '2026-11-24 09:30:00' }, { UnitPrice: '6', EffectiveStartDate: '2026-11-24 09:30:00' },
  ], '5'],
  ['dates have a zone after a blank', [{ UnitPrice: '5', EffectiveEndDate: '2026-11-24 09:30:00 +01:00' }, { UnitPrice: '6' }], '6'],
  ['a number of seats or a date is none', [
    { UnitPrice: '1', PricingTierRangeMin: 'many' }, { UnitPrice: '2', EffectiveEndDate: 'soon' }, { UnitPrice: '6' },
  ], '6'],
  ['the number of the SKU lost its zeros', [{ SkuId: '1', UnitPrice: '6' }], '6'],
  ['another segment, term or plan stands first', [
    { Segment: 'Education', UnitPrice: '1' }, { TermDuration: 'P3Y', UnitPrice: '2' }, { BillingPlan: 'Annual', UnitPrice: '3' }, { UnitPrice: '6' },
  ], '6'],
  ['no price holds any more', [ended], undefined],
];

describe('the price at the moment an order is sent', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(cases)('is the one of the catalogue where %s', async (_where, rows, amount) => {
    expect(await pricesFrom(rows)).toEqual({ sent: amount, listed: amount });
  });
});
