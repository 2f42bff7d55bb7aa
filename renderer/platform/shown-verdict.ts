import { isVerdictOld } from '../../shared/domain/partnership/verdict.ts';
import type { Verdict } from '../../shared/domain/partnership/verdict.ts';
import { instantOf } from '../../shared/instant.ts';

/** A verdict as screens show it: with the word whether it is so old that it may have changed. */
export type AgedVerdict = Pick<Verdict, 'standing' | 'checkedAt' | 'partnerId' | 'name'> & { readonly isOld: boolean };

/** The verdict as it stands at a moment, in milliseconds. */
export function shownVerdict(verdict: Verdict | undefined, nowMs: number): AgedVerdict | undefined {
  if (verdict === undefined) return undefined;
  const { standing, checkedAt, partnerId, name } = verdict;
  return { standing, checkedAt, partnerId, ...(name === undefined ? {} : { name }), isOld: isVerdictOld(verdict, instantOf(new Date(nowMs))) };
}
