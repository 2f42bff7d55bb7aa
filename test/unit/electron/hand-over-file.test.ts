import { createHash, webcrypto } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saveHandOver } from '../../../electron/secrets/hand-over/hand-over-file.ts';
import { newPassphrase } from '../../../electron/secrets/hand-over/passphrase.ts';
import type { EnvelopeContent } from '../../../electron/secrets/sealed-envelope.ts';
import { newAccountId, newOperationId } from '../../../shared/ids.ts';
import { Instant } from '../../../shared/instant.ts';
import { permissionsOf, temporaryFolder } from './support/temporary-folder.ts';

const content: EnvelopeContent = {
  envelope: {
    accountId: newAccountId(), operationId: newOperationId(), customerId: 'c', customerName: 'Città/Caffè: "Rossi" S.r.l.',
    userName: 'admin@rossi.onmicrosoft.com', state: 'sealed', sealedAt: Instant.parse('2026-11-24T09:00:00.000Z'),
  },
  password: 'Zq7*secret<script>',
};

interface Saved {
  readonly page: string;
  readonly passphrase: string;
  readonly proposed: string;
}
async function save(language: 'en' | 'it' = 'it'): Promise<Saved> {
  const path = join(await temporaryFolder(), 'file.html');
  let proposed = '';
  const answer = await saveHandOver(content, language, async ({ fileName }) => {
    proposed = fileName;
    return path;
  });
  if (!answer.ok || answer.value.saved === undefined) throw new Error('not saved');
  expect(await permissionsOf(path)).toBe(0o600);
  return { page: await readFile(path, 'utf8'), passphrase: answer.value.saved.passphrase, proposed };
}

const part = (page: string, name: string): Buffer => Buffer.from(new RegExp(` data-${name}="([^"]+)"`, 'u').exec(page)?.[1] ?? '', 'base64');

/** As a browser does it, written down a second time on purpose. */
async function decrypt(page: string, passphrase: string): Promise<unknown> {
  const rounds = Number(/ data-rounds="(\d+)"/u.exec(page)?.[1]);
  expect(rounds).toBeGreaterThanOrEqual(600_000);
  const plain = Buffer.from(passphrase.replaceAll('-', ''));
  const base = await webcrypto.subtle.importKey('raw', plain, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: part(page, 'salt'), iterations: rounds };
  const key = await webcrypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const opened = await webcrypto.subtle.decrypt({ name: 'AES-GCM', iv: part(page, 'iv') }, key, part(page, 'content'));
  const value: unknown = JSON.parse(Buffer.from(opened).toString('utf8'));
  return value;
}

describe('the hand-over file', () => {
  it('opens with its passphrase and with no other, and shows nothing without it', async () => {
    const { page, passphrase } = await save();
    const { customerName, userName } = content.envelope;
    expect(await decrypt(page, passphrase)).toEqual({ customer: customerName, user: userName, password: content.password });
    await expect(decrypt(page, newPassphrase())).rejects.toThrow('operation');
    for (const secret of [content.password, userName, 'Rossi', passphrase]) expect(page).not.toContain(secret);
  });

  it('has a salt, a nonce and a passphrase of its own each time', async () => {
    const [first, second] = [await save(), await save()];
    expect(part(first.page, 'salt')).toHaveLength(16);
    expect(part(first.page, 'iv')).toHaveLength(12);
    for (const name of ['salt', 'iv', 'content']) expect(part(first.page, name)).not.toEqual(part(second.page, name));
    expect(first.passphrase).not.toBe(second.passphrase);
  });

  it('runs its own script only, and asks nobody', async () => {
    const { page } = await save('en');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/u.exec(page)?.[1] ?? '';
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, script = '']) => script);
    const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(hashes).toHaveLength(1);
    expect(policy).toContain(`default-src 'none'; script-src ${hashes[0] ?? ''}; style-src 'sha256-`);
    expect(policy).not.toMatch(/unsafe|connect-src|http|\*/u);
    expect(page.match(/https?:\/\/[^"<\s]+/gu)).toEqual(['https://admin.microsoft.com']);
    expect(page).not.toMatch(/ (?:src|href|on\w+)=/u);
  });

  it('has a name every system takes, in the language of the customer', async () => {
    expect((await save('it')).proposed).toBe('Dati di accesso CittàCaffè Rossi S.r.l..html');
    expect((await save('en')).page).toContain('<html lang="en">');
  });

  it('is not written when the dialog is closed, and says so when it cannot be', async () => {
    const folder = await temporaryFolder();
    expect(await saveHandOver(content, 'en', async () => undefined)).toEqual({ ok: true, value: {} });
    expect(await saveHandOver(content, 'en', async () => join(folder, 'no\0name'))).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a passphrase', () => {
  it('is of five groups of signs that are not heard for another, over 80 bits', () => {
    const many = Array.from({ length: 300 }, newPassphrase);
    for (const one of many) expect(one).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/u);
    expect(new Set(many.join('').replaceAll('-', '')).size).toBe(31);
    expect(20 * Math.log2(31)).toBeGreaterThan(80);
  });
});
