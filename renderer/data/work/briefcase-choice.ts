import { z } from 'zod';
import { ChosenItem } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import type { BriefcaseChoice } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import { readKept } from '../../../shared/kept-json.ts';
import type { WorkStore } from '../../../shared/ports/work-store.ts';

type Settings = Pick<WorkStore, 'setting' | 'saveSetting'>;
const setting = 'briefcase.choice';
const Stored = z.array(z.unknown());

/** An item of a kind that this version does not know leaves the others alone. */
const read = (text: string | undefined): BriefcaseChoice =>
  (readKept(Stored, text) ?? []).flatMap((item) => ChosenItem.safeParse(item).data ?? []);

/** What is taken along. */
export const readChoice = async (work: Settings): Promise<BriefcaseChoice> => read(await work.setting(setting));

let last: Promise<void> = Promise.resolve();

/** Changes the choice; one change after the other, so that none is lost. */
export function changeChoice(work: Settings, change: (choice: BriefcaseChoice) => BriefcaseChoice): Promise<void> {
  const changed = last.then(async () => work.saveSetting(setting, JSON.stringify(change(await readChoice(work)))));
  last = changed.catch(() => undefined);
  return changed;
}
