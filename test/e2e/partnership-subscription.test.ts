import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { goOnline, startPractice, workOffline } from '../support/connection.ts';
import { button, field, goTo, screen } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { seeSent } from '../support/job-outcome.ts';
import { part } from '../support/open-record.ts';
import type { PracticeClient } from '../support/practice-client.ts';
import { casesFrom, prepareProfile } from '../support/prepared.ts';
import { changeTitles, nameSupport, openSubscription, putReseller, seeOnSubscription, subscriptionCase } from '../support/subscription-change.ts';

const { customer, subscription, before, wanted, between, suspended, ownPartnerId } = subscriptionCase;
const path = `/v1/customers/${customer.id}/subscriptions/${subscription.id}`;
const Resource = z.looseObject({ partnerId: z.string(), attributes: z.looseObject({ etag: z.string() }) });

/** The subscription, its page read from the server, and the network gone. */
async function readThenOffline(desk: Desk): Promise<void> {
  await openSubscription(desk);
  await seeOnSubscription(desk, before.name);
  await workOffline(desk);
}

/** Somebody else puts another reseller on the subscription, with a program of their own. */
async function changeElsewhere(practice: PracticeClient, partnerId: string): Promise<void> {
  const read = Resource.parse((await practice.call('GET', path)).body);
  const changed = await practice.call('PATCH', path, { body: { ...read, partnerId }, headers: { 'If-Match': read.attributes.etag } });
  expect(changed.status).toBe(200);
}

const credited = async (practice: PracticeClient): Promise<string> => Resource.parse((await practice.call('GET', path)).body).partnerId;

describe('the reseller on a subscription', () => {
  const cases = casesFrom(() => prepareProfile([startPractice]));

  it('is not taken when it is the provider itself, and shown as refused when Microsoft refuses it', async () => {
    const run = await cases.begin();
    const desk = await run.open();
    const { text, hand } = desk;
    await openSubscription(desk);
    await seeOnSubscription(desk, before.name);
    await hand.press(button(desk, 'subscription.changeReseller'));
    await hand.press(button(desk, 'subscription.enterPartnerId'));
    const form = part(desk, 'subscription.resellerTitle');
    const typed = field(desk, 'resellerChoice.partnerIdLabel');
    await hand.write(typed, ownPartnerId);
    for (const press of ['subscription.verify', 'subscription.submit']) {
      await hand.press(button(desk, press));
      await form.getByText(text('subscription.pick.own-partner-id')).waitFor();
    }
    await hand.write(typed, suspended.partnerId);
    await hand.press(button(desk, 'subscription.verify'));
    await form.getByText(text.startOf('verdict.suspended.short')).waitFor();
    await form.getByText(text('verdict.suspended.what', { partnerId: suspended.partnerId })).waitFor();
    await hand.press(button(desk, 'subscription.submit'));
    await form.getByText(text('subscription.pick.not-good')).waitFor();
    expect(await form.getByRole('listitem').count()).toBe(0);
    expect((await run.practice.ledger()).writes).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  it('changed offline together with the support contact outlives a crash, and each is sent once', async () => {
    const run = await cases.begin();
    const first = await run.open();
    await readThenOffline(first);
    await putReseller(first);
    await nameSupport(first);
    await first.app.kill();
    const desk = await run.open();
    const { reseller, support } = changeTitles(desk);
    await goTo(desk, 'nav.outbox');
    const group = desk.page.getByRole('region', { name: customer.name });
    for (const name of [reseller, support]) await group.getByRole('link', { name, exact: true }).waitFor();
    expect((await run.practice.ledger()).writes).toEqual([]);
    await goOnline(desk);
    await seeSent(desk, [reseller, support]);
    const { writes, replays } = await run.practice.ledger();
    expect(replays).toEqual([]);
    expect(writes.toSorted((a, b) => a.method.localeCompare(b.method))).toMatchObject([
      { method: 'PATCH', path, tenantId: customer.id, status: 200, body: { id: subscription.id, partnerId: wanted.partnerId } },
      {
        method: 'PUT', path: `${path}/supportcontact`, tenantId: customer.id, status: 200,
        body: { supportTenantId: wanted.tenantId, supportMpnId: wanted.partnerId, name: wanted.name },
      },
    ]);
    await openSubscription(desk);
    await seeOnSubscription(desk, wanted.name);
    expect(desk.errors).toEqual([]);
  });

  it('asks when somebody else changed it meanwhile, and overwrites nothing before the answer', async () => {
    const run = await cases.begin();
    const desk = await run.open();
    const { page, text, hand } = desk;
    await readThenOffline(desk);
    await putReseller(desk);
    await changeElsewhere(run.practice, between.partnerId);
    await goOnline(desk);
    const { reseller } = changeTitles(desk);
    await goTo(desk, 'nav.outbox');
    await page.getByText(text('operation.state.needs-decision'), { exact: true }).waitFor();
    await hand.press(page.getByRole('region', { name: customer.name }).getByRole('link', { name: reseller, exact: true }));
    await screen(desk, reseller);
    const versions = page.getByRole('table', { name: text('outbox.versions.table') });
    for (const partnerId of [before.partnerId, between.partnerId]) {
      await versions.getByRole('cell', { name: text('resellerChoice.partnerId', { partnerId }), exact: true }).waitFor();
    }
    expect(await credited(run.practice)).toBe(between.partnerId);
    await hand.press(button(desk, 'outbox.versions.sendMine'));
    await page.getByText(text('outbox.result.subscription')).waitFor();
    expect(await credited(run.practice)).toBe(wanted.partnerId);
    expect((await run.practice.ledger()).writes.map(({ body }) => Resource.parse(body).partnerId)).toEqual([between.partnerId, wanted.partnerId]);
  });
});
