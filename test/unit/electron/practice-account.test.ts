import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { accountsFile } from '../../../electron/accounts/accounts-file.ts';
import { openAccounts } from '../../../electron/accounts/accounts.ts';
import type { Accounts } from '../../../electron/accounts/accounts.ts';
import { embeddedPractice, externalPractice } from '../../../electron/accounts/practice-host.ts';
import type { PracticeHost } from '../../../electron/accounts/practice-host.ts';
import { openSecretStore } from '../../../electron/secrets/secret-store.ts';
import { answersAnywhere } from '../../../electron/sync/probe.ts';
import { noKeychain } from './support/no-keychain.ts';
import { closedAddress, localServer } from './support/local-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

interface Run {
  readonly accounts: Accounts;
  readonly practice: PracticeHost;
}

function openRun(folder: string, practice: PracticeHost = embeddedPractice(join(folder, 'practice'))): Run {
  onTestFinished(() => practice.stop());
  const file = accountsFile(join(folder, 'accounts.json'));
  const secrets = openSecretStore(noKeychain, 'none', folder);
  return { practice, accounts: openAccounts({ file, practice, secrets, locale: () => 'en-US' }) };
}

/** How many servers this process runs. */
const listenersNow = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;

describe('the practice account', () => {
  it('is added once, however often it is asked for, and says where its tenant is', async () => {
    const folder = await temporaryFolder();
    const { accounts } = openRun(folder);
    expect(await accounts.addresses()).toEqual([]);
    const [first, second] = await Promise.all([accounts.addPractice(), accounts.addPractice()]);
    expect(first).toEqual(second);
    expect(await accounts.addPractice()).toEqual(first);
    expect(await accounts.list()).toHaveLength(1);
    const [address] = await accounts.addresses();
    expect(JSON.parse(await readFile(join(folder, 'practice', 'address.json'), 'utf8'))).toEqual({ url: address });
    expect(await answersAnywhere(await accounts.addresses(), () => false)).toBe(true);
  });

  it('works right after a restart, on the same state', async () => {
    const folder = await temporaryFolder();
    const before = openRun(folder);
    const added = await before.accounts.addPractice();
    await before.practice.stop();
    const { accounts } = openRun(folder);
    const [account] = await accounts.list();
    expect(added).toEqual({ ok: true, value: account });
    if (account === undefined) throw new Error('no account');
    const opened = await accounts.open(account.id);
    expect(opened).toMatchObject({ ok: true, value: { connection: { locale: 'en-US' } } });
    expect(opened.ok && (await opened.value.connection.tokens.access('api')).ok).toBe(true);
  });

  it('comes back on the port it had, and on another when that one is taken', async () => {
    const folder = await temporaryFolder();
    const addressFile = join(folder, 'address.json');
    const startOn = async (text: string): Promise<string> => {
      await writeFile(addressFile, text);
      const practice = embeddedPractice(folder);
      onTestFinished(() => practice.stop());
      const address = await practice.address();
      expect(JSON.parse(await readFile(addressFile, 'utf8'))).toEqual({ url: address });
      await practice.stop();
      return address;
    };
    const free = await closedAddress();
    expect(await startOn(JSON.stringify({ url: free }))).toBe(free);
    expect(await startOn(JSON.stringify({ url: free }))).toBe(free);
    const { url: taken } = await localServer((response) => response.end());
    expect(await startOn(JSON.stringify({ url: taken }))).not.toBe(taken);
    for (const text of ['', '{}', '{"url":"http://127.0.0.1:99999"}', '{"url":"http://127.0.0.1/"}'])
      expect(await startOn(text)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  });

  it('leaves no second tenant on the same state when the first could not be told of', async () => {
    const folder = await temporaryFolder();
    const blocked = join(folder, 'practice', 'address.json');
    await mkdir(join(blocked, 'in-the-way'), { recursive: true });
    const { accounts, practice } = openRun(folder);
    const before = listenersNow();
    expect(await accounts.addPractice()).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    await expect.poll(listenersNow).toBe(before);
    await rm(blocked, { recursive: true });
    expect(await accounts.addPractice()).toMatchObject({ ok: true });
    expect(await readdir(join(folder, 'practice'))).toEqual(['address.json', 'state.json']);
    await practice.stop();
  });

  it('says that its tenant cannot be reached', async () => {
    const address = await closedAddress();
    const { accounts } = openRun(await temporaryFolder(), externalPractice(address));
    expect(await accounts.addPractice()).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(await accounts.list()).toEqual([]);
    expect(await answersAnywhere([address], () => true)).toBe(false);
    expect(await answersAnywhere([], () => true)).toBe(true);
  });
});
