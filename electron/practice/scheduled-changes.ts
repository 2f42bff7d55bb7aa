import type { Answer, Call } from './call.ts';
import { mostSeats } from './cart-limits.ts';
import { refuseEndDate } from './end-dates.ts';
import { refuse } from './errors.ts';
import { eligibilityOf } from './promotions.ts';
import { type CatalogueItem, findItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import { transitionTargetsOf } from './seed/transitions.ts';
import type { ScheduledChange } from './subscription-position.ts';
import type { StandingSubscription } from './subscription-records.ts';

function refuseProduct(change: ScheduledChange, from: string): CatalogueItem | Answer {
  const [productId = '', skuId = '', availabilityId = ''] = change.catalogItemId.split(':');
  const item = findItem(productId, skuId);
  if (item === undefined) return refuse(404, '400018', 'The SKU was not found.', [change.catalogItemId]);
  if (item.availabilityId !== availabilityId) return refuse(404, '400019', 'The availability was not found.', [change.catalogItemId]);
  const [fromProduct = '', fromSku = ''] = from.split(':');
  const isTarget = item === findItem(fromProduct, fromSku) || transitionTargetsOf(from).includes(item);
  return isTarget ? item : refuse(403, '2085', `The subscription cannot become ${item.title}.`, [change.catalogItemId]);
}

function refuseTerm(change: ScheduledChange, item: CatalogueItem): Answer | undefined {
  const { termDuration, billingCycle, quantity } = change;
  const lasting = item.terms.filter(({ duration }) => duration === termDuration);
  if (lasting.length === 0) return refuse(400, '800121', `A term of ${termDuration} is not offered for ${item.title}.`, ['termDuration']);
  if (!lasting.some((term) => term.billingCycle === billingCycle))
    return refuse(400, '900269', `${termDuration} billed ${billingCycle} is not offered for ${item.title}.`, ['billingCycle']);
  if (quantity >= Math.max(1, item.minimumQuantity) && quantity <= mostSeats(item)) return undefined;
  return refuse(400, '2002', `The quantity must lie between ${item.minimumQuantity} and ${mostSeats(item)}.`, ['quantity']);
}

/**
 * schedule-next-term-changes: a product that the subscription may become, a term and billing that is offered for it, seats
 * within its limits, an end date that aligns (900244 to 900246), a promotion that it may have (27007).
 */
export function refuseScheduled(
  call: Call, customer: Customer, subscription: StandingSubscription, change: ScheduledChange,
): Answer | undefined {
  const { position } = subscription;
  const item = refuseProduct(change, position.catalogItemId);
  if ('status' in item) return item;
  const cut = { from: new Date(position.end), notAligned: '900246', itself: subscription.id } as const;
  const refusal = refuseTerm(change, item) ?? refuseEndDate(call, customer, change, item, cut);
  if (refusal !== undefined || change.promotionId === undefined) return refusal;
  const [promotion] = eligibilityOf(call.state, customer, change, call.now);
  return promotion?.isEligible === true ? undefined : refuse(400, '27007', 'The promotion is not valid here.', [change.promotionId]);
}
