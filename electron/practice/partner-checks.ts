import { z } from 'zod';
import { type Answer, type Call, readBody, type Route } from './call.ts';
import { companyByMpnId } from './partners.ts';
import type { State } from './state.ts';

const MOST = 100;
const bodySchema = z.object({ partnerIds: z.array(z.string().max(100)).min(1).max(MOST) });

/** What stands about one Partner ID in the answer; the code travels as a number. */
interface Verdict {
  readonly partnerId: string;
  readonly isValidPartnerIdOnRecord: boolean;
  readonly errorCode?: number;
  readonly errorDescription?: string;
}

function verdictOf(state: State, partnerId: string): Verdict {
  const company = companyByMpnId(state, partnerId);
  if (company === undefined) {
    return {
      partnerId,
      isValidPartnerIdOnRecord: false,
      errorCode: 900400,
      errorDescription: `The Partner ID ${partnerId} is not a valid partner on record.`,
    };
  }
  if (!company.isSuspended) return { partnerId, isValidPartnerIdOnRecord: true };
  return {
    partnerId,
    isValidPartnerIdOnRecord: false,
    errorCode: 900154,
    errorDescription: `The Partner ID ${partnerId} is not linked to an active CSP indirect reseller tenant.`,
  };
}

/**
 * "Validate reseller partner of record" (Partner Center documentation, June 2025): may these Partner IDs be partner on
 * record? In the order asked. The Microsoft Partner Agreement is no part of the answer, nor is a partnership.
 */
function validateResellers(call: Call): Answer {
  const read = readBody(bodySchema, call.body);
  if (!read.ok) return read.refusal;
  return { status: 200, body: { validationResults: read.value.partnerIds.map((id) => verdictOf(call.state, id)) } };
}

/** The check of many Partner IDs at once. */
export const partnerCheckRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/partners/validateresellers', scenario: 'validate-resellers', answer: validateResellers },
];
