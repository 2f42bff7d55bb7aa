import type { TFunction } from 'i18next';
import type { EndCost } from '../../../../shared/domain/renewal/renewal-price.ts';
import type { End } from '../../../platform/read-ends.ts';
import { decisionWords, fateWords, productOf } from './end-words.ts';

/** The columns of the file, in their order. Money and currency stand apart; moments are ISO 8601 in UTC. */
const columns = [
  'customer', 'customerId', 'product', 'subscriptionId', 'offerId', 'partnerId', 'seats', 'term', 'billing', 'endsAt', 'decideBy', 'fate',
  'amount', 'currency', 'per', 'perMonth', 'isEstimate', 'list', 'renewedPerMonth', 'decision', 'readAt',
] as const;
const shownColumns: ReadonlySet<string> = new Set(['customer', 'product', 'seats', 'fate', 'decision', 'readAt']);

export const endHeadings = (t: TFunction): readonly string[] =>
  columns.map((name) => t(shownColumns.has(name) ? `ending.column.${name}` : `ending.csv.${name}`));

/** A price nobody knows leaves its cells empty: never a nought. What costs nothing is one. */
function costCells(t: TFunction, cost: EndCost): Partial<Record<(typeof columns)[number], string>> {
  if (cost.kind === 'unknown') return {};
  if (cost.kind === 'none') return { amount: '0' };
  return {
    amount: cost.amount.amount, currency: cost.amount.currency, per: t(`carts.per.${cost.billingCycle}`), perMonth: cost.perMonth.amount,
    list: cost.listMonth, ...(cost.uplift === undefined ? {} : { isEstimate: t('ending.csv.estimate') }),
  };
}

/** One row for each end, in the order of the list. */
export const endCells = (t: TFunction, ends: readonly End[]): readonly string[][] =>
  ends.map((end) => {
    const { row: { subscription, customerId, customerName, readAt = '' }, renewal: { endsAt, decideBy, fate, cost, renewed } } = end;
    const cells: Partial<Record<(typeof columns)[number], string>> = {
      customer: customerName, customerId, product: productOf(end), subscriptionId: subscription.id, offerId: subscription.offerId ?? '',
      partnerId: subscription.partnerId ?? '', seats: String(subscription.quantity), term: subscription.termDuration ?? '',
      billing: subscription.billingCycle ?? '', endsAt, decideBy, fate: fateWords(t, fate).words, ...costCells(t, cost),
      ...(renewed.kind === 'known' ? { renewedPerMonth: renewed.perMonth.amount } : {}), decision: decisionWords(t, end).words, readAt,
    };
    return columns.map((name) => cells[name] ?? '');
  });
