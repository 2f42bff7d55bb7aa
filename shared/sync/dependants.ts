import { fieldsOf } from '../domain/subscription/subscription-edits.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { OperationId } from '../ids.ts';
import { customerIdOf } from './calls.ts';
import { isOpen } from './operation.ts';
import type { Operation, OperationOf } from './operation.ts';
import { isOutcomeOpen, isSearching } from './steps.ts';
import type { Facts, OperationEvent } from './transition.ts';

type Edit = OperationOf<'change-subscription'>;

/** An edit waits for the one before it only for the sake of order: it lives on when that one does not, or waits for a person. */
const isPast = ({ state }: Edit): boolean => !['ready', 'waiting', 'sending', 'unknown'].includes(state.name);

const madeBy = ({ state }: Edit): Subscription | undefined =>
  state.name === 'done' && state.result.kind === 'change-subscription' ? state.result.subscription : undefined;

function followedBy(operation: Edit, all: readonly Operation[]): Facts['dependencies'] {
  if (operation.dependsOn.length === 0) return 'met';
  const firsts = operation.dependsOn.flatMap((id) => all.find((one): one is Edit => one.id === id && one.kind === 'change-subscription') ?? []);
  if (firsts.length < operation.dependsOn.length || !firsts.every(isPast)) return 'unmet';
  return {
    firsts: firsts.map((first) => {
      const { base, edits } = first.payload;
      const made = madeBy(first);
      return { id: first.id, base, edits, isMade: made !== undefined, now: made ? fieldsOf(made) : base };
    }),
  };
}

/** Whether what an operation waits for is done. One that cannot be read (parked) counts as not done yet. */
export function dependenciesOf(operation: Operation, all: readonly Operation[]): Facts['dependencies'] {
  if (operation.kind === 'change-subscription') return followedBy(operation, all);
  const states = operation.dependsOn.map((id) => all.find((one) => one.id === id)?.state.name);
  if (states.includes('cancelled')) return 'cancelled';
  return states.every((name) => name === 'done') ? 'met' : 'unmet';
}

/** The operation and, after it, everything open that cannot do without it, however far down. An edit lives on without the one before. */
export function withDependants(operation: Operation, all: readonly Operation[]): Operation[] {
  const ids = new Set<OperationId>([operation.id]);
  const group = [operation];
  // One pass is enough: `all` is oldest first, and nothing depends on what is younger.
  for (const one of all) {
    if (ids.has(one.id) || !isOpen(one) || one.kind === 'change-subscription' || !one.dependsOn.some((id) => ids.has(id))) continue;
    ids.add(one.id);
    group.push(one);
  }
  return group;
}

/** The news that the customer an operation waits for has its tenant id, when it has (decision D6). */
export function customerNews(operation: Operation, maker: Operation): OperationEvent | undefined {
  if (operation.kind === 'create-customer' || operation.payload.customer.kind !== 'pending') return undefined;
  if (maker.id !== operation.payload.customer.operationId || maker.state.name !== 'done') return undefined;
  const { result } = maker.state;
  if (result.kind !== 'create-customer') return undefined;
  return { name: 'dependency-done', operationId: maker.id, customerId: result.customerId };
}

/** Whether another checkout for the same customer is still out, and will get its own answer by being repeated. */
export function hasRival(operation: Operation, all: readonly Operation[]): boolean {
  const customerId = customerIdOf(operation);
  const isOut = (one: Operation): boolean => isOpen(one) && isOutcomeOpen(one) && !isSearching(one);
  return all.some(
    (one) => one.kind === 'place-order' && one.id !== operation.id && customerIdOf(one) === customerId && isOut(one),
  );
}

/** Orders that other operations are known to have made. */
export const ordersOfOthers = (operation: Operation, all: readonly Operation[]): ReadonlySet<string> =>
  new Set(
    all.flatMap(({ id, state }) =>
      id !== operation.id && state.name === 'done' && state.result.kind === 'place-order' ? state.result.orderIds : [],
    ),
  );
