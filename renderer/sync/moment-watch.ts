import { plusSeconds } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { oneAtATime } from '../platform/one-at-a-time.ts';

/** What a look may do: name the moment of the next one, and ask whether anybody still waits for it. */
export interface Look {
  /** The next look, and no other that was named before; undefined for none. A look that fails before it named one comes again. */
  readonly again: (moment: Instant | undefined) => void;
  readonly isOver: () => boolean;
}

export interface MomentWatchParts {
  readonly clock: Clock;
  /** Each begins to listen to something after which a look is due (data that changed, the computer woke up), and answers how to stop. */
  readonly causes: readonly ((ask: () => void) => () => void)[];
  readonly look: (look: Look) => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** A store that was in trouble may be out of it by then. */
const retrySeconds = 600;

/**
 * Looks now, at the moment the look before named, and after each cause; one look at a time. Timers stand still while the computer
 * sleeps: the waking is one of the causes. Returns the way to stop.
 */
export function watchMoments({ clock, causes, look, report }: MomentWatchParts): () => void {
  const stopping = new AbortController();
  let disarm = (): void => undefined;
  let isNamed = false;
  const again = (moment: Instant | undefined): void => {
    isNamed = true;
    disarm();
    disarm = moment === undefined || stopping.signal.aborted ? () => undefined : clock.at(moment, asking.ask);
  };
  const asking = oneAtATime(
    () => {
      again(undefined);
      isNamed = false;
      return look({ again, isOver: () => stopping.signal.aborted });
    },
    (answer) => {
      if (!('error' in answer)) return;
      report(answer.error);
      if (!isNamed) again(plusSeconds(clock.now(), retrySeconds));
    },
  );
  const stops = causes.map((cause) => cause(asking.ask));
  asking.ask();
  return () => {
    stopping.abort();
    asking.stop();
    for (const stop of stops) stop();
    disarm();
  };
}
