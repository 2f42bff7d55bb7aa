import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import { RadarDesk, busiestMinute, isOver, standings, when } from './radar-desk.ts';

const desks: RadarDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

interface Trouble {
  /** The call, counted from the first, that meets it. */
  readonly on: number;
  readonly kind: 'throttled' | 'stop' | 'restart' | 'kill' | 'offline';
  readonly seconds: number;
}
const trouble: fc.Arbitrary<Trouble> = fc.record({
  on: fc.integer({ min: 1, max: 150 }),
  kind: fc.constantFrom('throttled', 'throttled', 'stop', 'restart', 'kill', 'offline'),
  seconds: fc.integer({ min: 1, max: 300 }),
});

/** Walks to the end through all troubles; answers the desk, and what it waited for. */
async function throughTroubles(count: number, troubles: readonly Trouble[]): Promise<{ readonly desk: RadarDesk; readonly early: number }> {
  const desk = new RadarDesk(count);
  desks.push(desk);
  const met = new Map(troubles.map((one) => [one.on, one]));
  let pausedUntil: Instant | undefined;
  let early = 0;
  let again = Promise.withResolvers<Trouble['kind']>();
  desk.script = ({ at }) => {
    if (pausedUntil !== undefined && isBefore(at, pausedUntil)) early += 1;
    const now = met.get(desk.asked.length);
    if (now === undefined) return undefined;
    met.delete(now.on);
    if (now.kind === 'throttled') {
      pausedUntil = plusSeconds(at, now.seconds);
      return { outcome: 'throttled', seconds: now.seconds };
    }
    if (now.kind === 'offline') {
      desk.setOnline(false);
      setImmediate(() => desk.setOnline(true));
      return { outcome: 'not-sent', code: 'offline' };
    }
    if (now.kind === 'kill') desk.isDead = true;
    again.resolve(now.kind);
    return undefined;
  };
  let window = await desk.open();
  await window.radar.checkAll();
  for (;;) {
    const next = await Promise.race([when(window.radar, isOver).then(() => undefined), again.promise]);
    if (next === undefined) break;
    again = Promise.withResolvers();
    if (next === 'stop') {
      window.radar.stop();
      const { state } = await when(window.radar, (run) => run.state === 'stopped' || isOver(run));
      if (state === 'stopped') await window.radar.checkAll();
    } else {
      if (next === 'restart') await window.radar.close();
      desk.kill(window);
      desk.isDead = false;
      window = await desk.open();
    }
  }
  expect(window.radar.run()).toMatchObject({ total: count, done: count, bad: 0 });
  expect((await standings(window.work)).size).toBe(count);
  return { desk, early };
}

describe('through any trouble', () => {
  it('every Partner ID is checked, pauses are kept, and little is asked twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(trouble, { maxLength: 8, selector: ({ on }) => on }), async (troubles) => {
        const { desk, early } = await throughTroubles(120, troubles);
        expect(early).toBe(0);
        expect(desk.mostInFlight).toBeLessThanOrEqual(1);
        const calls = 120 + 3;
        const kills = troubles.filter(({ kind }) => kind === 'kill').length;
        // a stop or a restart asks for one part anew, a kill for what that part had found as well
        expect(desk.asked.length).toBeLessThanOrEqual(calls + troubles.length * 3 + kills * 50);
        // a killed app does not know when it called last
        expect(busiestMinute(desk.asked)).toBeLessThanOrEqual(120 + 2 * troubles.length);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('2,000 resellers are walked through', async () => {
    const throttles = Array.from({ length: 12 }, (_, index): Trouble => ({ on: 40 + index * 150, kind: 'throttled', seconds: 5 + index }));
    const stops = Array.from({ length: 4 }, (_, index): Trouble => ({
      on: 101 + index * 400, kind: index % 2 === 0 ? 'stop' : 'restart', seconds: 1,
    }));
    const { desk, early } = await throughTroubles(2000, [...throttles, ...stops]);
    expect(early).toBe(0);
    expect(desk.times('check-agreement')).toBeLessThanOrEqual(2000 + 12 + 4);
    expect(desk.times('validate-resellers')).toBeLessThanOrEqual(40 + 12 + 4);
  }, 120_000);
});
