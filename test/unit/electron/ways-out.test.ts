import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openLink, openPageOf } from '../../../electron/links.ts';
import { systemMail } from '../../../electron/mail/system-mail.ts';
import { ok } from '../../../shared/result.ts';

/** What the system was given to open. */
const opened = vi.hoisted((): string[] => []);
const mailProgram = vi.hoisted(() => ({ name: '' }));
vi.mock(import('electron'), () => {
  const open = <Answer>(target: string, answer: Answer): Promise<Answer> => Promise.resolve((opened.push(target), answer));
  return {
    shell: { openExternal: (url: string) => open(url, undefined), openPath: (path: string) => open(path, '') },
    app: { getApplicationNameForProtocol: (scheme: string) => (scheme === 'mailto:' ? mailProgram.name : 'browser') },
  } as object;
});

beforeEach(() => {
  opened.length = 0;
});

const notAllowed = { ok: false, error: { code: 'link-not-allowed' } };

describe('the ways out of the app', () => {
  it('lead to allowed pages only', async () => {
    expect(await openLink('https://learn.microsoft.com/x')).toEqual(ok({}));
    for (const page of ['https://evil.example/', 'http://learn.microsoft.com/', 'file:///etc/passwd', 'mailto:a@b.example']) {
      expect(await openLink(page)).toMatchObject(notAllowed);
    }
    expect(opened).toEqual(['https://learn.microsoft.com/x']);
  });

  it('lead to pages of the one server only that is named', async () => {
    const origin = 'http://127.0.0.1:4010';
    expect(await openPageOf(`${origin}/portal/x`, origin)).toEqual(ok({}));
    for (const page of ['http://127.0.0.1:4011/portal/x', 'https://evil.example/', 'file:///etc/passwd', 'nonsense']) {
      expect(await openPageOf(page, origin)).toMatchObject(notAllowed);
    }
    expect(opened).toEqual([`${origin}/portal/x`]);
  });

  it('hand the mail client letters only', async () => {
    await systemMail.openLink('mailto:a@b.example?subject=x');
    for (const link of ['https://evil.example/', 'file:///etc/passwd', ' mailto:a@b.example', 'ms-settings:']) {
      await expect(systemMail.openLink(link)).rejects.toThrow('not a mailto link');
    }
    expect(await systemMail.openFile('/drafts/x.eml')).toBe('');
    await expect(systemMail.openFile('/drafts/x.exe')).rejects.toThrow('not a draft file');
    expect(opened).toEqual(['mailto:a@b.example?subject=x', '/drafts/x.eml']);
  });

  it('ask the system for its mail client each time', () => {
    expect(systemMail.hasClient()).toBe(false);
    mailProgram.name = 'Mail';
    expect(systemMail.hasClient()).toBe(true);
  });
});
