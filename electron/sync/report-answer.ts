import type { Answer } from '../partner-center/answer.ts';
import type { Connectivity } from './connectivity.ts';

/** Tells what the end of a call says about the way to the server. */
export function reportEnd(connectivity: Pick<Connectivity, 'reportUnreachable' | 'reportAnswer'>, answer: Answer<unknown>): void {
  if (answer.outcome === 'not-sent' && answer.failure.code === 'unreachable') connectivity.reportUnreachable();
  else if (answer.outcome === 'no-answer' && answer.failure.code === 'no-answer') connectivity.reportUnreachable();
  else if (answer.outcome !== 'not-sent') connectivity.reportAnswer();
}
