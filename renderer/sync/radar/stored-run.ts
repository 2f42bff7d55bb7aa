import { z } from 'zod';
import { Failure } from '../../../shared/contract/failure.ts';
import { Instant } from '../../../shared/instant.ts';
import { readKept } from '../../../shared/kept-json.ts';
import type { RadarRun } from '../../../shared/ports/reseller-radar.ts';
import type { WorkStore } from '../../../shared/ports/work-store.ts';
import { keptAsks } from '../kept-asks.ts';
import type { KeptAsk } from '../kept-asks.ts';

const Count = z.number().int().min(0);

/** The walk as it is kept: only the window that walks writes it. */
const StoredRun = z.object({
  startedAt: Instant,
  total: Count,
  done: Count,
  bad: Count,
  state: z.enum(['running', 'waiting', 'stopped', 'done']),
  until: Instant.optional(),
  failure: Failure.optional(),
});

/** What a person asked for last, in whatever window: the one that walks acts on it once. */
export const radarAsks = keptAsks('radar', ['walk', 'stop']);
export type RadarAsk = KeptAsk<'walk' | 'stop'>;

const runSetting = 'radar.run';

type Settings = Pick<WorkStore, 'setting' | 'saveSetting'>;

/** A run without properties that have no value. */
export function runOf({ startedAt, total, done, bad, state, until, failure }: z.infer<typeof StoredRun>): RadarRun {
  return {
    startedAt, total, done, bad, state,
    ...(until === undefined ? {} : { until }),
    ...(failure === undefined ? {} : { failure }),
  };
}

export async function readRun(settings: Settings): Promise<RadarRun | undefined> {
  const stored = readKept(StoredRun, await settings.setting(runSetting));
  return stored && runOf(stored);
}
export const saveRun = (settings: Settings, run: RadarRun): Promise<void> => settings.saveSetting(runSetting, JSON.stringify(run));
