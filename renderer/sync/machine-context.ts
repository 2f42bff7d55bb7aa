import type { Account } from '../../shared/domain/account.ts';
import { newRequestId, newStepId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { hasRival, ordersOfOthers } from '../../shared/sync/dependants.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import type { Context } from '../../shared/sync/transition.ts';

interface Surroundings {
  readonly account: Account;
  readonly clock: Clock;
}

/**
 * What the machine is told about the world around one operation. What goes through all operations is worked out only
 * when it is asked for: a desk has thousands of done ones, and nearly no event asks.
 */
export const contextOf = (operation: Operation, all: readonly Operation[], { account, clock }: Surroundings): Context => ({
  now: clock.now(),
  jitter: Math.random(),
  who: account.userName,
  newStepId,
  newRequestId,
  get claimedOrderIds() {
    return ordersOfOthers(operation, all);
  },
  get hasRival() {
    return hasRival(operation, all);
  },
});
