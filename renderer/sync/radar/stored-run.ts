import { z } from 'zod';
import { Failure } from '../../../shared/contract/failure.ts';
import { Instant } from '../../../shared/instant.ts';
import type { RadarRun } from '../../../shared/ports/reseller-radar.ts';
import type { WorkStore } from '../../../shared/ports/work-store.ts';

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
const Ask = z.object({ id: z.string(), what: z.enum(['walk', 'stop']) });
export type Ask = z.infer<typeof Ask>;

const runSetting = 'radar.run';
const askSetting = 'radar.ask';
const heardSetting = 'radar.heard';

type Settings = Pick<WorkStore, 'setting' | 'saveSetting'>;

/** What was written by another version of the app, or not at all, counts as nothing. */
export function parsed<Schema extends z.ZodType>(schema: Schema, text: string | undefined): z.infer<Schema> | undefined {
  if (text === undefined) return undefined;
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** A run without properties that have no value. */
export function runOf({ startedAt, total, done, bad, state, until, failure }: z.infer<typeof StoredRun>): RadarRun {
  return {
    startedAt, total, done, bad, state,
    ...(until === undefined ? {} : { until }),
    ...(failure === undefined ? {} : { failure }),
  };
}

export async function readRun(settings: Settings): Promise<RadarRun | undefined> {
  const stored = parsed(StoredRun, await settings.setting(runSetting));
  return stored && runOf(stored);
}
export const saveRun = (settings: Settings, run: RadarRun): Promise<void> => settings.saveSetting(runSetting, JSON.stringify(run));

export const saveAsk = (settings: Settings, what: Ask['what']): Promise<void> =>
  settings.saveSetting(askSetting, JSON.stringify({ id: crypto.randomUUID(), what } satisfies Ask));

/** What was asked for and nobody has acted on yet; also over the end of the app. */
export async function openAsk(settings: Settings): Promise<Ask | undefined> {
  const ask = parsed(Ask, await settings.setting(askSetting));
  return ask === undefined || ask.id === (await settings.setting(heardSetting)) ? undefined : ask;
}
export const markHeard = (settings: Settings, { id }: Ask): Promise<void> => settings.saveSetting(heardSetting, id);
