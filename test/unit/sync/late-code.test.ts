import { describe, expect, it } from 'vitest';
import { lateOutbox } from '../../../renderer/sync/late-outbox.ts';
import { lateRadar } from '../../../renderer/sync/late-radar.ts';
import { OperationId, PartnerId } from '../../../shared/ids.ts';
import type { OutboxControl } from '../../../shared/ports/outbox-control.ts';
import type { ResellerRadar } from '../../../shared/ports/reseller-radar.ts';
import { failure } from '../../../shared/contract/failure.ts';
import { err, ok } from '../../../shared/result.ts';

/** A part whose code cannot be read so many times. */
function codeOf<Part>(part: Part, failures: number) {
  const bugs: unknown[] = [];
  const reads: number[] = [];
  const start = async (): Promise<Part> => {
    reads.push(reads.length);
    if (reads.length <= failures) throw new Error('no such chunk');
    return part;
  };
  return { bugs, reads, start, report: (error: unknown) => void bugs.push(error) };
}
/** A rejection that nobody handles has failed the run by then. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

const id = OperationId.parse('018f0000-0000-7000-8000-000000000001');

describe('an outbox whose code could not be read', () => {
  const outboxOf = (heard: string[]): OutboxControl => {
    const done = async () => ok(undefined);
    return {
      wake: () => void heard.push('wake'), cancel: async () => ok([id]),
      cancelAll: async () => 0, decide: done, edit: done, retry: done, acknowledge: done, stop: async () => undefined,
    };
  };

  it('starts on the next wake, with each failure told once', async () => {
    const heard: string[] = [];
    const code = codeOf(outboxOf(heard), 2);
    const outbox = lateOutbox(code.start, code.report);
    await settled();
    outbox.wake();
    await settled();
    expect([heard, code.reads.length, code.bugs.length]).toEqual([[], 2, 2]);
    outbox.wake();
    await settled();
    outbox.wake();
    await settled();
    expect([heard, code.reads.length, code.bugs.length]).toEqual([['wake', 'wake'], 3, 2]);
  });

  it('tells a person who asks it for something, and answers the next time', async () => {
    const code = codeOf(outboxOf([]), 2);
    const outbox = lateOutbox(code.start, code.report);
    await settled();
    await expect(outbox.cancel(id)).rejects.toThrow('no such chunk');
    expect(await outbox.cancel(id)).toEqual(ok([id]));
  });
});

describe('a radar whose code could not be read', () => {
  it('is read again when it is asked for something, and tells who looks then', async () => {
    const run = { startedAt: '2026-11-24T09:00:00.000Z', total: 1, done: 0, bad: 0, state: 'running' } as ReturnType<ResellerRadar['run']>;
    const stops: string[] = [];
    const code = codeOf<ResellerRadar>({
      run: () => run, subscribe: () => () => undefined, checkAll: async () => undefined, stop: () => void stops.push('stop'),
      checkOne: async () => err(failure('offline')), close: async () => undefined,
    }, 2);
    const radar = lateRadar(code.start, code.report);
    let told = 0;
    radar.subscribe(() => void (told += 1));
    await settled();
    radar.stop();
    await settled();
    expect([radar.run(), told, stops, code.bugs.length]).toEqual([undefined, 0, [], 2]);
    expect(await radar.checkOne(PartnerId.parse('4000001'))).toMatchObject({ error: { code: 'offline' } });
    expect([radar.run(), told, code.reads.length]).toEqual([run, 1, 3]);
  });
});
