import { failure } from '../../shared/contract/failure.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { readJson, textOf } from '../../shared/partner-center/readers/case.ts';
import { answered, noAnswer, notSent, refused } from './answer.ts';
import type { Answer, Unanswered } from './answer.ts';
import type { ErrorArea } from '../../shared/partner-center/error-codes.ts';
import { failureOf, isErrorInDisguise } from './errors.ts';
import { callServer } from './http.ts';
import type { Connection, HttpCall, HttpReply } from './http.ts';

/** What a call gives: `read` turns the body into our shape, undefined when it does not fit. */
export interface Asked<Value> extends HttpCall {
  readonly read: (body: unknown, reply: Pick<HttpReply, 'status' | 'location'>) => Value | undefined;
  /** Statuses and failures that are good answers for this call, e.g. 404 for a free domain. */
  readonly settle?: (refusal: Failure, body: unknown) => Value | undefined;
  /** Says a refusal in the words of this call. */
  readonly reword?: (refusal: Failure) => Failure;
  readonly area?: ErrorArea;
}

/** An empty body is a good answer of some calls; `undefined` as a whole means unreadable. */
function parse(bytes: Uint8Array): { readonly body: unknown } | undefined {
  if (textOf(bytes).trim() === '') return { body: undefined };
  const parsed = readJson(bytes);
  return parsed.ok ? { body: parsed.value } : undefined;
}

const needsSignIn: ReadonlySet<string> = new Set(['sign-in-needed', 'mfa-needed']);

/**
 * An error answer by what it means for "sent or not". 5xx and 408 leave it open whether a write was done: even "order not
 * created" asks to look into the orders first (reference, errors: 800005). A refused sign-in never reached the call.
 */
function unanswered(refusal: Failure, status: number): Unanswered {
  if (needsSignIn.has(refusal.code)) return notSent(refusal);
  return status >= 500 || status === 408 ? noAnswer(refusal) : refused(refusal);
}

function interpret<Value>(asked: Asked<Value>, reply: HttpReply): Answer<Value> {
  const { status, bytes, ids } = reply;
  const isGood = status >= 200 && status < 300;
  const parsed = parse(bytes);
  if (parsed !== undefined && isGood && !isErrorInDisguise(parsed.body)) {
    const value = asked.read(parsed.body, reply);
    if (value !== undefined) return answered(value, ids.correlationId);
  }
  if (isGood && (parsed === undefined || !isErrorInDisguise(parsed.body))) {
    return noAnswer(failure('malformed-answer', { httpStatus: status, ...ids }));
  }
  const plain = failureOf(status, parsed?.body, ids, asked.area);
  const settled = asked.settle?.(plain, parsed?.body);
  if (settled !== undefined) return answered(settled, ids.correlationId);
  return unanswered(asked.reword?.(plain) ?? plain, status);
}

/** One call whose answer is JSON, read into our shape. */
export async function ask<Value>(connection: Connection, asked: Asked<Value>): Promise<Answer<Value>> {
  const reply = await callServer(connection, asked);
  return reply.outcome === 'replied' ? interpret(asked, reply) : reply;
}
