import type { Instant } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';

/** Resolves at or after the moment, or as soon as the signal says to give up. */
export function pauseUntil(moment: Instant, clock: Clock, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = (): void => resolve();
  const giveUp = clock.at(moment, end);
  signal.addEventListener('abort', end, { once: true });
  return promise.finally(() => {
    giveUp();
    signal.removeEventListener('abort', end);
  });
}
