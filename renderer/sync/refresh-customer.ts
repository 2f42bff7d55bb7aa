import { failure } from '../../shared/contract/failure.ts';
import type { Account } from '../../shared/domain/account.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Mirror, MirrorUpdate } from '../../shared/ports/mirror.ts';
import { serverCalls } from '../../shared/partner-center/server-call.ts';
import type { ServerCallInput, ServerCallName, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Bridge } from '../platform/bridge.ts';

interface RefreshParts {
  readonly account: Account;
  readonly mirror: Pick<Mirror, 'apply'>;
  readonly bridge: Pick<Bridge, 'call'>;
  readonly clock: Clock;
}

async function read<Name extends ServerCallName>(
  call: Name,
  input: ServerCallInput<Name>,
  { account, bridge }: RefreshParts,
): Promise<Result<ServerCallOutput<Name>>> {
  const answer = await bridge.call('sync.read', { accountId: account.id, call, input });
  if (!answer.ok) return answer;
  if (answer.value.outcome !== 'answered') return err(answer.value.failure);
  const value = serverCalls[call].out.safeParse(answer.value.value);
  // The schema of this very call has just accepted the value.
  return value.success ? ok(value.data as ServerCallOutput<Name>) : err(failure('malformed-answer'));
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
      store(answer, ({ isAccepted, acceptedAt }) => ({
        kind: 'agreement-read', customerId, isAccepted, ...(acceptedAt && { acceptedAt }),
      })),
    ),
  ]);
  return results.find(({ ok: isOk }) => !isOk) ?? ok(undefined);
}
