import type { FailureCode } from '../../shared/contract/failure.ts';
import type { Incoming, Outgoing } from '../../shared/sync/exchange.ts';
import type { Bridge } from '../platform/bridge.ts';

/** One exchange with the server. Never rejects on purpose; a rejection counts as "no answer". */
export interface SyncGateway {
  exchange(outgoing: Outgoing): Promise<Incoming>;
}

/** Refused at the door of the main process: certainly nothing was sent. */
const refusedAtTheDoor: ReadonlySet<FailureCode> = new Set<FailureCode>(['invalid-input', 'refused-sender', 'account-missing']);

/** The gateway behind the bridge. Any trouble on the way counts as "may have been sent" unless it certainly was not. */
export const bridgeGateway = (bridge: Pick<Bridge, 'call'>): SyncGateway => ({
  exchange: async (outgoing) => {
    const answer = await bridge.call('sync.exchange', outgoing);
    if (answer.ok) return answer.value;
    const outcome = refusedAtTheDoor.has(answer.error.code) ? 'not-sent' : 'no-answer';
    return { outcome, failure: answer.error };
  },
});
