import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, openDesk } from '../support/desk.ts';
import type { Desk, DeskRequest } from '../support/desk.ts';
import { filesBelow, filesHolding, testFolder } from '../support/folder.ts';
import { confirmHandOver, copyPassword, findEnvelope, revealPassword } from '../support/hand-over.ts';
import { offlineSteps } from '../support/job-steps.ts';
import { goOnline } from '../support/connection.ts';
import { jobTitles, milanJob } from '../support/job.ts';
import { seeSent } from '../support/job-outcome.ts';
import { callApp, firstAccount } from '../support/page-bridge.ts';

describe("a new customer's password", () => {
  const folder = testFolder();
  const request: DeskRequest = { folder: folder.path };
  let desk: Desk;
  let password: string;

  beforeAll(async () => {
    desk = await openDesk(request);
    for (const { play } of offlineSteps) await play(desk, milanJob);
    await goOnline(desk);
    await seeSent(desk, jobTitles(desk, milanJob));
    await findEnvelope(desk, milanJob);
    ({ password } = await revealPassword(desk));
  });
  afterAll(async () => {
    await desk.app.close();
    folder.remove();
  });

  /** Profile, logs, databases, caches, the practice tenant's state: everything the app keeps. */
  const places = (): readonly string[] => filesHolding(folder.path, password);

  it('is one, and the search would find it', () => {
    expect(password).toMatch(/^\S{14}$/u);
    expect(filesBelow(folder.path).length).toBeGreaterThan(20);
    expect(filesHolding(folder.path, milanJob.company)).not.toEqual([]);
  });

  it('stands nowhere on the disk after it was shown and copied, and is on the clipboard', async () => {
    await copyPassword(desk);
    expect(await desk.app.clipboardText()).toBe(password);
    expect(places()).toEqual([]);
    expect(desk.app.stderr()).not.toContain(password);
  });

  it('stands nowhere on the disk after a kill, and is in its envelope still', async () => {
    await desk.app.kill();
    expect(places()).toEqual([]);
    desk = await openDesk(request);
    await findEnvelope(desk, milanJob);
    expect((await revealPassword(desk)).password).toBe(password);
    expect(places()).toEqual([]);
  });

  it('is gone for good after the hand-over', async () => {
    await confirmHandOver(desk, milanJob);
    expect(await button(desk, 'envelopes.open').count()).toBe(0);
    const account = await firstAccount(desk.page);
    const listed = await callApp(desk.page, 'envelopes.list', { accountId: account.id });
    const [envelope] = listed.ok ? listed.value.envelopes : [];
    if (envelope === undefined) throw new Error('the record of the envelope is gone');
    expect(envelope.state).toBe('handed-over');
    const key = { accountId: account.id, operationId: envelope.operationId };
    expect(await callApp(desk.page, 'envelopes.reveal', key)).toMatchObject({ ok: false, error: { code: 'envelope-destroyed' } });
    expect(await callApp(desk.page, 'envelopes.copy', { ...key, what: 'password' })).toMatchObject({ ok: false });
    await desk.app.close();
    expect(places()).toEqual([]);
    desk = await openDesk(request);
    await desk.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await desk.page.getByRole('link', { name: desk.text('home.envelope', { name: milanJob.company }) }).count()).toBe(0);
  });
});
