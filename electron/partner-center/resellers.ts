import { wireFlag, wireRecord } from '../../shared/partner-center/readers/case.ts';
import { readPartnerOfRecordResults } from '../../shared/partner-center/readers/partner-checks.ts';
import { readPartnerIdProfile } from '../../shared/partner-center/readers/profiles.ts';
import { readReseller } from '../../shared/partner-center/readers/relationships.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { answered, map } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import { askAll } from './collections.ts';
import type { Connection } from './http.ts';
import { resellersPath } from './pull-calls.ts';

/**
 * verify-reseller-mpa-status. "Not signed" comes as 200 with false or as a refusal (2203, 2206): both are answers; any other
 * refusal (unknown, own or another region's Partner ID, not a reseller) keeps its own words.
 */
export async function checkAgreement(
  connection: Connection, { partnerId }: ServerCallInput<'check-agreement'>, requestId?: string,
): Promise<Answer<ServerCallOutput<'check-agreement'>>> {
  return ask<ServerCallOutput<'check-agreement'>>(connection, {
    method: 'GET',
    path: `/v1/compliance/csp/agreementstatus?mpnId=${partnerId}`,
    area: 'reseller',
    ...(requestId === undefined ? {} : { requestId }),
    read: (body) => {
      const isSigned = wireFlag(wireRecord(body), 'isAgreementSigned');
      return isSigned === undefined ? undefined : { isSigned };
    },
    settle: (refusal) => (refusal.code === 'reseller-agreement-missing' ? { isSigned: false } : undefined),
  });
}

/**
 * verify-mpn-id, then verify-reseller-mpa-status. An unknown Partner ID and an unsigned agreement are answers; any other
 * refusal (own ID, other region, not a reseller, suspended) keeps its own words. Each is a request with an id of its own.
 */
export async function checkReseller(
  connection: Connection, { partnerId }: ServerCallInput<'check-reseller'>, requestId: string,
): Promise<Answer<ServerCallOutput<'check-reseller'>>> {
  const known = await ask(connection, {
    method: 'GET',
    path: `/v1/profiles/mpn?mpnId=${partnerId}`,
    requestId,
    area: 'reseller',
    read: (body) => ({ profile: readPartnerIdProfile(body) }),
    settle: (refusal) => (refusal.code === 'partner-id-unknown' ? { profile: undefined } : undefined),
  });
  if (known.outcome !== 'answered') return known;
  const { profile } = known.value;
  if (profile === undefined) return answered({ isKnown: false, isAgreementSigned: false }, known.correlationId);
  const name = profile.partnerName === undefined ? {} : { name: profile.partnerName };
  const agreement = await checkAgreement(connection, { partnerId });
  return map(agreement, ({ isSigned }) => ({ isKnown: true, isAgreementSigned: isSigned, ...name }));
}

/** Validate reseller partner of record (Microsoft, June 2025): a POST that changes nothing, answered id by id. */
export async function validateResellers(
  connection: Connection, { partnerIds }: ServerCallInput<'validate-resellers'>, requestId: string,
): Promise<Answer<ServerCallOutput<'validate-resellers'>>> {
  const asked = new Set<string>(partnerIds);
  return ask(connection, {
    method: 'POST',
    path: '/v1/partners/validateresellers',
    body: { partnerIds },
    requestId,
    timeoutMs: 30_000,
    area: 'reseller',
    read: (body) => {
      const results = readPartnerOfRecordResults(body);
      return results && { results: results.filter(({ partnerId }) => asked.has(partnerId)) };
    },
  });
}

/** list-indirect-resellers, the whole list. */
export async function listResellers(
  connection: Connection, _nothing: ServerCallInput<'list-resellers'>, requestId: string,
): Promise<Answer<ServerCallOutput<'list-resellers'>>> {
  return map(await askAll(connection, { path: resellersPath, requestId, mustBeWhole: true }, readReseller), (resellers) => ({
    resellers: [...resellers],
  }));
}
