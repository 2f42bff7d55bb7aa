import { isChange, isOpen } from './operation.ts';
import type { ChangeKind, Operation, OperationOf, SubscriptionChange } from './operation.ts';

/** Names a subscription of a customer. Ids are GUIDs: case does not tell two apart. */
export const subscriptionKey = (customerId: string, subscriptionId: string): string => `${customerId} ${subscriptionId}`.toLowerCase();

/** Names the subscription a change is about, also of a customer that is still to be made. */
export const changedSubscription = ({ customer, subscriptionId }: SubscriptionChange['payload']): string =>
  subscriptionKey(customer.kind === 'tenant' ? customer.customerId : customer.operationId, subscriptionId);

/** The open changes of each subscription by its name, oldest first. */
export function openChanges(all: readonly Operation[]): Map<string, readonly OperationOf<ChangeKind>[]> {
  const found = new Map<string, readonly OperationOf<ChangeKind>[]>();
  for (const one of all) {
    if (!isChange(one) || !isOpen(one)) continue;
    const key = changedSubscription(one.payload);
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}
