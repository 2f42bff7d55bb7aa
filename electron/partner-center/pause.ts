/** When the service said "too many requests": all calls of one account wait together (contract, throttling). */
export interface Pause {
  /** Whole seconds still to wait; 0 when calls may go. */
  secondsLeft(): number;
  begin(seconds: number): void;
}

/** One per account. `now` in milliseconds of a clock that never jumps back. */
export function openPause(now: () => number = () => performance.now()): Pause {
  let until = 0;
  return {
    secondsLeft: () => Math.max(0, Math.ceil((until - now()) / 1000)),
    begin: (seconds) => {
      until = Math.max(until, now() + seconds * 1000);
    },
  };
}

const DEFAULT_SECONDS = 30;
const LONGEST_SECONDS = 3600;

/** Seconds of a Retry-After header: a number or an HTTP date; 30 when it is missing or nonsense. */
export function readRetryAfter(header: string | null, now: Date = new Date()): number {
  if (header === null || header.trim() === '') return DEFAULT_SECONDS;
  const number = Number(header);
  const seconds = Number.isNaN(number) ? (Date.parse(header) - now.getTime()) / 1000 : number;
  return Number.isNaN(seconds) ? DEFAULT_SECONDS : Math.min(LONGEST_SECONDS, Math.max(0, seconds));
}
