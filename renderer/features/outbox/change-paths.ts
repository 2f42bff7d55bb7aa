import type { ChangeKind, OperationOf } from '../../../shared/sync/operation.ts';

type Change = OperationOf<ChangeKind>;

/** The subscription a change is about; undefined while its customer has no tenant id. */
export function subscriptionPath({ payload: { customer, subscriptionId } }: Change): string | undefined {
  return customer.kind === 'tenant' ? `/subscriptions/${customer.customerId}/${encodeURIComponent(subscriptionId)}` : undefined;
}

/** Where a change that was not sent, or was refused, is changed. */
export function editChangePath(operation: Change): string | undefined {
  const path = subscriptionPath(operation);
  return path === undefined ? undefined : `${path}?operation=${operation.id}`;
}
