import { dayOf } from '../../shared/domain/cart/calendar.ts';
import { readChoices } from '../../shared/domain/renewal/choice.ts';
import type { Instant } from '../../shared/instant.ts';
import { endChoicesSetting, endsOf, readEnds } from './read-ends.ts';
import type { End } from './read-ends.ts';
import { serverNow } from './server-time.ts';
import { useLive, useMirror, useServices } from './services.tsx';
import { useClock } from './use-clock.ts';

/** The ends of the next 90 days, the soonest first, and the present by the server's clock; undefined before the first answer. */
export function useEnds(): { readonly ends: readonly End[] | undefined; readonly now: Instant } {
  const { account } = useServices();
  const now = useClock();
  const read = useMirror(['customers', 'orders', 'price-lists'], (mirror) => readEnds(mirror, serverNow(account.id)), [dayOf(now)]);
  const operations = useLive((work) => work.operations(), []);
  const kept = useLive(async (work) => ({ choices: readChoices(await work.setting(endChoicesSetting)) }), []);
  if (read === undefined || operations === undefined || kept === undefined) return { ends: undefined, now };
  return { ends: endsOf(read, { operations, choices: kept.choices, now }), now };
}
