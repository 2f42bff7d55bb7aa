import type { Answer, Call } from './call.ts';
import { collection } from './collection.ts';
import type { OrderRecord } from './order-records.ts';
import { isCancelled, type StandingSubscription } from './subscription-records.ts';

/** What is bought is handed out this long after its checkout. */
const READY_AFTER_MS = 2 * 60_000;
/** Whether what was bought at an instant is still being handed out. */
export const isPending = (createdAt: string, now: Date): boolean => Date.parse(createdAt) + READY_AFTER_MS > now.getTime();

/** get-order-provisioning-status */
export function orderProvisioning(call: Call, order: OrderRecord): Answer {
  const items = order.lines.map(({ lineItemNumber, quantity, subscriptionId }) => {
    const running = isPending(order.createdAt, call.now) ? 'PrefulfillmentPending' : 'Fulfilled';
    const status = isCancelled(call.state, subscriptionId, call.now) ? 'Unfulfilled' : running;
    return { lineItemNumber, status, quantityProvisioningInformation: [{ quantity, status }] };
  });
  return {
    status: 200,
    body: collection(items, `/customers/${order.customerTenantId}/orders/${order.id}/provisioningstatus`),
  };
}

/** get-subscription-provisioning-status */
export function subscriptionProvisioning(call: Call, subscription: StandingSubscription): Answer {
  const running = isPending(subscription.createdAt, call.now) ? 'pending' : 'success';
  return {
    status: 200,
    body: {
      skuId: subscription.catalogItemId.split(':')[1] ?? '',
      status: subscription.cancelledAt === undefined ? running : 'failed',
      quantity: subscription.quantity,
      endDate: subscription.position.end,
      attributes: { objectType: 'SubscriptionProvisioningStatus' },
    },
  };
}
