import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonFile } from '../../../electron/files/json-file.ts';
import { isAllowedLink } from '../../../electron/link-rule.ts';
import { openLog } from '../../../electron/log/logger.ts';
import { redact } from '../../../electron/log/redact.ts';
import { menuTemplate, systemLanguage } from '../../../electron/menu.ts';
import menuText from '../../../electron/menu-text.json' with { type: 'json' };
import { keychainKind } from '../../../electron/secrets/keychain.ts';
import { visibleState } from '../../../electron/window-state.ts';
import { noKeychain, simpleKeychain } from './support/no-keychain.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

describe('links out of the app', () => {
  const allowed = ['https://learn.microsoft.com/partner-center', 'https://aka.ms/customeragreement', 'https://microsoft.com/'];
  it.each(allowed)('%s is allowed', (url) => {
    expect(isAllowedLink(url)).toBe(true);
  });
  it.each([
    'http://learn.microsoft.com/', 'https://microsoft.com.evil.example/', 'https://evilmicrosoft.com/', 'https://user@aka.ms/',
    'https://aka.ms:8443/',
    'file:///etc/passwd', 'javascript:alert(1)', 'app://desk/index.html', 'ms-settings:', '', 'aka.ms',
  ])('%s is refused', (url) => {
    expect(isAllowedLink(url)).toBe(false);
  });
});

describe('the log', () => {
  it.each([
    ['customer carla.rossi@example.com refused', 'carla.rossi'],
    ['Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abcdefghijklmnopqrst', 'eyJ'],
    ['{"userCredentials":{"userName":"admin","password":"Zq7*secret"}}', 'Zq7*secret'],
    ['password = "Zq7 secret"', 'Zq7'],
    ['{"refresh_token":"practice-1-abc"}', 'practice-1-abc'],
  ])('drops what is personal in %s', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  it('drops any password by name, also inside escaped JSON', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9*!%+?-]{8,20}$/u), (password) => {
        expect(redact(JSON.stringify({ text: JSON.stringify({ password }) }))).not.toContain(password);
        expect(redact(`password: ${password}`)).not.toContain(password);
      }),
    );
  });

  it('is one file that turns over by size', async () => {
    const folder = await temporaryFolder();
    const log = openLog(folder, 300);
    log.info('started', { runtime: 'x' });
    log.error('failed', new Error('to anna@example.com'));
    log.info('again');
    const names = ['provider-desk.log', 'provider-desk.old.log'];
    const [now, before] = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    expect(now).toContain('"again"');
    expect(before).toContain('"failed"');
    expect(before).not.toContain('anna');
  });
});

describe('small files', () => {
  const file = (folder: string) => jsonFile(join(folder, 'x.json'), z.object({ n: z.number() }), { n: 0 });

  it('give the fallback when missing and put an unreadable one aside', async () => {
    const folder = await temporaryFolder();
    expect(await file(folder).read()).toEqual({ n: 0 });
    await writeFile(join(folder, 'x.json'), '{"n":');
    expect(await file(folder).read()).toEqual({ n: 0 });
    expect(await readFile(join(folder, 'x.json.unreadable'), 'utf8')).toBe('{"n":');
    await file(folder).write({ n: 1 });
    expect(await file(folder).read()).toEqual({ n: 1 });
    file(folder).writeNow({ n: 2 });
    expect(await file(folder).read()).toEqual({ n: 2 });
  });

  it('that cannot be read are each put aside once, however many readers meet them', async () => {
    const folder = await temporaryFolder();
    const damaged = file(folder);
    for (const text of ['first', 'second']) {
      await writeFile(join(folder, 'x.json'), text);
      expect(await Promise.all([damaged.read(), damaged.read(), damaged.read()])).toEqual([{ n: 0 }, { n: 0 }, { n: 0 }]);
    }
    const names = await readdir(folder);
    const kept = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    expect(kept.toSorted()).toEqual(['first', 'second']);
  });
});

describe('the shell', () => {
  it('opens the window only where a screen shows it', () => {
    const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
    const state = { x: 100, y: 100, width: 1280, height: 800, isMaximized: false };
    expect(visibleState(state, screens)).toEqual(state);
    expect(visibleState({ ...state, x: 5000 }, screens)).toEqual({ width: 1280, height: 800, isMaximized: false });
  });

  it('has a menu in both languages that sends commands', () => {
    expect(Object.keys(menuText.it)).toEqual(Object.keys(menuText.en));
    expect([systemLanguage(['it-IT', 'en']), systemLanguage(['fr-FR']), systemLanguage([])]).toEqual(['it', 'en', 'en']);
    const chosen: string[] = [];
    const file = menuTemplate('it', (command) => void chosen.push(command), false)[0]?.submenu;
    const items = Array.isArray(file) ? file : [];
    for (const item of items) Reflect.apply(item.click ?? (() => undefined), undefined, []);
    expect(chosen).toEqual(['new-customer', 'sync-now', 'toggle-work-offline', 'open-settings']);
  });

  it('says that there is no keychain where the system only pretends', async () => {
    expect(await keychainKind(noKeychain, 'linux')).toBe('none');
    expect(await keychainKind({ ...simpleKeychain, getSelectedStorageBackend: () => 'basic_text' }, 'linux')).toBe('none');
    expect(await keychainKind({ ...simpleKeychain, getSelectedStorageBackend: () => 'gnome_libsecret' }, 'linux')).toBe('os');
    expect(await keychainKind(simpleKeychain, 'darwin')).toBe('os');
  });
});
