/** A message file as a mail client would read it. */
export interface ReadEml {
  /** Header fields in their order, unfolded. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What is attached, as it stands there. */
  readonly files: readonly { readonly name: string; readonly type: string; readonly base64: string }[];
}

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');

/** Splits header fields from what follows; a line that is neither a field nor goes on with one throws. */
function splitHead(message: string): { readonly fields: readonly (readonly [string, string])[]; readonly rest: string } {
  const end = message.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('the message has no end of its header');
  const lines = message.slice(0, end).replaceAll(/\r\n[\t ]+/gu, ' ').split('\r\n');
  const fields = lines.map((line) => {
    const [, name, value] = /^([!-9;-~]+): ?(.*)$/u.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`no header field: ${line}`);
    return [name, value] as const;
  });
  return { fields, rest: message.slice(end + 4) };
}

const valueOf = (fields: ReadEml['fields'], name: string): string =>
  fields.find(([known]) => known.toLowerCase() === name)?.[1] ?? '';

/** Encoded words of RFC 2047, one after the other. */
const wordsOf = (value: string): string =>
  [...value.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/giu)].map(([, base64 = '']) => decoded(base64)).join('');

/** A file name as RFC 2231 has it, in pieces or whole, or as plain text. */
function fileNameIn(disposition: string): string {
  const plain = /filename="([^"]*)"/u.exec(disposition)?.[1];
  if (plain !== undefined) return plain;
  const pieces = [...disposition.matchAll(/filename\*(?:\d+\*)?=(?:UTF-8'')?([^;\s]+)/gu)].map(([, piece = '']) => piece);
  return decodeURIComponent(pieces.join(''));
}

type Head = ReturnType<typeof splitHead>;

/** The parts that hold something: those of parts that are made of parts, too. */
function leavesOf({ fields, rest }: Head): Head[] {
  const type = valueOf(fields, 'content-type');
  if (!type.startsWith('multipart/')) return [{ fields, rest }];
  const boundary = /boundary="([^"]+)"/u.exec(type)?.[1];
  if (boundary === undefined) throw new Error('the message has no parts');
  const parts = `\r\n${rest}`.split(`\r\n--${boundary}`);
  if (!/^--(?:\r\n|$)/u.test(parts.at(-1) ?? '')) throw new Error(`the parts of ${boundary} have no end`);
  return parts.slice(1, -1).flatMap((part) => leavesOf(splitHead(part.replace(/^\r\n/u, ''))));
}

/** Reads a message of text, HTML and files by RFC 5322, 2045, 2047 and 2231, strictly: what does not fit throws. */
export function readEml(message: string): ReadEml {
  const whole = splitHead(message);
  const { fields } = whole;
  const parts = leavesOf(whole);
  const partOf = (type: string): string => {
    const part = parts.find(({ fields: own }) => valueOf(own, 'content-type').startsWith(type));
    if (part === undefined) throw new Error(`the message has no part of ${type}`);
    return decoded(part.rest);
  };
  const files = parts
    .filter(({ fields: own }) => valueOf(own, 'content-disposition').startsWith('attachment'))
    .map(({ fields: own, rest }) => ({
      name: fileNameIn(valueOf(own, 'content-disposition')), type: valueOf(own, 'content-type').split(';')[0] ?? '', base64: rest,
    }));
  return { fields, subject: wordsOf(valueOf(fields, 'subject')), text: partOf('text/plain'), html: partOf('text/html'), files };
}
