import { isBefore, plusSeconds } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { serverCalls } from '../../shared/partner-center/server-call.ts';
import type { Incoming, Outgoing } from '../../shared/sync/exchange.ts';
import type { Operation } from '../../shared/sync/operation.ts';

/** As long as what a change was compared with counts as fresh (shared/sync/calls.ts). */
const freshForSeconds = 300;

/** What the server said of the reseller of a bulk change: the same for all of its subscriptions, so it is asked once. */
export interface ResellerMemory {
  /** An operation that had it asked before wants to know anew: a person acted on the last answer. */
  recall(outgoing: Outgoing, { steps }: Pick<Operation, 'steps'>): Incoming | undefined;
  /** Keeps an answer; what is none is asked again. */
  keep(outgoing: Outgoing, incoming: Incoming): void;
}

const partnerIdOf = ({ call, input }: Outgoing): string | undefined =>
  call === 'check-reseller' ? serverCalls['check-reseller'].in.safeParse(input).data?.partnerId : undefined;

export function resellerMemory(clock: Pick<Clock, 'now'>): ResellerMemory {
  const known = new Map<string, { readonly incoming: Incoming; readonly at: Instant }>();
  return {
    recall: (outgoing, { steps }) => {
      if (steps.some(({ id, name }) => name === 'check-reseller' && id !== outgoing.stepId)) return undefined;
      const [kept, now] = [known.get(partnerIdOf(outgoing) ?? ''), clock.now()];
      // what a clock that was set back calls the future has no age
      return kept && !isBefore(now, kept.at) && isBefore(now, plusSeconds(kept.at, freshForSeconds)) ? kept.incoming : undefined;
    },
    keep: (outgoing, incoming) => {
      const partnerId = partnerIdOf(outgoing);
      if (partnerId !== undefined && incoming.outcome === 'answered') known.set(partnerId, { incoming, at: clock.now() });
    },
  };
}
