import type { Failure } from './contract/failure.ts';

/** The outcome of anything that is expected to fail now and then. Bugs throw; expected failures are values. */
export type Result<Value, Problem = Failure> = Ok<Value> | Err<Problem>;
export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}
export interface Err<Problem> {
  readonly ok: false;
  readonly error: Problem;
}

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });
export const err = <Problem>(error: Problem): Err<Problem> => ({ ok: false, error });

/** Closes a `switch` over a union: the compiler refuses a forgotten case, and a corrupt value throws here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
