import type { Answer, Call, Route } from './call.ts';
import { collection, etagOf, link } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import type { OrderLine, OrderRecord } from './order-records.ts';
import { refuseCancellation } from './order-cancellation.ts';
import { orderProvisioning } from './provisioning.ts';
import { currencySymbol, findCountry } from './seed/countries.ts';
import type { Customer } from './seed/customers.ts';
import type { State } from './state.ts';
import { isCancelled, isHidden } from './subscription-records.ts';

function lineResource(state: State, now: Date, order: OrderRecord, line: OrderLine): object {
  const [productId = '', skuId = ''] = line.offerId.split(':');
  return {
    ...line,
    transactionType: isCancelled(state, line.subscriptionId, now) ? 'cancel' : 'new',
    links: {
      product: link(`/products/${productId}`),
      sku: link(`/products/${productId}/skus/${skuId}`),
      subscription: link(`/customers/${order.customerTenantId}/subscriptions/${line.subscriptionId}`),
    },
  };
}

/** An order is cancelled when all its lines are, and stays completed while one is not (cancel-software-order). */
const isOrderCancelled = (state: State, now: Date, order: OrderRecord): boolean =>
  order.lines.every((line) => isCancelled(state, line.subscriptionId, now));

/** An order as lists, get-order and checkout-cart show it. */
export function orderResource(state: State, now: Date, order: OrderRecord): object {
  return {
    id: order.id,
    alternateId: order.id,
    referenceCustomerId: order.customerTenantId,
    billingCycle: order.billingCycle,
    currencyCode: order.currencyCode,
    currencySymbol: currencySymbol(order.currencyCode),
    lineItems: order.lines.map((line) => lineResource(state, now, order, line)),
    creationDate: order.createdAt,
    status: isOrderCancelled(state, now, order) ? 'cancelled' : 'completed',
    transactionType: 'UserPurchase',
    links: {
      self: link(`/customers/${order.customerTenantId}/orders/${order.id}`),
      provisioningStatus: link(`/customers/${order.customerTenantId}/orders/${order.id}/provisioningstatus`),
    },
    attributes: { etag: etagOf(order.id, order.createdAt), objectType: 'Order' },
  };
}

function seededOrders(state: State, customer: Customer): readonly OrderRecord[] {
  const currencyCode = findCountry(customer.address.country)?.currency ?? 'EUR';
  const byOrder = Map.groupBy(state.seed.subscriptionsOf(customer.tenantId), (subscription) => subscription.orderId);
  return [...byOrder].map(([id, subscriptions]) => ({
    id,
    customerTenantId: customer.tenantId,
    billingCycle: subscriptions[0]?.billingCycle ?? 'none',
    currencyCode,
    createdAt: subscriptions[0]?.createdAt ?? '',
    lines: subscriptions.map((one, lineItemNumber) => ({
      lineItemNumber,
      offerId: one.catalogItemId,
      subscriptionId: one.id,
      termDuration: one.termDuration,
      friendlyName: one.title,
      quantity: one.quantity,
      partnerIdOnRecord: one.partnerId,
    })),
  }));
}

function visibleOrders(call: Call, customer: Customer): readonly OrderRecord[] {
  const placed = (call.state.orders.get(customer.tenantId) ?? []).filter(
    (order) => !isHidden(call.state, order.createdAt, call.now),
  );
  return [...seededOrders(call.state, customer), ...placed];
}

/** list-orders and list-orders-by-billing-type (any letter case, with or without underscore). */
function list(call: Call, customer: Customer): Answer {
  const type = call.query.billingtype?.toLowerCase().replaceAll('_', '');
  const orders = visibleOrders(call, customer).filter(
    (order) => type === undefined || order.billingCycle.replaceAll('_', '') === type,
  );
  const items = orders.map((order) => orderResource(call.state, call.now, order));
  return { status: 200, body: collection(items, `/customers/${customer.tenantId}/orders`) };
}

/** Runs a call below one order with it; 404/20000 when the customer has none with this id, or it is not listed yet. */
const withOrder = (answer: (call: Call, order: OrderRecord) => Answer): ((call: Call) => Answer) =>
  withCustomer((call, customer) => {
    const order = visibleOrders(call, customer).find((candidate) => candidate.id === call.params.orderId);
    if (order === undefined) return refuse(404, '20000', 'The order was not found, or is younger than 15 minutes.');
    return answer(call, order);
  });

const ONE = '/v1/customers/:customerId/orders/:orderId';

/** Orders of a customer. */
export const orderRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/customers/:customerId/orders',
    scenario: 'list-orders',
    variant: (call) => (call.query.billingtype === undefined ? undefined : 'list-orders-by-billing-type'),
    answer: withCustomer(list),
  },
  {
    method: 'GET', path: ONE, scenario: 'get-order',
    answer: withOrder((call, order) => ({ status: 200, body: orderResource(call.state, call.now, order) })),
  },
  {
    method: 'GET', path: `${ONE}/provisioningstatus`, scenario: 'get-order-provisioning-status',
    answer: withOrder(orderProvisioning),
  },
  {
    method: 'PATCH',
    path: ONE,
    scenario: 'cancel-order-sandbox',
    variant: ({ body }) => (typeof body === 'object' && body !== null && 'lineItems' in body ? 'cancel-software-order' : undefined),
    answer: withOrder((call, order) => refuseCancellation(call, order, isOrderCancelled(call.state, call.now, order))),
  },
];
