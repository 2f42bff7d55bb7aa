import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonFile } from '../../../electron/files/json-file.ts';
import { ask } from '../../../electron/partner-center/api.ts';
import { openServerTimes } from '../../../electron/partner-center/server-time.ts';
import type { HeardTime } from '../../../electron/partner-center/server-time.ts';
import { newAccountId } from '../../../shared/ids.ts';
import { startPractice } from '../../../electron/practice/server.ts';
import { connectionTo, localServer } from './support/local-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const hour = 3_600_000;
const began = Date.parse('2026-11-27T09:00:00.000Z');
const id = newAccountId();

async function openDesk(now: () => number = () => began) {
  const path = join(await temporaryFolder(), 'server-time.json');
  const told: number[] = [];
  const open = () => openServerTimes({
    file: jsonFile(path, z.record(z.string(), z.number().int()), {}), now,
    changed: (_id, ahead) => void told.push(ahead),
    report: (error) => expect.fail(String(error)),
  });
  return { told, open, times: await open() };
}
const heard = (aheadMs: number, more: Partial<HeardTime> = {}): HeardTime =>
  ({ date: new Date(began + aheadMs).toUTCString(), sentAt: began - 100, elapsedMs: 100, ...more });

describe('the time of the server', () => {
  it('is learned from an answer, told once, and kept for a start without a network', async () => {
    const { told, open, times } = await openDesk();
    times.hear(id, heard(200));
    expect(told).toEqual([]);
    times.hear(id, heard(3 * hour));
    times.hear(id, heard(3 * hour + 1000));
    expect(told).toEqual([3 * hour + 550]);
    await expect.poll(async () => (await open()).ahead(id)).toBe(3 * hour + 550);
    expect(await times.ahead(newAccountId())).toBe(0);
    times.hear(id, heard(0));
    expect(told).toEqual([3 * hour + 550, 0]);
    await expect.poll(async () => (await open()).ahead(id)).toBe(0);
  });

  it('is not learned from an answer without a date, a slow one, or one the computer slept or set its clock over', async () => {
    const { told, times } = await openDesk();
    times.hear(id, heard(hour, { date: null }));
    times.hear(id, heard(hour, { date: 'soon' }));
    times.hear(id, heard(hour, { sentAt: began - 11_000, elapsedMs: 11_000 }));
    times.hear(id, heard(hour, { sentAt: began - hour }));
    times.hear(id, heard(hour, { sentAt: began + hour }));
    expect(told).toEqual([]);
  });

  it('is told by every answer of a server, and by the practice tenant as its own clock says', async () => {
    const { url } = await localServer((response) => response.writeHead(500, { Date: new Date(0).toUTCString() }).end('{}'));
    const dates: (string | null)[] = [];
    const connection = { ...connectionTo(url), heard: (time: HeardTime) => void dates.push(time.date) };
    await ask(connection, { method: 'GET', path: '/v1/things', read: () => undefined });
    expect(dates).toEqual(['Thu, 01 Jan 1970 00:00:00 GMT']);
    const practice = await startPractice({ seed: 'small', now: () => new Date(began) });
    const answer = await fetch(`${practice.url}/v1/customers`, { headers: { Authorization: `Bearer ${practice.token}` } });
    expect(answer.headers.get('date')).toBe('Fri, 27 Nov 2026 09:00:00 GMT');
    await answer.text();
    await practice.close();
  });
});
