import { failure } from '../../../shared/contract/failure.ts';
import type { Failure, FailureCode } from '../../../shared/contract/failure.ts';
import { standingOfFailure } from '../../../shared/domain/partnership/verdict.ts';
import type { Finding, VerdictStanding } from '../../../shared/domain/partnership/verdict.ts';
import type { PartnerId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import { failureCodeOf } from '../../../shared/partner-center/error-codes.ts';
import type { ServerCallOutput } from '../../../shared/partner-center/server-call.ts';

export type Validation = ServerCallOutput<'validate-resellers'>['results'][number];

/**
 * Refusals of the whole validation: it is not offered here, or not to this role. Then what the other calls say is the
 * answer. In any other case it is not: they know of no suspension and no region.
 */
export const notOffered: ReadonlySet<FailureCode> = new Set<FailureCode>(['role-missing', 'not-supported', 'not-found', 'unknown-server-code']);

/** A Partner ID and when it was looked at. */
interface Looked {
  readonly partnerId: PartnerId;
  readonly at: Instant;
}

const longestText = 2000;

const said = (code: string | undefined, text: string | undefined): Pick<Finding, 'code' | 'text'> => ({
  ...(code === undefined ? {} : { code }),
  ...(text === undefined || text === '' ? {} : { text: text.slice(0, longestText) }),
});

export const plainFinding = ({ partnerId, at }: Looked, standing: VerdictStanding): Finding => ({ partnerId, standing, checkedAt: at });

/**
 * What a refusal of the validation means. A code that nobody listed is kept with the server's own words: the Partner ID
 * cannot stand on an order, whatever the reason.
 */
export function invalidFinding(looked: Looked, { code, text }: Validation): Finding {
  const standing = standingOfFailure(failure(failureCodeOf(400, code, 'reseller'))) ?? 'not-reseller';
  return { ...plainFinding(looked, standing), ...said(code, text) };
}

/** What a refused call says about the Partner ID; undefined when it says nothing about it. */
export function refusedFinding(looked: Looked, refusal: Failure): Finding | undefined {
  const standing = standingOfFailure(refusal);
  return standing && { ...plainFinding(looked, standing), ...said(refusal.serverCode, refusal.serverText) };
}

/** What verify-mpn-id and verify-reseller-mpa-status say together. */
export function checkedFinding(looked: Looked, { isKnown, isAgreementSigned, name }: ServerCallOutput<'check-reseller'>): Finding {
  const known: VerdictStanding = isAgreementSigned ? 'good' : 'agreement-missing';
  return { ...plainFinding(looked, isKnown ? known : 'unknown-id'), ...(name === undefined ? {} : { name }) };
}
