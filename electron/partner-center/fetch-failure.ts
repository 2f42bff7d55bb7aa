/** Errors that come before a single byte of the request has left: name not found, no connection in time, no trust. */
const beforeSending: ReadonlySet<string> = new Set([
  'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * No way there, met while connecting. The system gives the same codes for a connection that breaks after the request has
 * left (a router that says "unreachable" before the time-out), so the code alone proves nothing.
 */
const whileConnecting: ReadonlySet<string> = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

interface Coded {
  readonly code: string;
  readonly syscall: unknown;
}

/** The errors that say what happened; one that only holds others (AggregateError) is told by those. */
function codedIn(error: unknown): readonly Coded[] {
  if (!(error instanceof Error)) return [];
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap((part) => codedIn(part));
  const syscall = 'syscall' in error ? error.syscall : undefined;
  const own = 'code' in error && typeof error.code === 'string' ? [{ code: error.code, syscall }] : [];
  return [...own, ...codedIn(error.cause)];
}

const isBeforeSending = ({ code, syscall }: Coded): boolean =>
  beforeSending.has(code) || (syscall === 'connect' && whileConnecting.has(code));

/**
 * Whether a failed `fetch` certainly did not reach the server. Anything in doubt (reset, timeout, cut) did reach it:
 * calling it "not sent" could make a second customer or order.
 */
export function certainlyNotSent(error: unknown): boolean {
  const coded = codedIn(error);
  return coded.length > 0 && coded.every(isBeforeSending);
}
