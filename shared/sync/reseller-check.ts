import { failure } from '../contract/failure.ts';
import type { Failure, FailureCode } from '../contract/failure.ts';
import type { ServerCallOutput } from '../partner-center/server-call.ts';

/** The reseller may not be credited just now: what credits it is held, not failed (failure stories F18, F19). */
export const resellerCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'partner-id-unknown', 'partner-id-own', 'partner-id-not-reseller', 'partner-id-inactive', 'partner-id-region',
  'reseller-agreement-missing',
]);

/** Why the reseller may not be on record, or undefined when it may (verify-mpn-id, verify-reseller-mpa-status). */
export function resellerProblem(answer: ServerCallOutput<'check-reseller'> | undefined): Failure | undefined {
  if (!answer?.isKnown) return failure('partner-id-unknown');
  return answer.isAgreementSigned ? undefined : failure('reseller-agreement-missing');
}
