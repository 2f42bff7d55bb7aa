import { z } from 'zod';
import { failure } from '../../shared/contract/failure.ts';
import type { Failure, FailureCode } from '../../shared/contract/failure.ts';
import { failureCodeOf } from '../../shared/partner-center/error-codes.ts';
import type { ErrorArea } from '../../shared/partner-center/error-codes.ts';

/** What an error body says, whatever its shape. */
export interface ServerWords {
  readonly code: string | undefined;
  readonly text: string | undefined;
  /** Property names or help pages that came with it. */
  readonly data: readonly string[];
}

const asText = z.union([z.string(), z.number()]).transform(String);
const words = z.string().max(20_000);

/** Keys may come in PascalCase; only the first letter differs. */
function withLowerKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.slice(0, 1).toLowerCase() + key.slice(1), item]));
}

/** Standard and extended shapes: {code, description, data[]}, {code, message, description, errorName} (reference, errorShapes). */
const Plain = z.object({
  code: asText,
  description: words.nullish(),
  message: words.nullish(),
  data: z.array(z.unknown()).nullish().catch([]),
});
/** Pricing host: {error:{code, message}}; its codes are words, so they never meet the table. */
const Wrapped = z.object({ error: z.preprocess(withLowerKeys, z.object({ code: asText, message: words.nullish() })) });
/** Throttling: {statusCode, message}. */
const Throttle = z.object({ statusCode: asText, message: words.nullish() });

const none: ServerWords = { code: undefined, text: undefined, data: [] };

/** Reads any of the error shapes the service has; an unknown one says nothing. */
export function readServerWords(body: unknown): ServerWords {
  const lower = withLowerKeys(body);
  const plain = Plain.safeParse(lower).data;
  if (plain !== undefined) {
    const data = (plain.data ?? []).filter((item) => typeof item === 'string');
    return { code: plain.code, text: plain.description ?? plain.message ?? undefined, data };
  }
  const wrapped = Wrapped.safeParse(lower).data?.error;
  if (wrapped !== undefined) return { code: wrapped.code, text: wrapped.message ?? undefined, data: [] };
  const throttle = Throttle.safeParse(lower).data;
  return throttle === undefined ? none : { ...none, text: throttle.message ?? undefined };
}

const fields: Partial<Record<FailureCode, string>> = {
  'domain-taken': 'domain',
  'registration-number-missing': 'registrationNumber',
  'registration-number-malformed': 'registrationNumber',
  'registration-number-not-used': 'registrationNumber',
  'phone-missing': 'phoneNumber',
};

/** What support needs about one call. */
export interface CallIds {
  readonly requestId: string;
  readonly correlationId: string;
}

/** The pricing host's codes are words ("Forbidden"): there the status decides. */
const isNumber = (code: string | undefined): code is string => code !== undefined && /^\d+$/u.test(code);

/** An error answer as a failure the app can say in the user's language. */
export function failureOf(status: number, body: unknown, ids: CallIds, area?: ErrorArea): Failure {
  const { code, text, data } = readServerWords(body);
  const meaning = failureCodeOf(status, isNumber(code) ? code : undefined, area);
  const field = fields[meaning] ?? data.find((item) => /^[\w.[\]-]{1,200}$/u.test(item));
  return failure(meaning, {
    httpStatus: status,
    correlationId: ids.correlationId,
    requestId: ids.requestId,
    ...(code === undefined ? {} : { serverCode: code }),
    ...(text === undefined ? {} : { serverText: text.slice(0, 2000) }),
    ...(field === undefined ? {} : { field }),
  });
}

/** Whether an answer with a good status is an error all the same (reference, errors: 400072 comes with HTTP 200). */
export function isErrorInDisguise(body: unknown): boolean {
  const { code, text } = readServerWords(body);
  if (!isNumber(code) || text === undefined) return false;
  return typeof body === 'object' && body !== null && !('id' in body) && !('items' in body);
}
