import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn } from '../../../shared/domain/letter/addresses-in.ts';
import { MailAddress } from '../../../shared/domain/letter/letter.ts';

describe('addresses in one field', () => {
  it.each([
    ['', []],
    ['a@b.example', ['a@b.example']],
    ['a@b.example, c@d.example;e@f.example\ng@h.example', ['a@b.example', 'c@d.example', 'e@f.example', 'g@h.example']],
    ['Giulia Rossi <g.rossi@b.example>', ['g.rossi@b.example']],
    ['"Rossi, Giulia" <g@b.example>; Bruma <info@b.example>', ['g@b.example', 'info@b.example']],
    ['Rossi, Giulia <g@b.example>', ['g@b.example']],
    ['a@b.example, Giulia < g@b.example >, c@d.example', ['a@b.example', 'g@b.example', 'c@d.example']],
    ['"g@b.example" <g@b.example>', ['g@b.example']],
    ['g@b.example <g@b.example>', ['g@b.example']],
    ['<>', []],
    ['not-an-address', ['not-an-address']],
    ['Giulia <not-an-address>', ['not-an-address']],
    ['Giulia <g@b.example', ['Giulia', '<g@b.example']],
  ])('of %j are %j', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });

  it('loses no whole address, whatever names stand beside it', () => {
    const address = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/u), fc.stringMatching(/^[a-z]{1,8}$/u)).map(([who, where]) => `${who}@${where}.example`);
    const named = fc.tuple(fc.stringMatching(/^[A-Za-zÀ-ù ]{0,12}$/u), address).map(([name, mail]) => ({ mail, text: `${name} <${mail}>` }));
    const recipient = fc.oneof(named, address.map((mail) => ({ mail, text: mail })));
    fc.assert(fc.property(fc.array(recipient, { maxLength: 6 }), fc.constantFrom(', ', '; ', '\n'), (recipients, gap) => {
      const found = addressesIn(recipients.map(({ text }) => text).join(gap));
      expect(found).toEqual(expect.arrayContaining(recipients.map(({ mail }) => mail)));
      expect(found.every((mail) => MailAddress.safeParse(mail).success)).toBe(true);
    }));
  });
});
