import type { Instant } from '../instant.ts';

/** Time as a value that can be replaced: rules take the clock as an argument. */
export interface Clock {
  now(): Instant;
  /**
   * Calls back once at or after the moment, also after sleep, or sooner where the clock is set back meanwhile: it is asked again
   * what time it is then. Returns the way to give up.
   */
  at(moment: Instant, callback: () => void): () => void;
}
