import { describe, expect, it } from 'vitest';
import { goOnline, workOffline } from '../support/connection.ts';
import { button, link, screen, table } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { readMailto } from '../support/mailto.ts';
import { chooseReseller, openCustomer, part, seeListed } from '../support/open-record.ts';
import { partnershipCase } from '../support/partnership-case.ts';
import { lastLetter } from '../support/partnership-request.ts';
import { acceptAsAnother, acceptRelationship, answerInvitation } from '../support/portal.ts';
import type { Visitor } from '../support/portal.ts';
import { letterButton, makeLetters, openRequest, openRequests, requestPreparation, requestRow, sayLettersSent } from '../support/prepared-request.ts';
import { casesFrom, prepareProfile } from '../support/prepared.ts';

const { prospect, second, leaving } = partnershipCase;
const another = { name: 'JN Cloudwerk GmbH', partnerId: '5990001', country: 'DE' };
const customer = {
  name: 'Monteluce Meccanica S.n.c.', domain: 'montelucemeccanica00004.onmicrosoft.com',
  email: 'matteo.galvan@montelucemeccanica00004.example',
};
const firstReseller = 'Monteluce Sistemi S.r.l.';

/** The only link in a letter. */
function linkIn(body: string): string {
  const [found = '', ...others] = body.match(/https?:\/\/\S+/gu) ?? [];
  expect(others).toEqual([]);
  return found;
}

/** Somebody answers, and leaves again. */
const answered = async (visitor: Promise<Visitor>): Promise<void> => (await visitor).close();

describe('what becomes of partnerships that were asked for', () => {
  const cases = casesFrom(() => prepareProfile(requestPreparation));

  const begin = async (): Promise<Desk> => (await cases.begin()).open();

  /** Both letters sent, the network back; gives the link of the letters. */
  async function beginSent(): Promise<{ readonly desk: Desk; readonly invitation: string }> {
    const desk = await begin();
    await openRequest(desk);
    await makeLetters(desk);
    await sayLettersSent(desk, [prospect.name, second.name]);
    await desk.hand.press(button(desk, 'partnershipRequest.finish'));
    await goOnline(desk);
    return { desk, invitation: linkIn((await lastLetter(desk)).body) };
  }

  it('one declines and still waits; one accepts under another name, and a person says which request that answers', async () => {
    const { desk, invitation } = await beginSent();
    const { page, text, hand } = desk;
    const isThis = text('requests.isItThis');
    await answered(answerInvitation(invitation, prospect.partnerId, 'Decline'));
    await answered(acceptAsAnother(invitation, another));
    await openRequests(desk);
    await hand.press(button(desk, 'reseller.refreshList'));
    await requestRow(desk, second.email).getByText(isThis).waitFor();
    for (const { email } of [prospect, second]) {
      await requestRow(desk, email).getByText(text('partnershipRequest.standing.sent')).waitFor();
    }
    // Another Partner ID than the one that was asked is surely somebody else.
    expect(await requestRow(desk, prospect.email).getByText(isThis).count()).toBe(0);
    await seeListed(desk, another.partnerId, true);
    await seeListed(desk, prospect.partnerId, false);
    await openRequests(desk);
    await hand.openRow(table(desk, 'requests.title'), second.email);
    await hand.press(page.getByRole('button', { name: text('requests.itIs', another) }));
    await part(desk, 'requests.isItThis').waitFor({ state: 'detached' });
    await hand.press(link(desk, 'requests.openReseller'));
    await screen(desk, another.name);
    // One company answers one request: the other one still waits.
    await openRequests(desk);
    await requestRow(desk, prospect.email).getByText(text('partnershipRequest.standing.sent')).waitFor();
    expect(await page.getByText(isThis).count()).toBe(0);
    expect(await requestRow(desk, second.email).count()).toBe(0);
    expect(desk.errors).toEqual([]);
  });

  it('a customer takes one more reseller by the link of a letter, which is kept for work without network', async () => {
    const desk = await begin();
    const { page, text, hand, app } = desk;
    await goOnline(desk);
    const resellers = part(desk, 'customerResellers.title');
    const writeInvitation = async (): Promise<string> => {
      await openCustomer(desk, customer.name);
      await hand.press(button(desk, 'customerResellers.add'));
      await chooseReseller(desk, leaving.name);
      await hand.press(link(desk, 'customerResellers.invite'));
      await screen(desk, text('letter.title.customer-relationship'));
      const before = (await app.openedExternal()).length;
      await hand.press(letterButton(desk, 'letter.open', customer.name));
      await page.getByText(text('letter.handedOver.mailto')).waitFor();
      const opened = (await app.openedExternal()).slice(before);
      expect(opened).toHaveLength(1);
      const letter = readMailto(opened[0] ?? '');
      expect(letter.to).toEqual([customer.email]);
      return linkIn(letter.body);
    };
    const invitation = await writeInvitation();
    await workOffline(desk);
    expect(await writeInvitation()).toBe(invitation);
    await answered(acceptRelationship(invitation, customer.domain));
    await hand.press(letterButton(desk, 'letter.done', customer.name));
    await screen(desk, customer.name);
    await resellers.getByRole('link', { name: firstReseller, exact: true }).waitFor();
    expect(await resellers.getByRole('link', { name: leaving.name }).count()).toBe(0);
    await goOnline(desk);
    await hand.press(resellers.getByRole('button', { name: text('customerResellers.read') }));
    await resellers.getByText(text('customerResellers.readAt')).waitFor();
    const seeBoth = async (): Promise<void> => {
      for (const name of [firstReseller, leaving.name]) await resellers.getByRole('link', { name, exact: true }).waitFor();
    };
    await seeBoth();
    await workOffline(desk);
    await openCustomer(desk, customer.name);
    await seeBoth();
    expect(desk.errors).toEqual([]);
  });
});
