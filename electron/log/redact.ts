const email = /[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+/gu;
const bearer = /\bbearer\s+\S+/giu;
const longSecret = /\b[\w-]{20,}\.[\w-]{20,}(?:\.[\w-]+)?/gu;
// To the end of the line: nobody knows where a password ends, quoted, escaped or with blanks in it.
const namedSecret = /((?:password|passwd|pwd|secret|token|authorization|usercredentials)["'\\]*\s*[:=]).*/giu;

/**
 * Text without personal data: e-mail addresses, bearer and other tokens, and whatever follows the name of a secret.
 * A log may be sent to support, so it is better to drop too much (decision D8).
 */
export function redact(text: string): string {
  return text
    .replaceAll(bearer, 'Bearer (dropped)')
    .replaceAll(namedSecret, '$1 (dropped)')
    .replaceAll(longSecret, '(dropped)')
    .replaceAll(email, '(address)');
}
