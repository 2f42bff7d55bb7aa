import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { goOnline } from '../support/connection.ts';
import { button, goTo, link, table } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { orderTitle } from '../support/job.ts';
import { journalEntries, openJournal } from '../support/journal.ts';
import { draftPreparation, draftTitles, leavingWork, openRemoval, orderFor } from '../support/leaving-reseller.ts';
import { seeListed } from '../support/open-record.ts';
import { partnershipCase } from '../support/partnership-case.ts';
import { attestRemoval, openPortalPage, seeGone } from '../support/partnership-removal.ts';
import { removeInPortal } from '../support/portal.ts';
import type { PracticeClient } from '../support/practice-client.ts';
import { casesFrom, prepareProfile } from '../support/prepared.ts';

const { leaving } = partnershipCase;
const SignIn = z.object({ portalUrl: z.string() });

/** Somebody removes the partnership in the portal, by the address that was opened or on a computer of their own. */
async function removeElsewhere(portalUrl: string): Promise<void> {
  const visitor = await removeInPortal(portalUrl, leaving.name);
  await visitor.close();
}

const portalOf = async (practice: PracticeClient): Promise<string> =>
  SignIn.parse((await practice.call('GET', '/_practice/sign-in')).body).portalUrl;

/** Both drafts are there still, and say that their reseller is gone. */
async function seeFlaggedDrafts(desk: Desk): Promise<void> {
  const { page, text } = desk;
  const flag = text('resellerFlag.gone');
  const { cart, newCustomer } = draftTitles(desk);
  await goTo(desk, 'nav.carts');
  await table(desk, 'nav.carts').getByRole('row').filter({ hasText: leavingWork.cart.company }).getByText(flag).waitFor();
  await goTo(desk, 'nav.home');
  for (const name of [cart, newCustomer]) {
    await page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) }).getByText(flag).waitFor();
  }
}

describe('the end of a partnership', () => {
  const cases = casesFrom(() => prepareProfile(draftPreparation));

  it('outlives a crash after the attestation, and leaves the drafts that name the reseller, flagged', async () => {
    const run = await cases.begin();
    const first = await run.open();
    await goOnline(first);
    await openRemoval(first);
    await first.page.getByText(`${first.text('removal.drafts')}: 2`, { exact: true }).waitFor();
    await attestRemoval(first);
    await first.hand.press(button(first, 'removal.attest'));
    await link(first, 'removal.writeReseller').waitFor();
    await first.app.kill();
    const desk = await run.open();
    const { page, text } = desk;
    await openRemoval(desk);
    // What was attested is not asked again: the notices may be written, or it goes on in the portal.
    await link(desk, 'removal.writeReseller').waitFor();
    const portalUrl = await openPortalPage(desk);
    expect(portalUrl).toBe(await portalOf(run.practice));
    await removeElsewhere(portalUrl);
    await seeGone(desk);
    await seeListed(desk, leaving.partnerId, false);
    await seeFlaggedDrafts(desk);
    await openJournal(desk, leaving.name);
    const attested = text.pattern('journal.removal-attested', { customers: 13, drafts: 2, operations: 0 });
    for (const sentence of [attested, text('journal.removal-portal-opened'), text('journal.removal-seen')]) {
      await journalEntries(desk, sentence).waitFor();
    }
    expect(await page.getByText(text('journal.removal-withdrawn')).count()).toBe(0);
    expect((await run.practice.ledger()).writes).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  it('keeps what waits in the outbox for the reseller from becoming an order', async () => {
    const run = await cases.begin();
    const { practice } = run;
    const desk = await run.open();
    const { text, hand } = desk;
    await orderFor(desk, leavingWork.order);
    await removeElsewhere(await portalOf(practice));
    // The order is on its way when the list is read: it is held at its first step.
    const held = await practice.fault({ kind: 'hold-before', match: { scenario: 'verify-mpn-id' } });
    await goOnline(desk);
    await practice.untilHeld(held ?? '');
    await goTo(desk, 'nav.resellers');
    await hand.press(button(desk, 'reseller.refreshList'));
    await seeListed(desk, leaving.partnerId, false);
    await goTo(desk, 'nav.outbox');
    const title = orderTitle(desk, leavingWork.order);
    const item = desk.page.getByRole('region', { name: leavingWork.order.company }).getByRole('listitem').filter({ hasText: title });
    await item.getByText(text('resellerFlag.gone')).waitFor();
    await practice.release(held);
    await item.getByText(text('operation.state.needs-decision')).waitFor();
    const { writes } = await practice.ledger();
    expect(writes).toEqual([]);
    await seeFlaggedDrafts(desk);
  });
});
