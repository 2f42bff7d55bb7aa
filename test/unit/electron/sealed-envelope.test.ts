import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileKey } from '../../../electron/secrets/file-key.ts';
import { openEnvelopes } from '../../../electron/secrets/sealed-envelope.ts';
import type { Envelopes, NewCredentials, ResetAbout } from '../../../electron/secrets/sealed-envelope.ts';
import { openVault } from '../../../electron/secrets/vault.ts';
import { newAccountId, newOperationId } from '../../../shared/ids.ts';
import { noKeychain, simpleKeychain } from './support/no-keychain.ts';
import { filesHolding, temporaryFolder } from './support/temporary-folder.ts';

const accountId = newAccountId();
const credentials = (): NewCredentials => ({
  accountId, operationId: newOperationId(), customerId: crypto.randomUUID(), customerName: 'Panificio Rossi',
  domain: 'panificio.onmicrosoft.com', userName: 'admin', password: 'Zq7*secret',
});
const openIn = (folder: string, keychain: 'os' | 'none' = 'none'): Envelopes =>
  openEnvelopes(join(folder, 'envelopes'), openVault(keychain === 'os' ? simpleKeychain : noKeychain, keychain, join(folder, 'key')));

describe('an envelope', () => {
  it.each(['os', 'none'] as const)('keeps the password over a restart, encrypted (keychain: %s)', async (keychain) => {
    const folder = await temporaryFolder();
    const sealed = credentials();
    expect(await openIn(folder, keychain).seal(sealed)).toMatchObject({ state: 'sealed', userName: 'admin@panificio.onmicrosoft.com' });
    expect(await filesHolding(folder, 'Zq7*secret')).toEqual([]);
    const again = openIn(folder, keychain);
    const revealed = await again.reveal(accountId, sealed.operationId);
    expect(revealed).toMatchObject({ ok: true, value: { password: 'Zq7*secret', envelope: { state: 'revealed' } } });
    expect(await again.list(accountId)).toMatchObject([{ state: 'revealed', operationId: sealed.operationId }]);
  });

  it('stays as it is when the same operation is answered again', async () => {
    const envelopes = openIn(await temporaryFolder());
    const sealed = credentials();
    await envelopes.seal(sealed);
    await envelopes.reveal(accountId, sealed.operationId);
    expect(await envelopes.seal({ ...sealed, password: 'another' })).toMatchObject({ state: 'revealed' });
    expect(await envelopes.open(accountId, sealed.operationId)).toMatchObject({ ok: true, value: { password: 'Zq7*secret' } });
  });

  it('leaves a record without the password after the hand-over, and is never made again', async () => {
    const folder = await temporaryFolder();
    const envelopes = openIn(folder);
    const sealed = credentials();
    await envelopes.seal(sealed);
    await writeFile(join(folder, 'envelopes', accountId, `${sealed.operationId}.envelope.left-by-a-crash.tmp`), 'old');
    expect(await envelopes.confirmHandOver(accountId, sealed.operationId)).toMatchObject({ ok: true, value: { state: 'handed-over' } });
    expect(await envelopes.open(accountId, sealed.operationId)).toMatchObject({ ok: false, error: { code: 'envelope-destroyed' } });
    expect(await envelopes.seal(sealed)).toMatchObject({ state: 'handed-over' });
    expect(await envelopes.reveal(accountId, sealed.operationId)).toMatchObject({ ok: false, error: { code: 'envelope-destroyed' } });
    expect(await readdir(join(folder, 'envelopes', accountId))).toEqual([`${sealed.operationId}.envelope`]);
    const key = fileKey(join(folder, 'key'));
    const bytes = await readFile(join(folder, 'envelopes', accountId, `${sealed.operationId}.envelope`));
    const left = await key.decrypt(bytes.subarray(1));
    expect(left).not.toContain('Zq7*secret');
  });

  it('that is damaged says so and does not hide the others', async () => {
    const folder = await temporaryFolder();
    const envelopes = openIn(folder);
    const [good, bad] = [credentials(), credentials()];
    await envelopes.seal(good);
    await mkdir(join(folder, 'envelopes', accountId), { recursive: true });
    await writeFile(join(folder, 'envelopes', accountId, `${bad.operationId}.envelope`), 'Fdamaged');
    expect(await envelopes.list(accountId)).toHaveLength(1);
    expect(await envelopes.open(accountId, bad.operationId)).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
    expect(await envelopes.open(accountId, newOperationId())).toMatchObject({ ok: false, error: { code: 'envelope-missing' } });
  });

  it('that is damaged gives way to the password that is answered again', async () => {
    const folder = await temporaryFolder();
    const sealed = credentials();
    await openIn(folder).seal(sealed);
    await writeFile(join(folder, 'envelopes', accountId, `${sealed.operationId}.envelope`), 'Fdamaged');
    const envelopes = openIn(folder);
    expect(await envelopes.seal(sealed)).toMatchObject({ state: 'sealed' });
    expect(await envelopes.open(accountId, sealed.operationId)).toMatchObject({ ok: true, value: { password: 'Zq7*secret' } });
    await envelopes.confirmHandOver(accountId, sealed.operationId);
    expect(await readdir(join(folder, 'envelopes', accountId))).toEqual([`${sealed.operationId}.envelope`]);
  });

  it('can be sealed after its disk was in trouble once', async () => {
    const folder = await temporaryFolder();
    const envelopes = openIn(folder);
    const sealed = credentials();
    await mkdir(join(folder, 'key'));
    await expect(envelopes.seal(sealed)).rejects.toThrow('EISDIR');
    await rm(join(folder, 'key'), { recursive: true });
    expect(await envelopes.seal(sealed)).toMatchObject({ state: 'sealed' });
  });

  it.each([
    ['before-write', 0], ['half-written', 0], ['before-rename', 0], ['after-rename', 1],
  ] as const)('is whole or not there when the app is killed %s', async (moment, expected) => {
    const folder = await temporaryFolder();
    const sealed = credentials();
    // The key is there already: the kill is meant for the envelope.
    await fileKey(join(folder, 'key')).encrypt('');
    const script = fileURLToPath(new URL('support/seal-and-die.ts', import.meta.url));
    const child = spawnSync(process.execPath, [script, folder, moment, accountId, sealed.operationId], { encoding: 'utf8' });
    expect(child.signal ?? child.stderr).toBe('SIGKILL');
    const envelopes = openIn(folder);
    const listed = await envelopes.list(accountId);
    expect(listed).toHaveLength(expected);
    await envelopes.seal(sealed);
    expect(await envelopes.open(accountId, sealed.operationId)).toMatchObject({ ok: true, value: { password: 'Zq7*secret' } });
  });
});

