import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import type { PlannedRow, Target } from '../../../../shared/domain/bulk/plan.ts';
import { sum, times } from '../../../../shared/money-math.ts';
import type { Money } from '../../../../shared/money.ts';
import type { Mirror, SubscriptionRow } from '../../../../shared/ports/mirror.ts';
import { priceOf } from '../price-of.ts';

/** The key of the offer of a subscription: `country:productId:skuId`; undefined for one of before new commerce. */
function offerKey({ subscription: { offerId }, country }: SubscriptionRow, ownCountry: string): string | undefined {
  const [productId, skuId] = offerId?.split(':') ?? [];
  return productId === undefined || skuId === undefined ? undefined : `${country ?? ownCountry}:${productId}:${skuId}`;
}

export interface SeatOffers {
  readonly of: (row: SubscriptionRow) => Offer | undefined;
}

/** The offers of subscriptions whose seats are to change, each asked for once. */
export async function seatOffers(targets: readonly Target[], mirror: Pick<Mirror, 'offer'>, ownCountry: string): Promise<SeatOffers> {
  const keys = new Set(targets.flatMap(({ row }) => offerKey(row, ownCountry) ?? []));
  const offers = new Map<string, Offer>();
  for (const key of keys) {
    const offer = await mirror.offer(key);
    if (offer !== undefined) offers.set(key, offer);
  }
  return { of: (row) => offers.get(offerKey(row, ownCountry) ?? '') };
}

/** What more or fewer seats change for one billing period, by the price list of the copy; undefined where it has no price. */
export function seatMoney({ target: { row }, base, edits: { quantity } }: PlannedRow, offers: SeatOffers): Money | undefined {
  if (quantity === undefined) return undefined;
  const { termDuration, billingCycle } = row.subscription;
  const price = priceOf(offers.of(row), termDuration, billingCycle);
  return price && times(price, quantity - base.quantity);
}

export interface MoneySum {
  readonly billingCycle: string;
  readonly money: Money;
}
export interface MoneyEffect {
  /** By billing cycle and currency: amounts of different periods are no sum of anything. */
  readonly sums: readonly MoneySum[];
  /** Rows with other seats and no known price. */
  readonly unpriced: number;
}

export function moneyEffect(rows: readonly PlannedRow[], offers: SeatOffers): MoneyEffect {
  const groups = new Map<string, { readonly billingCycle: string; readonly amounts: Money[] }>();
  let unpriced = 0;
  for (const row of rows) {
    if (row.edits.quantity === undefined) continue;
    const money = seatMoney(row, offers);
    if (money === undefined) unpriced += 1;
    else {
      const billingCycle = (row.target.row.subscription.billingCycle ?? '').toLowerCase();
      const key = `${billingCycle} ${money.currency}`;
      const group = groups.get(key) ?? { billingCycle, amounts: [] };
      group.amounts.push(money);
      groups.set(key, group);
    }
  }
  const sums = [...groups.values()].flatMap(({ billingCycle, amounts }) =>
    amounts[0] === undefined ? [] : [{ billingCycle, money: sum(amounts, amounts[0].currency) }]);
  return { sums, unpriced };
}
