import { plusSeconds } from '../instant.ts';
import type { Instant } from '../instant.ts';
import type { Context } from './transition.ts';

const longestWaitSeconds = 300;

type Moment = Pick<Context, 'now' | 'jitter'>;

/** Exponential, spread over half to whole, capped at five minutes and without an end (decision D3, failure story F29). */
export const nextTry = (attempts: number, { now, jitter }: Moment): Instant => {
  const ceiling = Math.min(2 ** Math.max(attempts - 1, 0), longestWaitSeconds);
  return plusSeconds(now, ceiling * (0.5 + jitter / 2));
};

/** Never earlier than the server asked (throttling scenario: wait Retry-After, every retry counts against the limit). */
export const afterThrottle = (retryAfterSeconds: number, { now, jitter }: Moment): Instant =>
  plusSeconds(now, Math.max(retryAfterSeconds, 1) + jitter);

/** A customer accepts in its own time: looked at after five minutes at first, in the end once an hour. */
export const agreementLook = (looks: number, { now, jitter }: Moment): Instant =>
  plusSeconds(now, Math.min(300 * 2 ** Math.max(looks - 1, 0), 3600) * (1 + jitter / 10));

/**
 * How long a subscription that cannot be changed just now is left alone, by the class of the refusal and how often it came: one that
 * is not ready is so for minutes, a pending change for up to a day (900278), one changed too often is not to be asked often either.
 */
const heldSeconds = { 'subscription-not-ready': 60, 'change-in-progress': 300, 'changed-too-often': 3600 } as const;
export type HeldCode = keyof typeof heldSeconds;
export const isHeldCode = (code: string): code is HeldCode => code in heldSeconds;
export const heldUntil = (code: HeldCode, times: number, { now, jitter }: Moment): Instant =>
  plusSeconds(now, Math.min(heldSeconds[code] * 4 ** Math.max(times - 1, 0), 86_400) * (1 + jitter / 10));

/** What the server took and finishes later: looked for after a minute, in the end once an hour. */
export const takenLook = (looks: number, { now, jitter }: Moment): Instant =>
  plusSeconds(now, Math.min(60 * 2 ** looks, 3600) * (1 + jitter / 10));

/** The way to the server is closed although the system says online, or nobody is signed in: look again now and then. */
export const secondLook = ({ now, jitter }: Moment): Instant => plusSeconds(now, 15 + 15 * jitter);
