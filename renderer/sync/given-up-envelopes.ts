import type { Envelope } from '../../shared/contract/contract.ts';
import type { AccountId, OperationId } from '../../shared/ids.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import type { Bridge } from '../platform/bridge.ts';

/** The envelopes that resets of this account prepared, as far as the outbox must know of them. */
export interface PreparedEnvelopes {
  /** Operations with a password that was sealed and not set yet. */
  prepared(): Promise<readonly OperationId[]>;
  /** Destroys it, unless the server has set it. */
  giveUp(id: OperationId): Promise<unknown>;
}

const isPrepared = ({ state }: Envelope): boolean => state === 'prepared';

/** The envelopes behind the bridge. */
export const bridgeEnvelopes = (bridge: Pick<Bridge, 'call'>, accountId: AccountId): PreparedEnvelopes => ({
  async prepared() {
    const listed = await bridge.call('envelopes.list', { accountId });
    return listed.ok ? listed.value.envelopes.filter(isPrepared).map(({ operationId }) => operationId) : [];
  },
  giveUp: (operationId) => bridge.call('envelopes.giveUp', { accountId, operationId }),
});

/**
 * Destroys the passwords of resets that were cancelled: after a cancelling, and at the start, because the app may have ended
 * between the two.
 */
export async function voidGivenUp(envelopes: PreparedEnvelopes | undefined, work: Pick<WorkStore, 'operation'>): Promise<void> {
  for (const id of (await envelopes?.prepared()) ?? []) {
    const operation = await work.operation(id);
    if (operation?.state.name === 'cancelled') await envelopes?.giveUp(id);
  }
}
