import { createHash, createHmac } from 'node:crypto';
import type { Answer, Call } from './call.ts';
import type { Remembered } from './journal.ts';
import { withoutPasswords } from './ledger.ts';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const SIGNS = '*!%-+?';

/**
 * The temporary password of the customer made by a request: computed from the state's secret and the request id,
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

/** A request is the same when id, method and path are; undefined when the caller sent no id. */
export function idempotencyKey(call: Call): string | undefined {
  if (call.sentRequestId === undefined) return undefined;
  return `${call.method} ${call.path.toLowerCase()} ${call.sentRequestId.toLowerCase()}`;
}

/** The answer in the form that is kept: without the password. */
export function remember(key: string, answer: Answer): Remembered {
  return { key, status: answer.status, body: withoutPasswords(answer.body) };
}

/** The first answer again, the password computed anew. */
export function recall(remembered: Remembered, secret: string, requestId: string): Answer {
  const { body, status } = remembered;
  if (typeof body !== 'object' || body === null || !('userCredentials' in body) || typeof body.userCredentials !== 'object') {
    return { status, body };
  }
  const userCredentials = { ...body.userCredentials, password: temporaryPassword(secret, requestId) };
  return { status, body: { ...body, userCredentials } };
}
