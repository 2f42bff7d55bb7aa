import { isVerdictOld } from '../../../shared/domain/partnership/verdict.ts';
import type { Verdict } from '../../../shared/domain/partnership/verdict.ts';
import { instantOf } from '../../../shared/instant.ts';
import { useNow } from '../../text/use-now.ts';
import type { ShownVerdict } from '../../ui/verdict-mark.tsx';

/** Verdicts as they are shown now: with the word whether they are old. */
export function useShownVerdict(): (verdict: Verdict | undefined) => ShownVerdict | undefined {
  const now = instantOf(new Date(useNow()));
  return (verdict) => verdict && { standing: verdict.standing, checkedAt: verdict.checkedAt, isOld: isVerdictOld(verdict, now) };
}
