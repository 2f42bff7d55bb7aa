import { describe, expect, it } from 'vitest';
import { RadarCalls } from '../../../renderer/sync/radar/radar-calls.ts';
import { failure } from '../../../shared/contract/failure.ts';
import { ok } from '../../../shared/result.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import { account, later } from './sync-builders.ts';

describe('calls of the background', () => {
  it('keep their turns and the pause that the server asked for, also where the clock of the computer is set back by a day', async () => {
    let seconds = 0;
    let answer: Incoming = { outcome: 'throttled', retryAfterSeconds: 60, failure: failure('throttled') };
    let waits = 0;
    const clock: Clock = {
      now: () => later(seconds),
      // as a timer: it ends, and it is asked what time it is
      at: (_moment, callback) => {
        waits += 1;
        seconds += 30;
        queueMicrotask(callback);
        return () => undefined;
      },
    };
    const calls = new RadarCalls({ account, clock, callsPerMinute: 1, bridge: { call: async () => ok(answer) } as never });
    await calls.ask('check-reseller', { partnerId: '4847383' } as never);
    seconds = 10;
    expect(calls.pause?.until).toBe(later(60));
    seconds = -86_400;
    expect(calls.pause?.until).toBe(later(-86_400 + 50));
    seconds += 51;
    expect(calls.pause).toBeUndefined();
    answer = { outcome: 'refused', failure: failure('not-found') };
    // two requests at one a minute: the turn comes two minutes after the first call, 61 seconds of which are over
    await calls.turn(AbortSignal.timeout(2000));
    expect(waits).toBe(2);
  });
});
