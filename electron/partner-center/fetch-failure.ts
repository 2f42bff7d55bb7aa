/** Errors that come before a single byte of the request has left: name not found, connection refused, no way there. */
const beforeSending: ReadonlySet<string> = new Set([
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function codesIn(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const parts = error instanceof AggregateError ? error.errors.flatMap((part) => codesIn(part)) : [];
  return [...own, ...parts, ...codesIn(error.cause)];
}

/**
 * Whether a failed `fetch` certainly did not reach the server. Anything in doubt (reset, timeout, cut) did reach it:
 * calling it "not sent" could make a second customer or order.
 */
export function certainlyNotSent(error: unknown): boolean {
  const codes = codesIn(error);
  return codes.length > 0 && codes.every((code) => beforeSending.has(code));
}
