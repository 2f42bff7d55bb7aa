import { describe, expect, it } from 'vitest';
import { readRows } from '../../../shared/partner-center/readers/collection.ts';
import { readEligibilities, readPromotion } from '../../../shared/partner-center/readers/promotions.ts';
import { inPascalCase, sampleReply } from './sample-reply.ts';

const eligible = 'verify-promotion-eligibility--with-promotion-id';

describe('promotions', () => {
  it.each([['as published', (body: unknown) => body], ['in PascalCase', inPascalCase]])('are read %s', (_how, shape) => {
    const read = readRows(shape(sampleReply('list-promotions')), readPromotion);
    expect(read).toMatchObject({ totalCount: 2, skipped: 0 });
    expect(read?.rows[0]).toEqual({
      id: '39NFJQT1PJQB:0001:39NFJQT1Q5KN', name: 'Visio Plan 1', description: 'Visio Plan 1', isAutoApplicable: true,
      startsAt: '2021-09-23T00:00:00.000Z', endsAt: '2021-10-14T23:59:59.000Z',
      products: [
        { productId: 'CFQ7TTC0HD33', skuId: '0003', termDuration: 'P1Y', billingCycle: 'annual', discount: '0.05' },
      ],
    });
    expect(read?.rows[1]?.products).toMatchObject([{ billingCycle: 'monthly', discount: '0.167' }]);
  });

  it('tell their limits where get-promotion gives them', () => {
    const promotionConstraints = {
      seatConstraints: [{ minSeats: 10, maxSeats: 100, type: 'SubscriptionQuantity' }],
      assetOwnershipLimits: [{ minAssets: 0, maxAssets: 3, type: 'LifetimeRedemptionCount' }],
      eligibilityConstraints: [{ isApplicable: true, type: 'FirstPurchase' }],
      productOwnershipConstraints: [[{ bigId: 'CFQ7TTC0MBMD/0002' }]],
    };
    expect(readPromotion({ id: 'P', promotionConstraints })).toMatchObject({
      minimumSeats: 10, maximumSeats: 100, maximumUses: 3, isFirstPurchaseOnly: true, ownedSkus: [['CFQ7TTC0MBMD:0002']],
    });
    const notApplied = { eligibilityConstraints: [{ isApplicable: false, type: 'FirstPurchase' }] };
    expect(readPromotion({ id: 'P', promotionConstraints: notApplied })).toEqual({
      id: 'P', name: 'P', description: '', isAutoApplicable: false, products: [],
    });
    expect(readPromotion({ name: 'no id' })).toBeUndefined();
  });

  it('leave out what takes no fraction off a pair we can order', () => {
    const product = (duration: string, policyType: string, value: unknown): object => ({
      productId: 'A', skuId: '1', term: { duration, billingCycle: 'Annual' }, pricingPolicies: [{ policyType, value }],
    });
    const requiredProducts = [
      product('P1Y', 'FixedPrice', '5'), product('P9Y', 'PercentDiscount', '0.1'), product('P1Y', 'PercentDiscount', '15'),
      product('P1Y', 'PercentDiscount', '-0.1'), product('P3Y', 'percentdiscount', '0.1'),
    ];
    expect(readPromotion({ id: 'P', requiredProducts })?.products).toEqual([
      { productId: 'A', skuId: '1', termDuration: 'P3Y', billingCycle: 'annual', discount: '0.1' },
    ]);
  });
});

describe('eligibility', () => {
  it.each([['as published', (body: unknown) => body], ['in PascalCase', inPascalCase]])('is read %s', (_how, shape) => {
    expect(readEligibilities(shape(sampleReply(eligible)), 1)).toEqual([
      [
        {
          promotionId: '39NFJQT1PM6C:0005:39NFJQT1Q5L7', isEligible: false,
          errors: [
            {
              type: 'SeatCount', minimumSeats: 1, maximumSeats: 2400, availableSeats: 500,
              text: 'The provided quantity does not satisfy the minimum or maximum seat requirements for the promotion.',
            },
          ],
        },
      ],
    ]);
  });

  it('goes by the ids of the lines, whatever their order', () => {
    const line = (id: unknown, promotionId: string): object => ({ id, eligibilities: [{ promotionId, isEligible: true }] });
    const ids = (items: readonly object[]): unknown =>
      readEligibilities({ items }, 2)?.map(([first]) => first?.promotionId);
    expect(ids([line('1', 'B'), line(0, 'A')])).toEqual(['A', 'B']);
    expect(ids([line(undefined, 'A'), line(undefined, 'B')])).toEqual(['A', 'B']);
  });

  it('is none when a line is missing, and "no" where nothing is said', () => {
    const items = [{ id: 0, eligibilities: [{ promotionId: 'A', errors: [{ type: 'Brand_new' }] }] }];
    expect(readEligibilities({ items }, 1)).toEqual([
      [{ promotionId: 'A', isEligible: false, errors: [{ type: 'Other', text: '' }] }],
    ]);
    expect(readEligibilities({ items }, 2)).toBeUndefined();
    expect(readEligibilities({ items: [{ id: 0 }] }, 1)).toBeUndefined();
    expect(readEligibilities({ code: 1 }, 1)).toBeUndefined();
  });
});
