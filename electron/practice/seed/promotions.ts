import promotionData from './promotions.json' with { type: 'json' };

/** What a promotion takes off one pair of one SKU. */
export interface PromotedPair {
  readonly productId: string;
  readonly skuId: string;
  readonly termDuration: string;
  readonly billingCycle: string;
  /** Fraction as decimal text. */
  readonly discount: string;
}

/** A practice promotion at a moment of the tenant's clock. All of them are invented. */
export interface PracticePromotion {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly startsAt: Date;
  /** The last second of it. */
  readonly endsAt: Date;
  readonly isAutoApplicable: boolean;
  readonly products: readonly PromotedPair[];
  readonly minimumSeats: number | undefined;
  /** Also the most seats a customer may have with it over all purchases. */
  readonly maximumSeats: number | undefined;
  /** How many purchases of a customer may have it. */
  readonly maximumUses: number | undefined;
  readonly isFirstPurchaseOnly: boolean;
  /** The customer must have one of these, `productId:skuId` each; empty: nothing is asked. */
  readonly ownedSkus: readonly string[];
}

const startOfMonth = (now: Date, months: number): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));

/**
 * The promotions as the tenant's clock stands. Their dates move with its month (the data file counts months from the
 * present one), so that one has always ended, one is always to come and the others always hold, whenever the tenant runs.
 */
export function promotionsAt(now: Date): readonly PracticePromotion[] {
  return promotionData.map((one) => ({
    id: one.id,
    name: one.name,
    description: one.description,
    startsAt: startOfMonth(now, one.fromMonth),
    endsAt: new Date(startOfMonth(now, one.untilMonth + 1).getTime() - 1_000),
    isAutoApplicable: one.isAutoApplicable ?? false,
    products: one.products,
    minimumSeats: one.minimumSeats,
    maximumSeats: one.maximumSeats,
    maximumUses: one.maximumUses,
    isFirstPurchaseOnly: one.isFirstPurchaseOnly ?? false,
    ownedSkus: one.ownedSkus ?? [],
  }));
}
