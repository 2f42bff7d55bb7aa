import { describe, expect, it } from 'vitest';
import { batchGate } from '../../../renderer/sync/batch-gate.ts';
import { failure } from '../../../shared/contract/failure.ts';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import { later } from './sync-builders.ts';

const day = 86_400;

function gateAt(seconds: number) {
  let now = later(seconds);
  const gate = batchGate({ now: () => now });
  const set = (to: number): void => void (now = later(to));
  const hears = (incoming: Incoming, isOfBatch = true): void => gate.heard(incoming, isOfBatch);
  const opensIn = (): number | undefined => {
    const moment: Instant | undefined = gate.opensAt(6000);
    return moment && Math.round((Date.parse(moment) - Date.parse(now)) / 1000);
  };
  return { gate, set, hears, opensIn };
}
const noAnswer = (code: FailureCode): Incoming => ({ outcome: 'no-answer', failure: failure(code) });
const throttled = (retryAfterSeconds: number): Incoming => ({ outcome: 'throttled', retryAfterSeconds, failure: failure('throttled') });

describe('the gate of bulk changes', () => {
  it('closes after silences of the server, and not over changes that the server took (202) or says are under way (900278)', () => {
    const { hears, opensIn } = gateAt(0);
    for (let count = 0; count < 20; count += 1) hears(noAnswer('change-in-progress'));
    hears({ outcome: 'refused', failure: failure('change-in-progress') });
    expect(opensIn()).toBeUndefined();
    hears(noAnswer('no-answer'));
    hears(noAnswer('no-answer'));
    // an answer, whatever it says, is none
    hears(noAnswer('change-in-progress'));
    hears(noAnswer('no-answer'));
    hears(noAnswer('no-answer'));
    expect(opensIn()).toBeUndefined();
    hears(noAnswer('no-answer'));
    expect(opensIn()).toBeDefined();
  });

  it('waits as long as the server asked and no longer, also where the clock of the computer is set back', () => {
    const { set, hears, opensIn } = gateAt(0);
    hears(throttled(60), false);
    expect(opensIn()).toBeGreaterThanOrEqual(60);
    set(50);
    expect(opensIn()).toBeLessThanOrEqual(11);
    set(-day);
    expect(opensIn()).toBeGreaterThanOrEqual(10);
    expect(opensIn()).toBeLessThanOrEqual(11);
    set(-day + 5);
    set(-2 * day);
    // a shorter pause that is heard of now does not end the longer one
    hears(throttled(1));
    expect(opensIn()).toBeGreaterThanOrEqual(10);
    set(-2 * day + 12);
    expect(opensIn()).toBeUndefined();
  });

  it('guesses no longer pause because the clock was set back', () => {
    const { gate, set, hears, opensIn } = gateAt(0);
    hears({ outcome: 'not-sent', failure: failure('unreachable') });
    set(-day);
    expect(opensIn()).toBeLessThanOrEqual(30);
    gate.urge();
    expect(opensIn()).toBeUndefined();
  });
});
