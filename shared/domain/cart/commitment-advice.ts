import { Decimal } from 'decimal.js';
import type { Money } from '../../money.ts';
import type { Commitment } from './commitments.ts';

/** What a comparison of commitments comes to. */
export interface CommitmentAdvice {
  /** The cheapest year, and what it costs less than twelve single months (negative: more); absent without both to compare. */
  readonly year?: { readonly commitment: Commitment; readonly saved: Money; readonly isCheaper: boolean };
  /** The cheapest way to have the seats for 36 months. */
  readonly cheapest: Commitment;
}

const cheapestOver = (commitments: readonly Commitment[], over: 'over12' | 'over36'): Commitment | undefined =>
  commitments.toSorted((a, b) => new Decimal(a[over].amount).comparedTo(b[over].amount))[0];

/** The comparison in a nutshell; undefined when there is nothing to compare. Of equal costs the shorter commitment is named. */
export function commitmentAdvice(commitments: readonly Commitment[]): CommitmentAdvice | undefined {
  const cheapest = cheapestOver(commitments, 'over36');
  if (cheapest === undefined || commitments.length < 2) return undefined;
  const monthly = commitments.find((one) => one.termDuration === 'P1M');
  const year = cheapestOver(commitments.filter((one) => one.termDuration === 'P1Y'), 'over12');
  if (monthly === undefined || year === undefined) return { cheapest };
  const saved = new Decimal(monthly.over12.amount).minus(year.over12.amount);
  return {
    cheapest,
    year: { commitment: year, saved: { amount: saved.toFixed(), currency: year.over12.currency }, isCheaper: saved.gt(0) },
  };
}
