import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';

/** For whom and what kind of offer it is, where it is not a plain one for everybody. */
export function OfferMarks({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation();
  const marks = [
    ...(offer.segment === 'commercial' ? [] : [t(`carts.segment.${offer.segment}`)]),
    ...(offer.isTrial ? [t('carts.mark.trial')] : []),
    ...(offer.isAddon ? [t('carts.mark.addon')] : []),
  ];
  return marks.map((mark) => <Badge key={mark} appearance="tint" color="informative">{mark}</Badge>);
}
