import { ledgerFigures } from '../support/ledger.ts';
import { bolognaJob } from '../support/order-job.ts';
import { orderSteps } from '../support/order-steps.ts';
import type { Journey } from './journey.ts';

/** A five-line order with an add-on, a promotion that changed and a refused line: prepared offline, sent exactly once. */
export const orderJourney: Journey = {
  steps: orderSteps.map(({ name, what, play }) => ({ name, what, play: async (desk) => void (await play(desk, bolognaJob)) })),
  pictures: new Set(['promotion', 'commitments', 'departure', 'quote', 'difference', 'partial']),
  outcome: (ledger) => {
    const { customers, orders, replays, ledgerWrites } = ledgerFigures(ledger);
    return Promise.resolve({
      figures: { customers, orders, ledgerWrites },
      problems: [
        ...(customers === 1 ? [] : [`${customers} customers were created instead of 1`]),
        // One a term and billing cycle; the group of the refused line became none.
        ...(orders === 2 ? [] : [`${orders} orders were placed instead of 2`]),
        ...(replays === 0 ? [] : [`${replays} requests were sent twice`]),
      ],
    });
  },
};
