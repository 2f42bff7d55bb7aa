import type { Subscription } from '../../../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../../../../shared/ids.ts';
import { subscriptionPath } from '../../../ui/paths.ts';

const over: ReadonlySet<string> = new Set(['deleted', 'expired']);

/** Those that can still be changed; what is over keeps what it had. */
export const changeable = (subscriptions: readonly Subscription[]): readonly Subscription[] =>
  subscriptions.filter(({ status }) => !over.has(status.toLowerCase()));

/** The page where reseller and support contact of a subscription are changed, with the reseller already chosen. */
export const pathWithReseller = (customerId: CustomerTenantId, subscriptionId: string, resellerId: string): string =>
  `${subscriptionPath(customerId, subscriptionId)}?reseller=${resellerId}`;
