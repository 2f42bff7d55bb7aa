/** A message file as a mail client would read it. */
export interface ReadEml {
  /** Header fields in their order, unfolded. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
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

/** Reads a message of text and HTML by RFC 5322, 2045 and 2047, strictly: what does not fit throws. */
export function readEml(message: string): ReadEml {
  const { fields, rest } = splitHead(message);
  const boundary = /boundary="([^"]+)"/u.exec(valueOf(fields, 'content-type'))?.[1];
  if (boundary === undefined) throw new Error('the message has no parts');
  const parts = rest.split(`--${boundary}`).slice(1, -1).map((part) => splitHead(part.replace(/^\r\n/u, '')));
  const partOf = (type: string): string => {
    const part = parts.find(({ fields: own }) => valueOf(own, 'content-type').startsWith(type));
    if (part === undefined) throw new Error(`the message has no part of ${type}`);
    return decoded(part.rest);
  };
  return { fields, subject: wordsOf(valueOf(fields, 'subject')), text: partOf('text/plain'), html: partOf('text/html') };
}
