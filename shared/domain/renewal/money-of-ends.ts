import { sum } from '../../money-math.ts';
import type { Money } from '../../money.ts';
import type { EndCost } from './renewal-price.ts';

/** What several ends cost by the month, by currency, and how many of them nobody can price. */
export interface EndMoney {
  readonly perMonth: readonly Money[];
  readonly unknown: number;
}

/** Adds up by the month: a sum of payments for a month and for three years would mean nothing. */
export function moneyOfEnds(costs: readonly EndCost[]): EndMoney {
  const byCurrency = new Map<string, Money[]>();
  for (const cost of costs) {
    if (cost.kind !== 'known') continue;
    const { currency } = cost.perMonth;
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), cost.perMonth]);
  }
  return {
    perMonth: [...byCurrency].toSorted(([a], [b]) => a.localeCompare(b)).map(([currency, amounts]) => sum(amounts, currency)),
    unknown: costs.filter(({ kind }) => kind === 'unknown').length,
  };
}
