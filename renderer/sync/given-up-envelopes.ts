import type { Envelope } from '../../shared/contract/contract.ts';
import type { AccountId, OperationId } from '../../shared/ids.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { mayBeSet } from '../../shared/sync/steps.ts';
import type { Bridge } from '../platform/bridge.ts';

/** The envelopes that resets of this account prepared, as far as the outbox must know of them. */
export interface PreparedEnvelopes {
  /** Operations with a password that was sealed and not set yet. */
  prepared(): Promise<readonly OperationId[]>;
  /** Destroys it, unless the server has set it; one that `mayBeSet` stays and can be opened. */
  giveUp(id: OperationId, mayBeSet: boolean): Promise<unknown>;
}

const isPrepared = ({ state }: Envelope): boolean => state === 'prepared';

/** The envelopes behind the bridge. */
export const bridgeEnvelopes = (bridge: Pick<Bridge, 'call'>, accountId: AccountId): PreparedEnvelopes => ({
  async prepared() {
    const listed = await bridge.call('envelopes.list', { accountId });
    return listed.ok ? listed.value.envelopes.filter(isPrepared).map(({ operationId }) => operationId) : [];
  },
  giveUp: (operationId, mayBeSet) => bridge.call('envelopes.giveUp', { accountId, operationId, mayBeSet }),
});

/**
 * Destroys the passwords of resets that were cancelled, or opens them where they may be in use all the same: after a
 * cancelling, and at the start, because the app may have ended
 * between the two.
 */
export async function voidGivenUp(envelopes: PreparedEnvelopes | undefined, work: Pick<WorkStore, 'operation'>): Promise<void> {
  for (const id of (await envelopes?.prepared()) ?? []) {
    const operation = await work.operation(id);
    if (operation?.state.name === 'cancelled') await envelopes?.giveUp(id, mayBeSet(operation));
  }
}
