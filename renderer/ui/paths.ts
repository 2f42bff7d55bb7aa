import type { CustomerTenantId } from '../../shared/ids.ts';

/* Addresses of pages that other features lead to. An id of the service may hold any sign. */

export const orderPath = (orderId: string): string => `/orders/${encodeURIComponent(orderId)}`;

export const subscriptionPath = (customerId: CustomerTenantId, subscriptionId: string): string =>
  `/subscriptions/${customerId}/${encodeURIComponent(subscriptionId)}`;

/** The board of what ends soon. */
export const endsPath = '/subscriptions/ending';
