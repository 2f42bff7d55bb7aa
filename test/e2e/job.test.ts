import { afterEach, describe, expect, it } from 'vitest';
import { seriousFindings } from '../support/accessibility.ts';
import { goTo, openDesk, screen, search, table } from '../support/desk.ts';
import type { Desk, DeskRequest } from '../support/desk.ts';
import { testFolder } from '../support/folder.ts';
import type { TestFolder } from '../support/folder.ts';
import { mouse } from '../support/hand.ts';
import { jobSteps } from '../support/job-steps.ts';
import { milanJob } from '../support/job.ts';
import type { Job } from '../support/job.ts';
import { keyboard } from '../support/keyboard.ts';
import { ledgerFigures, practiceUrlOf, readLedger } from '../support/ledger.ts';

type Way = Omit<DeskRequest, 'folder'> & { readonly name: string };

const ways: readonly Way[] = [
  { name: 'with the mouse, in Italian, light', language: 'it', theme: 'light', hand: mouse },
  { name: 'with the keyboard alone, in English, dark', language: 'en', theme: 'dark', hand: keyboard },
];

/** Screens beside the job's own, and the customer as the server has it now. */
const otherScreens = [
  ...['nav.home', 'nav.catalogue', 'nav.carts', 'nav.outbox', 'nav.subscriptions', 'nav.settings', 'nav.customers'].map((key) => ({
    name: key, play: (desk: Desk) => goTo(desk, key),
  })),
  {
    name: 'customer',
    play: async (desk: Desk, { company }: Job) => {
      await desk.hand.write(search(desk, 'customer.search'), company);
      await desk.hand.openRow(table(desk, 'nav.customers'), company);
      await screen(desk, company);
    },
  },
];

describe('the job', () => {
  let folder: TestFolder | undefined;
  let desk: Desk | undefined;

  afterEach(async () => {
    await desk?.app.close();
    folder?.remove();
  });

  it.each(ways)('is played $name', async ({ name: _, ...way }) => {
    folder = testFolder();
    desk = await openDesk({ ...way, folder: folder.path });
    const findings: string[] = [];
    for (const step of [...jobSteps, ...otherScreens]) {
      await step.play(desk, milanJob);
      const found = await seriousFindings(desk.page);
      findings.push(...found.map((finding) => `${step.name}: ${finding}`));
    }
    expect(findings).toEqual([]);
    const ledger = await readLedger(practiceUrlOf(desk.profile) ?? '');
    expect(ledgerFigures(ledger)).toEqual({
      customers: 1,
      orders: 1,
      replays: 0,
      ledgerWrites: { 'create-customer': 1, 'confirm-customer-agreement': 1, 'create-cart': 1, 'checkout-cart': 1 },
    });
    expect(desk.errors).toEqual([]);
    expect(await desk.app.blockedRequests()).toEqual([]);
  });
});
