import { failure } from '../../shared/contract/failure.ts';
import { customerIdOf } from '../../shared/sync/calls.ts';
import type { Incoming, Outgoing } from '../../shared/sync/exchange.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import type { BatchGate } from './batch-gate.ts';
import type { ResellerMemory } from './reseller-memory.ts';
import type { SyncGateway } from './sync-gateway.ts';

/** What leaves names the provider, and the customer, that the operation was confirmed for, and no other. */
function isForItsTenants({ accountId, tenantId, input }: Outgoing, operation: Operation): boolean {
  const named = typeof input === 'object' && input !== null && 'customerId' in input ? input.customerId : undefined;
  const isItsProvider = accountId === operation.accountId && tenantId === operation.tenantId;
  return isItsProvider && (named === undefined || named === customerIdOf(operation));
}

interface ExchangeParts {
  readonly gate: BatchGate;
  readonly resellers: ResellerMemory;
  readonly report: (error: unknown) => void;
}

/**
 * One exchange of an operation; whatever led to it, a tenant that the operation does not name is never reached. Of a bulk change it
 * counts, and what is known of its reseller is not asked again.
 */
export function tenantExchange(gateway: SyncGateway, { gate, resellers, report }: ExchangeParts) {
  async function ask(outgoing: Outgoing): Promise<Incoming> {
    try {
      return await gateway.exchange(outgoing);
    } catch (error) {
      report(error);
      return { outcome: 'no-answer', failure: failure('internal') };
    }
  }
  return async (outgoing: Outgoing, operation: Operation): Promise<Incoming> => {
    if (!isForItsTenants(outgoing, operation)) throw new Error(`Operation ${operation.id} would reach a tenant it does not name`);
    const isOfBatch = operation.batchId !== undefined;
    const known = isOfBatch ? resellers.recall(outgoing, operation) : undefined;
    if (known) return known;
    if (isOfBatch) gate.spend();
    const incoming = await ask(outgoing);
    gate.heard(incoming, isOfBatch);
    resellers.keep(outgoing, incoming);
    return incoming;
  };
}
