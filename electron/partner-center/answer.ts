import type { Failure } from '../../shared/contract/failure.ts';

/**
 * How a call ended, told apart by what it means for "sent or not": the outcomes of shared/sync/exchange.ts with a typed
 * value.
 */
export type Answer<Value> = Answered<Value> | Unanswered;
export interface Answered<Value> {
  readonly outcome: 'answered';
  readonly value: Value;
  readonly correlationId: string;
}
export type Unanswered =
  | { readonly outcome: 'refused' | 'not-sent' | 'no-answer'; readonly failure: Failure }
  | { readonly outcome: 'throttled'; readonly retryAfterSeconds: number; readonly failure: Failure };

export const answered = <Value>(value: Value, correlationId: string): Answered<Value> => ({
  outcome: 'answered',
  value,
  correlationId,
});
export const refused = (failure: Failure): Unanswered => ({ outcome: 'refused', failure });
export const notSent = (failure: Failure): Unanswered => ({ outcome: 'not-sent', failure });
export const noAnswer = (failure: Failure): Unanswered => ({ outcome: 'no-answer', failure });
export const throttled = (retryAfterSeconds: number, failure: Failure): Unanswered => ({
  outcome: 'throttled',
  retryAfterSeconds,
  failure,
});

/** The same end with another value, when there is one. */
export const map = <Value, Next>(answer: Answer<Value>, change: (value: Value) => Next): Answer<Next> =>
  answer.outcome === 'answered' ? answered(change(answer.value), answer.correlationId) : answer;
