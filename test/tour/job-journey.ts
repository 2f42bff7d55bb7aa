import { jobSteps } from '../support/job-steps.ts';
import { milanJob } from '../support/job.ts';
import { exactlyOnce } from './exactly-once.ts';
import type { Journey } from './journey.ts';

/** The main job: a customer and an order for a reseller, prepared offline and sent exactly once. */
export const jobJourney: Journey = {
  steps: jobSteps.map(({ name, what, play }) => ({ name, what, play: async (desk) => void (await play(desk, milanJob)) })),
  pictures: new Set(['customers-waiting', 'cart', 'outbox', 'envelope', 'order']),
  outcome: (ledger) => exactlyOnce(ledger, 1),
};
