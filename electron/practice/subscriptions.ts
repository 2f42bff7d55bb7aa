import { type Answer, type Call, integerOf, type Route } from './call.ts';
import { collection, etagOf, link } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import { isHidden } from './orders.ts';
import type { Customer } from './seed/customers.ts';
import { provider } from './seed/provider.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import type { State } from './state.ts';
import { runningTerm } from './subscription-terms.ts';

function resource(subscription: SubscriptionRecord, now: Date): object {
  const term = runningTerm(subscription, now);
  const until = term.cancellationUntil.toISOString();
  const self = `/customers/${subscription.customerTenantId}/subscriptions/${subscription.id}`;
  const [productId = '', skuId = '', availabilityId = ''] = subscription.catalogItemId.split(':');
  const refundable = term.isInWindow ? subscription.quantity : 0;
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
    status: 'active',
    autoRenewEnabled: true,
    isTrial: false,
    billingType: 'license',
    billingCycle: subscription.billingCycle,
    termDuration: subscription.termDuration,
    renewalTermDuration: subscription.termDuration,
    isMicrosoftProduct: true,
    publisherName: 'Microsoft Corporation',
    refundOptions: term.isInWindow ? [{ type: 'Partial', expiresAt: until }] : [],
    refundableQuantity: {
      totalQuantity: refundable,
      details: refundable === 0 ? [] : [{ quantity: refundable, allowedUntilDateTime: until }],
    },
    partnerId: subscription.partnerId,
    attentionNeeded: false,
    actionTaken: false,
    contractType: 'subscription',
    actions: ['edit', 'cancel'],
    suspensionReasons: [],
    orderId: subscription.orderId,
    links: {
      product: link(`/products/${productId}`),
      sku: link(`/products/${productId}/skus/${skuId}`),
      availability: link(`/products/${productId}/skus/${skuId}/availabilities/${availabilityId}`),
      self: link(self),
    },
    attributes: { etag: etagOf(subscription.id, 1), objectType: 'Subscription' },
  };
}

function visible(state: State, customer: Customer, now: Date): readonly SubscriptionRecord[] {
  const bought = (state.subscriptions.get(customer.tenantId) ?? []).filter((one) => !isHidden(state, one.createdAt, now));
  return [...state.seed.subscriptionsOf(customer.tenantId), ...bought];
}

/** Days (YYYY-MM-DD, UTC) on which running subscriptions of a customer end: dates a custom term end may align to. */
export function subscriptionEnds(state: State, customer: Customer, now: Date): readonly string[] {
  return visible(state, customer, now).map((one) => runningTerm(one, now).end.toISOString().slice(0, 10));
}

/** list-subscriptions, list-subscriptions-by-reseller (mpn_id) and list-subscriptions-by-order (order_id). */
function list(call: Call, customer: Customer): Answer {
  const { mpn_id: mpnId, order_id: orderId } = call.query;
  if (integerOf(mpnId) === 'bad') return refuse(400, '3000', 'mpn_id must be a number.', ['mpn_id']);
  const items = visible(call.state, customer, call.now).filter(
    (one) => (mpnId === undefined || one.partnerId === mpnId) && (orderId === undefined || one.orderId === orderId),
  );
  return {
    status: 200,
    body: collection(
      items.map((one) => resource(one, call.now)),
      `/customers/${customer.tenantId}/subscriptions`,
    ),
  };
}

function found(call: Call, customer: Customer): SubscriptionRecord | undefined {
  return visible(call.state, customer, call.now).find((one) => one.id === call.params.subscriptionId?.toLowerCase());
}

const noSubscription = (): Answer => refuse(404, '20003', 'The subscription was not found.');

const single = withCustomer((call, customer) => {
  const subscription = found(call, customer);
  return subscription === undefined ? noSubscription() : { status: 200, body: resource(subscription, call.now) };
});

/** get-support-contact: the provider itself, the default. */
const supportContact = withCustomer((call, customer) => {
  const subscription = found(call, customer);
  if (subscription === undefined) return noSubscription();
  return {
    status: 200,
    body: {
      supportTenantId: provider.tenantId,
      supportMpnId: provider.mpnId,
      name: provider.companyName,
      links: { self: link(`/customers/${customer.tenantId}/subscriptions/${subscription.id}/supportcontact`) },
      attributes: { objectType: 'SupportContact' },
    },
  };
});

function variantOf(call: Call): string | undefined {
  if (call.query.mpn_id !== undefined) return 'list-subscriptions-by-reseller';
  return call.query.order_id === undefined ? undefined : 'list-subscriptions-by-order';
}

const SUBSCRIPTIONS = '/v1/customers/:customerId/subscriptions';

/** Subscriptions of a customer. */
export const subscriptionRoutes: readonly Route[] = [
  { method: 'GET', path: SUBSCRIPTIONS, scenario: 'list-subscriptions', variant: variantOf, answer: withCustomer(list) },
  { method: 'GET', path: `${SUBSCRIPTIONS}/:subscriptionId`, scenario: 'get-subscription', answer: single },
  {
    method: 'GET',
    path: `${SUBSCRIPTIONS}/:subscriptionId/supportcontact`,
    scenario: 'get-support-contact',
    answer: supportContact,
  },
];
