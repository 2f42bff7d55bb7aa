import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import { retailTotal } from '../../../../shared/domain/cart/prices.ts';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import { useFormat } from '../../../text/use-format.ts';
import { termText } from '../term-words.ts';
import { dayShown } from './day-shown.ts';
import { addonText, creditText } from './line-view.ts';

/** What belongs to a line, a note each: term, base, promotion, dates, reseller, recommended price. */
export function useLineNotes(cart: Pick<CartDraft, 'lines' | 'reseller'>): (line: CartLine) => readonly string[] {
  const { t } = useTranslation();
  const format = useFormat();
  return (line) => {
    const { promotion, customTermEnd, renewsTo } = line;
    const retail = retailTotal(line);
    const base = addonText(t, line, cart.lines);
    return [
      termText(t, line),
      ...(base === undefined ? [] : [base]),
      ...(promotion === undefined ? [] : [t('carts.promotion.noted', { name: promotion.name, percent: format.percent(promotion.discount) })]),
      ...(customTermEnd === undefined ? [] : [t('carts.end.early', { date: format.date(dayShown(customTermEnd)) })]),
      ...(renewsTo === undefined ? [] : [t('carts.trial.becomes', { term: t(`carts.term.${renewsTo}`) })]),
      ...(line.attestationAccepted === true ? [t('carts.attested')] : []),
      creditText(t, line, cart.reseller),
      ...(retail === undefined ? [] : [t('carts.retailLine', { amount: format.money(retail), per: t(`carts.per.${line.billingCycle}`) })]),
    ];
  };
}
