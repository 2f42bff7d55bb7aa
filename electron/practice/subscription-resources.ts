import { etagOf, link } from './collection.ts';
import type { StandingSubscription } from './subscription-records.ts';
import { runningTerm, statusOf } from './subscription-terms.ts';

/** A subscription as lists, get-subscription and the PATCH calls show it (get-subscription). */
export function subscriptionResource(subscription: StandingSubscription, now: Date) {
  const term = runningTerm(subscription, now);
  const until = term.cancellationUntil.toISOString();
  const self = `/customers/${subscription.customerTenantId}/subscriptions/${subscription.id}`;
  const [productId = '', skuId = '', availabilityId = ''] = subscription.catalogItemId.split(':');
  const status = statusOf(subscription, now);
  const isCancellable = term.isInWindow && status === 'active';
  const refundable = isCancellable ? subscription.quantity : 0;
  return {
    id: subscription.id,
    offerId: subscription.catalogItemId,
    offerName: subscription.title,
    friendlyName: subscription.friendlyName ?? subscription.title,
    productType: { id: 'OnlineServicesNCE', displayName: 'Online Services NCE' },
    quantity: subscription.quantity,
    unitType: 'Licenses',
    hasPurchasableAddons: false,
    parentSubscriptionId: subscription.parentSubscriptionId,
    creationDate: subscription.createdAt,
    effectiveStartDate: term.start.toISOString(),
    commitmentEndDate: term.end.toISOString(),
    cancellationAllowedUntilDate: until,
    billingCycleEndDate: term.billingCycleEnd.toISOString(),
    status,
    autoRenewEnabled: status !== 'deleted' && (subscription.isTrial !== true || subscription.renewsTo !== undefined),
    isTrial: subscription.isTrial === true,
    billingType: 'license',
    billingCycle: subscription.billingCycle,
    termDuration: subscription.termDuration,
    renewalTermDuration: subscription.renewsTo ?? subscription.termDuration,
    isMicrosoftProduct: true,
    publisherName: 'Microsoft Corporation',
    refundOptions: isCancellable ? [{ type: 'Partial', expiresAt: until }] : [],
    refundableQuantity: {
      totalQuantity: refundable,
      details: refundable === 0 ? [] : [{ quantity: refundable, allowedUntilDateTime: until }],
    },
    partnerId: subscription.partnerId,
    attentionNeeded: false,
    actionTaken: false,
    promotionId: subscription.promotionId,
    contractType: 'subscription',
    actions: status === 'deleted' ? [] : ['edit', 'cancel'],
    suspensionReasons: [],
    orderId: subscription.orderId,
    links: {
      product: link(`/products/${productId}`),
      sku: link(`/products/${productId}/skus/${skuId}`),
      availability: link(`/products/${productId}/skus/${skuId}/availabilities/${availabilityId}`),
      self: link(self),
    },
    attributes: { etag: etagOf(subscription.id, subscription.version), objectType: 'Subscription' },
  };
}
