import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFile } from '../../../electron/mail/draft-file.ts';
import { letterHtml } from '../../../electron/mail/letter-html.ts';
import { longestLink, mailtoLink } from '../../../electron/mail/mailto-link.ts';
import { checkLetter } from '../../../shared/domain/letter/letter.ts';
import type { Letter, LetterParts } from '../../../shared/domain/letter/letter.ts';
import { hostileLetter } from './support/hostile-text.ts';
import { readDraft } from './support/read-draft.ts';

const letter = (parts: Partial<LetterParts>): Letter => {
  const checked = checkLetter({ to: ['vendite@rossi.example'], bcc: [], subject: 'Partnership', body: 'Gentile cliente', ...parts });
  if (!checked.ok) throw new Error(checked.error);
  return checked.value;
};

/** A mailto link read back by RFC 6068 alone. */
function readLink(link: string): { to: string[]; fields: (readonly [string, string])[] } {
  const url = new URL(link);
  expect(url.href).toBe(link);
  expect(link).toMatch(/^mailto:[\w.~%,@-]*\?[\w.~%,@&=-]*$/u);
  const list = (text: string): string[] => (text === '' ? [] : text.split(',').map(decodeURIComponent));
  const fields = url.search.slice(1).split('&').map((field) => {
    const [name = '', value = '', ...rest] = field.split('=');
    expect(rest).toEqual([]);
    return [name, decodeURIComponent(value)] as const;
  });
  return { to: list(url.pathname), fields };
}

/** Runs what must hold on every letter that is let through, and makes sure that many are. */
function onEveryLetter(holds: (letter: Letter, parts: LetterParts) => void): void {
  let letThrough = 0;
  fc.assert(
    fc.property(hostileLetter, (parts) => {
      const checked = checkLetter(parts);
      if (!checked.ok) return;
      letThrough += 1;
      holds(checked.value, parts);
    }),
    { numRuns: 3000 },
  );
  expect(letThrough).toBeGreaterThan(100);
}

describe('any letter, however hostile, is refused or goes out as it is', () => {
  it('as a mailto link', () => {
    onEveryLetter((good, parts) => {
      const { to, fields } = readLink(mailtoLink(good));
      expect(to).toEqual(parts.to.map((address) => address.trim()));
      const bcc = parts.bcc.length === 0 ? [] : [['bcc', parts.bcc.map((address) => address.trim()).join(',')]];
      const body = parts.body.replaceAll(/\r\n?|\n/gu, '\r\n');
      expect(fields).toEqual([['subject', parts.subject.trim()], ['body', body], ...bcc]);
    });
  });

  it('as a draft file', () => {
    onEveryLetter((good, parts) => {
      const draft = readDraft(draftFile(good, 'letter_0f'));
      const recipients = [...(parts.to.length > 0 ? ['To'] : []), ...(parts.bcc.length > 0 ? ['Bcc'] : [])];
      expect(draft.names).toEqual(['X-Unsent', 'MIME-Version', ...recipients, 'Subject', 'Content-Type']);
      expect(draft.to).toEqual(parts.to.map((address) => address.trim()));
      expect(draft.bcc).toEqual(parts.bcc.map((address) => address.trim()));
      expect(draft.subject).toBe(parts.subject.trim());
      expect(draft.text).toBe(parts.body.replaceAll(/\r\n?|\n/gu, '\r\n'));
      expect(draft.html).toBe(`<html><body>${letterHtml(good.body)}</body></html>\r\n`);
    });
  });

  it('never with half a character, also where a line break would join two halves', () => {
    const parts = { to: [], bcc: [], subject: 'S', body: 'text' };
    expect(checkLetter({ ...parts, body: '\ud83d\r\ude00' })).toEqual({ ok: false, error: 'mail-body-invalid' });
    expect(checkLetter({ ...parts, subject: 'half \ud83d' })).toEqual({ ok: false, error: 'mail-subject-invalid' });
  });

  const unescaped = (html: string): string =>
    html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const inOneBlank = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

  it('as HTML of paragraphs, line breaks and links only', () => {
    onEveryLetter(({ body }) => {
      const html = letterHtml(body);
      for (const [, address = '', shown = ''] of html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/gu)) {
        expect(address).toBe(shown);
        expect(address).toMatch(/^https?:\/\//u);
      }
      const bare = html.replaceAll(/<a href="[^"<>]*">|<\/a>/gu, '').replaceAll(/<\/p>|<br>/gu, '\n').replaceAll('<p>', '');
      expect(bare).not.toMatch(/[<>"']/u);
      expect(inOneBlank(unescaped(bare))).toBe(inOneBlank(body));
    });
  });
});

describe('the HTML of a letter', () => {
  it('makes a link only of what is one by itself, without the end of its sentence', () => {
    const bare = ['xhttps://a.example', 'view-source:https://a.example', 'www.https://a.example', '\u200bhttps://a.example', 'https://', 'https://.'];
    expect(bare.map(letterHtml).filter((html) => html.includes('<a '))).toEqual([]);
    expect(letterHtml('(https://a.example/b?c!).')).toBe('<p>(<a href="https://a.example/b?c">https://a.example/b?c</a>!).</p>');
  });
});

describe('a mailto link', () => {
  it('writes umlauts, emoji, line breaks and signs as RFC 6068 says', () => {
    const link = mailtoLink(letter({
      to: ["a.o'neil+csp@rossi.example", 'b@rossi.example'], bcc: ['c@rossi.example'], subject: 'Größe (1)!', body: 'è 😀*\nfine',
    }));
    expect(link).toBe(
      'mailto:a.o%27neil%2Bcsp@rossi.example,b@rossi.example?subject=Gr%C3%B6%C3%9Fe%20%281%29%21' +
        '&body=%C3%A8%20%F0%9F%98%80%2A%0D%0Afine&bcc=c@rossi.example',
    );
  });

  it('has a longest length on every system', () => {
    expect([longestLink('win32'), longestLink('darwin'), longestLink('linux')]).toEqual([2081, 8000, 8000]);
    expect(longestLink('freebsd')).toBe(2081);
  });
});

describe('a draft file', () => {
  it('says that it is not sent yet, and names no sender and no date', () => {
    const text = Buffer.from(draftFile(letter({ bcc: ['a@x.example', 'b@x.example'] }), 'letter_0f')).toString();
    expect(text.split('\r\n').slice(0, 8)).toEqual([
      'X-Unsent: 1', 'MIME-Version: 1.0', 'To: vendite@rossi.example', 'Bcc: a@x.example,', ' b@x.example',
      'Subject: =?UTF-8?B?UGFydG5lcnNoaXA=?=', 'Content-Type: multipart/alternative;', ' boundary="letter_0f"',
    ]);
    expect(text).not.toMatch(/^(?:From|Date|Message-ID):/mu);
  });

  it('cuts a long subject between characters, never inside one', () => {
    const subject = `${'😀'.repeat(20)}${'è'.repeat(60)}`;
    expect(readDraft(draftFile(letter({ subject }), 'letter_0f')).subject).toBe(subject);
  });

  it('keeps the link of the letter whole in both forms', () => {
    const link = `https://partner.microsoft.com/commerce/indirectproviders/invite?id=${'x'.repeat(200)}&a=1`;
    const draft = readDraft(draftFile(letter({ body: `Apri (${link}).\n\n${link}\n` }), 'letter_0f'));
    expect(draft.text.split(link)).toHaveLength(3);
    const escaped = link.replace('&', '&amp;');
    expect(draft.html.split(`<a href="${escaped}">${escaped}</a>`)).toHaveLength(3);
  });
});
