import { isBefore, plusSeconds } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { afterThrottle, nextTry, secondLook } from '../../shared/sync/backoff.ts';
import type { Incoming } from '../../shared/sync/exchange.ts';
import { clockLooks } from './set-back.ts';

/** Seconds whose share of the budget may be used at once. */
const burstSeconds = 2;
/** Calls of bulk changes without an answer, one after the other, that are taken for trouble of the server, not of one operation. */
const mostSilences = 3;

/** What the server took and works on (202) is no answer yet, but no silence either. */
const isSilence = (incoming: Incoming): boolean => incoming.outcome === 'no-answer' && incoming.failure.code !== 'change-in-progress';

/**
 * When bulk changes may use the server: within their budget, and not while it asked for a pause or is in trouble. Without it each
 * of thousands of operations would find that out for itself.
 */
export interface BatchGate {
  /** When the next call may go, at so many requests a minute; undefined: now. */
  opensAt(requestsAMinute: number): Instant | undefined;
  /** A call of a bulk change went out. */
  spend(): void;
  /** How an exchange ended; a pause that the server asks for holds whoever was asked. */
  heard(incoming: Incoming, isOfBatch: boolean): void;
  /** The network is back, or a person asks: guessed pauses are over, one that the server asked for is not. */
  urge(): void;
}

export function batchGate(clock: Pick<Clock, 'now'>): BatchGate {
  let asked: Instant | undefined;
  let guessed: Instant | undefined;
  let silences = 0;
  let spent = 0;
  let countedAt = clock.now();
  const lookAtClock = clockLooks(clock);

  /** Now. A clock that was set back takes the pauses back with it. */
  function look(): Instant {
    const { now, back } = lookAtClock();
    if (back < 0) [asked, guessed] = [asked, guessed].map((moment) => moment && plusSeconds(moment, back));
    return now;
  }

  const later = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && isBefore(b, a) ? a : b);

  /** A call more is due with each share of a minute; a clock that was set back owes nothing. */
  function regain(now: Instant, perSecond: number): void {
    const seconds = Math.max(0, (Date.parse(now) - Date.parse(countedAt)) / 1000);
    spent = Math.max(0, spent - seconds * perSecond);
    countedAt = now;
  }

  return {
    opensAt: (requestsAMinute) => {
      const now = look();
      const perSecond = requestsAMinute / 60;
      regain(now, perSecond);
      const over = spent + 1 - Math.max(1, perSecond * burstSeconds);
      // the moment is whole milliseconds: half a one too early would be no moment at all
      const moments = [asked, guessed, over > 0 ? plusSeconds(now, over / perSecond + 0.001) : undefined];
      return moments.reduce((last, moment) => (moment !== undefined && isBefore(now, moment) ? later(last, moment) : last), undefined);
    },
    spend: () => {
      spent += 1;
    },
    heard: (incoming, isOfBatch) => {
      const moment = { now: look(), jitter: Math.random() };
      if (incoming.outcome === 'throttled') asked = later(asked, afterThrottle(incoming.retryAfterSeconds, moment));
      if (!isOfBatch) return;
      silences = isSilence(incoming) ? silences + 1 : 0;
      if (incoming.outcome === 'not-sent') guessed = secondLook(moment);
      if (silences >= mostSilences) guessed = nextTry(silences - mostSilences + 1, moment);
    },
    urge: () => {
      guessed = undefined;
      silences = 0;
    },
  };
}
