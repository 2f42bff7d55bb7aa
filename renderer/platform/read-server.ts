import type { z } from 'zod';
import { failure } from '../../shared/contract/failure.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { ServerCallInput, ServerCallName } from '../../shared/partner-center/server-call.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { bridge } from './bridge.ts';

/**
 * Asks the server something for a screen, outside the outbox; `out` is the shape of the call's answer
 * (`serverCalls[call].out`). Writes are refused by the contract.
 */
export async function readServer<Name extends ServerCallName, Out extends z.ZodType>(
  accountId: AccountId, call: Name, input: ServerCallInput<Name>, out: Out,
): Promise<Result<z.infer<Out>>> {
  const answer = await bridge.call('sync.read', { accountId, call, input });
  if (!answer.ok) return answer;
  if (answer.value.outcome !== 'answered') return err(answer.value.failure);
  const value = out.safeParse(answer.value.value);
  return value.success ? ok(value.data) : err(failure('malformed-answer'));
}
