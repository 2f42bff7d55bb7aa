import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { useFormat } from '../../text/use-format.ts';

/** Words for the price of an offer under its usual pair of term and billing cycle, as a first idea. */
export function useFromPrice(): (offer: Offer) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (offer) => {
    const term = offer.terms.find((one) => one.termDuration === 'P1Y' && one.billingCycle === 'monthly') ?? offer.terms[0];
    if (term === undefined) return t('carts.notSold');
    return term.unitPrice === undefined ? t('carts.noPrice') : `${format.money(term.unitPrice)} ${t(`carts.perSeat.${term.billingCycle}`)}`;
  };
}
