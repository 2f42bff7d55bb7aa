import { plusSeconds } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { isWithinDays } from './end-of-term.ts';
import { moneyOfEnds } from './money-of-ends.ts';
import type { EndMoney } from './money-of-ends.ts';
import type { EndCost } from './renewal-price.ts';

/** The board looks so far ahead. */
export const boardDays = 90;
const weekSeconds = 7 * 86_400;
/** 90 whole days and the one that has begun. */
const weeks = 13;

/** A week of the picture, counted from the present moment. */
export interface TimelineWeek<End> {
  readonly from: Instant;
  readonly ends: readonly End[];
  readonly money: EndMoney;
}

/** The ends of the next 90 days by weeks, the soonest first. */
export function timelineWeeks<End extends { readonly decideBy: Instant; readonly cost: EndCost }>(
  ends: readonly End[], now: Instant,
): readonly TimelineWeek<End>[] {
  const start = Date.parse(now);
  const inOrder = ends
    .filter(({ decideBy }) => Date.parse(decideBy) > start && isWithinDays(decideBy, now, boardDays))
    .toSorted((a, b) => Date.parse(a.decideBy) - Date.parse(b.decideBy));
  return Array.from({ length: weeks }, (_none, week) => {
    const weekOf = ({ decideBy }: End): number => Math.ceil((Date.parse(decideBy) - start) / (weekSeconds * 1000)) - 1;
    const own = inOrder.filter((end) => weekOf(end) === week);
    return { from: plusSeconds(now, week * weekSeconds), ends: own, money: moneyOfEnds(own.map(({ cost }) => cost)) };
  });
}
