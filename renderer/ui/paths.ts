import type { CustomerTenantId } from '../../shared/ids.ts';

/** The address of a subscription's page. An id of the service may hold any sign. */
export const subscriptionPath = (customerId: CustomerTenantId, subscriptionId: string): string =>
  `/subscriptions/${customerId}/${encodeURIComponent(subscriptionId)}`;
