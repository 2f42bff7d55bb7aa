import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { JsonFile } from '../../../electron/files/json-file.ts';
import { openConnectivity } from '../../../electron/sync/connectivity.ts';
import type { Connectivity, ConnectivitySettings } from '../../../electron/sync/connectivity.ts';

const world = { isSystemOnline: true, answers: true, probes: 0, kept: { workOffline: false }, told: [] as string[] };
const settings: JsonFile<ConnectivitySettings> = {
  read: () => Promise.resolve(world.kept),
  write: (value) => Promise.resolve(void (world.kept = value)),
  writeNow: (value) => void (world.kept = value),
};

async function open(): Promise<Connectivity> {
  const connectivity = await openConnectivity({
    settings,
    isSystemOnline: () => world.isSystemOnline,
    probe: () => {
      world.probes += 1;
      return Promise.resolve(world.answers);
    },
    changed: (state) => void world.told.push(state.reason),
  });
  onTestFinished(() => connectivity.stop());
  return connectivity;
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(world, { isSystemOnline: true, answers: true, probes: 0, kept: { workOffline: false }, told: [] });
});
afterEach(() => vi.useRealTimers());

it('tells when the network goes and comes back', async () => {
  const connectivity = await open();
  world.isSystemOnline = false;
  expect(connectivity.read()).toEqual({ isOnline: false, reason: 'no-network' });
  await vi.advanceTimersByTimeAsync(1000);
  world.isSystemOnline = true;
  await vi.advanceTimersByTimeAsync(1000);
  expect(world.told).toEqual(['no-network', 'online']);
});

it('probes after a request that did not get there, and recovers by itself', async () => {
  const connectivity = await open();
  world.answers = false;
  connectivity.reportUnreachable();
  await vi.advanceTimersByTimeAsync(0);
  expect(connectivity.read().reason).toBe('no-network');
  world.answers = true;
  await vi.advanceTimersByTimeAsync(3000);
  expect(connectivity.read().reason).toBe('online');
  expect(world.told).toEqual(['no-network', 'online']);
});

it('probes less and less often while nothing answers', async () => {
  const connectivity = await open();
  world.answers = false;
  connectivity.reportUnreachable();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(world.probes).toBeLessThan(26);
  expect(world.probes).toBeGreaterThan(10);
});

it('takes any answer of a server as proof', async () => {
  const connectivity = await open();
  world.answers = false;
  connectivity.reportUnreachable();
  await vi.advanceTimersByTimeAsync(0);
  connectivity.reportAnswer();
  expect(connectivity.read().reason).toBe('online');
});

it('does not count a computer that never had a network as cut off: the practice tenant lives on it', async () => {
  world.isSystemOnline = false;
  const connectivity = await open();
  expect(connectivity.read().isOnline).toBe(true);
});

it('keeps the switch of the user over a restart, above all else', async () => {
  const connectivity = await open();
  expect(await connectivity.setWorkOffline(true)).toEqual({ isOnline: false, reason: 'work-offline' });
  connectivity.reportAnswer();
  expect((await open()).read().reason).toBe('work-offline');
  expect(world.told).toEqual(['work-offline']);
});
