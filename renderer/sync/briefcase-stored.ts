import { z } from 'zod';
import { Failure } from '../../shared/contract/failure.ts';
import { customerParts } from '../../shared/domain/briefcase/briefcase-parts.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { readKept } from '../../shared/kept-json.ts';
import { briefcasePhases } from '../../shared/ports/briefcase.ts';
import type { BriefcaseRun } from '../../shared/ports/briefcase.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { keptAsks } from './kept-asks.ts';
import type { KeptAsk } from './kept-asks.ts';

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
/** What a person asked for last, in whatever window: the one that reads acts on it once. */
export const briefcaseAsks = keptAsks('briefcase', ['read', 'stop']);
export type BriefcaseAsk = KeptAsk<'read' | 'stop'>;

const runSetting = 'briefcase.run';
/** More than anybody reads; the state of each customer says which parts it misses. */
const mostUnread = 200;

type Settings = Pick<WorkStore, 'setting' | 'saveSetting'>;

/** The reading as it is kept; what is being read at the moment is not. */
export async function storedRun(settings: Settings): Promise<BriefcaseRun | undefined> {
  const stored = readKept(StoredRun, await settings.setting(runSetting));
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
