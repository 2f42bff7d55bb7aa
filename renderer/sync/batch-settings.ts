import type { BatchId } from '../../shared/ids.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';

/** Requests a minute that bulk changes may use together; a whole number as text. */
export const batchBudgetSetting = 'outbox.batchRequests';
/**
 * The service allows 500 requests a minute and tenant id (reference, limits.rate; its vintage is 2021, and it changes without
 * notice). What is left belongs to people and to pulls.
 */
const usualBudget = 300;

const pausedSetting = (id: BatchId): string => `outbox.paused.${id}`;

/** Which bulk change was resumed last: one row that a sender can watch, whichever it was. */
const resumedSetting = 'outbox.resumed';

type Settings = Pick<WorkStore, 'setting'>;

/** How many requests a minute bulk changes may use. */
export async function batchBudget(work: Settings): Promise<number> {
  const stored = Number(await work.setting(batchBudgetSetting));
  return Number.isInteger(stored) && stored > 0 ? stored : usualBudget;
}

/** Whether a person stopped a bulk change for now. Ask within `work.watch` to see it change. */
export const isBatchPaused = (work: Settings, id: BatchId): Promise<boolean> =>
  work.setting(pausedSetting(id)).then((stored) => stored === 'yes');

/** Nothing more of the bulk change is sent until it is resumed; what is being sent just now is not cut short. */
export const pauseBatch = (work: Pick<WorkStore, 'saveSetting'>, id: BatchId): Promise<void> => work.saveSetting(pausedSetting(id), 'yes');

export async function resumeBatch(work: Pick<WorkStore, 'saveSetting'>, id: BatchId): Promise<void> {
  await work.saveSetting(pausedSetting(id), 'no');
  await work.saveSetting(resumedSetting, id);
}

/** Those of the bulk changes that a person stopped. */
export async function pausedAmong(work: Settings, ids: ReadonlySet<BatchId>): Promise<ReadonlySet<BatchId>> {
  const paused = new Set<BatchId>();
  for (const id of ids) if (await isBatchPaused(work, id)) paused.add(id);
  return paused;
}

/** Calls back when a bulk change was resumed, or may use the server more or less than before; returns the way to stop. */
export function watchBatches(work: Pick<WorkStore, 'setting' | 'watch'>, listener: () => void): () => void {
  const stops = [batchBudgetSetting, resumedSetting].map((name) => work.watch(() => work.setting(name), listener));
  return () => {
    for (const stop of stops) stop();
  };
}
