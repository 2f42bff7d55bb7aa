import { liveQuery } from 'dexie';

/** So many changes in a row are told at once; after them one more every while, whatever happened in between. */
const mostAtOnce = 24;
const everyMs = 250;

/** An error in a live query is a bug: it must reach the window's own error handler, not die in the observable. */
const surface = (error: unknown): void =>
  queueMicrotask(() => {
    throw error;
  });

/**
 * Runs the query now and after each change of what it read; returns the way to stop. What a person does is told at once; thousands
 * of changes by a bulk change are told some times a second, or every screen would be drawn anew for each of them.
 */
export function watchChanges<Value>(query: () => Promise<Value>, listener: (value: Value) => void): () => void {
  let left = mostAtOnce;
  let countedAt = performance.now();
  let end = (): void => undefined;

  /** Whether the next change may be told as soon as it happens. */
  function mayFollow(): boolean {
    const now = performance.now();
    left = Math.min(mostAtOnce, left + (now - countedAt) / everyMs) - 1;
    countedAt = now;
    return left >= 1;
  }
  function listen(isAgain: boolean): void {
    let isFirst = isAgain;
    const subscription = liveQuery(query).subscribe({
      next: (value) => {
        // told again after the pause, in which something may have changed: that costs nothing, or it would never end
        const isPause = !isFirst && !mayFollow();
        isFirst = false;
        if (isPause) pause();
        listener(value);
      },
      error: surface,
    });
    end = () => subscription.unsubscribe();
  }
  function pause(): void {
    end();
    const timer = setTimeout(() => listen(true), everyMs);
    end = () => clearTimeout(timer);
  }
  listen(false);
  return () => end();
}
