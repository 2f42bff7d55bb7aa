import { isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';

/** What belongs together: all that waits for one customer, in the order in which it is sent. */
export interface OutboxGroup {
  readonly key: string;
  readonly customerName: string;
  readonly operations: readonly Operation[];
  readonly needsPerson: boolean;
}

/** A customer is the same one before and after it got its tenant id. */
function customerKey(operation: Operation, makers: ReadonlyMap<string, string>): string {
  if (operation.kind === 'create-customer') return makers.get(operation.id) ?? operation.id;
  const { customer } = operation.payload;
  return customer.kind === 'tenant' ? customer.customerId : (makers.get(customer.operationId) ?? customer.operationId);
}

const nameOf = (operation: Operation): string =>
  operation.kind === 'create-customer' ? operation.payload.form.companyName : operation.payload.customerName;

/** Groups by customer, the one that waits longest first. `operations` are oldest first. */
export function groupByCustomer(operations: readonly Operation[]): readonly OutboxGroup[] {
  const makers = new Map<string, string>();
  for (const { id, state } of operations) {
    if (state.name === 'done' && state.result.kind === 'create-customer') makers.set(id, state.result.customerId);
  }
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = customerKey(operation, makers);
    const group = groups.get(key) ?? [];
    groups.set(key, [...group, operation]);
  }
  return [...groups].map(([key, members]) => ({
    key,
    customerName: members[0] === undefined ? '' : nameOf(members[0]),
    operations: members,
    needsPerson: members.some(needsPerson),
  }));
}

const recentMs = 7 * 24 * 3600 * 1000;
/** Done or cancelled within the last week, newest first. */
export function recentlyEnded(operations: readonly Operation[], now: number): readonly Operation[] {
  const endedAt = ({ state }: Operation): string => (state.name === 'done' || state.name === 'cancelled' ? state.at : '');
  return operations
    .filter((operation) => !isOpen(operation) && now - Date.parse(endedAt(operation)) < recentMs)
    .toSorted((a, b) => endedAt(b).localeCompare(endedAt(a)));
}
