import type { TFunction } from 'i18next';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Instant } from '../../shared/instant.ts';
import { failureWords } from './failure-words.ts';
import type { Format } from './format.ts';

export interface Waiting {
  readonly until?: Instant;
  readonly failure?: Failure;
}

/** What reading in the background waits for, and until when. */
export function waitingWords(t: TFunction, format: Format, { until, failure }: Waiting): string {
  if (until !== undefined) {
    const time = format.time(until);
    return failure === undefined || failure.code === 'throttled'
      ? t('radar.waitsUntil', { time })
      : `${failureWords(t, failure).what} ${t('radar.goesOnAt', { time })}`;
  }
  if (failure === undefined || failure.code === 'offline') return t('radar.waitsForNetwork');
  return `${failureWords(t, failure).what} ${t('radar.goesOn')}`;
}
