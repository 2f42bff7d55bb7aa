import { expect } from 'vitest';

/** A message read back as strictly as the standards allow: anything else in it fails the test. */
export interface ReadDraft {
  readonly names: readonly string[];
  readonly to: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type Fields = readonly (readonly [name: string, value: string])[];

/** Header lines, folded ones joined (RFC 5322, section 2.2.3). */
function readFields(block: string): Fields {
  return block.replaceAll('\r\n ', ' ').split('\r\n').map((line) => {
    const [whole, name = '', value = ''] = /^([A-Za-z-]+): (.*)$/u.exec(line) ?? [];
    expect(whole).toBe(line);
    return [name, value] as const;
  });
}

const valueOf = (fields: Fields, name: string): string | undefined => fields.find((field) => field[0] === name)?.[1];
const strictUtf8 = (base64: string): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));

function decodeWord(word: string): string {
  expect(word.length).toBeLessThanOrEqual(75);
  const [whole, base64 = ''] = /^=\?UTF-8\?B\?([A-Za-z0-9+/]+=*)\?=$/u.exec(word) ?? [];
  expect(whole).toBe(word);
  return strictUtf8(base64);
}

function readPart(part: string, type: string): string {
  const [head = '', body = '', ...rest] = part.split('\r\n\r\n');
  expect(rest).toEqual([]);
  expect(readFields(head)).toEqual([['Content-Type', `${type}; charset=utf-8`], ['Content-Transfer-Encoding', 'base64']]);
  const lines = body.split('\r\n');
  for (const line of lines) expect(line).toMatch(/^[A-Za-z0-9+/=]{1,76}$/u);
  return strictUtf8(lines.join(''));
}

const addresses = (value: string | undefined): string[] => (value === undefined ? [] : value.split(', '));

export function readDraft(bytes: Uint8Array): ReadDraft {
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toMatch(/^[\r\n\u0020-\u007e]*$/u);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  const end = text.indexOf('\r\n\r\n');
  const fields = readFields(text.slice(0, end));
  const withoutAddress = text.slice(0, end).split('\r\n').filter((line) => !line.includes('@'));
  expect(withoutAddress.filter((line) => line.length > 76)).toEqual([]);
  const [, boundary = ''] = /^multipart\/alternative; boundary="(\w+)"$/u.exec(valueOf(fields, 'Content-Type') ?? '') ?? [];
  expect(boundary).not.toBe('');
  const [preamble, plain = '', html = '', last, ...more] = text.slice(end).split(`\r\n--${boundary}`);
  expect([preamble, last, more]).toEqual(['\r\n', '--\r\n', []]);
  return {
    names: fields.map(([name]) => name),
    to: addresses(valueOf(fields, 'To')),
    bcc: addresses(valueOf(fields, 'Bcc')),
    subject: (valueOf(fields, 'Subject') ?? '').split(' ').map(decodeWord).join(''),
    text: readPart(plain.slice(2), 'text/plain'),
    html: readPart(html.slice(2), 'text/html'),
  };
}
