import { describe, expect, it } from 'vitest';
import { goOnline } from '../support/connection.ts';
import { jobTitles, milanJob } from '../support/job.ts';
import { seeSent } from '../support/job-outcome.ts';
import { ledgerFigures } from '../support/ledger.ts';
import { preparedCases } from '../support/prepared.ts';

const writes = ['create-customer', 'confirm-customer-agreement', 'create-cart', 'checkout-cart'] as const;
/** How an answer gets lost after the server acted: not at all, half of it, or as something nobody can read. */
const losses = ['drop-answer', 'cut-body', 'malformed-json'] as const;

describe('an answer that is lost after the server acted', () => {
  const cases = preparedCases();

  it.each(losses)('is asked for again under the same MS-RequestId, and nothing doubles (%s)', async (kind) => {
    const run = await cases.begin();
    const { practice } = run;
    for (const scenario of writes) await practice.fault({ kind, match: { scenario } });
    const desk = await run.open();
    await goOnline(desk);
    await seeSent(desk, jobTitles(desk, milanJob));
    const ledger = await practice.ledger();
    expect(ledgerFigures(ledger)).toMatchObject({ customers: 1, orders: 1 });
    expect(ledger.writes.map(({ family }) => family)).toEqual(writes);
    expect(ledger.replays.map(({ family, requestId }) => ({ family, requestId }))).toEqual(
      ledger.writes.map(({ family, requestId }) => ({ family, requestId })),
    );
    expect(desk.errors).toEqual([]);
  });
});
