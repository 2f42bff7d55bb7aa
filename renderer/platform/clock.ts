import { instantOf } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';

/** Timers stand still while the computer sleeps and cannot be longer than 24 days: so no single one is longer than this. */
const longestTimerMs = 30_000;

function at(moment: Instant, callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = Date.now();
  let end = Date.parse(moment);
  const arm = (): void => {
    const now = Date.now();
    // a clock that was set back takes the moment back with it: whoever waits for minutes must not wait for as long as it was set back
    if (now < seen) end += now - seen;
    seen = now;
    const left = end - now;
    timer = setTimeout(left > longestTimerMs ? arm : callback, Math.min(Math.max(left, 0), longestTimerMs));
  };
  arm();
  return () => clearTimeout(timer);
}

/** The computer's own clock. */
export const systemClock: Clock = { now: () => instantOf(new Date()), at };
