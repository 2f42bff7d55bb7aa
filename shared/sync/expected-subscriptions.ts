import type { CartLine } from '../domain/cart/cart-line.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../ids.ts';
import { isBefore, plusSeconds } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { isOpen } from './operation.ts';
import type { Operation, OperationOf } from './operation.ts';
import type { LineOutcome } from './difference.ts';
import { listingDelaySeconds } from './search.ts';

/** A line of an order of ours whose subscription stands in no list of the server yet. */
export interface ExpectedSubscription {
  readonly operation: OperationOf<'place-order'>;
  readonly line: CartLine;
  /** Bought, and not listed yet; else the order still waits. */
  readonly isBought: boolean;
}

/** What was listed of the customer, and when; neither while it was never read. */
export interface KnownSubscriptions {
  readonly subscriptions?: readonly Subscription[] | undefined;
  readonly readAt?: Instant | undefined;
}

const isOrderOf = (operation: Operation, customerId: CustomerTenantId): operation is OperationOf<'place-order'> =>
  operation.kind === 'place-order' && operation.payload.customer.kind === 'tenant' && operation.payload.customer.customerId === customerId;

const isListed = (line: CartLine, outcome: Extract<LineOutcome, { state: 'ordered' }>, listed: readonly Subscription[]): boolean =>
  listed.some(({ id, orderId, offerId = '' }) =>
    outcome.subscriptionId === undefined
      ? orderId === outcome.orderId && offerId.startsWith(`${line.productId}:${line.skuId}`)
      : id === outcome.subscriptionId);

/**
 * What a customer is going to have: lines of orders that wait here, and those that were bought and that the server does not list
 * yet (list-orders, notes: up to 15 minutes). A list that was read after that says what is there, whatever it says.
 */
export function expectedSubscriptions(
  operations: readonly Operation[], customerId: CustomerTenantId, { subscriptions = [], readAt }: KnownSubscriptions,
): readonly ExpectedSubscription[] {
  return operations.filter((one) => isOrderOf(one, customerId)).flatMap((operation): ExpectedSubscription[] => {
    const { state, payload: { lines } } = operation;
    if (isOpen(operation)) return lines.map((line) => ({ operation, line, isBought: false }));
    if (state.name !== 'done' || state.result.kind !== 'place-order') return [];
    if (readAt !== undefined && !isBefore(readAt, plusSeconds(state.at, listingDelaySeconds))) return [];
    const outcomes = new Map(state.result.lines.map((outcome) => [outcome.lineId, outcome]));
    const isExpected = (line: CartLine): boolean => {
      const outcome = outcomes.get(line.id);
      return outcome?.state === 'ordered' && !isListed(line, outcome, subscriptions);
    };
    return lines.filter(isExpected).map((line) => ({ operation, line, isBought: true }));
  });
}
