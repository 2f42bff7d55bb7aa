import { jobSteps } from '../support/job-steps.ts';
import { milanJob } from '../support/job.ts';
import { ledgerFigures } from '../support/ledger.ts';
import type { Journey } from './journey.ts';

/** The main job: a customer and an order for a reseller, prepared offline and sent exactly once. */
export const jobJourney: Journey = {
  steps: jobSteps.map(({ name, what, play }) => ({ name, what, play: async (desk) => void (await play(desk, milanJob)) })),
  pictures: new Set(['customers-waiting', 'cart', 'outbox', 'envelope', 'order']),
  outcome: (ledger) => {
    const { customers, orders, replays, ledgerWrites } = ledgerFigures(ledger);
    return Promise.resolve({
      figures: { customers, orders, ledgerWrites },
      problems: [
        ...(customers === 1 ? [] : [`${customers} customers were created instead of 1`]),
        ...(orders === 1 ? [] : [`${orders} orders were placed instead of 1`]),
        ...(replays === 0 ? [] : [`${replays} requests were sent twice`]),
      ],
    });
  },
};
