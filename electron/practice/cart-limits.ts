import type { Customer } from './seed/customers.ts';
import { findItem, type CatalogueItem } from './seed/catalogue.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import type { State } from './state.ts';
import { everyBought, everySubscription } from './subscription-records.ts';

/** Seats of the three business plans together, in one customer's tenant ("300 seats across the family"). */
const FAMILY_SEATS = 300;
const family: ReadonlySet<string> = new Set(['CFQ7TTC0LH18', 'CFQ7TTC0LDPB', 'CFQ7TTC0LCHC']);
const TRIAL_SEATS = 25;

/** Something to be bought, as far as limits are concerned. */
export interface Wanted {
  readonly item: CatalogueItem;
  readonly quantity: number;
}

const itemBought = (one: SubscriptionRecord): CatalogueItem | undefined => {
  const [productId = '', skuId = ''] = one.catalogItemId.split(':');
  return findItem(productId, skuId);
};

/** Most seats of one line: the item's own, and 25 of a trial. */
export function mostSeats(item: CatalogueItem): number {
  return item.isTrial ? Math.min(item.maximumQuantity, TRIAL_SEATS) : item.maximumQuantity;
}

/** Whether an item counts for the limit of the business plans. */
export const isOfFamily = (item: CatalogueItem): boolean => family.has(item.productId);

/** Whether the business plans among these, with what the customer has, stay within their limit. */
export function isFamilyWithin(state: State, customer: Customer, wanted: readonly Wanted[], now: Date): boolean {
  const plans = wanted.filter(({ item }) => isOfFamily(item));
  const owned = everySubscription(state, customer, now)
    .filter((one) => (one.status === 'active' || one.status === 'suspended') && family.has(itemBought(one)?.productId ?? ''))
    .reduce((seats, one) => seats + one.quantity, 0);
  return plans.length === 0 || plans.reduce((seats, { quantity }) => seats + quantity, owned) <= FAMILY_SEATS;
}

/** Whether the customer has, or ever had, a trial of the product: one each. */
export function hadTrial(state: State, customer: Customer, productId: string, now: Date): boolean {
  return everyBought(state, customer, now).some((one) => one.isTrial === true && itemBought(one)?.productId === productId);
}