describe('the envelope of a reset', () => {
  const about = (): ResetAbout => ({
    accountId, operationId: newOperationId(), customerId: crypto.randomUUID(), customerName: 'Panificio Rossi',
    userId: crypto.randomUUID(), userName: 'admin@panificio.onmicrosoft.com',
  });
  const made = (): string => 'Zq7*secret';

  it('is on the disk before it is sent, keeps its password over a restart, and opens only once the server has it', async () => {
    const folder = await temporaryFolder();
    const [envelopes, reset] = [openIn(folder), about()];
    expect(await envelopes.prepare(reset, made)).toEqual({ ok: true, value: { password: 'Zq7*secret', isFirstTry: true } });
    expect(await filesHolding(folder, 'Zq7*secret')).toEqual([]);
    const again = openIn(folder);
    expect(await again.prepare(reset, () => 'another')).toEqual({ ok: true, value: { password: 'Zq7*secret', isFirstTry: false } });
    for (const closed of [again.open, again.reveal, again.confirmHandOver]) {
      expect(await closed(accountId, reset.operationId)).toMatchObject({ ok: false, error: { code: 'envelope-not-ready' } });
    }
    await again.settle(accountId, reset.operationId);
    expect(await again.list(accountId)).toMatchObject([{ state: 'sealed', origin: 'reset', userId: reset.userId, userName: reset.userName }]);
    expect(await again.reveal(accountId, reset.operationId)).toMatchObject({ ok: true, value: { password: 'Zq7*secret' } });
    await again.settle(accountId, reset.operationId);
    expect(await again.find(accountId, reset.operationId)).toMatchObject({ state: 'revealed' });
  });

  it('is void when the reset is given up, and takes a new password when it is tried again', async () => {
    const folder = await temporaryFolder();
    const [envelopes, reset] = [openIn(folder), about()];
    await envelopes.prepare(reset, made);
    await envelopes.giveUp(accountId, reset.operationId);
    expect(await envelopes.list(accountId)).toMatchObject([{ state: 'void' }]);
    const bytes = await readFile(join(folder, 'envelopes', accountId, `${reset.operationId}.envelope`));
    expect(await fileKey(join(folder, 'key')).decrypt(bytes.subarray(1))).not.toContain('Zq7*secret');
    for (const closed of [envelopes.open, envelopes.reveal, envelopes.confirmHandOver]) {
      expect(await closed(accountId, reset.operationId)).toMatchObject({ ok: false, error: { code: 'envelope-void' } });
    }
    expect(await envelopes.prepare(reset, () => 'another')).toEqual({ ok: true, value: { password: 'another', isFirstTry: true } });
  });

  it('that the server has set is never given up, and one that was handed over is never made again', async () => {
    const [envelopes, reset] = [openIn(await temporaryFolder()), about()];
    await envelopes.giveUp(accountId, reset.operationId);
    await envelopes.prepare(reset, made);
    await envelopes.settle(accountId, reset.operationId);
    await envelopes.giveUp(accountId, reset.operationId);
    expect(await envelopes.open(accountId, reset.operationId)).toMatchObject({ ok: true, value: { password: 'Zq7*secret' } });
    await envelopes.confirmHandOver(accountId, reset.operationId);
    expect(await envelopes.prepare(reset, made)).toMatchObject({ ok: false, error: { code: 'envelope-destroyed' } });
  });

  it('that may be in use is not destroyed with its reset: it opens, with the doubt on it until the server has it', async () => {
    const folder = await temporaryFolder();
    const [envelopes, reset] = [openIn(folder), about()];
    await envelopes.prepare(reset, made);
    await envelopes.keep(accountId, reset.operationId);
    await envelopes.giveUp(accountId, reset.operationId);
    const again = openIn(folder);
    expect(await again.list(accountId)).toMatchObject([{ state: 'sealed', mayBeSet: true }]);
    expect(await again.reveal(accountId, reset.operationId)).toMatchObject({ ok: true, value: { password: 'Zq7*secret' } });
    await again.settle(accountId, reset.operationId);
    expect(await again.find(accountId, reset.operationId)).toMatchObject({ state: 'revealed' });
    expect(await again.find(accountId, reset.operationId)).not.toHaveProperty('mayBeSet');
  });

  it('that is damaged is put aside: only the next try, with another request id, gets another password', async () => {
    const folder = await temporaryFolder();
    const [envelopes, reset] = [openIn(folder), about()];
    await envelopes.prepare(reset, made);
    await writeFile(join(folder, 'envelopes', accountId, `${reset.operationId}.envelope`), 'Fdamaged');
    expect(await envelopes.prepare(reset, () => 'another')).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
    expect(await envelopes.prepare(reset, () => 'another')).toMatchObject({ ok: true, value: { password: 'another', isFirstTry: true } });
  });
});
