import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { startPractice } from '../support/connection.ts';
import { button, goTo, openDesk, screen, search, table } from '../support/desk.ts';
import type { Desk, DeskRequest } from '../support/desk.ts';
import { filesHolding, testFolder } from '../support/folder.ts';
import { revealPassword } from '../support/hand-over.ts';
import { visit } from '../support/portal.ts';
import { spawnPracticeClient } from '../support/practice-client.ts';

const { companyName, domain } = createSeed('small').listingAt(0);
const userName = `admin@${domain}`;

/** From the list of customers to the confirmed reset of its administrator's password. */
async function resetFirstAdmin(desk: Desk): Promise<void> {
  const { page, text, hand } = desk;
  await goTo(desk, 'nav.customers');
  await hand.write(search(desk, 'customer.search'), domain);
  await hand.openRow(table(desk, 'nav.customers'), companyName);
  await screen(desk, companyName);
  await hand.press(button(desk, 'customerUsers.show'));
  await hand.press(page.getByRole('link', { name: text('customerUsers.resetFor', { user: userName }) }));
  await screen(desk, text('resetPassword.title'));
  await hand.tick(page.getByRole('checkbox', { name: text('resetPassword.sure', { user: userName }) }));
  await hand.press(button(desk, 'resetPassword.reset'));
  await screen(desk, text('envelopes.titleFor', { name: companyName }));
}

describe('a password that was lost', () => {
  const folder = testFolder();
  const state = folder.at('practice-state.json');
  let practice: Awaited<ReturnType<typeof spawnPracticeClient>>;
  let request: DeskRequest;
  let desk: Desk;
  let password: string;

  beforeAll(async () => {
    practice = await spawnPracticeClient(['--port', '0', '--state', state]);
    request = { folder: folder.path, practiceUrl: practice.url };
    desk = await openDesk(request);
    await startPractice(desk);
  });
  afterAll(async () => {
    await desk.app.kill();
    await practice.stop('SIGKILL');
    folder.remove();
  });
  const hasReset = async (): Promise<boolean> => (await practice.ledger()).counts['reset-user-password'] === 1;

  it('is set anew once, also when the app dies between the answer of the server and its own (failure story F15)', async () => {
    await practice.fault({ kind: 'hold', match: { scenario: 'reset-user-password' } });
    await resetFirstAdmin(desk);
    await expect.poll(hasReset).toBe(true);
    await desk.app.kill();
    await practice.fault({ clear: true });
    desk = await openDesk(request);
    await desk.hand.press(desk.page.getByRole('link', { name: desk.text('home.envelope', { name: companyName }) }));
    await screen(desk, desk.text('envelopes.titleFor', { name: companyName }));
    const revealed = await revealPassword(desk);
    expect(revealed.userName).toBe(userName);
    ({ password } = revealed);
    expect(password).toMatch(/^\S{16}$/u);
    expect(readFileSync(state, 'utf8')).toContain(createHash('sha256').update(password).digest('hex'));
    expect((await practice.ledger()).counts).toEqual({ 'reset-user-password': 1 });
  });

  it('stands nowhere on the disk: not in logs, databases, journal or what a kill leaves behind', async () => {
    expect(filesHolding(folder.path, userName)).not.toEqual([]);
    expect(filesHolding(folder.path, password)).toEqual([]);
    expect(desk.app.stderr()).not.toContain(password);
    await desk.app.kill();
    expect(filesHolding(folder.path, password)).toEqual([]);
    desk = await openDesk(request);
  });

  it('goes to the customer as a file that opens with the passphrase on the screen', async () => {
    const { page, text, hand } = desk;
    await hand.press(page.getByRole('link', { name: text('home.envelope', { name: companyName }) }));
    const path = folder.at('hand-over.html');
    await desk.app.answerFileDialog(path);
    await hand.press(button(desk, 'envelopes.saveFile'));
    const passphrase = await page.getByText(/^(?:[a-z2-9]{4}-){4}[a-z2-9]{4}$/u).innerText();
    expect(filesHolding(folder.path, password)).toEqual([]);
    const visitor = await visit(pathToFileURL(path).href);
    onTestFinished(visitor.close);
    await visitor.page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await visitor.page.getByRole('button', { name: 'Open' }).click();
    await visitor.page.getByText(password, { exact: true }).waitFor();
    await visitor.page.getByText(companyName, { exact: true }).waitFor();
  });

  it('leaves a receipt without the password', async () => {
    const receipt = desk.page.getByRole('region', { name: desk.text('envelopes.receipt.title') });
    await receipt.getByText(desk.text('journal.password-file-saved')).waitFor();
    await receipt.getByText(desk.text('journal.password-revealed')).first().waitFor();
    expect(await receipt.innerText()).not.toContain(password);
    expect(desk.errors).toEqual([]);
  });
});
