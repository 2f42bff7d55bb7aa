import type { Instant } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';

/** A look at the clock, and by how many seconds (0 or fewer) it was set back since the look before. */
export interface LookAtClock {
  readonly now: Instant;
  readonly back: number;
}

/**
 * Looks at a clock for whoever waits until a moment that was reckoned from it: set back, the clock takes that moment back with it,
 * or a pause of seconds lasts as long as the clock was set back.
 */
export function clockLooks(clock: Pick<Clock, 'now'>): () => LookAtClock {
  let seenAt = clock.now();
  return () => {
    const now = clock.now();
    const back = Math.min(0, (Date.parse(now) - Date.parse(seenAt)) / 1000);
    seenAt = now;
    return { now, back };
  };
}
