import type { ListedSubscription } from './use-subscription-rows.ts';

/** The columns of the file, in their order; dates are ISO 8601 in UTC, codes as the service writes them. */
export const subscriptionColumns = [
  'subscriptionId', 'name', 'product', 'offerId', 'customer', 'customerId', 'partnerId', 'reseller', 'quantity', 'status', 'autoRenew',
  'term', 'billing', 'start', 'end', 'orderId', 'parentId', 'change',
] as const;
type Cells = Record<(typeof subscriptionColumns)[number], string>;

function cellsOf({ subscription: one, customerId, customerName, resellerName = '', change }: ListedSubscription): Cells {
  return {
    subscriptionId: one.id, name: one.friendlyName, product: one.offerName, offerId: one.offerId ?? '', customer: customerName, customerId,
    partnerId: one.partnerId ?? '', reseller: resellerName, quantity: String(one.quantity), status: one.status,
    autoRenew: String(one.autoRenewEnabled), term: one.termDuration ?? '', billing: one.billingCycle ?? '', start: one.startsAt ?? '',
    end: one.endsAt ?? '', orderId: one.orderId ?? '', parentId: one.parentSubscriptionId ?? '', change: change?.state.name ?? '',
  };
}

/** One row for each subscription that is shown, in the order of the list. */
export const subscriptionCells = (rows: readonly ListedSubscription[]): readonly string[][] =>
  rows.map(cellsOf).map((cells) => subscriptionColumns.map((name) => cells[name]));
