import { partnershipSteps } from '../support/partnership-steps.ts';
import { practiceUrlOf } from '../support/ledger.ts';
import type { Journey } from './journey.ts';

interface PortalLog {
  readonly events: readonly { readonly type: string }[];
}

/** A partnership from its request to its end, with the portal's side played in a browser of its own. */
export const partnershipJourney: Journey = {
  steps: partnershipSteps,
  pictures: new Set(['request-message', 'request-send', 'partner-ids', 'reseller-verdict', 'removal-rehearsal', 'portal-accept']),
  outcome: async (ledger, desk) => {
    const url = process.env['PROVIDER_DESK_PRACTICE_URL'] ?? practiceUrlOf(desk.profile) ?? '';
    const { events } = (await (await fetch(`${url}/_practice/portal-log`)).json()) as PortalLog;
    const count = (type: string): number => events.filter((event) => event.type === type).length;
    const accepted = count('partnership-accepted');
    const removed = count('partnership-removed');
    return {
      figures: { accepted, removed, ledgerWrites: ledger.counts },
      problems: [
        ...(accepted === 1 ? [] : [`${accepted} partnerships were accepted instead of 1`]),
        ...(removed === 1 ? [] : [`${removed} partnerships were removed instead of 1`]),
        ...(ledger.writes.length === 0 ? [] : [`${ledger.writes.length} writes reached the server, and none was asked for`]),
      ],
    };
  },
};
