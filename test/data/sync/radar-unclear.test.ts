import { afterEach, describe, expect, it } from 'vitest';
import { radarAsks } from '../../../renderer/sync/radar/stored-run.ts';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import { plusSeconds } from '../../../shared/instant.ts';
import type { RadarRun } from '../../../shared/ports/reseller-radar.ts';
import type { WorkStore } from '../../../shared/ports/work-store.ts';
import { RadarDesk, isOver, partnerIdOf, standings, when } from './radar-desk.ts';

const day = 24 * 3600;
const desks: RadarDesk[] = [];
const deskOf = (count: number): RadarDesk => {
  const desk = new RadarDesk(count);
  desks.push(desk);
  return desk;
};
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
const hasEnded = ({ state }: RadarRun): boolean => state === 'done' || state === 'stopped';
const agreementsAsked = ({ asked }: RadarDesk): readonly string[] =>
  asked.flatMap(({ call, partnerIds }) => (call === 'check-agreement' ? partnerIds : []));

describe('a Partner ID about which nothing can be learned', () => {
  it.each<readonly ['no-answer' | 'refused', FailureCode]>([['no-answer', 'server-trouble'], ['refused', 'unknown-server-code']])(
    'keeps no other from being checked, in this walk or the next: %s %s', async (outcome, code) => {
      const desk = deskOf(6);
      desk.script = ({ call, partnerIds: [first] }) =>
        call === 'check-agreement' && first === partnerIdOf(1) ? { outcome, code } : undefined;
      const { work, radar } = await desk.open();
      await radar.checkAll();
      const first = await when(radar, hasEnded);
      expect(first).toMatchObject({ state: 'done', done: 5, total: 6, failure: { code } });
      expect([...(await standings(work)).keys()].toSorted()).toEqual([0, 2, 3, 4, 5].map((number) => partnerIdOf(number)));
      desk.clock.goOn(30 * day);
      const asked = desk.asked.length;
      await radar.checkAll();
      const second = await when(radar, (run) => hasEnded(run) && run.startedAt !== first.startedAt);
      expect(second).toMatchObject({ state: 'done', done: 5 });
      expect(new Set(desk.asked.slice(asked).flatMap(({ partnerIds }) => partnerIds)).size).toBe(6);
      const verdicts = await work.partnerships.verdicts();
      expect(verdicts.filter(({ checkedAt }) => checkedAt < second.startedAt)).toEqual([]);
    },
  );

  it('is found among those of a part whose validation brings no answer, and the others are validated', async () => {
    const desk = deskOf(60);
    desk.invalid.set(partnerIdOf(5), '900154');
    desk.script = ({ call, partnerIds }) =>
      call === 'validate-resellers' && partnerIds.includes(partnerIdOf(3)) ? { outcome: 'no-answer', code: 'server-trouble' } : undefined;
    const { work, radar } = await desk.open();
    await radar.checkAll();
    expect(await when(radar, hasEnded)).toMatchObject({ state: 'done', done: 59, total: 60, bad: 1, failure: { code: 'server-trouble' } });
    const found = await standings(work);
    expect([found.get(partnerIdOf(3)), found.get(partnerIdOf(5)), found.get(partnerIdOf(6))]).toEqual([undefined, 'suspended', 'good']);
    expect(desk.times('check-reseller')).toBe(0);
  });

  it('does not make one by one of the walk when its own validation is refused', async () => {
    const desk = deskOf(3);
    desk.script = ({ call, partnerIds }) => {
      if (call !== 'validate-resellers') return undefined;
      if (partnerIds.length > 1) return { outcome: 'refused', code: 'bad-request' };
      return partnerIds[0] === partnerIdOf(0) ? { outcome: 'refused', code: 'not-found' } : undefined;
    };
    const { radar } = await desk.open();
    await radar.checkAll();
    expect(await when(radar, hasEnded)).toMatchObject({ state: 'done', done: 3 });
    expect([desk.times('validate-resellers'), desk.times('check-reseller'), desk.times('check-agreement')]).toEqual([4, 1, 2]);
  });
});

