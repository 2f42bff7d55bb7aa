import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, type Call, inCamelCase, isGuid } from './call.ts';
import type { Outcome } from './exchange.ts';
import type { State } from './state.ts';

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The query, keys in lower case; of several values of one key the last. */
export function queryOf(url: string): Record<string, string> {
  const search = url.slice(url.indexOf('?') + 1);
  if (!url.includes('?')) return {};
  return Object.fromEntries([...new URLSearchParams(search)].map(([key, value]) => [key.toLowerCase(), value]));
}

/** The named parts of the path. */
export function paramsOf(request: FastifyRequest): Record<string, string> {
  const { params } = request;
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** A body that cannot be read as JSON. */
export class UnreadableBody extends Error {}

/** The body as JSON, keys as sent; undefined without a body; throws {@link UnreadableBody}. */
export function jsonOf(request: FastifyRequest): unknown {
  const { body } = request;
  if (typeof body !== 'string' || body === '') return undefined;
  try {
    return JSON.parse(body.replace(/^\uFEFF/u, ''));
  } catch {
    throw new UnreadableBody('the body is not JSON');
  }
}

/** The body: form text as it is, JSON with its keys in camelCase; throws {@link UnreadableBody}. */
export function bodyOf(request: FastifyRequest): unknown {
  const { body } = request;
  if (typeof body === 'string' && /x-www-form-urlencoded/iu.test(headerOf(request, 'content-type') ?? '')) return body;
  try {
    return inCamelCase(jsonOf(request));
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableBody('the body is nested too deep');
    throw error;
  }
}

/** The call behind a request. Identifiers that are absent, or no GUIDs, are made here (reference, headers). */
export function callOf(
  request: FastifyRequest,
  body: unknown,
  about: { readonly state: State; readonly origin: string; readonly now: Date },
): Call {
  const sentRequestId = headerOf(request, 'ms-requestid');
  const sentCorrelationId = headerOf(request, 'ms-correlationid');
  const idOr = (sent: string | undefined): string => (sent !== undefined && isGuid(sent) ? sent : randomUUID());
  return {
    method: request.method,
    path: request.url.split('?', 1)[0] ?? request.url,
    params: paramsOf(request),
    query: queryOf(request.url),
    body,
    header: (name) => headerOf(request, name),
    requestId: idOr(sentRequestId),
    sentRequestId,
    correlationId: idOr(sentCorrelationId),
    sentCorrelationId,
    ...about,
  };
}

interface Bytes {
  readonly type: string;
  readonly text: string;
}

function bytesOf(answer: Answer): Bytes | undefined {
  if (answer.text !== undefined) return { type: answer.text.type, text: answer.text.value };
  return answer.body === undefined ? undefined : { type: 'application/json; charset=utf-8', text: JSON.stringify(answer.body) };
}

function sendHalf(reply: FastifyReply, status: number, bytes: Bytes): void {
  const whole = Buffer.from(bytes.text);
  reply.hijack();
  reply.raw.writeHead(status, { 'Content-Type': bytes.type, 'Content-Length': whole.length });
  reply.raw.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => {
    reply.raw.destroy();
  });
}

/** Sends an answer, or as much of it as the fault allows. */
export function deliver(
  reply: FastifyReply,
  call: Pick<Call, 'requestId' | 'correlationId' | 'header'>,
  outcome: Outcome,
): FastifyReply {
  const { answer, delivery } = outcome;
  if (delivery === 'none') {
    reply.hijack();
    reply.raw.destroy();
    return reply;
  }
  const bytes = bytesOf(answer);
  if (delivery === 'half' && bytes !== undefined) {
    sendHalf(reply, answer.status, bytes);
    return reply;
  }
  void reply.code(answer.status).headers({
    'MS-RequestId': call.requestId,
    'MS-CorrelationId': call.correlationId,
    'MS-CV': `${call.requestId.slice(0, 8)}.0`,
    'MS-ServerId': 'practice',
    'Cache-Control': 'no-store',
    ...answer.headers,
    ...(/^true$/iu.test(call.header('validatemfa') ?? '') ? { isMfaCompliant: 'true' } : {}),
  });
  if (delivery === 'not-json')
    return reply.type('application/json; charset=utf-8').send(`${bytes?.text.slice(0, -1) ?? ''},"oops`);
  return bytes === undefined ? reply.send() : reply.type(bytes.type).send(bytes.text);
}
