import type { Failure } from '../../shared/contract/failure.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import { Patience } from './radar/patience.ts';
import type { PatienceParts } from './radar/patience.ts';
import { RadarCalls } from './radar/radar-calls.ts';
import type { Wait } from './radar/radar-calls.ts';
import type { ReadParts } from './server-read.ts';

export interface SubscriptionReadingParts extends ReadParts, Pick<PatienceParts, 'clock' | 'connectivity'> {
  readonly mirror: Pick<Mirror, 'apply'>;
  /** Half of what the service takes of one tenant (reference, limits.rate), so that people and the outbox go on beside it. */
  readonly callsPerMinute?: number;
}

/** How far a reading of many customers is. */
export interface SubscriptionReading {
  readonly done: number;
  readonly total: number;
  /** Customers that could not be read; the others were. */
  readonly failed: number;
  /** Why it pauses; it goes on by itself. */
  readonly wait?: Wait;
}

const defaultRate = 240;

/**
 * Reads the subscriptions of customers, one call each, evenly spread, each kept as it comes: stopped or cut off, it can be asked
 * again for those that are left. Waits out pauses the server asks for, a lost network and passing trouble; what concerns one
 * customer does not stop the others. Answers what ended it, if anything did.
 */
export async function readSubscriptions(
  ids: readonly CustomerTenantId[], parts: SubscriptionReadingParts, signal: AbortSignal, tell: (reading: SubscriptionReading) => void,
): Promise<Failure | undefined> {
  const { mirror, clock, connectivity, callsPerMinute = defaultRate } = parts;
  let reading: SubscriptionReading = { done: 0, total: ids.length, failed: 0 };
  const show = (next: SubscriptionReading): void => {
    reading = next;
    tell(next);
  };
  const goesOn = (): void => {
    const { wait: _, ...rest } = reading;
    show(rest);
  };
  const waits = async (wait: Wait): Promise<void> => show({ ...reading, wait });
  const patience = new Patience({ calls: new RadarCalls({ ...parts, callsPerMinute }), clock, connectivity, signal, waits, goesOn });
  show(reading);
  for (const customerId of ids) {
    const at = clock.now();
    const answer = await patience.ask('list-subscriptions', { customerId });
    if (answer.kind === 'stopped') return answer.failure;
    if (answer.kind === 'answered') await mirror.apply({ kind: 'subscriptions-read', customerId, subscriptions: answer.value.subscriptions, at });
    show({ ...reading, done: reading.done + 1, failed: reading.failed + (answer.kind === 'answered' ? 0 : 1) });
  }
  return undefined;
}
