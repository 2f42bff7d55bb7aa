import type { Answer } from './call.ts';
import type { CartLine, Participant } from './cart-records.ts';
import { everyLine } from './cart-records.ts';
import { refuse } from './errors.ts';
import { companyByMpnId, isPartner } from './partners.ts';
import { advisorMpnId, otherRegionMpnId, provider } from './seed/provider.ts';
import type { State } from './state.ts';

/** The key of the reseller to be credited. */
export const RESELLER_KEY = 'transaction_reseller';

/**
 * Refuses a Partner ID that cannot be partner on record: 2072, 800015, 800016, 900154, 900123 (create-cart-for-reseller,
 * change-subscription-reseller). Whether the company has a partnership with the provider is not asked here.
 */
export function refusePartnerOnRecord(state: State, mpnId: string): Answer | undefined {
  if (mpnId === provider.mpnId)
    return refuse(404, '2072', 'The Partner ID of the provider is not valid as partner on record.', [mpnId]);
  if (mpnId === advisorMpnId || mpnId === otherRegionMpnId)
    return refuse(400, '800016', 'The Partner ID is not an indirect reseller.', [mpnId]);
  const reseller = companyByMpnId(state, mpnId);
  if (reseller === undefined) return refuse(404, '800015', 'The Partner ID was not found.', [mpnId]);
  if (reseller.isSuspended)
    return refuse(400, '900154', 'The Partner ID is not linked to an active indirect reseller tenant.', [mpnId]);
  if (reseller.agreement !== 'signed')
    return refuse(403, '900123', 'The reseller has not accepted the Microsoft Partner Agreement.', [mpnId]);
  return undefined;
}

function refuseParticipant(state: State, mpnId: string): Answer | undefined {
  const refusal = refusePartnerOnRecord(state, mpnId);
  if (refusal !== undefined) return refusal;
  const company = companyByMpnId(state, mpnId);
  return company !== undefined && isPartner(state, company.tenantId)
    ? undefined
    : refuse(400, '800016', 'The Partner ID is not an indirect reseller of this provider.', [mpnId]);
}

/** Refuses the first participant of the lines that cannot be credited now. */
export function refuseParticipants(state: State, lines: readonly CartLine[]): Answer | undefined {
  const ids = new Set(
    everyLine(lines)
      .flatMap((line) => line.participants ?? [])
      .map((participant) => participant.value),
  );
  for (const mpnId of ids) {
    const refusal = refuseParticipant(state, mpnId);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Partner ID credited on a line, if any. */
export function resellerOn(participants: readonly Participant[] | undefined): string | undefined {
  return participants?.find((participant) => participant.key === RESELLER_KEY)?.value;
}
