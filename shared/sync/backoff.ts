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

/** The way to the server is closed although the system says online, or nobody is signed in: look again now and then. */
export const secondLook = ({ now, jitter }: Moment): Instant => plusSeconds(now, 15 + 15 * jitter);
