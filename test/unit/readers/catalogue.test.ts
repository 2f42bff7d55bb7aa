import { describe, expect, it } from 'vitest';
import { readAvailability } from '../../../shared/partner-center/readers/availabilities.ts';
import { readRows } from '../../../shared/partner-center/readers/collection.ts';
import { offerOf } from '../../../shared/partner-center/readers/offers.ts';
import { readPriceSheet } from '../../../shared/partner-center/readers/price-sheet.ts';
import { readProduct } from '../../../shared/partner-center/readers/products.ts';
import { readSku } from '../../../shared/partner-center/readers/skus.ts';
import { sampleReply } from './sample-reply.ts';

const header = [
  'ProductTitle', 'ProductId', 'SkuId', 'SkuTitle', 'TermDuration', 'BillingPlan', 'Market', 'Currency', 'UnitPrice',
  'EffectiveStartDate', 'EffectiveEndDate', 'PricingTierRangeMin', 'Tags', 'ERP Price', 'Segment',
].join(',');
const sheet = [
  `\uFEFF${header}`,
  '"Plan, one",CFQ1,0001,A,P1Y,Monthly,IT,EUR,9.40,2026-11-01T00:00:00Z,2026-12-01,5,PracticePrice,11.75,Commercial',
  'Plan,CFQ1,0001,A,P1Y,ANNUAL,IT,eur,112.8,11/1/2026 12:00:00 AM,,,,,Commercial',
  'Plan,CFQ1,0001,A,P1Y,Monthly,IT,EUR,1.00,,,,,,Charity',
  'Plan,CFQ1,0001,A,P1Y,Monthly,IT,EUR,free,,,,,,Commercial',
  'Plan,CFQ1,0001,A,P9Y,Monthly,IT,EUR,1,,,,,,Commercial',
  'Plan,CFQ1,0001,A,P1Y,Monthly,IT,EUR,1,,soon,,,,Commercial',
  '',
].join('\r\n');

const sku = readSku({
  id: '0001', productId: 'CFQ1', title: 'Plan', minimumQuantity: 1, maximumQuantity: '300', isTrial: false,
  supportedBillingCycles: ['monthly', 'Annual'], purchasePrerequisites: ['MicrosoftCustomerAgreement'],
});
const availability = {
  id: 'AV1', productId: 'CFQ1', skuId: '0001', catalogItemId: 'CFQ1:0001:AV1', segment: 'commercial', isPurchasable: true,
};

describe('the catalogue', () => {
  it('reads the published lists', () => {
    expect(readRows(sampleReply('list-products'), readProduct)?.rows[0]?.id).toBe('DZH318Z0BQ3Q');
    const first = readRows(sampleReply('list-skus'), readSku)?.rows[0];
    expect(first).toMatchObject({
      skuId: '0001', maximumQuantity: 999_999_999, needsCustomerAgreement: false, billingCycles: ['one_time'],
    });
    const available = readRows(sampleReply('list-availabilities'), readAvailability)?.rows[0];
    expect(available).toEqual({
      catalogItemId: 'DZH318Z0BQ3Q:0001:DZH318XZXVNF', productId: 'DZH318Z0BQ3Q', skuId: '0001', country: 'US', currency: 'USD',
      segment: 'commercial', isPurchasable: true, terms: [{ termDuration: 'P1Y' }],
    });
  });

  it('reads a price sheet and counts what it leaves out', () => {
    const { rows, skipped } = readPriceSheet(sheet);
    expect(skipped).toBe(3);
    expect(rows).toEqual([
      {
        productId: 'CFQ1', skuId: '0001', termDuration: 'P1Y', billingCycle: 'monthly', segment: 'commercial',
        unitPrice: { amount: '9.4', currency: 'EUR' },
        retailPrice: { amount: '11.75', currency: 'EUR' }, startsAt: '2026-11-01T00:00:00.000Z',
        endsAt: '2026-12-01T00:00:00.000Z', fromSeats: 5, isPracticePrice: true,
      },
      {
        productId: 'CFQ1', skuId: '0001', termDuration: 'P1Y', billingCycle: 'annual', segment: 'commercial',
        unitPrice: { amount: '112.8', currency: 'EUR' },
        startsAt: '2026-11-01T00:00:00.000Z', isPracticePrice: false,
      },
      {
        productId: 'CFQ1', skuId: '0001', termDuration: 'P1Y', billingCycle: 'monthly', segment: 'nonprofit',
        unitPrice: { amount: '1', currency: 'EUR' }, isPracticePrice: false,
      },
    ]);
  });

  it('joins SKU and availability to an offer that has no prices yet', () => {
    if (sku === undefined) throw new Error('the SKU must be readable');
    const read = readAvailability({
      ...availability, terms: [{ duration: 'P1Y', billingCycle: 'Monthly' }, { duration: 'P1Y' }, { duration: 'P5Y' }],
    });
    const offer = offerOf('IT', sku, read === undefined ? [] : [read]);
    expect(offer).toMatchObject({
      key: 'IT:CFQ1:0001', maximumQuantity: 300, needsCustomerAgreement: true, isPracticePrice: false,
    });
    expect(offer?.terms.map((term) => [term.termDuration, term.billingCycle, term.unitPrice?.amount])).toEqual([
      ['P1Y', 'monthly', undefined],
      ['P1Y', 'annual', undefined],
    ]);
  });

  it('knows trials, add-ons with their bases, attestations and segments', () => {
    const read = readSku({
      id: '0001', productId: 'CFQ1', isTrial: true, attestationProperties: { enforceAttestation: 'true' },
      dynamicAttributes: { isAddon: 'True', prerequisiteSkus: ['CFQ2/0001', 'CFQ3:0002'] }, supportedBillingCycles: ['monthly'],
    });
    const terms = [{ duration: 'P1Y', billingCycle: 'monthly' }];
    const school = readAvailability({ ...availability, segment: 'Education', terms });
    const charity = readAvailability({ ...availability, segment: 'Nonprofit', catalogItemId: 'CFQ1:0001:AV2', terms });
    const other = readAvailability({ ...availability, segment: 'Consumer', terms });
    const offer = read && offerOf('IT', read, [other, school, charity].flatMap((one) => one ?? []));
    expect(offer).toMatchObject({
      isTrial: true, isAddon: true, prerequisiteSkus: ['CFQ2:0001', 'CFQ3:0002'], needsAttestation: true, segment: 'education',
    });
    expect(offer?.terms).toEqual([{ termDuration: 'P1Y', billingCycle: 'monthly', catalogItemId: 'CFQ1:0001:AV1' }]);
    expect(read && charity && offerOf('IT', read, [charity])).toMatchObject({ segment: 'nonprofit', terms: [{ catalogItemId: 'CFQ1:0001:AV2' }] });
    expect(read && other && offerOf('IT', read, [other])).toBeUndefined();
    expect(sku).toMatchObject({ isTrial: false, isAddon: false, prerequisiteSkus: [], needsAttestation: false });
  });

  it('offers nothing that cannot be bought', () => {
    const terms = [{ duration: 'P1Y', billingCycle: 'monthly' }];
    const closed = readAvailability({ ...availability, isPurchasable: false, terms });
    expect(sku && closed && offerOf('IT', sku, [closed])).toBeUndefined();
    expect(sku && offerOf('IT', sku, [])).toBeUndefined();
  });
});
