import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { goOnline } from '../support/connection.ts';
import { jobTitles, milanJob } from '../support/job.ts';
import { seeSent } from '../support/job-outcome.ts';
import { ledgerFigures } from '../support/ledger.ts';
import { sealedPasswords } from '../support/page-bridge.ts';
import type { PracticeClient } from '../support/practice-client.ts';
import { preparedCases } from '../support/prepared.ts';
import type { Case } from '../support/prepared.ts';

/** The steps of the job as the outbox takes them, with the server's name for each and whether it writes there. */
const steps = [
  { step: 'check-address', scenario: 'validate-address', isWrite: false },
  { step: 'check-domain', scenario: 'check-domain-availability', isWrite: false },
  { step: 'create-customer', scenario: 'create-customer', isWrite: true },
  { step: 'read-agreement-template', scenario: 'get-agreement-metadata', isWrite: false },
  { step: 'confirm-agreement', scenario: 'confirm-customer-agreement', isWrite: true },
  { step: 'check-reseller', scenario: 'verify-reseller-mpa-status', isWrite: false },
  { step: 'read-offers', scenario: 'list-availabilities-by-customer', isWrite: false },
  { step: 'create-cart', scenario: 'create-cart', isWrite: true },
  { step: 'checkout', scenario: 'checkout-cart', isWrite: true },
] as const;

const heldCases = steps.flatMap((step) => [
  { ...step, moment: 'before the server acted', kind: 'hold-before' as const },
  { ...step, moment: 'after the server acted, before its answer came', kind: 'hold' as const },
]);
const writes = steps.filter(({ isWrite }) => isWrite);

const heldList = z.object({ faults: z.array(z.object({ id: z.string(), waiting: z.number() })) });

async function isHeld(practice: PracticeClient, id: string | undefined): Promise<boolean> {
  const { faults } = heldList.parse((await practice.call('GET', '/_practice/faults')).body);
  return faults.some((fault) => fault.id === id && fault.waiting > 0);
}

describe('the app, killed while the outbox sends', () => {
  const cases = preparedCases();

  /** Starts again after the kill and looks at both sides: everything is there once, and the password is the right one. */
  async function expectExactlyOnce({ practice, open, passwordHash }: Case): Promise<readonly string[]> {
    const desk = await open();
    await seeSent(desk, jobTitles(desk, milanJob));
    const ledger = await practice.ledger();
    expect(ledgerFigures(ledger)).toMatchObject({
      customers: 1,
      orders: 1,
      ledgerWrites: { 'create-customer': 1, 'confirm-customer-agreement': 1, 'create-cart': 1, 'checkout-cart': 1 },
    });
    const sent = ledger.writes.map(({ path, requestId }) => `${path} ${requestId}`);
    for (const { path, requestId } of ledger.replays) expect(sent).toContain(`${path} ${requestId}`);
    const passwords = await sealedPasswords(desk.page);
    expect(passwords.map((password) => createHash('sha256').update(password).digest('hex'))).toEqual([passwordHash()]);
    return ledger.replays.map(({ family }) => family);
  }

  it.each(heldCases)('at $step, $moment', async ({ scenario, kind, isWrite }) => {
    const run = await cases.begin();
    const { practice } = run;
    const id = await practice.fault({ kind, match: { scenario } });
    const first = await run.open();
    await goOnline(first);
    await expect.poll(() => isHeld(practice, id)).toBe(true);
    await first.app.kill();
    // What was on its way arrives late, after the app has died.
    await practice.fault({ clear: true });
    const replays = await expectExactlyOnce(run);
    expect(replays).toEqual(isWrite ? [scenario] : []);
  });

  it.each(writes)('just after the answer of $step, wherever that is', async ({ scenario }) => {
    const run = await cases.begin();
    const { practice } = run;
    const first = await run.open();
    await goOnline(first);
    const hasActed = async (): Promise<boolean> => (await practice.ledger()).writes.some(({ family }) => family === scenario);
    await expect.poll(hasActed, { interval: 5 }).toBe(true);
    await first.app.kill();
    await expectExactlyOnce(run);
  });
});