describe('a walk of more than a day ago', () => {
  /** Stopped by a person on the way, with some found. */
  async function stopped(desk: RadarDesk) {
    const window = await desk.open();
    await window.radar.checkAll();
    await when(window.radar, ({ done }) => done === 20);
    window.radar.stop();
    const run = await when(window.radar, ({ state }) => state === 'stopped');
    expect(run.done).toBeLessThan(60);
    return { ...window, run };
  }

  it('begins anew where it was stopped; one of less than a day goes on', async () => {
    const desk = deskOf(60);
    const { work, radar, run } = await stopped(desk);
    desk.clock.goOn(day - 600);
    await radar.checkAll();
    await when(radar, (now) => now.done > run.done);
    expect(radar.run()?.startedAt).toBe(run.startedAt);
    radar.stop();
    const again = await when(radar, ({ state }) => state === 'stopped');
    expect(again.done).toBeLessThan(60);
    desk.clock.goOn(60 * day);
    await radar.checkAll();
    const ended = await when(radar, isOver);
    expect(ended).toMatchObject({ done: 60, total: 60 });
    expect(ended.startedAt > plusSeconds(run.startedAt, 60 * day)).toBe(true);
    expect((await work.partnerships.verdicts()).filter(({ checkedAt }) => checkedAt < ended.startedAt)).toEqual([]);
  });

  it('begins anew when the app that was closed on it is opened again', async () => {
    const desk = deskOf(60);
    const window = await desk.open();
    await window.radar.checkAll();
    const { startedAt } = await when(window.radar, ({ done }) => done === 30);
    await window.radar.close();
    desk.kill(window);
    desk.clock.goOn(60 * day);
    const asked = agreementsAsked(desk).length;
    const { work, radar } = await desk.open();
    const ended = await when(radar, isOver);
    expect(ended).toMatchObject({ done: 60, total: 60 });
    expect(ended.startedAt).not.toBe(startedAt);
    expect(agreementsAsked(desk).length - asked).toBe(60);
    expect((await work.partnerships.verdicts()).filter(({ checkedAt }) => checkedAt < ended.startedAt)).toEqual([]);
  });
});

describe('what is asked for while the walk is only just beginning', () => {
  /** A store on which, right after the first ask was marked as heard, the next one comes and is told of. */
  function askedMeanwhile(work: WorkStore, askAgain: () => Promise<void> | void): WorkStore {
    const told = Promise.withResolvers<void>();
    let heard: string | undefined;
    return {
      ...work,
      watch: (query, listener) => work.watch(query, (value) => {
        listener(value);
        if (heard !== undefined && typeof value === 'object' && value !== null && Reflect.get(value, 'id') !== heard) told.resolve();
      }),
      saveSetting: async (name, value) => {
        await work.saveSetting(name, value);
        if (name !== 'radar.heard' || heard !== undefined) return;
        heard = value;
        await askAgain();
        await told.promise;
      },
    };
  }
  const never: object = { request: (_name: string, { signal }: { readonly signal: AbortSignal }) =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve());
    }) };

  it('a stop is not lost', async () => {
    const desk = deskOf(300);
    const other = await desk.open({ locks: never as LockManager });
    const { radar } = await desk.open({ work: askedMeanwhile(other.work, () => other.radar.stop()) });
    await radar.checkAll();
    const run = await when(radar, hasEnded);
    // its store is the other window's
    await radar.close();
    expect(run).toMatchObject({ state: 'stopped', done: 0 });
    expect(desk.asked).toEqual([]);
  });

  it('a second walk is the same walk', async () => {
    const desk = deskOf(4);
    const other = await desk.open({ locks: never as LockManager });
    const { radar } = await desk.open({ work: askedMeanwhile(other.work, () => other.radar.checkAll()) });
    await radar.checkAll();
    await when(radar, isOver);
    await radar.close();
    // heard, so that nothing is begun anew
    expect(await radarAsks.open(other.work)).toBeUndefined();
    expect(desk.times('validate-resellers')).toBe(1);
  });
});
