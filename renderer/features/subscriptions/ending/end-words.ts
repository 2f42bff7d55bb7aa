import type { TFunction } from 'i18next';
import type { Fate } from '../../../../shared/domain/renewal/end-of-term.ts';
import type { EndCost } from '../../../../shared/domain/renewal/renewal-price.ts';
import type { EndMoney } from '../../../../shared/domain/renewal/money-of-ends.ts';
import { subscriptionName } from '../../../../shared/domain/subscription/subscription.ts';
import type { End } from '../../../platform/read-ends.ts';
import type { Format } from '../../../text/format.ts';
import type { StatusKind } from '../../../ui/status-mark.tsx';

const signs: Readonly<Record<Fate, StatusKind>> = {
  'renews': 'ok', 'renews-changed': 'sending', 'extends': 'attention', 'grace': 'waiting', 'ends': 'stopped', 'trial-renews': 'ok',
  'trial-ends': 'stopped', 'passed': 'refused',
};

/** What becomes of it, with its sign. */
export const fateWords = (t: TFunction, fate: Fate): { readonly sign: StatusKind; readonly short: string; readonly words: string } =>
  ({ sign: signs[fate], short: t(`ending.fateShort.${fate}`), words: t(`ending.fate.${fate}`) });

export const productOf = ({ row: { subscription } }: End): string => subscriptionName(subscription);

/** A price for its billing period. One of the Extended Service Term is an estimate and says so; one nobody knows is never nothing. */
export function costWords(t: TFunction, format: Format, cost: EndCost): string {
  if (cost.kind === 'none') return t('ending.cost.nothing');
  if (cost.kind === 'unknown') return t('ending.cost.unknown');
  const shown = { amount: format.money(cost.amount), per: t(`carts.per.${cost.billingCycle}`) };
  return t(cost.uplift === undefined ? 'ending.cost.per' : 'ending.cost.estimate', shown);
}

/** Where a price is from, or why there is none. */
export function costSource(t: TFunction, format: Format, cost: EndCost): string {
  if (cost.kind === 'none') return '';
  if (cost.kind === 'unknown') return t(`ending.why.${cost.why}`);
  const list = t('ending.list', { month: format.month(cost.listMonth) });
  return cost.isPracticePrice ? `${list} (${t('ending.practice')})` : list;
}

/** Sums by the month, one for each currency; a dash where nothing has a price. */
export const moneyWords = (format: Format, { perMonth }: EndMoney): string =>
  perMonth.length === 0 ? '–' : perMonth.map((money) => format.money(money)).join(' + ');

/** What was decided, and whether it is on its way. */
export function decisionWords(t: TFunction, end: End): { readonly sign: StatusKind; readonly words: string } {
  const { choice, change, renewal, isDecided, row, standing } = end;
  const plain = choice === undefined ? undefined : t(`ending.decision.${choice}`);
  if (change !== undefined && isDecided) {
    const what = plain ?? t('ending.decision.change');
    return { sign: 'waiting', words: t('ending.decision.waiting', { what }) };
  }
  if (choice === 'end' && renewal.withoutRenewal.fate === 'extends' && standing.atTermEnd !== 'cancel') {
    return { sign: 'attention', words: t('ending.decision.endInPortal') };
  }
  if (plain !== undefined) return { sign: 'ok', words: plain };
  if (row.subscription.atTermEnd === 'cancel') return { sign: 'ok', words: t('ending.decision.end') };
  if (row.subscription.scheduled !== undefined && isDecided) return { sign: 'ok', words: t('ending.decision.scheduled') };
  return isDecided ? { sign: 'info', words: t('ending.decision.byItself') } : { sign: 'attention', words: t('ending.decision.open') };
}
