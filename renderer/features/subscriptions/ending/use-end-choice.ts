import { useState } from 'react';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { readChoices, withChoices } from '../../../../shared/domain/renewal/choice.ts';
import type { EndChoice, EndChoices } from '../../../../shared/domain/renewal/choice.ts';
import { newBatchId } from '../../../../shared/ids.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { endChoicesSetting } from '../../../platform/read-ends.ts';
import { useServices } from '../../../platform/services.tsx';
import { changesOf } from './end-effects.ts';
import type { EndEffect } from './end-effects.ts';

/** What became of a choice: put in the outbox, or noted because nothing had to be sent. */
export interface ChoiceDone {
  readonly sent: number;
  readonly noted: number;
}

export interface EndChoiceCommand {
  /** Confirms the choice for all that are not left out; undefined where it was refused. */
  readonly confirm: (choice: EndChoice, effects: readonly EndEffect[], now: Instant) => Promise<ChoiceDone | undefined>;
  readonly problem: Failure | undefined;
  readonly isBusy: boolean;
}

/** From the preview to the outbox: the choices are kept, then all changes in one transaction. */
export function useEndChoice(): EndChoiceCommand {
  const { work, outbox, mirror } = useServices();
  const [problem, setProblem] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);

  const run = async (choice: EndChoice, effects: readonly EndEffect[], now: Instant): Promise<ChoiceDone | undefined> => {
    const kept = effects.filter((effect) => effect.problem === undefined);
    const changes = changesOf(kept);
    const chosen = Object.fromEntries(kept.map(({ end }) => [end.key, { choice, at: now, endsAt: end.renewal.endsAt }]));
    const before = readChoices(await work.setting(endChoicesSetting));
    const keep = (choices: EndChoices): Promise<void> => work.saveSetting(endChoicesSetting, JSON.stringify(choices));
    // first: a change whose choice is not known yet would be shown as any other change
    await keep(withChoices(before, chosen, now));
    if (changes.length > 0) {
      // of many nobody looked at each: then only what the change rests on can stop one
      const batchId = changes.length > 1 ? newBatchId() : undefined;
      const confirmed = await work.confirmChange(changes, (await mirror.organization())?.partnerId, batchId);
      if (!confirmed.ok) {
        await keep(before);
        setProblem(confirmed.error);
        return undefined;
      }
      outbox.wake();
    }
    return { sent: changes.length, noted: kept.length - changes.length };
  };
  const confirm: EndChoiceCommand['confirm'] = async (choice, effects, now) => {
    if (isBusy) return undefined;
    setBusy(true);
    setProblem(undefined);
    try {
      return await run(choice, effects, now);
    } finally {
      setBusy(false);
    }
  };
  return { confirm, problem, isBusy };
}
