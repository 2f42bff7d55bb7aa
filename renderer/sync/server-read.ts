import { failure } from '../../shared/contract/failure.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Account } from '../../shared/domain/account.ts';
import { serverCalls } from '../../shared/partner-center/server-call.ts';
import type { ServerCallInput, ServerCallName, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Bridge } from '../platform/bridge.ts';

export interface ReadParts {
  readonly account: Account;
  readonly bridge: Pick<Bridge, 'call'>;
}

/** How a reading ended: as the exchange itself, with its value in the shape of the call. */
export type Reading<Value> =
  | { readonly outcome: 'answered'; readonly value: Value }
  | { readonly outcome: 'refused'; readonly failure: Failure }
  | { readonly outcome: 'not-sent' | 'no-answer'; readonly failure: Failure }
  | { readonly outcome: 'throttled'; readonly retryAfterSeconds: number; readonly failure: Failure };

/** Asks the server something outside the outbox. What goes wrong between window and main process counts as "no answer". */
export async function readFromServer<Name extends ServerCallName>(
  call: Name, input: ServerCallInput<Name>, { account, bridge }: ReadParts,
): Promise<Reading<ServerCallOutput<Name>>> {
  const answer = await bridge.call('sync.read', { accountId: account.id, call, input });
  if (!answer.ok) return { outcome: 'no-answer', failure: answer.error };
  if (answer.value.outcome !== 'answered') return answer.value;
  const value = serverCalls[call].out.safeParse(answer.value.value);
  if (!value.success) return { outcome: 'no-answer', failure: failure('malformed-answer') };
  // The schema of this very call has just accepted the value.
  return { outcome: 'answered', value: value.data as ServerCallOutput<Name> };
}

/** A reading as value or failure; a pause the server asked for stands in the failure. */
export function readResult<Value>(reading: Reading<Value>): Result<Value> {
  if (reading.outcome === 'answered') return ok(reading.value);
  if (reading.outcome !== 'throttled') return err(reading.failure);
  return err({ ...reading.failure, retryAfterSeconds: reading.retryAfterSeconds });
}
