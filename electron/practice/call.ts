import { z } from 'zod';
import type { Performed } from './ledger.ts';
import { refuse } from './errors.ts';
import type { State } from './state.ts';

/** A request after the wire: keys of query and body in one spelling, the identifiers of the call known. */
export interface Call {
  readonly method: string;
  /** Path without query, as sent. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Keys in lower case. */
  readonly query: Readonly<Record<string, string>>;
  /** Keys in camelCase, null fields left out; undefined without a body. */
  readonly body: unknown;
  readonly header: (name: string) => string | undefined;
  /** The caller's MS-RequestId, or one made here. */
  readonly requestId: string;
  /** The MS-RequestId header as sent; undefined when the caller sent none. */
  readonly sentRequestId: string | undefined;
  readonly correlationId: string;
  readonly sentCorrelationId: string | undefined;
  readonly now: Date;
  readonly state: State;
  /** The server's own address, without a slash at the end. */
  readonly origin: string;
}

/** What goes back. `performed` is present only when a write took place. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Text body of another type than JSON. */
  readonly text?: { readonly type: string; readonly value: string };
  readonly headers?: Readonly<Record<string, string>>;
  readonly performed?: Performed;
}

/** One call of the contract. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly path: string;
  /** Id of the scenario in the contract. */
  readonly scenario: string;
  /** A narrower scenario of the same path, told by query or body. */
  readonly variant?: (call: Call) => string | undefined;
  /** True when no bearer token is needed. */
  readonly isOpen?: boolean;
  /** Error shape of a missing or bad token when it is not the standard one. */
  readonly unauthorised?: (description: string) => Answer;
  readonly answer: (call: Call) => Answer;
}

/** A value, or the answer that refuses the call. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Answer };

const DEEPEST = 24;
// keys of a provisioning context are the SKU's own variable names and go back as they came
const keptAsSent = new Set(['provisioningContext']);

/** Keys to camelCase, null fields dropped; throws RangeError when nested deeper than any request of the contract. */
export function inCamelCase(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return value.map((item: unknown) => inCamelCase(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== null)
    .map(([key, item]): [string, unknown] => {
      const name = key.slice(0, 1).toLowerCase() + key.slice(1);
      return [name, keptAsSent.has(name) ? item : inCamelCase(item, depth + 1)];
    });
  return Object.fromEntries(entries);
}

/** The body as the schema says, or 400/3000 naming the first property that is wrong. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): Read<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const property = issue?.path.join('.') ?? '';
  const description = `Invalid property${property === '' ? '' : ` ${property}`}: ${issue?.message ?? 'wrong value'}.`;
  return { ok: false, refusal: refuse(400, '3000', description, property === '' ? [] : [property]) };
}

/** A GUID in any letter case. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu.test(text);
}

/** An optional integer of the query; undefined when absent, "bad" when it is no integer of at most nine digits. */
export function integerOf(text: string | undefined): number | undefined | 'bad' {
  if (text === undefined) return undefined;
  return /^\d{1,9}$/u.test(text) ? Number(text) : 'bad';
}

/** A required text, trimmed, with a length limit in characters. */
export const requiredText = (max: number): z.ZodType<string> => z.string().trim().min(1).max(max);
