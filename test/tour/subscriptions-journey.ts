import { subscriptionsSteps } from '../support/subscriptions-steps.ts';
import type { Journey } from './journey.ts';

/** A day with the subscriptions of customers that exist; the server's ledger says that each change was made once. */
export const subscriptionsJourney: Journey = {
  steps: subscriptionsSteps.map(({ name, what, play }) => ({ name, what, play: async (desk) => void (await play(desk)) })),
  pictures: new Set(['customer-rows', 'seats', 'versions', 'ending', 'briefcase', 'bulk-preview']),
  outcome: (ledger) => {
    const refused = ledger.writes.filter(({ status }) => status >= 400);
    const { counts: ledgerWrites, replays } = ledger;
    return Promise.resolve({
      figures: { ledgerWrites },
      problems: [
        ...(replays.length === 0 ? [] : [`${replays.length} requests were sent twice`]),
        ...refused.map(({ path, status }) => `${path} was refused with ${status}`),
      ],
    });
  },
};
