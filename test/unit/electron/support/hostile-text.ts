import fc from 'fast-check';

/** Pieces that have ended a header, begun a recipient or shown another text than the one that was sent. */
const pieces = [
  '\r', '\n', '\r\n', '\n\n', '\0', '\t', '\u0085', '\u2028', '\u2029', '\u202e', '\ufeff', '%0A', '%0D%0A', '%', '\r\nBcc: x@evil.example',
  '&bcc=x@evil.example', '?subject=other', '#', '&', '=', '+', '"', "'", '<', '>', '<img src=x onerror=alert(1)>', '</p><script>', '(', ')',
  '!', '*', ',', ';', '=?UTF-8?B?WA==?=', '.', '\r\n.\r\n', '--letter_', 'From ', 'ü', 'ß', 'è', '€', '😀', '👩‍👩‍👧', '\ud83d', '\ude00',
  'https://partner.microsoft.com/a?b=c&d=e#f', 'http://x.', 'https://', 'Gentile cliente',
];

/** Texts of hostile pieces and of any characters at all. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 8 }), fc.string()), { maxLength: 12 })
  .map((parts) => parts.join(''));

const goodAddress = fc.constantFrom(
  'vendite@rossi.example', "a.o'neil+csp@rossi-srl.example", 'x_1@sub.domain.example',
  `${'a'.repeat(60)}@${'b'.repeat(60)}.example`,
);

/** Addresses, most of them good, some with something hung on. */
export const hostileAddress: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: goodAddress },
  fc.emailAddress(),
  fc.tuple(goodAddress, hostileText).map(([address, more]) => address + more),
  hostileText,
);

/** Letters as a window might send them. */
export const hostileLetter = fc.record({
  to: fc.array(hostileAddress, { maxLength: 3 }),
  bcc: fc.array(hostileAddress, { maxLength: 2 }),
  subject: fc.oneof(hostileText, fc.constantFrom('Richiesta di partnership', 'Größe & Übergabe 😀 '.repeat(8))),
  body: fc.oneof(hostileText, fc.constantFrom('Gentile cliente,\n\nhttps://partner.microsoft.com/x?a=1&b=2\n\nCordiali saluti\n')),
});
