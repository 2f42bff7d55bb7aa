import { afterEach, describe, expect, it } from 'vitest';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import { plusSeconds } from '../../../shared/instant.ts';
import { RadarDesk, busiestMinute, isOver, partnerIdOf, standings, when } from './radar-desk.ts';

const desks: RadarDesk[] = [];
const deskOf = (count: number): RadarDesk => {
  const desk = new RadarDesk(count);
  desks.push(desk);
  return desk;
};
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

describe('a walk', () => {
  it('checks every Partner ID once: the list in parts of 50, then the agreement of each valid one', async () => {
    const desk = deskOf(220);
    desk.own = partnerIdOf(7);
    desk.invalid
      .set(partnerIdOf(1), '2200').set(partnerIdOf(2), '2201').set(partnerIdOf(3), '900154')
      .set(partnerIdOf(4), '2203').set(partnerIdOf(5), '4711');
    desk.unsigned.add(partnerIdOf(6));
    desk.addRow('');
    desk.addRow(partnerIdOf(0));
    const { work, radar } = await desk.open();
    expect(radar.run()).toBeUndefined();
    await radar.checkAll();
    const run = await when(radar, isOver);
    expect(run).toMatchObject({ total: 221, done: 221, bad: 7, state: 'done' });
    expect([desk.times('validate-resellers'), desk.times('check-agreement'), desk.times('check-reseller')]).toEqual([5, 214, 0]);
    expect(desk.asked.flatMap(({ partnerIds }) => partnerIds)).not.toContain(partnerIdOf(7));
    const found = await standings(work);
    expect(Array.from({ length: 9 }, (_, index) => found.get(partnerIdOf(index)))).toEqual([
      'good', 'unknown-id', 'other-region', 'suspended', 'agreement-missing', 'not-reseller', 'agreement-missing', 'own-id', 'good',
    ]);
    expect(found.size).toBe(220);
    expect((await work.partnerships.verdictsOf(partnerIdOf(5)))[0]).toMatchObject({ code: '4711', text: 'said 4711' });
    expect([busiestMinute(desk.asked), desk.mostInFlight]).toEqual([120, 1]);
  });

  it('asks for each Partner ID alone where the validation is not offered, at half the pace', async () => {
    const codes: readonly FailureCode[] = ['role-missing', 'not-supported', 'not-found', 'unknown-server-code'];
    for (const code of codes) {
      const desk = deskOf(60);
      desk.script = ({ call }) => (call === 'validate-resellers' ? { outcome: 'refused', code } : undefined);
      desk.invalid.set(partnerIdOf(1), '2200');
      desk.unsigned.add(partnerIdOf(2));
      const { work, radar } = await desk.open();
      await radar.checkAll();
      expect(await when(radar, isOver)).toMatchObject({ total: 60, done: 60, bad: 2 });
      expect([desk.times('validate-resellers'), desk.times('check-reseller'), desk.times('check-agreement')]).toEqual([1, 60, 0]);
      // a check alone is two requests at once, so that the last one may reach over the end of the minute
      expect(busiestMinute(desk.asked)).toBeLessThanOrEqual(121);
      const found = await standings(work);
      expect([found.get(partnerIdOf(1)), found.get(partnerIdOf(2))]).toEqual(['unknown-id', 'agreement-missing']);
    }
  });

  it('asks alone for what a validation leaves out, and validates each alone when a whole part is refused', async () => {
    const desk = deskOf(100);
    desk.invalid.set(partnerIdOf(3), '900154');
    desk.script = ({ call, partnerIds }) => {
      if (call !== 'validate-resellers' || partnerIds.length === 1) return undefined;
      if (partnerIds.includes(partnerIdOf(0))) return { outcome: 'refused', code: 'bad-request' };
      return { outcome: 'answered', value: { results: partnerIds.slice(1).map((partnerId) => ({ partnerId, isValid: true })) } };
    };
    const { work, radar } = await desk.open();
    await radar.checkAll();
    expect(await when(radar, isOver)).toMatchObject({ done: 100, bad: 1 });
    expect([desk.times('validate-resellers'), desk.times('check-reseller'), desk.times('check-agreement')]).toEqual([2 + 50, 1, 49 + 49]);
    // the other calls know of no suspension
    expect((await standings(work)).get(partnerIdOf(3))).toBe('suspended');
  });

  it('waits exactly as long as the server asks, and says until when', async () => {
    const desk = deskOf(3);
    let isAsked = false;
    desk.script = ({ call }) => {
      if (call !== 'check-agreement' || isAsked) return undefined;
      isAsked = true;
      desk.clock.isHeld = true;
      return { outcome: 'throttled', seconds: 73 };
    };
    const { work, radar } = await desk.open();
    await radar.checkAll();
    const waiting = await when(radar, ({ state }) => state === 'waiting');
    const throttledAt = desk.asked.at(-1)?.at ?? desk.clock.now();
    expect(waiting).toMatchObject({ until: plusSeconds(throttledAt, 73), failure: { code: 'throttled' } });
    const before = desk.asked.length;
    desk.clock.goOn(72.9);
    expect(desk.asked).toHaveLength(before);
    desk.clock.release();
    expect(await when(radar, isOver)).toEqual({ startedAt: waiting.startedAt, total: 3, done: 3, bad: 0, state: 'done' });
    expect(desk.asked[before]?.at).toBe(plusSeconds(throttledAt, 73));
    expect((await standings(work)).size).toBe(3);
  });

  it('waits for the network without a time, keeps what it found, and goes on when it is back', async () => {
    const desk = deskOf(20);
    desk.script = ({ call }) => {
      if (call === 'check-agreement' && desk.times('check-agreement') === 5) {
        desk.setOnline(false);
        return { outcome: 'not-sent', code: 'offline' };
      }
      return undefined;
    };
    const { work, radar } = await desk.open();
    await radar.checkAll();
    const waiting = await when(radar, ({ state, failure }) => state === 'waiting' && failure?.code === 'offline');
    expect(waiting).not.toHaveProperty('until');
    expect((await standings(work)).size).toBe(4);
    const asked = desk.asked.length;
    desk.setOnline(true);
    expect(await when(radar, isOver)).toMatchObject({ done: 20 });
    expect(desk.asked.length).toBe(asked + 16);
  });

  it('looks again now and then where the system says online and the server cannot be reached', async () => {
    const desk = deskOf(1);
    desk.script = () => (desk.asked.length < 4 ? { outcome: 'not-sent', code: 'unreachable' } : undefined);
    const { radar } = await desk.open();
    await radar.checkAll();
    await when(radar, isOver);
    const gaps = desk.asked.slice(1, 4).map(({ at }, index) => Date.parse(at) - Date.parse(desk.asked[index]?.at ?? at));
    expect(gaps).toEqual([30_000, 30_000, 30_000]);
  });

  it.each<readonly ['refused' | 'not-sent', FailureCode]>([
    ['not-sent', 'sign-in-needed'], ['refused', 'role-missing'], ['not-sent', 'wrong-tenant'],
  ])(
    'stops at once and says why: %s %s', async (outcome, code) => {
      const desk = deskOf(9);
      desk.script = ({ call }) => (call === 'check-agreement' ? { outcome, code } : undefined);
      const { radar } = await desk.open();
      await radar.checkAll();
      expect(await when(radar, ({ state }) => state === 'stopped')).toMatchObject({ done: 0, total: 9, failure: { code } });
      expect(desk.asked).toHaveLength(2);
      desk.script = () => undefined;
      await radar.checkAll();
      expect(await when(radar, isOver)).toMatchObject({ done: 9 });
    },
  );

  it('gives a server in trouble some time, then asks a person', async () => {
    const desk = deskOf(2);
    desk.script = () => ({ outcome: 'no-answer', code: 'server-trouble' });
    const { radar } = await desk.open();
    await radar.checkAll();
    expect(await when(radar, ({ state }) => state === 'stopped')).toMatchObject({ failure: { code: 'server-trouble' } });
    expect(desk.asked).toHaveLength(4 + 2);
    expect(Date.parse(desk.asked.at(-1)?.at ?? '') - Date.parse(desk.asked[0]?.at ?? '')).toBeLessThan(200_000);
    const many = deskOf(20);
    many.script = desk.script;
    const other = await many.open();
    await other.radar.checkAll();
    expect(await when(other.radar, ({ state }) => state === 'stopped')).toMatchObject({ done: 0, failure: { code: 'server-trouble' } });
    expect(many.asked).toHaveLength(4 + 5);
  });

  it('leaves a Partner ID that cannot be asked about for the next walk, and stops when it is not that one', async () => {
    const desk = deskOf(20);
    desk.script = ({ call, partnerIds: [first] }) =>
      call === 'check-agreement' && first === partnerIdOf(3) ? { outcome: 'refused', code: 'bad-request' } : undefined;
    const { radar } = await desk.open();
    await radar.checkAll();
    expect(await when(radar, isOver)).toMatchObject({ done: 19, total: 20, failure: { code: 'bad-request' } });
    const all = deskOf(20);
    all.script = ({ call }) => (call === 'check-agreement' ? { outcome: 'refused', code: 'bad-request' } : undefined);
    const other = await all.open();
    await other.radar.checkAll();
    expect(await when(other.radar, ({ state }) => state === 'stopped')).toMatchObject({ done: 0, failure: { code: 'bad-request' } });
    expect(all.times('check-agreement')).toBe(5);
  });

  it('takes a refusal that tells about the Partner ID for the finding', async () => {
    const desk = deskOf(1);
    desk.script = ({ call }) =>
      call === 'check-agreement' ? { outcome: 'refused', code: 'partner-id-unknown', serverCode: '3000', serverText: 'no such' } : undefined;
    const { work, radar } = await desk.open();
    await radar.checkAll();
    expect(await when(radar, isOver)).toMatchObject({ bad: 1 });
    expect(await work.partnerships.verdicts()).toMatchObject([{ standing: 'unknown-id', code: '3000', text: 'no such' }]);
  });

  it('that was done begins anew when it is asked for again, and not while it runs', async () => {
    const desk = deskOf(4);
    const { radar } = await desk.open();
    await radar.checkAll();
    await when(radar, ({ done }) => done === 1);
    await radar.checkAll();
    const first = await when(radar, isOver);
    expect(desk.times('validate-resellers')).toBe(1);
    desk.clock.goOn(3600);
    await radar.checkAll();
    expect(await when(radar, (run) => isOver(run) && run.startedAt !== first.startedAt)).toMatchObject({ done: 4 });
    expect(desk.times('validate-resellers')).toBe(2);
  });
});

