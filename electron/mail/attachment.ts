/** A file that goes with a letter. */
export interface Attachment {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** A parameter's value may go over several lines, each with its number (RFC 2231, section 3); a sign is never cut. */
const longestPiece = 48;

const encoded = (sign: string): string =>
  encodeURIComponent(sign).replaceAll(/[!'()*]/gu, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

function extended(text: string): string[] {
  const signs = Array.from(text, encoded);
  const pieces: string[] = [''];
  for (const sign of signs) {
    const last = pieces.at(-1) ?? '';
    if (last.length + sign.length > longestPiece) pieces.push(sign);
    else pieces[pieces.length - 1] = last + sign;
  }
  if (pieces.length === 1) return [`filename*=UTF-8''${pieces[0]}`];
  return pieces.map((piece, index) => `filename*${index}*=${index === 0 ? "UTF-8''" : ''}${piece}`);
}

const isPlain = (text: string): boolean => /^[\w .,&()-]{1,48}$/u.test(text);

/**
 * Header and body of a PDF that is attached (RFC 2183). The name as RFC 2231 has it, and as an encoded word in the type's own
 * `name` for clients that read nothing else.
 */
export function attachmentPart({ fileName, content }: Attachment, encodedWords: (text: string) => string[]): string[] {
  const names = isPlain(fileName) ? [`filename="${fileName}"`] : extended(fileName);
  const typeName = isPlain(fileName) ? fileName : encodedWords(fileName).join('\r\n ');
  return [
    `Content-Type: application/pdf;\r\n name="${typeName}"`,
    `Content-Disposition: attachment;\r\n ${names.join(';\r\n ')}`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(content).toString('base64').match(/.{1,76}/gu) ?? []),
  ];
}
