import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterParts, MailAddress, checkLetter, linkStanding, withLink, withPlainLines } from '../../../shared/domain/letter/letter.ts';

const link = 'https://partner.microsoft.com/dashboard/resellers/invite?id=a1b2c3d4-0000&lang=it#top';
const parts = (more: Partial<LetterParts> = {}): LetterParts => ({
  to: ['info@alba.example'], bcc: [], subject: 'Subject', body: `Hello\n\n${link}\n`, ...more,
});

/** Texts as people paste them, with links of others and pieces of ours in them. */
const piece = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\n', ' ', '<', '>', '"', 'https://', 'http://other.example/x', 'https://partner.microsoft.com/other', link, '.'),
  fc.integer({ min: 0, max: link.length }).map((end) => link.slice(0, end)),
  fc.integer({ min: 0, max: link.length }).map((start) => link.slice(start)),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('the link of a letter', () => {
  it('is intact after it was put right, whatever the text was', () => {
    fc.assert(fc.property(text, (body) => linkStanding(withLink(body, link), link) === 'intact'), { numRuns: 1000 });
  });

  it('once intact is left alone, and the rest of the text with it', () => {
    fc.assert(fc.property(text, (body) => {
      const whole = withLink(body, link);
      expect(withLink(whole, link)).toBe(whole);
    }));
    expect(withLink('Hello', link)).toBe(`Hello\n\n${link}\n`);
    expect(withLink(`A http://other.example/x B ${link.slice(0, 40)} C`, link)).toBe(`A http://other.example/x B ${link} C`);
  });

  it('is missed when any character of it is removed, altered or added', () => {
    const body = parts().body;
    const start = body.indexOf(link);
    const change = fc.record({
      at: fc.integer({ min: 0, max: link.length - 1 }),
      kind: fc.constantFrom('removed' as const, 'altered' as const, 'added' as const),
      character: fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
    });
    fc.assert(fc.property(change, ({ at, kind, character }) => {
      // what is added between blanks and link, or is the same character, changes nothing
      fc.pre(kind === 'removed' || (kind === 'altered' && character !== link[at]) || (kind === 'added' && at > 0));
      const rest = kind === 'added' ? at : at + 1;
      const changed = body.slice(0, start + at) + (kind === 'removed' ? '' : character) + body.slice(start + rest);
      expect(linkStanding(changed, link)).not.toBe('intact');
      expect(checkLetter(parts({ body: changed }), link).ok).toBe(false);
    }), { numRuns: 5000 });
  });

  it.each([
    ['intact', `<${link}>`], ['intact', `"${link}"`], ['altered', `${link}.`], ['altered', link.slice(0, -1)], ['altered', `${link}x`],
    ['altered', link.replace('https', 'http')], ['altered', 'https://partner.microsoft.com/'], ['missing', ''], ['missing', link.slice(8)],
    ['missing', 'https://evil.example/'], ['missing', 'https://partner.microsoft.com.evil.example/'],
    ['missing', `h${link}`], ['missing', `x${link}`], ['missing', `mailto:${link}`],
    ['missing', `view-source:${link}`], ['missing', `javascript:${link}`],
    ['missing', `www.${link}`], ['missing', `www.evil.example/?u=${link}`], ['missing', `\u200b${link}`], ['altered', `${link}\u200b`],
    ['intact', `(${link} `], ['intact', `Link\u00a0\u2192${link}\n`], ['intact', `x${link} ${link}`],
  ])('is %s in %s', (standing, body) => {
    expect(linkStanding(body, link)).toBe(standing);
  });
});

describe('checking a letter', () => {
  it('reads addresses, subject and plain lines', () => {
    expect(checkLetter(parts({ to: [' a@b.example '], bcc: ['c@d.example'], subject: ' Subject ', body: 'One\r\nTwo\rThree\n' }))).toEqual({
      ok: true, value: { to: ['a@b.example'], bcc: ['c@d.example'], subject: 'Subject', body: 'One\nTwo\nThree\n' },
    });
    expect(checkLetter(parts({ to: [] }), link)).toMatchObject({ ok: true });
    expect(withPlainLines('a\r\n\r\nb\rc')).toBe('a\n\nb\nc');
  });

  it.each<readonly [string, Partial<LetterParts>, string]>([
    ['no address', { to: ['nobody'] }, 'mail-recipient-invalid'],
    ['two addresses in one', { to: ['a@b.example, c@d.example'] }, 'mail-recipient-invalid'],
    ['a header in an address', { to: ['a@b.example\r\nBcc: x@y.example'] }, 'mail-recipient-invalid'],
    ['a header in a hidden address', { bcc: ['a@b.example\nX: y'] }, 'mail-recipient-invalid'],
    ['no subject', { subject: '  ' }, 'mail-subject-invalid'],
    ['a header in the subject', { subject: 'Hi\nBcc: x@y.example' }, 'mail-subject-invalid'],
    ['a line separator in the subject', { subject: 'Hi\u2028there' }, 'mail-subject-invalid'],
    ['a subject that shows another', { subject: 'abc\u202edcb' }, 'mail-subject-invalid'],
    ['a subject with a mark of direction', { subject: 'abc\u061cdef' }, 'mail-subject-invalid'],
    ['a subject with a sign of no width', { subject: 'Part\u200bnership' }, 'mail-subject-invalid'],
    ['a subject with a joiner of words', { subject: 'Part\u2060nership' }, 'mail-subject-invalid'],
    ['a text with a mark of direction', { body: 'abc\u061cdef' }, 'mail-body-invalid'],
    ['a long subject', { subject: 'x'.repeat(251) }, 'mail-subject-invalid'],
    ['no text', { body: ' \n\t' }, 'mail-body-invalid'],
    ['a text with a zero byte', { body: 'a\0b' }, 'mail-body-invalid'],
    ['a text that shows another', { body: 'a\u2066b' }, 'mail-body-invalid'],
    ['a long text', { body: 'x'.repeat(20_001) }, 'mail-body-invalid'],
    ['a lost link', { body: 'Hello' }, 'mail-link-lost'],
  ])('refuses %s', (_name, more, problem) => {
    expect(checkLetter(parts(more), link)).toEqual({ ok: false, error: problem });
  });

  it('lets an emoji of several signs stand in a subject', () => {
    expect(checkLetter(parts({ subject: 'Benvenuti 👩‍👩‍👧' }))).toMatchObject({ ok: true, value: { subject: 'Benvenuti 👩‍👩‍👧' } });
  });

  it('has no parts but those that are checked', () => {
    expect(LetterParts.safeParse(parts()).success).toBe(true);
    for (const more of [{ cc: ['a@b.example'] }, { from: 'a@b.example' }, { attach: '/etc/passwd' }]) {
      expect(LetterParts.safeParse({ ...parts(), ...more }).success).toBe(false);
    }
  });

  it('never lets a control character into an address', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const read = MailAddress.safeParse(`${before}@${after}`);
      expect(read.success && /[\p{Cc}\s,;<>]/u.test(read.data)).toBe(false);
    }));
  });
});
