import { z } from 'zod';
import { readChoices } from '../../shared/domain/renewal/choice.ts';
import { dueReminders, nextReminder, withGiven } from '../../shared/domain/renewal/reminders.ts';
import type { GivenReminders, OpenEnd, ReminderDays } from '../../shared/domain/renewal/reminders.ts';
import { Instant, isBefore, plusSeconds } from '../../shared/instant.ts';
import { readKept } from '../../shared/kept-json.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { endChoicesSetting, endRemindersSetting, endsOf, readEnds } from '../platform/read-ends.ts';
import { watchMoments } from './moment-watch.ts';

const remindedSetting = 'ends.reminded';

/** How many ends come under each number of days, the nearest first. */
export type EndNotice = readonly { readonly days: ReminderDays; readonly count: number }[];

export interface EndingWatchParts {
  readonly work: Pick<WorkStore, 'setting' | 'saveSetting' | 'operations' | 'watch'>;
  readonly mirror: Pick<Mirror, 'subscriptions' | 'skuInLists' | 'subscribe'>;
  /** The server's. */
  readonly clock: Clock;
  readonly onResume: (listener: () => void) => () => void;
  /** The server's clock was found to be another than was thought. */
  readonly onTimeSet: (listener: () => void) => () => void;
  readonly remind: (notice: EndNotice) => void;
  readonly report: (error: unknown) => void;
}

const Given = z.object({ ends: z.record(z.string(), z.number()), lastAt: Instant.optional() });

/** Looked at so often even where nothing is due: what was chosen or sent meanwhile is seen at the latest then. */
const longestSeconds = 24 * 3600;

/**
 * Reminds 90, 30, 7 and 1 days before the end of what nobody decided (failure story F35): one notice a day for all of them, at the
 * moment, or where the computer slept or the app was closed then, at the next waking or start. It reads the offline copy, the
 * choices and the outbox alone. Returns the way to stop.
 */
export function watchEnds({ work, mirror, clock, onResume, onTimeSet, remind, report }: EndingWatchParts): () => void {
  const openEnds = async (): Promise<readonly OpenEnd[]> => {
    const [read, operations, choices] = await Promise.all([readEnds(mirror, clock.now()), work.operations(), work.setting(endChoicesSetting)]);
    return endsOf(read, { operations, choices: readChoices(choices), now: clock.now() })
      .filter(({ isDecided }) => !isDecided)
      .map(({ key, renewal }) => ({ key, decideBy: renewal.decideBy }));
  };
  const onSwitch = (ask: () => void): (() => void) => work.watch(() => work.setting(endRemindersSetting), ask);
  return watchMoments({
    clock, report,
    causes: [(ask) => mirror.subscribe((topics) => topics.includes('orders') && ask()), onResume, onTimeSet, onSwitch],
    look: async ({ again, isOver }) => {
      if ((await work.setting(endRemindersSetting)) === 'off') return;
      const ends = await openEnds();
      const before: GivenReminders = readKept(Given, await work.setting(remindedSetting)) ?? { ends: {} };
      if (isOver()) return;
      const now = clock.now();
      const due = dueReminders(ends, before, now);
      const given = due.size === 0 ? before : withGiven(before, due, { ends, now });
      // named before anything can fail: what could not be kept is tried again then
      const [next, latest] = [nextReminder(ends, given, now), plusSeconds(now, longestSeconds)];
      again(next !== undefined && isBefore(next, latest) ? next : latest);
      if (due.size === 0) return;
      // kept first: a reminder that is lost with the app is better than one that comes at each start
      await work.saveSetting(remindedSetting, JSON.stringify(given));
      remind([...due].map(([days, those]) => ({ days, count: those.length })));
    },
  });
}
