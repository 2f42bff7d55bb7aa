import { newRequestId } from '../../shared/ids.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/result.ts';
import { noAnswer, notSent, throttled } from './answer.ts';
import type { Unanswered } from './answer.ts';
import type { CallIds } from './errors.ts';
import { certainlyNotSent } from './fetch-failure.ts';
import { readRetryAfter } from './pause.ts';
import type { Pause } from './pause.ts';
import type { HeardTime } from './server-time.ts';

/** Which of the service's hosts; each wants a token of its own (get-price-sheet, notes). */
export type Host = 'api' | 'pricing';

/** Access tokens of one account. */
export interface Tokens {
  /** A token that is good for a while yet, from the cache or from a refresh. */
  access(host: Host): Promise<Result<string>>;
  /** Says that the server refused this token; the next `access` gets another. */
  refuse(host: Host, token: string): void;
}

/** Everything needed to reach the service on behalf of one account. */
export interface Connection {
  readonly hosts: Readonly<Record<Host, string>>;
  readonly tokens: Tokens;
  readonly pause: Pause;
  /** e.g. `it-IT`: language of the server's own words. */
  readonly locale: string;
  /** Takes the time that each answer tells. */
  readonly heard?: (time: HeardTime) => void;
}

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'HEAD';
  /** With the query, beginning with a slash. */
  readonly path: string;
  readonly host?: Host;
  readonly body?: unknown;
  /** The stored id of a step; a read of a screen gets a new one. */
  readonly requestId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly accept?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** An answer of the server, whatever its status, read to its end. */
export interface HttpReply {
  readonly outcome: 'replied';
  readonly status: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ids: CallIds;
  /** Where the server says that it goes on (202). */
  readonly location?: string;
}

const READ_TIMEOUT_MS = 30_000;
const WRITE_TIMEOUT_MS = 90_000;

function headersOf(call: HttpCall, connection: Connection, token: string, ids: CallIds): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    Accept: call.accept ?? 'application/json',
    'MS-RequestId': ids.requestId,
    'MS-CorrelationId': ids.correlationId,
    'MS-Contract-Version': 'v1',
    'X-Locale': connection.locale,
    'MS-PartnerCenter-Application': 'Provider Desk',
    ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...call.headers,
  };
}

const signalOf = (call: HttpCall): AbortSignal => {
  const isRead = call.method === 'GET' || call.method === 'HEAD';
  const timeout = AbortSignal.timeout(call.timeoutMs ?? (isRead ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS));
  return call.signal === undefined ? timeout : AbortSignal.any([timeout, call.signal]);
};

type Fetched = { readonly reply: HttpReply; readonly retryAfter: string | null } | Unanswered;

async function fetchOnce(call: HttpCall, connection: Connection, token: string, ids: CallIds): Promise<Fetched> {
  const sentAt = Date.now();
  const began = performance.now();
  try {
    const response = await fetch(`${connection.hosts[call.host ?? 'api']}${call.path}`, {
      method: call.method,
      headers: headersOf(call, connection, token, ids),
      body: call.body === undefined ? null : JSON.stringify(call.body),
      signal: signalOf(call),
      // A redirect would carry the token to an address nobody named.
      redirect: 'manual',
    });
    connection.heard?.({ date: response.headers.get('date'), sentAt, elapsedMs: performance.now() - began });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const location = response.headers.get('location');
    const reply: HttpReply = { outcome: 'replied', status: response.status, bytes, ids, ...(location !== null && { location }) };
    return { reply, retryAfter: response.headers.get('retry-after') };
  } catch (error) {
    if (certainlyNotSent(error)) return notSent(failure('unreachable', ids));
    return noAnswer(failure('no-answer', ids));
  }
}

/** No token, no call: nothing was done. Only a sign-in service that asks for a pause says how long to wait. */
function withoutToken(problem: Failure): Unanswered {
  const seconds = problem.code === 'throttled' ? problem.retryAfterSeconds : undefined;
  return seconds === undefined ? notSent(problem) : throttled(seconds, problem);
}

/**
 * One call. Waits for nothing: a pause the server asked for is answered with `throttled`. A 401 gets one more try with a
 * new token and the SAME request id: the server refused before acting (contract, headers: MS-RequestId).
 */
export async function callServer(connection: Connection, call: HttpCall): Promise<HttpReply | Unanswered> {
  const requestId = call.requestId ?? newRequestId();
  const host = call.host ?? 'api';
  const secondsLeft = connection.pause.secondsLeft();
  if (secondsLeft > 0) return throttled(secondsLeft, failure('throttled', { requestId, retryAfterSeconds: secondsLeft }));
  for (const isLastTry of [false, true]) {
    const ids: CallIds = { requestId, correlationId: newRequestId() };
    const token = await connection.tokens.access(host);
    if (!token.ok) return withoutToken({ ...token.error, requestId });
    const fetched = await fetchOnce(call, connection, token.value, ids);
    if (!('reply' in fetched)) return fetched;
    const { reply, retryAfter } = fetched;
    if (reply.status === 429) {
      const seconds = readRetryAfter(retryAfter);
      connection.pause.begin(seconds);
      return throttled(seconds, failure('throttled', { ...ids, httpStatus: 429, retryAfterSeconds: seconds }));
    }
    if (reply.status !== 401) return reply;
    connection.tokens.refuse(host, token.value);
    if (isLastTry) return reply;
  }
  throw new Error('unreachable: the second try returns');
}
