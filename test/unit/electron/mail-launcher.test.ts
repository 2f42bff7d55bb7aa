import { readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openClipboard } from '../../../electron/clipboard/clipboard.ts';
import { openDrafts } from '../../../electron/mail/drafts.ts';
import type { Drafts } from '../../../electron/mail/drafts.ts';
import { openMail } from '../../../electron/mail/mail-launcher.ts';
import type { Mail, MailParts } from '../../../electron/mail/mail-launcher.ts';
import { longestLink, mailtoLink } from '../../../electron/mail/mailto-link.ts';
import type { SystemMail } from '../../../electron/mail/system-mail.ts';
import type { LetterErrand } from '../../../shared/contract/contract.ts';
import { checkLetter } from '../../../shared/domain/letter/letter.ts';
import { openLinksDesk } from './support/account-desk.ts';
import { closedAddress } from './support/local-server.ts';
import { readDraft } from './support/read-draft.ts';
import { permissionsOf, temporaryFolder } from './support/temporary-folder.ts';

const link = 'https://partner.microsoft.com/commerce/indirectproviders/invite?id=7&code=x';
const letter = { to: ['vendite@rossi.example'], bcc: [], subject: 'Partnership', body: `Gentile cliente,\n\n${link}\n` };

interface Client extends SystemMail {
  standing: 'present' | 'missing' | 'refusing' | 'silent';
  readonly links: string[];
  readonly files: string[];
}
interface Desk {
  readonly mail: Mail;
  readonly parts: MailParts;
  readonly client: Client;
  readonly drafts: Drafts;
  readonly folder: string;
  readonly errand: LetterErrand;
  readonly clipboard: { text: string; html: string };
}

function mailClient(): Client {
  const client: Client = {
    standing: 'present', links: [], files: [],
    hasClient: () => client.standing !== 'missing',
    openLink: (opened) => (client.standing === 'refusing' ? Promise.reject(new Error('refused')) : Promise.resolve(void client.links.push(opened))),
    openFile: (path) => {
      if (client.standing === 'refusing') return Promise.resolve('refused');
      client.files.push(path);
      return client.standing === 'silent' ? new Promise(() => undefined) : Promise.resolve('');
    },
  };
  return client;
}

async function openDesk(platform: NodeJS.Platform = 'linux', hasLink = true): Promise<Desk> {
  const profile = await temporaryFolder();
  const folder = join(profile, 'mail-drafts');
  const { account, links } = openLinksDesk(profile, await closedAddress());
  if (hasLink) await links.setPartnership(account.id, link);
  const clipboard = { text: '', html: '' };
  const system = {
    readText: () => Promise.resolve(clipboard.text),
    writeText: (text: string) => Promise.resolve(void Object.assign(clipboard, { text, html: '' })),
    writeBoth: (text: string, html: string) => Promise.resolve(void Object.assign(clipboard, { text, html })),
    clear: () => void Object.assign(clipboard, { text: '', html: '' }),
  };
  const client = mailClient();
  const drafts = openDrafts(folder, () => new Date());
  const parts: MailParts = { system: client, platform, drafts, links, clipboard: openClipboard(system), patienceMs: 20 };
  return {
    mail: openMail(parts), parts, client, drafts, folder, clipboard,
    errand: { accountId: account.id, purpose: 'partnership-request', letter },
  };
}

const failing = (code: string): object => ({ ok: false, error: { code } });

