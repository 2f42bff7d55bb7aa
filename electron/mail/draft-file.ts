import type { Letter } from '../../shared/domain/letter/letter.ts';
import { attachmentPart } from './attachment.ts';
import type { Attachment } from './attachment.ts';
import { letterHtml } from './letter-html.ts';

const newLine = '\r\n';

/** 39 bytes are 52 signs of base64: with `=?UTF-8?B?` and `?=` 64, and 73 behind the field's name (at most 75 and 76). */
const mostBytesAWord = 39;

/** A text in pieces of at most 39 bytes, cut between code points only: each word is decoded by itself (RFC 2047, section 5). */
function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const sign of text) {
    const more = Buffer.byteLength(sign);
    if (bytes + more > mostBytesAWord) {
      found.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += sign;
    bytes += more;
  }
  return [...found, piece];
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const encodedWords = (text: string): string[] => pieces(text).map((piece) => `=?UTF-8?B?${base64(piece)}?=`);

/** Always encoded, also plain text: a subject that looks like an encoded word is then shown as it was typed. */
const subjectField = (subject: string): string => `Subject: ${encodedWords(subject).join(`${newLine} `)}`;

/** One address a line (RFC 5322, section 2.2.3); no field without an address. */
const addressField = (name: string, addresses: Letter['to']): string[] =>
  addresses.length === 0 ? [] : [`${name}: ${addresses.join(`,${newLine} `)}`];

/** Base64 in lines of 76 signs (RFC 2045, section 6.8): no line of the letter can be taken for a boundary or changed on its way. */
const part = (type: 'text/plain' | 'text/html', text: string): string[] => [
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: base64',
  '',
  ...(base64(text).match(/.{1,76}/gu) ?? []),
];

/** The text twice, plain and as HTML: a client shows the last one that it can. */
const bodyParts = (body: string, boundary: string): string[] => [
  `Content-Type: multipart/alternative;${newLine} boundary="${boundary}"`,
  '',
  `--${boundary}`,
  ...part('text/plain', body.replaceAll('\n', newLine)),
  `--${boundary}`,
  ...part('text/html', `<html><body>${letterHtml(body)}</body></html>${newLine}`),
  `--${boundary}--`,
];

/** The text and a file beside it. Neither boundary begins like the other: readers compare the beginnings of lines. */
function mixedParts(body: string, boundary: string, attachment: Attachment): string[] {
  const outer = `mixed_${boundary}`;
  return [
    `Content-Type: multipart/mixed;${newLine} boundary="${outer}"`,
    '',
    `--${outer}`,
    ...bodyParts(body, boundary),
    `--${outer}`,
    ...attachmentPart(attachment, encodedWords),
    `--${outer}--`,
  ];
}

/**
 * A letter as a message that is not sent yet (`.eml`): mail clients that know `X-Unsent: 1`, Outlook on Windows among them,
 * open it ready to be edited and sent; one that does not shows it as a message received. No sender and no date: the mail
 * client fills them in. `boundary` is random; it holds `_`, which base64 does not.
 */
export function draftFile({ to, bcc, subject, body }: Letter, boundary: string, attachment?: Attachment): Uint8Array {
  const lines = [
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    ...addressField('To', to),
    ...addressField('Bcc', bcc),
    subjectField(subject),
    ...(attachment === undefined ? bodyParts(body, boundary) : mixedParts(body, boundary, attachment)),
    '',
  ];
  return Buffer.from(lines.join(newLine), 'ascii');
}
