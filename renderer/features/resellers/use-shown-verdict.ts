import type { Verdict } from '../../../shared/domain/partnership/verdict.ts';
import { shownVerdict } from '../../platform/shown-verdict.ts';
import type { AgedVerdict } from '../../platform/shown-verdict.ts';
import { useNow } from '../../text/use-now.ts';

/** Verdicts as they are shown now: with the word whether they are old. */
export function useShownVerdict(): (verdict: Verdict | undefined) => AgedVerdict | undefined {
  const now = useNow();
  return (verdict) => shownVerdict(verdict, now);
}
