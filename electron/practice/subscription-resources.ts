import { link } from './collection.ts';
import { endActions, isExtendable, type EndChoice } from './end-of-term.ts';
import { catalogue, type CatalogueItem, isSoftware, productTypeOf, skuOf } from './seed/catalogue.ts';
import { guidFromText } from './seed/numbers.ts';
import type { State } from './state.ts';
import { billingCycleEnd, cancellableUntil, openBatches, type ScheduledChange } from './subscription-position.ts';
import { offerNameOf, shownName, type StandingSubscription, tagOf } from './subscription-records.ts';

/** Add-ons that may hang on an item. */
const addonsFor = (catalogItemId: string): readonly CatalogueItem[] =>
  catalogue.filter((item) => item.isAddon && item.prerequisiteSkus.includes(skuOf(catalogItemId)));

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Scheduled changes as they travel (schedule-next-term-changes): the billing cycle there begins with a capital. */
function instructionsOf({ catalogItemId, quantity, ...change }: ScheduledChange): object {
  const [productId = '', skuId = '', availabilityId = ''] = catalogItemId.split(':');
  const { termDuration, promotionId, customTermEndDate } = change;
  return {
    product: { productId, skuId, availabilityId, billingCycle: capitalised(change.billingCycle), termDuration, promotionId },
    quantity,
    customTermEndDate,
  };
}

/**
 * What follows the term, where it is not a renewal: what was chosen, or the extended term. Nothing where neither is so: then the days
 * of service free of charge may follow, which an end that was chosen would cut off.
 */
export function endChoiceOf({ position }: StandingSubscription): EndChoice | undefined {
  const isExtended = position.before !== undefined || isExtendable(position);
  if (position.atEnd === 'cancel') return 'cancel';
  return isExtended ? 'extend' : undefined;
}

/** The actions at the end of the term; none where it renews, is over, or nothing is said of its end. */
function actionsOf(subscription: StandingSubscription, isRenewed: boolean): readonly object[] | undefined {
  const choice = endChoiceOf(subscription);
  return isRenewed || choice === undefined ? undefined : endActions(choice);
}

/** Whether it may be cancelled at an instant (cancel-subscription: until the date the resource names). */
export const isCancellable = (subscription: StandingSubscription, now: Date): boolean =>
  ['active', 'suspended'].includes(subscription.status) &&
  subscription.position.serviceUntil === undefined &&
  Date.parse(cancellableUntil(subscription.position)) > now.getTime();

function refundsOf(state: State, subscription: StandingSubscription, now: Date): object {
  const batches = subscription.status === 'active' ? openBatches(subscription.position, state.conditions.addedSeats, now) : [];
  return {
    refundOptions: isCancellable(subscription, now)
      ? [{ type: 'Partial', expiresAt: cancellableUntil(subscription.position) }]
      : [],
    refundableQuantity: {
      totalQuantity: batches.reduce((sum, { batch }) => sum + batch.quantity, 0),
      details: batches.map(({ batch, until }) => ({ quantity: batch.quantity, allowedUntilDateTime: until })),
    },
  };
}

const reasons: Readonly<Partial<Record<StandingSubscription['status'], readonly string[]>>> = {
  suspended: ['CustomerSuspended'], expired: ['Expiration'],
};

/** Term, billing and what follows the term. */
function termFields(subscription: StandingSubscription, isOver: boolean, now: Date): object {
  const { position } = subscription;
  const autoRenewEnabled = !isOver && position.autoRenew;
  return {
    effectiveStartDate: new Date(position.start).toISOString(),
    commitmentEndDate: position.end,
    cancellationAllowedUntilDate: cancellableUntil(position),
    billingCycleEndDate: billingCycleEnd(position, now),
    autoRenewEnabled,
    scheduledNextTermInstructions: !isOver && position.scheduled !== undefined ? instructionsOf(position.scheduled) : undefined,
    scheduledActions: actionsOf(subscription, isOver || autoRenewEnabled),
    isTrial: position.isTrial,
    billingType: 'license',
    billingCycle: position.billingCycle,
    termDuration: position.termDuration,
    renewalTermDuration: position.scheduled?.termDuration ?? position.before?.termDuration ?? position.termDuration,
  };
}

function linksOf({ id, customerTenantId, parentSubscriptionId, position }: StandingSubscription): object {
  const [productId = '', skuId = '', availabilityId = ''] = position.catalogItemId.split(':');
  const all = `/customers/${customerTenantId}/subscriptions`;
  return {
    product: link(`/products/${productId}`),
    sku: link(`/products/${productId}/skus/${skuId}`),
    availability: link(`/products/${productId}/skus/${skuId}/availabilities/${availabilityId}`),
    self: link(`${all}/${id}`),
    ...(parentSubscriptionId === undefined ? {} : { parentSubscription: link(`${all}/${parentSubscriptionId}`) }),
  };
}

/** A subscription as lists, get-subscription and the PATCH calls show it (get-subscription). */
export function subscriptionResource(state: State, subscription: StandingSubscription, now: Date): Readonly<Record<string, unknown>> {
  const { position, status } = subscription;
  const isOver = status === 'deleted' || status === 'expired';
  return {
    id: subscription.id,
    offerId: position.catalogItemId,
    entitlementId: guidFromText(`practice entitlement ${subscription.id}`),
    offerName: offerNameOf(subscription),
    friendlyName: shownName(subscription),
    productType: productTypeOf(isSoftware(position.catalogItemId)),
    quantity: position.quantity,
    unitType: 'Licenses',
    hasPurchasableAddons: status === 'active' && addonsFor(position.catalogItemId).length > 0,
    parentSubscriptionId: subscription.parentSubscriptionId,
    creationDate: subscription.createdAt,
    status,
    ...termFields(subscription, isOver, now),
    isMicrosoftProduct: true,
    publisherName: 'Microsoft Corporation',
    ...refundsOf(state, subscription, now),
    partnerId: subscription.partnerId,
    attentionNeeded: false,
    actionTaken: false,
    promotionId: position.promotionId,
    contractType: 'subscription',
    actions: isOver || position.serviceUntil !== undefined ? [] : ['edit', 'cancel'],
    suspensionReasons: reasons[status] ?? [],
    orderId: subscription.orderId,
    links: linksOf(subscription),
    attributes: { etag: tagOf(subscription), objectType: 'Subscription' },
  };
}