describe('stopping and the end of the app', () => {
  it('stops after the call under way, keeps what was found, and goes on there', async () => {
    const desk = deskOf(60);
    const { work, radar } = await desk.open();
    await radar.checkAll();
    await when(radar, ({ done }) => done === 10);
    radar.stop();
    const stopped = await when(radar, ({ state }) => state === 'stopped');
    expect(stopped).not.toHaveProperty('failure');
    expect((await standings(work)).size).toBe(stopped.done);
    const asked = desk.asked.length;
    await radar.checkAll();
    expect(await when(radar, isOver)).toMatchObject({ startedAt: stopped.startedAt, done: 60 });
    expect(desk.asked.length - asked).toBe(60 - stopped.done + Math.ceil((60 - stopped.done) / 50));
  });

  it('goes on by itself after a restart, without checking anything twice', async () => {
    const desk = deskOf(120);
    const window = await desk.open();
    await window.radar.checkAll();
    await when(window.radar, ({ done }) => done === 60);
    await window.radar.close();
    expect(window.radar.run()).toMatchObject({ state: 'running' });
    desk.kill(window);
    const { radar } = await desk.open();
    expect(await when(radar, isOver)).toMatchObject({ total: 120, done: 120 });
    expect(desk.times('check-agreement')).toBe(120);
  });

  it('loses one part at most when the app is killed', async () => {
    const desk = deskOf(120);
    const window = await desk.open();
    await window.radar.checkAll();
    await when(window.radar, ({ done }) => done === 99);
    desk.isDead = true;
    desk.kill(window);
    desk.isDead = false;
    const { radar, work } = await desk.open();
    const kept = (await standings(work)).size;
    expect(kept).toBeGreaterThanOrEqual(50);
    expect(await when(radar, isOver)).toMatchObject({ total: 120, done: 120 });
    expect((await standings(work)).size).toBe(120);
  });

  it('honours a pause of an earlier life of the app', async () => {
    const desk = deskOf(5);
    let isThrottled = false;
    desk.script = () => {
      if (isThrottled) return undefined;
      isThrottled = true;
      desk.clock.isHeld = true;
      return { outcome: 'throttled', seconds: 600 };
    };
    const window = await desk.open();
    await window.radar.checkAll();
    const { until } = await when(window.radar, ({ state }) => state === 'waiting');
    await window.radar.close();
    desk.kill(window);
    const { radar } = await desk.open();
    expect(await when(radar, ({ state }) => state === 'waiting')).toMatchObject({ until });
    desk.clock.release();
    await when(radar, isOver);
    expect(desk.asked[1]?.at).toBe(until);
  });

  it('takes what it cannot read for no walk at all', async () => {
    const desk = deskOf(2);
    const window = await desk.open();
    await window.work.saveSetting('radar.run', '{"state":"flying"}');
    desk.kill(window);
    const { radar } = await desk.open();
    await radar.checkAll();
    expect(await when(radar, isOver)).toMatchObject({ done: 2 });
  });

  it('lets one of two windows walk; the other shows it and may stop it', async () => {
    const desk = deskOf(60);
    const held = Promise.withResolvers<void>();
    const waiting: object = { request: async (_name: string, { signal }: { signal: AbortSignal }) => {
      signal.addEventListener('abort', () => held.resolve());
      await held.promise;
    } };
    const first = await desk.open();
    const second = await desk.open({ locks: waiting as LockManager });
    // the other window hears of the first part a while later: the walk must not be over by then
    desk.script = ({ call }) => void (desk.clock.isHeld ||= call === 'check-agreement' && desk.times(call) === 51);
    await second.radar.checkAll();
    await when(second.radar, ({ done }) => done >= 50);
    second.radar.stop();
    await when(first.radar, ({ state }) => state === 'stopped');
    expect(await when(second.radar, ({ state }) => state === 'stopped')).toEqual(first.radar.run());
    desk.clock.release();
    await second.radar.checkAll();
    expect(await when(second.radar, isOver)).toMatchObject({ done: 60 });
    expect(desk.mostInFlight).toBe(1);
  });
});