describe('a letter', () => {
  it('opens as a mailto link, and as a draft file where one is wanted', async () => {
    const { mail, client, folder, errand } = await openDesk();
    expect(await mail.open({ ...errand, as: 'auto' })).toEqual({ ok: true, value: { openedAs: 'mailto' } });
    const checked = checkLetter(letter, link);
    expect(client.links).toEqual(checked.ok ? [mailtoLink(checked.value)] : []);
    expect(await readdir(folder).catch(() => [])).toEqual([]);
    expect(await mail.open({ ...errand, as: 'draft' })).toEqual({ ok: true, value: { openedAs: 'draft' } });
    const [path = ''] = client.files;
    expect(path).toMatch(/mail-drafts[\\/][\da-f-]{36}\.eml$/u);
    expect(await permissionsOf(path)).toBe(0o600);
    expect(readDraft(await readFile(path))).toMatchObject({ to: letter.to, subject: letter.subject, text: letter.body.replaceAll('\n', '\r\n') });
  });

  it.each(['win32', 'darwin', 'linux'] as const)('becomes a draft file past the longest link of %s, not before', async (platform) => {
    const { mail, client, errand } = await openDesk(platform);
    const withLength = (length: number): LetterErrand['letter'] => {
      const body = `${link}\n`;
      const bare = checkLetter({ ...letter, body });
      if (!bare.ok) throw new Error(bare.error);
      return { ...letter, body: body + 'x'.repeat(length - mailtoLink(bare.value).length) };
    };
    const longest = longestLink(platform);
    expect(await mail.open({ ...errand, letter: withLength(longest), as: 'auto' })).toMatchObject({ value: { openedAs: 'mailto' } });
    expect(client.links.map((opened) => opened.length)).toEqual([longest]);
    expect(await mail.open({ ...errand, letter: withLength(longest + 1), as: 'auto' })).toMatchObject({ value: { openedAs: 'draft' } });
    expect(client.files).toHaveLength(1);
  });

  it.each([
    ['mail-link-lost', { body: 'Gentile cliente' }],
    ['mail-link-lost', { body: `${link.slice(0, -1)}\n` }],
    ['mail-link-lost', { body: `${link}&x=1\n` }],
    ['mail-link-lost', { body: 'https://evil.example/invite\n' }],
    ['mail-recipient-invalid', { to: ['a@rossi.example\r\nBcc: b@evil.example'] }],
    ['mail-subject-invalid', { subject: 'Partnership\r\nBcc: b@evil.example' }],
    ['mail-body-invalid', { body: `\0${link}\n` }],
  ])('is refused with %s before anything is opened or copied: %j', async (code, parts) => {
    const { mail, client, clipboard, folder, errand } = await openDesk();
    const altered = { ...errand, letter: { ...letter, ...parts } };
    for (const as of ['auto', 'draft'] as const) expect(await mail.open({ ...altered, as })).toMatchObject(failing(code));
    expect(await mail.copy(altered)).toMatchObject(failing(code));
    expect([client.links, client.files, clipboard.text, await readdir(folder).catch(() => [])]).toEqual([[], [], '', []]);
  });

  it('needs the link its purpose asks for, and no other', async () => {
    const { mail, errand } = await openDesk('linux', false);
    expect(await mail.open({ ...errand, as: 'auto' })).toMatchObject(failing('partnership-link-missing'));
    const note = { ...errand, purpose: 'reseller-note', letter: { ...letter, body: 'Gentile cliente' } } as const;
    expect(await mail.open({ ...note, as: 'auto' })).toMatchObject({ ok: true });
    expect(await mail.copy({ ...errand, purpose: 'customer-relationship' })).toMatchObject(failing('partnership-link-missing'));
  });

  it('says that there is no mail app, and that the mail app refused', async () => {
    const { mail, client, errand, folder } = await openDesk();
    client.standing = 'missing';
    expect(await mail.open({ ...errand, as: 'auto' })).toMatchObject(failing('mail-client-missing'));
    expect(await readdir(folder).catch(() => [])).toEqual([]);
    client.standing = 'refusing';
    for (const as of ['auto', 'draft'] as const) expect(await mail.open({ ...errand, as })).toMatchObject(failing('mail-client-refused'));
    expect(await readdir(folder)).toEqual([]);
  });

  it('opens as a draft file also where nothing answers to mailto links', async () => {
    const { mail, client, errand } = await openDesk();
    client.standing = 'missing';
    const long = { ...letter, body: `${link}\n${'x'.repeat(9000)}` };
    expect(await mail.open({ ...errand, as: 'draft' })).toMatchObject({ value: { openedAs: 'draft' } });
    expect(await mail.open({ ...errand, letter: long, as: 'auto' })).toMatchObject({ value: { openedAs: 'draft' } });
    expect([client.links.length, client.files.length]).toEqual([0, 2]);
  });

  it.each<readonly [NodeJS.Platform, number, number, string]>([
    ['win32', 1, 0, 'mailto'], ['win32', 0, 1, 'mailto'], ['win32', 0, 0, 'mailto'], ['win32', 2, 0, 'draft'], ['win32', 1, 1, 'draft'],
    ['win32', 0, 2, 'draft'], ['darwin', 2, 2, 'mailto'], ['linux', 2, 2, 'mailto'],
  ])('on %s to %i recipients and %i hidden ones opens as %s', async (platform, to, bcc, openedAs) => {
    const { mail, errand } = await openDesk(platform);
    const list = (count: number): string[] => Array.from({ length: count }, (_none, place) => `a${place}@rossi.example`);
    expect(await mail.open({ ...errand, letter: { ...letter, to: list(to), bcc: list(bcc) }, as: 'auto' }))
      .toEqual({ ok: true, value: { openedAs } });
  });

  it('counts as opened where the system never says, as on Linux', async () => {
    const { mail, client, folder, errand } = await openDesk();
    client.standing = 'silent';
    expect(await mail.open({ ...errand, as: 'draft' })).toEqual({ ok: true, value: { openedAs: 'draft' } });
    expect(client.files.map((path) => path.slice(folder.length + 1))).toEqual(await readdir(folder));
  });

  it('says that the mail app refused also when its draft cannot be removed', async () => {
    const refusing: SystemMail = { ...mailClient(), openFile: () => Promise.reject(new Error('no')) };
    const { drafts, parts, errand } = await openDesk();
    const stuck = { ...drafts, discard: () => Promise.reject(new Error('in use')) };
    expect(await openMail({ ...parts, system: refusing, drafts: stuck }).open({ ...errand, as: 'draft' }))
      .toMatchObject(failing('mail-client-refused'));
  });

  it('says that the disk would not take the draft', async () => {
    const { mail, folder, errand } = await openDesk();
    await writeFile(folder, 'in the way');
    expect(await mail.open({ ...errand, as: 'draft' })).toMatchObject(failing('storage-failed'));
  });

  it('is copied in both forms, also without a mail app', async () => {
    const { mail, client, clipboard, errand } = await openDesk();
    client.standing = 'missing';
    expect(await mail.copy(errand)).toEqual({ ok: true, value: {} });
    const shown = link.replace('&', '&amp;');
    expect(clipboard).toEqual({ text: letter.body, html: `<p>Gentile cliente,</p><p><a href="${shown}">${shown}</a></p>` });
  });

  it('says that the clipboard would not take it', async () => {
    const { parts, errand } = await openDesk();
    const busy = { writeBoth: () => Promise.reject(new Error('in use')) };
    expect(await openMail({ ...parts, clipboard: busy }).copy(errand)).toMatchObject(failing('clipboard-refused'));
  });
});

describe('draft files', () => {
  it('older than a week go whenever another is written', async () => {
    const { drafts, folder } = await openDesk();
    const old = await drafts.write(Buffer.from('a'));
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 3600 * 1000);
    await utimes(old, eightDaysAgo, eightDaysAgo);
    const young = await drafts.write(Buffer.from('b'));
    expect(await readdir(folder)).toEqual([young.slice(folder.length + 1)]);
  });

  it('stay a week; older ones go, and nothing else in the folder', async () => {
    const { drafts, folder } = await openDesk();
    await drafts.removeOld();
    const [young, old] = [await drafts.write(Buffer.from('a')), await drafts.write(Buffer.from('b'))];
    const torn = `${old}.0b0d6c1e.tmp`;
    const other = join(folder, 'notes.txt');
    await Promise.all([torn, other].map((path) => writeFile(path, 'x')));
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 3600 * 1000);
    await Promise.all([old, torn, other].map((path) => utimes(path, eightDaysAgo, eightDaysAgo)));
    await drafts.removeOld();
    expect((await readdir(folder)).toSorted()).toEqual([young.slice(folder.length + 1), 'notes.txt'].toSorted());
  });
});
