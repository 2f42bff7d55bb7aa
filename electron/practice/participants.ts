import type { Answer } from './call.ts';
import type { CartLine, Participant } from './cart-records.ts';
import { everyLine } from './cart-records.ts';
import { refuse } from './errors.ts';
import { companyByMpnId, isPartner } from './partners.ts';
import type { Customer } from './seed/customers.ts';
import { advisorMpnId, otherRegionMpnId, provider } from './seed/provider.ts';
import type { State } from './state.ts';

/** The key of the reseller to be credited. */
export const RESELLER_KEY = 'transaction_reseller';
/** The key of those who are named beside it, without incentive (create-cart, participants). */
export const ADDITIONAL_KEY = 'additional_transaction_reseller';
const MOST_ADDITIONAL = 5;

const euAndEfta: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE CH IS LI NO'.split(' '),
);

/** True when a line names further resellers for a customer outside the EU and the EFTA. */
export function isOutsideAdditionalRegion(customer: Customer, participants: readonly Participant[] | undefined): boolean {
  const hasAdditional = participants?.some((participant) => participant.key === ADDITIONAL_KEY) === true;
  return hasAdditional && !euAndEfta.has(customer.address.country);
}

/** One reseller is credited; beside it at most five others, all different (create-cart, participants). */
function refuseNaming(line: CartLine): Answer | undefined {
  const participants = line.participants ?? [];
  const credited = participants.filter((one) => one.key === RESELLER_KEY);
  const others = participants.filter((one) => one.key === ADDITIONAL_KEY);
  const isFine =
    credited.length <= 1 &&
    others.length <= MOST_ADDITIONAL &&
    (others.length === 0 || credited.length === 1) &&
    new Set(participants.map((one) => one.value)).size === participants.length;
  return isFine ? undefined : refuse(400, '3000', 'The participants of a line are not valid.', ['participants', String(line.id)]);
}

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
  for (const line of everyLine(lines)) {
    const refusal = refuseNaming(line);
    if (refusal !== undefined) return refusal;
  }
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

/** Partner IDs named on a line beside the credited one. */
export function othersOn(participants: readonly Participant[] | undefined): readonly string[] | undefined {
  const others = participants?.filter((participant) => participant.key === ADDITIONAL_KEY).map((participant) => participant.value);
  return others === undefined || others.length === 0 ? undefined : others;
}

/** Partner ID credited on a line, if any. */
export function resellerOn(participants: readonly Participant[] | undefined): string | undefined {
  return participants?.find((participant) => participant.key === RESELLER_KEY)?.value;
}
