import { wireFlag, wireRecord } from '../../shared/partner-center/readers/case.ts';
import { readPartnerIdProfile } from '../../shared/partner-center/readers/profiles.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { answered } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

/**
 * verify-mpn-id, then verify-reseller-mpa-status. An unknown Partner ID and an unsigned agreement are answers; any other
 * refusal (own ID, other region, not a reseller, suspended) keeps its own words.
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
  const signed = await ask(connection, {
    method: 'GET',
    path: `/v1/compliance/csp/agreementstatus?mpnId=${partnerId}`,
    area: 'reseller',
    read: (body) => wireFlag(wireRecord(body), 'isAgreementSigned'),
    settle: (refusal) => (refusal.code === 'reseller-agreement-missing' ? false : undefined),
  });
  if (signed.outcome !== 'answered') return signed;
  const name = profile.partnerName === undefined ? {} : { name: profile.partnerName };
  return answered({ isKnown: true, isAgreementSigned: signed.value, ...name }, signed.correlationId);
}
