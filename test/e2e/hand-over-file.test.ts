import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { saveHandOver } from '../../electron/secrets/hand-over/hand-over-file.ts';
import { newAccountId, newOperationId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { testFolder } from '../support/folder.ts';
import { visit } from '../support/portal.ts';

const password = 'Zq7*<b>secret</b>';
const envelope = {
  accountId: newAccountId(), operationId: newOperationId(), customerId: 'c', customerName: 'Città & Caffè S.r.l.',
  userName: 'admin@citta.onmicrosoft.com', state: 'sealed', sealedAt: Instant.parse('2026-11-24T09:00:00.000Z'),
} as const;

describe('the hand-over file in the browser of the customer', () => {
  it('says so when the passphrase is wrong, opens with the right one however it is typed, and asks no network', async () => {
    const folder = testFolder();
    onTestFinished(() => folder.remove());
    const path = join(folder.path, 'file.html');
    const answer = await saveHandOver({ envelope, password }, 'en', async () => path);
    if (!answer.ok || answer.value.saved === undefined) throw new Error('not saved');
    const { passphrase } = answer.value.saved;
    const { page, close } = await visit(pathToFileURL(path).href);
    onTestFinished(close);
    const asked: string[] = [];
    const wrong: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.reload();
    const field = page.getByRole('textbox', { name: 'Passphrase' });
    await field.fill('wrong-wrong-wrong-wrong-wrong');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('alert').filter({ hasText: 'This is not the passphrase of this file' }).waitFor();
    expect(await page.getByRole('definition').count()).toBe(0);
    await field.fill(` ${passphrase.toUpperCase().replaceAll('-', ' ')} `);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'User name and password' }).waitFor();
    expect(await page.getByRole('definition').allInnerTexts()).toEqual([
      'Città & Caffè S.r.l.', 'admin@citta.onmicrosoft.com', password, 'https://admin.microsoft.com',
    ]);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('listitem').count()).toBe(5);
    expect(asked).toEqual([pathToFileURL(path).href]);
    expect(wrong).toEqual([]);
  });
});
