import { createHash, createHmac } from 'node:crypto';
import { type Answer, type Call, isGuid } from './call.ts';
import { refuse } from './errors.ts';
import type { Remembered } from './journal.ts';
import { withoutPasswords } from './ledger.ts';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const SIGNS = '*!%-+?';

/**
 * The temporary password of the customer or reseller made by a request: computed from the state's secret and the request id,
 * so that the same request gets the same answer again although the password is stored nowhere.
 */
export function temporaryPassword(secret: string, requestId: string): string {
  const bytes = createHmac('sha256', secret).update(`password ${requestId.toLowerCase()}`).digest();
  return Array.from({ length: 14 }, (_unused, place) => {
    const sets = [CAPITALS, LETTERS, DIGITS, SIGNS];
    const letters = sets[place % 4] ?? LETTERS;
    return letters[(bytes[place] ?? 0) % letters.length] ?? 'x';
  }).join('');
}

/** What the state keeps of a password. */
export function passwordHash(password: string): string {
  return createHash('sha256').update(password).digest('hex');
}

/** Refuses a call that lacks one of its identifiers and makes a tenant (create-customer, create-sandbox-indirect-reseller). */
export function refuseIdentifiers(call: Call): Answer | undefined {
  for (const [name, value] of [
    ['MS-RequestId', call.sentRequestId],
    ['MS-CorrelationId', call.sentCorrelationId],
  ] as const) {
    if (value === undefined || !isGuid(value))
      return refuse(400, '3000', `The header ${name} is required and must be a GUID.`, [name]);
  }
  return undefined;
}

/** A request is the same when id, method and path are; undefined when the caller sent no id. */
export function idempotencyKey(call: Call): string | undefined {
  if (call.sentRequestId === undefined) return undefined;
  const path = call.path.toLowerCase().replace(/\/{2,}/gu, '/');
  return `${call.method} ${path} ${call.sentRequestId.toLowerCase()}`;
}

/** The answer in the form that is kept: without the password. */
export function remember(key: string, answer: Answer): Remembered {
  const { status, body, headers } = answer;
  return { key, status, body: withoutPasswords(body), ...(headers === undefined ? {} : { headers }) };
}

// where an answer carries the password: create-customer, create-sandbox-indirect-reseller
const credentialFields = new Set(['userCredentials', 'tenant']);

/** The first answer again, the password computed anew. */
export function recall(remembered: Remembered, secret: string, requestId: string): Answer {
  const { body, status } = remembered;
  const headers = remembered.headers === undefined ? {} : { headers: remembered.headers };
  if (typeof body !== 'object' || body === null) return { status, body, ...headers };
  const fields = Object.entries(body).map(([name, value]: [string, unknown]): [string, unknown] => {
    const hasPassword = credentialFields.has(name) && typeof value === 'object' && value !== null;
    return [name, hasPassword ? { ...value, password: temporaryPassword(secret, requestId) } : value];
  });
  return { status, body: Object.fromEntries(fields), ...headers };
}
