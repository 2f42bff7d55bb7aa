import { z } from 'zod';
import { Failure } from '../../shared/contract/failure.ts';
import { customerParts } from '../../shared/domain/briefcase/briefcase-parts.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { briefcasePhases } from '../../shared/ports/briefcase.ts';
import type { BriefcaseRun } from '../../shared/ports/briefcase.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { parsed } from './radar/stored-run.ts';

const Count = z.number().int().min(0);
const StoredRun = z.object({
  startedAt: Instant,
  phase: z.enum(briefcasePhases),
  total: Count,
  done: Count,
  state: z.enum(['running', 'waiting', 'stopped', 'done']),
  until: Instant.optional(),
  failure: Failure.optional(),
  endedAt: Instant.optional(),
  unread: z.array(z.object({ customerId: CustomerTenantId, part: z.enum(customerParts), failure: Failure })),
});
const Ask = z.object({ id: z.string(), what: z.enum(['read', 'stop']) });
export type BriefcaseAsk = z.infer<typeof Ask>;

const runSetting = 'briefcase.run';
const askSetting = 'briefcase.ask';
const heardSetting = 'briefcase.heard';
/** More than anybody reads; the state of each customer says which parts it misses. */
const mostUnread = 200;

type Settings = Pick<WorkStore, 'setting' | 'saveSetting'>;

/** The reading as it is kept; what is being read at the moment is not. */
export async function storedRun(settings: Settings): Promise<BriefcaseRun | undefined> {
  const stored = parsed(StoredRun, await settings.setting(runSetting));
  if (stored === undefined) return undefined;
  const { until, failure, endedAt, ...rest } = stored;
  return {
    ...rest,
    ...(until === undefined ? {} : { until }),
    ...(failure === undefined ? {} : { failure }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}

export function keepRun(settings: Settings, run: BriefcaseRun): Promise<void> {
  const { current: _name, currentId: _id, unread, ...rest } = run;
  return settings.saveSetting(runSetting, JSON.stringify({ ...rest, unread: unread.slice(0, mostUnread) }));
}

export const saveBriefcaseAsk = (settings: Settings, what: BriefcaseAsk['what']): Promise<void> =>
  settings.saveSetting(askSetting, JSON.stringify({ id: crypto.randomUUID(), what } satisfies BriefcaseAsk));

/** What was asked for and nobody has acted on yet; also over the end of the app. */
export async function openBriefcaseAsk(settings: Settings): Promise<BriefcaseAsk | undefined> {
  const ask = parsed(Ask, await settings.setting(askSetting));
  return ask === undefined || ask.id === (await settings.setting(heardSetting)) ? undefined : ask;
}
export const markBriefcaseHeard = (settings: Settings, { id }: BriefcaseAsk): Promise<void> => settings.saveSetting(heardSetting, id);