describe('checking one Partner ID', () => {
  it.each<readonly [string, (desk: RadarDesk) => void, object]>([
    ['good, with the company behind it', () => undefined, { standing: 'good', name: `Company ${partnerIdOf(0)}` }],
    ['unknown', (desk) => void desk.invalid.set(partnerIdOf(0), '2200'), { standing: 'unknown-id' }],
    ['not signed', (desk) => void desk.unsigned.add(partnerIdOf(0)), { standing: 'agreement-missing' }],
    [
      'suspended, which only the validation knows',
      (desk) => void desk.invalid.set(partnerIdOf(0), '900154'), { standing: 'suspended', code: '900154' },
    ],
    ['the own one, unasked', (desk) => void (desk.own = partnerIdOf(0)), { standing: 'own-id' }],
  ])('finds it %s', async (_name, prepare, expected) => {
    const desk = deskOf(1);
    prepare(desk);
    const { radar, work } = await desk.open();
    const answer = await radar.checkOne(partnerIdOf(0));
    expect(answer).toMatchObject({ ok: true, value: expected });
    expect(await work.partnerships.verdicts()).toMatchObject([expected]);
  });

  it('ignores a validation that is refused, and keeps nothing of a question that found no answer', async () => {
    const desk = deskOf(1);
    desk.script = ({ call }) => (call === 'validate-resellers' ? { outcome: 'refused', code: 'role-missing' } : undefined);
    const { radar, work } = await desk.open();
    expect(await radar.checkOne(partnerIdOf(0))).toMatchObject({ ok: true, value: { standing: 'good' } });
    desk.script = () => ({ outcome: 'throttled', seconds: 9 });
    expect(await radar.checkOne(partnerIdOf(0))).toMatchObject({ ok: false, error: { code: 'throttled', retryAfterSeconds: 9 } });
    expect(await work.partnerships.verdicts()).toMatchObject([{ checks: 1 }]);
  });

  it.each<readonly [FailureCode, ReturnType<RadarDesk['script']>]>([
    ['throttled', { outcome: 'throttled', seconds: 60 }], ['offline', { outcome: 'not-sent', code: 'offline' }],
    ['server-trouble', { outcome: 'no-answer', code: 'server-trouble' }], ['bad-request', { outcome: 'refused', code: 'bad-request' }],
  ])('leaves a suspended one as it was when the validation brings no answer: %s', async (code, validation) => {
    const desk = deskOf(1);
    desk.invalid.set(partnerIdOf(0), '900154');
    const { radar, work } = await desk.open();
    await radar.checkOne(partnerIdOf(0));
    desk.script = ({ call }) => (call === 'validate-resellers' ? validation : undefined);
    expect(await radar.checkOne(partnerIdOf(0))).toMatchObject({ ok: false, error: { code } });
    expect(await work.partnerships.verdicts()).toMatchObject([{ standing: 'suspended', checks: 1 }]);
  });

  it('does not wait for the turn of a walk, and has no call beside it', async () => {
    const desk = deskOf(60);
    const { radar } = await desk.open();
    await radar.checkAll();
    await when(radar, ({ done }) => done === 5);
    expect(await radar.checkOne(partnerIdOf(59))).toMatchObject({ ok: true });
    expect(await when(radar, isOver)).toMatchObject({ done: 60, total: 60 });
    expect(desk.mostInFlight).toBe(1);
  });
});
