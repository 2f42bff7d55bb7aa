import { agreementRead } from '../../shared/domain/customer/agreement-state.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Mirror, MirrorUpdate } from '../../shared/ports/mirror.ts';
import type { ServerCallInput, ServerCallName, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { readFromServer, readResult } from './server-read.ts';
import type { ReadParts } from './server-read.ts';

export interface RefreshParts extends ReadParts {
  readonly mirror: Pick<Mirror, 'apply'>;
  readonly clock: Clock;
}

const read = async <Name extends ServerCallName>(
  call: Name, input: ServerCallInput<Name>, parts: ReadParts,
): Promise<Result<ServerCallOutput<Name>>> => readResult(await readFromServer(call, input, parts));

/** A pause the server asks for comes first, the longest of them: whoever waits for it asks for the rest again too. */
function weightiest(results: readonly Result<void>[]): Result<void> {
  const failed = results.filter((result) => !result.ok);
  const throttled = failed.filter(({ error }) => error.code === 'throttled');
  const [longest] = throttled.toSorted((a, b) => (b.error.retryAfterSeconds ?? 0) - (a.error.retryAfterSeconds ?? 0));
  return longest ?? failed[0] ?? ok(undefined);
}

/** Reads a customer, its subscriptions, orders and agreement, each stored as it comes; a failed one leaves the old data. */
export async function refreshCustomer(customerId: CustomerTenantId, parts: RefreshParts): Promise<Result<void>> {
  const store = async <Value>(answer: Result<Value>, toUpdate: (value: Value) => MirrorUpdate): Promise<Result<void>> => {
    if (!answer.ok) return answer;
    await parts.mirror.apply(toUpdate(answer.value));
    return ok(undefined);
  };
  const input = { customerId };
  const at = parts.clock.now();
  const results = await Promise.all([
    read('read-customer', input, parts).then((answer) => store(answer, (detail) => ({ kind: 'customer-read', detail, at }))),
    read('list-subscriptions', input, parts).then((answer) =>
      store(answer, ({ subscriptions }) => ({ kind: 'subscriptions-read', customerId, subscriptions, at })),
    ),
    read('list-orders', input, parts).then((answer) =>
      store(answer, ({ orders }) => ({ kind: 'orders-read', customerId, orders, at })),
    ),
    read('read-agreement-state', input, parts).then((answer) =>
      store(answer, (agreement) => ({ kind: 'agreement-read', customerId, agreement: agreementRead(agreement, at) })),
    ),
  ]);
  return weightiest(results);
}
