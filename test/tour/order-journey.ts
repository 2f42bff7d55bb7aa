import { bolognaJob } from '../support/order-job.ts';
import { orderSteps } from '../support/order-steps.ts';
import { exactlyOnce } from './exactly-once.ts';
import type { Journey } from './journey.ts';

/** A five-line order with an add-on, a promotion that changed and a refused line: prepared offline, sent exactly once. */
export const orderJourney: Journey = {
  steps: orderSteps.map(({ name, what, play }) => ({ name, what, play: async (desk) => void (await play(desk, bolognaJob)) })),
  pictures: new Set(['promotion', 'commitments', 'departure', 'quote', 'difference', 'partial']),
  // One a term and billing cycle; the group of the refused line became none.
  outcome: (ledger) => exactlyOnce(ledger, 2),
};
