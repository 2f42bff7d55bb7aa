import type { TFunction } from 'i18next';
import type { ResultRow } from '../../../../shared/domain/bulk/outcomes.ts';
import { failureWords } from '../../../text/failure-words.ts';
import { operationStatus } from '../../../text/operation-words.ts';

/** What became of a row, in a word or two. */
export const outcomeWords = (t: TFunction, { outcome }: Pick<ResultRow, 'outcome'>): string => t(`bulk.outcome.${outcome}`);

/** Why it is not done, with the next step; empty where nothing speaks against it. */
export function reasonWords(t: TFunction, { operations }: ResultRow): string {
  return operations.flatMap((operation) => {
    const { state } = operation;
    if (state.name === 'refused') {
      const { what, act } = failureWords(t, state.failure);
      return `${what} ${act}`;
    }
    if (state.name === 'needs-decision' || state.name === 'waiting' || state.name === 'unknown') return operationStatus(t, operation);
    return [];
  }).join(' ');
}
