import { failure } from '../../shared/contract/failure.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { AccountId, OperationId } from '../../shared/ids.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import type { Logger } from '../log/logger.ts';
import { noAnswer, notSent, refused } from '../partner-center/answer.ts';
import type { Answer } from '../partner-center/answer.ts';
import type { Connection } from '../partner-center/http.ts';
import { resetUserPassword } from '../partner-center/users.ts';
import { newPassword } from '../secrets/new-password.ts';
import type { Envelopes, PreparedPassword } from '../secrets/sealed-envelope.ts';

interface ResetParts {
  readonly envelopes: Envelopes;
  readonly envelopesChanged: () => void;
  readonly log: Logger;
}
interface ResetErrand {
  readonly accountId: AccountId;
  readonly operationId: OperationId;
  readonly connection: Connection;
  readonly requestId: string;
}
type ResetAnswer = Answer<ServerCallOutput<'reset-password'>>;

/**
 * Codes and ids only. A server may quote what it refuses, whole, in part or escaped: none of its words, nor what was read from
 * them, may bring the password into the window or the outbox.
 */
function withoutWords({ code, serverCode, httpStatus, requestId, correlationId }: Failure): Failure {
  return {
    code,
    ...(serverCode !== undefined && { serverCode }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(requestId !== undefined && { requestId }),
    ...(correlationId !== undefined && { correlationId }),
  };
}

/**
 * One try of a reset. The password is made here and on the disk before the call leaves, so that no crash can lose one that
 * was set; a repeated try sends the same one (decision D8, failure story F15).
 */
export async function resetPassword(
  { envelopes, envelopesChanged, log }: ResetParts, input: ServerCallInput<'reset-password'>, errand: ResetErrand,
): Promise<ResetAnswer> {
  const { accountId, operationId, connection, requestId } = errand;
  const { customerId, userId } = input;

  const settle = async (answer: ResetAnswer, { isFirstTry }: PreparedPassword): Promise<ResetAnswer> => {
    if (answer.outcome === 'answered') await envelopes.settle(accountId, operationId);
    // What a repeated try is refused may have been done by the try before it: that password is kept.
    else if (answer.outcome === 'refused' && isFirstTry) await envelopes.giveUp(accountId, operationId);
    envelopesChanged();
    return answer;
  };

  const prepared = await envelopes.prepare({ accountId, operationId, ...input }, newPassword).catch((error: unknown) => {
    log.error('envelope not prepared', error);
    return undefined;
  });
  if (prepared === undefined) return notSent(failure('storage-failed', { requestId }));
  if (!prepared.ok) return refused({ ...prepared.error, requestId });
  envelopesChanged();
  const { password } = prepared.value;
  const answer = await resetUserPassword(connection, { customerId, userId, password }, requestId);
  try {
    const told = answer.outcome === 'answered' ? answer : { ...answer, failure: withoutWords(answer.failure) };
    return await settle(told, prepared.value);
  } catch (error) {
    log.error('envelope not settled', error);
    // Asked again with the same id, it sets the same password again.
    return noAnswer(failure('storage-failed', { requestId }));
  }
}
