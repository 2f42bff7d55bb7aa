import type { ChangeKind, OperationOf } from '../../../shared/sync/operation.ts';
import { subscriptionPath } from '../../ui/paths.ts';

type Change = OperationOf<ChangeKind>;

/** The subscription a change is about; undefined while its customer has no tenant id. */
export function changedPath({ payload: { customer, subscriptionId } }: Change): string | undefined {
  return customer.kind === 'tenant' ? subscriptionPath(customer.customerId, subscriptionId) : undefined;
}

/** Where a change that was not sent, or was refused, is changed. */
export function editChangePath(operation: OperationOf<'set-support-contact' | 'change-subscription'>): string | undefined {
  const path = changedPath(operation);
  return path === undefined ? undefined : `${path}?operation=${operation.id}`;
}
