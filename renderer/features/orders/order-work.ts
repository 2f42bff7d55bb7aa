import { isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation, OperationOf } from '../../../shared/sync/operation.ts';

/** The operation of this app that placed an order. */
export const placerOf = (operations: readonly Operation[], orderId: string): OperationOf<'place-order'> | undefined =>
  operations
    .filter((operation) => operation.kind === 'place-order')
    .find(({ state }) => state.name === 'done' && state.result.kind === 'place-order' && state.result.orderIds.includes(orderId));

/** Cancellations of what was bought with an order, oldest first. */
export function cancellationsOf(operations: readonly Operation[], subscriptionIds: readonly string[]): readonly OperationOf<'cancel-subscription'>[] {
  const ids = new Set(subscriptionIds);
  return operations
    .filter((operation) => operation.kind === 'cancel-subscription')
    .filter(({ payload }) => ids.has(payload.subscriptionId));
}

/** Whether a cancellation is on its way, or a person must see to it. */
export const isUnderWay = (operation: Operation): boolean => isOpen(operation) || needsPerson(operation);
